package ackscope.core.send;

import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Gathers reports between two flushes, so that the callback stays cheap: acknowledgements one by one while they are few enough to read,
 * then only counted; failures grouped by cause, topic and partition. A record that was announced when it was sent is always listed by
 * itself, because its row waits for its report. Any thread may add.
 */
final class Tally {
    /** Acknowledgements of one topic listed one by one between two flushes. */
    static final int LISTED = 24;

    private final int run;
    private final LongSupplier clockMs;
    private final List<LabEvent> done = new ArrayList<>();
    private final List<RecordEvent.Acked> few = new ArrayList<>(LISTED);
    private final Map<Group, Failures> failures = new LinkedHashMap<>();
    private String topic = "";
    private boolean acksNone;
    private long acked;
    private long first;
    private long last;

    /** @param announced the record's number if it was announced, else -1 */
    private record Group(int cause, String topic, int partition, int resend, long announced) {
    }

    private static final class Failures {
        private final Cause cause;
        private long first;
        private long last;
        private long count;
        private int latencyMs;

        Failures(Cause cause, long number) {
            this.cause = cause;
            first = number;
            last = number;
        }

        /** Partitions report each in its own order, so a later report may be of an earlier record. */
        void add(long number, int ms) {
            first = Math.min(first, number);
            last = Math.max(last, number);
            latencyMs = ms;
            count++;
        }
    }

    /** @param clockMs ms since the epoch; read only for what is listed, because most reports are not */
    Tally(int run, LongSupplier clockMs) {
        this.run = run;
        this.clockMs = clockMs;
    }

    /** @param announced whether the record was announced when it was sent */
    synchronized void acked(String ofTopic, long number, int resend, int partition, long offset, int latencyMs,
            boolean withAcksNone,
            boolean announced) {
        if (announced) {
            done.add(new RecordEvent.Acked(new RecordId(run, number, resend), ofTopic, partition, offset, latencyMs,
                    withAcksNone, clockMs.getAsLong()));
            return;
        }
        if (!ofTopic.equals(topic) || withAcksNone != acksNone) {
            sumUp(clockMs.getAsLong());
            topic = ofTopic;
            acksNone = withAcksNone;
        }
        first = acked == 0 ? number : Math.min(first, number);
        last = acked == 0 ? number : Math.max(last, number);
        acked++;
        if (acked <= LISTED) {
            few.add(new RecordEvent.Acked(new RecordId(run, number, resend), topic, partition, offset, latencyMs,
                    acksNone,
                    clockMs.getAsLong()));
        }
    }

    /** @param announced whether the record was announced when it was sent */
    synchronized void failed(int causeNumber, Cause cause, String ofTopic, long number, int resend, int partition,
            int latencyMs,
            boolean announced) {
        failures.computeIfAbsent(new Group(causeNumber, ofTopic, partition, resend, announced ? number : -1),
                _ -> new Failures(cause, number))
                .add(number, latencyMs);
    }

    private void sumUp(long atMs) {
        if (acked > LISTED) {
            done.add(new RecordEvent.AckedMany(run, topic, first, last, acked, acksNone, atMs));
        } else {
            done.addAll(few);
        }
        few.clear();
        acked = 0;
    }

    /** What was gathered since the last flush, as events. */
    synchronized List<LabEvent> flush() {
        long atMs = clockMs.getAsLong();
        sumUp(atMs);
        List<LabEvent> events = new ArrayList<>(done);
        failures.forEach((group, f) -> events.add(new RecordEvent.Failed(new RecordId(run, f.first, group.resend()),
                new RecordId(run, f.last, group.resend()), f.count, group.topic(), group.partition(), f.cause.kind(),
                f.cause.error(),
                f.cause.message(), f.cause.certainty(), f.cause.reason(), f.latencyMs, atMs)));
        done.clear();
        failures.clear();
        return events;
    }
}
