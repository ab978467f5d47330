package ackscope.core.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which faults of a scenario no step has ended yet, while its steps are read in their order. One that ends by itself may be over sooner
 * than that, or not, so it counts.
 */
final class OpenFaults {
    private final Map<String, Integer> set = new LinkedHashMap<>();
    private final Map<String, SortedSet<Integer>> open = new LinkedHashMap<>();

    /** A step sets one. */
    void set(String kind) {
        open.computeIfAbsent(kind, _ -> new TreeSet<>()).add(set.merge(kind, 1, Integer::sum));
    }

    /** A step ends all of them. */
    void healed() {
        open.clear();
    }

    /** The one of a kind that an undo means without saying so, counted from 1; 0 unless there is exactly one. */
    int only(String kind) {
        SortedSet<Integer> all = all(kind);
        return all.size() == 1 ? all.first() : 0;
    }

    private SortedSet<Integer> all(String kind) {
        return open.getOrDefault(kind, new TreeSet<>());
    }

    /** A step ends one. Returns why it cannot, in words, or "". */
    String undone(String kind, int which) {
        if (!set.containsKey(kind)) {
            return "No step before this one sets the fault '" + kind + "'."
                    + Form.near(kind, List.copyOf(set.keySet()));
        }
        SortedSet<Integer> all = all(kind);
        if (all.remove(which)) {
            return "";
        }
        if (all.isEmpty()) {
            return "Every fault '" + kind + "' that was set before this step has been ended by then. Leave it out.";
        }
        String said = all.stream().map(String::valueOf).collect(Collectors.joining(" and "));
        return which == 0
                ? all.size() + " faults '" + kind + "' may be in force by then. Say with 'which' which of them ends: "
                        + said + ", counted in the order in which they are set."
                : "Of the faults '" + kind + "' that were set before this step, number " + which
                        + " is not in force any more, or was never set. In force: " + said + ".";
    }
}
