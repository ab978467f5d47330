package ackscope.core.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rule on live values, as a person may set it.
 *
 * @param on        whether it watches
 * @param threshold in the condition's unit
 * @param holdMs    how long the condition must hold before the alert is raised, ms
 * @param clearMs   how long it must be well on the right side again before the alert is cleared, ms
 */
public record AlertRule(AlertCondition condition, boolean on, double threshold, int holdMs, int clearMs) {
    private static final int SHORTEST_CLEAR_MS = 1_000;
    private static final int LONGEST_MS = 600_000;
    private static final double HIGHEST = 1_000_000;

    /** The rules as they come, all on. */
    public static List<AlertRule> presets() {
        return Arrays.stream(AlertCondition.values()).map(AlertCondition::preset).toList();
    }

    /** What is wrong with it, in words; empty if it can be used. */
    public List<String> problems() {
        List<String> all = new ArrayList<>();
        double highest = condition.unit().equals("%") ? 100 : HIGHEST;
        if (!(threshold >= 0 && threshold <= highest)) {
            all.add("The threshold is from 0 to " + String.format("%,.0f", highest) + " " + condition.unit() + ".");
        }
        if (holdMs < 0 || holdMs > LONGEST_MS) {
            all.add("The time before it is raised is from 0 to 600 s.");
        }
        if (clearMs < SHORTEST_CLEAR_MS || clearMs > LONGEST_MS) {
            all.add("The time before it is cleared is from 1 to 600 s: shorter, it would come and go.");
        }
        return List.copyOf(all);
    }
}
