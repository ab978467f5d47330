package ackscope.ui.cluster;

import java.util.List;
import java.util.Set;

/** Kafka's rules for a topic's name (its class Topic): letters, digits, '.', '_' and '-', 249 at most, not '.' or '..'. */
final class TopicName {
    private static final int LONGEST = 249;
    private static final Set<String> OF_KAFKA = Set.of("__consumer_offsets", "__transaction_state",
            "__share_group_state", "__cluster_metadata");

    private TopicName() {
    }

    /**
     * What is wrong with a new name, in words; "" when nothing is.
     *
     * @param existing names that are taken
     */
    static String problem(String name, List<String> existing) {
        if (name.isEmpty()) {
            return "Give it a name.";
        }
        int[] bad = name.codePoints().filter(c -> !allowed(c)).distinct().toArray();
        if (bad.length > 0) {
            return shown(bad[0]) + " is not allowed. Use letters a to z, digits, '.', '_' and '-'.";
        }
        if (name.equals(".") || name.equals("..")) {
            return "'" + name + "' alone is not allowed, because it names a folder. Add a letter or a digit.";
        }
        if (name.length() > LONGEST) {
            return "It has " + name.length() + " characters; " + LONGEST
                    + " are allowed, because folders are named by it. Shorten it.";
        }
        if (existing.contains(name)) {
            return "A topic of that name is there already. Choose it in the list, or take another name.";
        }
        if (OF_KAFKA.contains(name)) {
            return "Kafka keeps its own records in a topic of that name. Take another one.";
        }
        return existing.stream().filter(other -> metric(other).equals(metric(name))).findFirst()
                .map(other -> "'" + other
                        + "' is there already, and in the names of metrics '.' and '_' are the same. Take another name.")
                .orElse("");
    }

    private static boolean allowed(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_'
                || c == '-';
    }

    private static String shown(int c) {
        return Character.isWhitespace(c) ? "A blank" : "'" + Character.toString(c) + "'";
    }

    private static String metric(String name) {
        return name.replace('.', '_');
    }
}
