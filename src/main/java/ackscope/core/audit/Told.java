package ackscope.core.audit;

import ackscope.core.audit.Quiet.TopicEnd;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/** What a run was told in sum, as far as it says whether something may lie above a partition's end. */
final class Told {
    private static final int LOOK = 1 << 16;

    private final Map<String, long[]> highest = new HashMap<>();
    private boolean unsure;

    /** @throws CancellationException when {@code cancelled} says so */
    Told(Run run, RunFacts facts, List<String> topics, BooleanSupplier cancelled) {
        topics.forEach(topic -> highest.put(topic, new long[0]));
        long size = run.size();
        Run.Leg leg = new Run.Leg(0, 0, "", null, false);
        for (long number = 0; number < size; number++) {
            if (number % LOOK == 0 && cancelled.getAsBoolean()) {
                throw new CancellationException();
            }
            if (number >= leg.next()) {
                leg = run.leg(number);
            }
            add(leg.topic(), run.read(number), facts);
        }
    }

    private void add(String topic, SendLedger.Entry entry, RunFacts facts) {
        if (entry.outcome() == Outcome.ACKED && entry.offset() >= 0 && entry.partition() >= 0) {
            long[] ends = highest.computeIfAbsent(topic, _ -> new long[0]);
            if (entry.partition() >= ends.length) {
                int before = ends.length;
                ends = Arrays.copyOf(ends, entry.partition() + 1);
                Arrays.fill(ends, before, ends.length, -1);
                highest.put(topic, ends);
            }
            ends[entry.partition()] = Math.max(ends[entry.partition()], entry.offset());
        } else {
            unsure |= !facts.certainlyUnwritten(entry);
        }
    }

    /** Whether something reported, or possibly written, may lie above a partition's end. */
    boolean doubts(TopicEnd end) {
        long[] ends = highest.getOrDefault(end.topic(), new long[0]);
        int partition = end.partition().number();
        return unsure || (partition < ends.length && ends[partition] >= end.partition().end());
    }
}
