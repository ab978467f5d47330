package ackscope.ui.base;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes up a batch's life, try by try, for tests and demonstrations. Times in ms after {@code beginMs}. */
public final class Lives {
    private final long id;
    private final int run;
    private final int partition;
    private final long first;
    private final int records;
    private final long beginMs;
    private final List<Attempt> attempts = new ArrayList<>();
    private String topic = "orders";
    private long parent = -1;
    private boolean transactional;
    private int node = 2;
    private int acks = -1;
    private long producerId = 4001;
    private int epoch;
    private int sequence;

    private Lives(long id, int run, int partition, long first, int records, long beginMs) {
        this.id = id;
        this.run = run;
        this.partition = partition;
        this.first = first;
        this.records = records;
        this.beginMs = beginMs;
        sequence = (int) first;
    }

    public static Lives of(long id, int run, int partition, long first, int records, long beginMs) {
        return new Lives(id, run, partition, first, records, beginMs);
    }

    public Lives topic(String name) {
        topic = name;
        return this;
    }

    public Lives partOf(long life) {
        parent = life;
        return this;
    }

    public Lives inTransaction() {
        transactional = true;
        return this;
    }

    public Lives node(int to) {
        node = to;
        return this;
    }

    public Lives acks(int to) {
        acks = to;
        return this;
    }

    public Lives notIdempotent() {
        producerId = -1;
        epoch = -1;
        sequence = -1;
        return this;
    }

    public Lives epoch(int to, int baseSequence) {
        epoch = to;
        sequence = baseSequence;
        return this;
    }

    /** Answered as the client heard it. */
    public Lives answered(double atMs, double tookMs, String error, long offset) {
        return attempt(atMs, tookMs, true, new Answer.Given(error, offset, us(atMs + tookMs)), Heard.AS_SAID, error,
                "");
    }

    /** Appended, and a fault kept the answer from the client. */
    public Lives answerLost(double atMs, double tookMs, long offset, String fault) {
        return attempt(atMs, tookMs, true, new Answer.Given("NONE", offset, us(atMs + 3)), Heard.NOTHING, "", fault);
    }

    /** No answer came. */
    public Lives lost(double atMs, double tookMs, boolean forwarded, String why, String fault) {
        return attempt(atMs, tookMs, forwarded, new Answer.None(why, us(atMs + tookMs)), Heard.NOTHING, "", fault);
    }

    /** A fault's answer stood for the broker's. */
    public Lives replaced(double atMs, double tookMs, Answer said, String error, String fault) {
        return attempt(atMs, tookMs, said instanceof Answer.Given, said, Heard.REPLACED, error, fault);
    }

    /** acks=0. */
    public Lives handedOver(double atMs) {
        acks = 0;
        return attempt(atMs, 0, true, new Answer.NotDue(), Heard.NOT_DUE, "", "");
    }

    /** Still open. */
    public Lives open(double atMs) {
        return attempt(atMs, -1, true, new Answer.Awaited(), Heard.WAITING, "", "");
    }

    private Lives attempt(double atMs, double tookMs, boolean forwarded, Answer said, Heard heard, String heardError,
            String fault) {
        int number = attempts.size() + 1;
        attempts.add(new Attempt(number, node, (int) (300 + id * 7 + number), producerId, epoch, sequence, acks,
                records, 180 * records, us(atMs), forwarded, said, heard, heardError,
                tookMs < 0 ? 0 : us(atMs + tookMs), fault));
        return this;
    }

    private long us(double atMs) {
        return beginMs * 1000 + Math.round(atMs * 1000);
    }

    public BatchLife make() {
        return new BatchLife(id, "producer-1", topic, partition, Optional.of(new RecordId(run, first, 0)),
                Optional.of(new RecordId(run, first + records - 1, 0)), records, parent, transactional, "none",
                attempts);
    }
}
