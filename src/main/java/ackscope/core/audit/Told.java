package ackscope.core.audit;

import ackscope.core.audit.Quiet.TopicEnd;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** What a run was told in sum: how far its records lie apart, and whether something may lie above a partition's end. */
final class Told {
    private static final int LOOK = 1 << 16;

    private final Map<String, Bounds> offsets = new HashMap<>();
    private boolean unsure;

    /** The lowest and the highest offset that was told, by partition. */
    private static final class Bounds {
        private long[] lowest = {};
        private long[] highest = {};

        void add(int partition, long offset) {
            if (partition >= highest.length) {
                int before = highest.length;
                lowest = Arrays.copyOf(lowest, partition + 1);
                highest = Arrays.copyOf(highest, partition + 1);
                Arrays.fill(lowest, before, partition + 1, Long.MAX_VALUE);
                Arrays.fill(highest, before, partition + 1, -1);
            }
            lowest[partition] = Math.min(lowest[partition], offset);
            highest[partition] = Math.max(highest[partition], offset);
        }

        long lowest(int partition) {
            return partition < lowest.length ? lowest[partition] : Long.MAX_VALUE;
        }

        long highest(int partition) {
            return partition < highest.length ? highest[partition] : -1;
        }
    }

    /** @throws CancellationException when {@code cancelled} says so */
    static Told of(Run run, RunFacts facts, BooleanSupplier cancelled) {
        Told told = new Told();
        long size = run.size();
        Run.Leg leg = new Run.Leg(0, 0, "", null, false);
        for (long number = 0; number < size; number++) {
            if (number % LOOK == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (number >= leg.next()) {
                leg = run.leg(number);
            }
            SendLedger.Entry entry = run.read(number);
            told.add(leg.topic(), entry, facts.certainlyUnwritten(entry));
        }
        return told;
    }

    /** @param unwritten whether it is certain that the log does not have it */
    void add(String topic, SendLedger.Entry entry, boolean unwritten) {
        if (entry.outcome() == Outcome.ACKED && entry.offset() >= 0 && entry.partition() >= 0) {
            offsets.computeIfAbsent(topic, _ -> new Bounds()).add(entry.partition(), entry.offset());
        } else {
            unsure |= !unwritten;
        }
    }

    private Bounds of(String topic) {
        return offsets.getOrDefault(topic, new Bounds());
    }

    /**
     * From where to look for records, which is not always where the run began: a leader that had missed records cuts the log back, and
     * goes on below that.
     *
     * @param start where the run began, -1 if not known
     */
    long from(String topic, int partition, long start) {
        return Math.min(start, of(topic).lowest(partition));
    }

    /** Whether something reported, or possibly written, may lie above a partition's end. */
    boolean doubts(TopicEnd end) {
        return unsure || of(end.topic()).highest(end.partition().number()) >= end.partition().end();
    }
}
