package ackscope.core.send;

import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers reports between two flushes, so that the callback stays cheap: acknowledgements one by one while they are few enough to read,
 * then only counted; failures grouped by cause and partition. Any thread may add.
 */
final class Tally {
    /** Acknowledgements listed one by one between two flushes. */
    static final int LISTED = 24;

    private final int run;
    private final List<RecordEvent.Acked> few = new ArrayList<>(LISTED);
    private final Map<Group, Failures> failures = new HashMap<>();
    private String ackedTopic = "";
    private long acked;
    private long first;
    private long last;

    private record Group(int cause, int partition) {
    }

    private static final class Failures {
        private final Cause cause;
        private final String topic;
        private final long first;
        private long last;
        private long count;
        private int latencyMs;

        Failures(Cause cause, String topic, long first) {
            this.cause = cause;
            this.topic = topic;
            this.first = first;
        }
    }

    Tally(int run) {
        this.run = run;
    }

    synchronized void acked(String topic, long number, int partition, long offset, int latencyMs, long atMs) {
        if (acked++ == 0) {
            first = number;
        }
        first = Math.min(first, number);
        last = Math.max(last, number);
        ackedTopic = topic;
        if (acked <= LISTED) {
            few.add(new RecordEvent.Acked(new RecordId(run, number, 0), topic, partition, offset, latencyMs, atMs));
        }
    }

    synchronized void failed(int causeNumber, Cause cause, String topic, long number, int partition, int latencyMs) {
        Failures group = failures.computeIfAbsent(new Group(causeNumber, partition),
                _ -> new Failures(cause, topic, number));
        group.last = number;
        group.count++;
        group.latencyMs = latencyMs;
    }

    /** What was gathered since the last flush, as events. */
    synchronized List<LabEvent> flush(long atMs) {
        List<LabEvent> events = new ArrayList<>();
        if (acked > LISTED) {
            events.add(new RecordEvent.AckedMany(ackedTopic, first, last, acked, atMs));
        } else {
            events.addAll(few);
        }
        failures.forEach((group, f) -> events
                .add(new RecordEvent.Failed(new RecordId(run, f.first, 0), new RecordId(run, f.last, 0), f.count,
                        f.topic, group.partition(), f.cause.kind(), f.cause.error(), f.cause.message(),
                        f.cause.certainty(), f.cause.reason(),
                        f.latencyMs, atMs)));
        few.clear();
        failures.clear();
        acked = 0;
        last = 0;
        return events;
    }
}
