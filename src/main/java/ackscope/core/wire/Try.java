package ackscope.core.wire;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import java.util.Optional;
import java.util.Set;

/** One try of one batch while it goes on. Guarded by the {@link AttemptBook}. */
final class Try {
    private static final Set<String> SUCCESS = Set.of("NONE", "DUPLICATE_SEQUENCE_NUMBER");

    private final Lane lane;
    private final BatchHead batch;
    private final int node;
    private final int correlationId;
    private final int acks;
    private final long sentUs;
    private int number = 1;
    private boolean forwarded;
    private boolean kept;
    private Answer said;
    private Heard heard;
    private String heardError = "";
    private long endedUs;
    private String fault;
    private Optional<Life> life = Optional.empty();

    /** @param fault what interferes so far, in words, or "" */
    Try(Lane lane, BatchHead batch, int node, int correlationId, int acks, long sentUs, String fault) {
        this.lane = lane;
        this.batch = batch;
        this.node = node;
        this.correlationId = correlationId;
        this.acks = acks;
        this.sentUs = sentUs;
        this.fault = fault;
        this.said = acks == 0 ? new Answer.NotDue() : new Answer.Awaited();
        this.heard = acks == 0 ? Heard.NOT_DUE : Heard.WAITING;
        this.endedUs = acks == 0 ? sentUs : 0;
    }

    Lane lane() {
        return lane;
    }

    BatchHead batch() {
        return batch;
    }

    /** The batch's life, once its records were read. */
    Optional<Life> life() {
        return life;
    }

    void joins(Life its, int as) {
        life = Optional.of(its);
        number = as;
    }

    void forwarded() {
        forwarded = true;
    }

    boolean wasForwarded() {
        return forwarded;
    }

    /** A fault dropped it on the way: the broker will never get it. */
    void kept() {
        kept = true;
    }

    /** Whether it waits on the way, and may reach the broker even after the client has given it up. */
    boolean mayStillLeave() {
        return !forwarded && !kept;
    }

    void said(Answer answer) {
        said = answer;
    }

    void interfered(String words) {
        if (!words.isEmpty() && !fault.contains(words)) {
            fault = fault.isEmpty() ? words : fault + "; " + words;
        }
    }

    void ended(Heard how, String error, long atUs) {
        heard = how;
        heardError = error;
        endedUs = atUs;
    }

    boolean open() {
        return heard == Heard.WAITING;
    }

    /** As {@link Attempt#failed}. */
    boolean failed() {
        return heard == Heard.NOTHING || (!heardError.isEmpty() && !succeeded());
    }

    /** Whether the client takes it for success; "I have it already" too ({@code Sender.completeBatch}). */
    boolean succeeded() {
        return SUCCESS.contains(heardError);
    }

    Answer said() {
        return said;
    }

    /** Whether the client heard that its records are too many for one batch, and splits it. */
    boolean splits() {
        return heardError.equals("MESSAGE_TOO_LARGE") && batch.records() > 1;
    }

    Attempt attempt() {
        return new Attempt(number, node, correlationId, batch.producerId(), batch.epoch(), batch.sequence(), acks,
                batch.records(), batch.bytes(), sentUs, forwarded, said, heard, heardError, endedUs, fault);
    }
}
