package ackscope.core.scenario;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What came of a play, in numbers; what was not measured is 0.
 *
 * @param counts by quantity, of those that are not counted by name
 * @param byName by quantity and name of an error
 */
public record Measured(Map<Quantity, Long> counts, Map<Quantity, SortedMap<String, Long>> byName) {
    public Measured {
        counts = new TreeMap<>(counts);
        byName = new TreeMap<>(byName);
    }

    /** Of a quantity that is not counted by name. */
    public long of(Quantity quantity) {
        return counts.getOrDefault(quantity, 0L);
    }

    /** The names of errors and how often each was counted. */
    public SortedMap<String, Long> names(Quantity quantity) {
        return byName.getOrDefault(quantity, new TreeMap<>());
    }

    /** The number that an expectation is about. */
    public long of(Expectation expectation) {
        return expectation.quantity().byName()
                ? names(expectation.quantity()).getOrDefault(expectation.name(), 0L)
                : of(expectation.quantity());
    }
}
