package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BatchLife;
import ackscope.core.event.Certainty;
import ackscope.core.event.LabEvent;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What came of a recipe.
 *
 * @param acked  numbers of the records reported ok
 * @param failed numbers of the others
 * @param told   the records by what the app said of their being in the log
 * @param leaderLost whether a leader went down for good, with what it had not handed on
 * @param errors simple names of the exceptions
 * @param stored what the log holds
 * @param tries  records times tries, as the client counts them
 * @param wire   records times tries, as the proxies counted them
 * @param lives  of the batches that held the last record
 * @param events what the engine told
 */
record Result(Set<Long> acked, Set<Long> failed, Map<Certainty, Set<Long>> told, boolean leaderLost,
        Set<String> errors, Stored stored, double tries, long wire,
        List<BatchLife> lives, List<LabEvent> events) {

    int count() {
        return acked.size() + failed.size();
    }

    /** Reported ok and not in the log. */
    long lost() {
        Set<Long> missing = new HashSet<>(acked);
        missing.removeAll(stored.distinct());
        return missing.size();
    }

    /** Reported failed and in the log. */
    long failedYetStored() {
        Set<Long> there = new HashSet<>(failed);
        there.retainAll(stored.distinct());
        return there.size();
    }

    /** Retries by the client's own log, in time. */
    List<AttemptEvent.Retried> retries() {
        return events.stream().filter(AttemptEvent.Retried.class::isInstance).map(AttemptEvent.Retried.class::cast)
                .toList();
    }

    /** Nothing failed, was lost, doubled or overtaken, and nothing was tried twice. */
    void assertWell() {
        assertTrue(retries().isEmpty(), this::toString);
        assertEquals(count(), (long) tries, this::toString);
        assertEquals(count(), wire, this::toString);
        assertSafe();
    }

    /** Whatever happened on the way: nothing failed, was lost, doubled or overtaken. */
    void assertSafe() {
        assertEquals(Set.of(), failed, this::toString);
        assertEquals(acked, stored.distinct(), this::toString);
        assertEquals(0, stored.duplicates(), this::toString);
        assertEquals(0, stored.outOfOrder(), this::toString);
    }

    /** What was said to be certain is so. */
    void assertHonest() {
        Set<Long> wronglyDenied = new HashSet<>(told.getOrDefault(Certainty.NO, Set.of()));
        wronglyDenied.retainAll(stored.distinct());
        assertEquals(Set.of(), wronglyDenied, () -> "said not to be in the log, and there: " + this);
        if (!leaderLost) {
            Set<Long> missing = new HashSet<>(told.getOrDefault(Certainty.YES, Set.of()));
            missing.removeAll(stored.distinct());
            assertEquals(Set.of(), missing, () -> "said to be in the log, and not there: " + this);
        }
    }

    /** Every record failed so, and none is in the log. */
    void assertAllFailed(String error) {
        assertEquals(Set.of(), acked, this::toString);
        assertEquals(Set.of(error), errors, this::toString);
        assertEquals(Set.of(), stored.distinct(), this::toString);
    }

    @Override
    public String toString() {
        return acked.size() + " acked, " + failed.size() + " failed " + errors + ", " + lost() + " lost, "
                + failedYetStored() + " failed yet stored, " + stored.duplicates() + " duplicates, "
                + stored.outOfOrder() + " out of order, " + (long) tries + " tries, " + wire
                + " on the wire, in the log by what was said: " + sizes();
    }

    private Map<Certainty, Integer> sizes() {
        Map<Certainty, Integer> sizes = new EnumMap<>(Certainty.class);
        told.forEach((certainty, numbers) -> sizes.put(certainty, numbers.size()));
        return sizes;
    }
}
