package ackscope.core.metrics;

/**
 * Whether one rule's alert stands. Raised when the condition held without a break for the hold time; cleared when it was well on the right
 * side, without a break, for the clear time. So between one alert and the next of the same rule lie at least both. For one thread.
 */
final class AlertWatch {
    private static final long NOT = Long.MIN_VALUE;

    private AlertRule rule;
    private boolean raised;
    private long sinceMs = NOT;

    /** What a value changed. */
    enum Change {
        NOTHING, RAISED, CLEARED
    }

    AlertWatch(AlertRule rule) {
        this.rule = rule;
    }

    AlertRule rule() {
        return rule;
    }

    /** Another threshold or other times; a change that is under way starts anew. */
    void set(AlertRule next) {
        rule = next;
        sinceMs = NOT;
    }

    boolean raised() {
        return raised;
    }

    /** Takes the value at a time that never goes back. */
    Change take(double value, long atMs) {
        boolean turning = raised
                ? !rule.on() || rule.condition().calm(value, rule.threshold())
                : rule.on() && rule.condition().hot(value, rule.threshold());
        if (!turning) {
            sinceMs = NOT;
            return Change.NOTHING;
        }
        sinceMs = sinceMs == NOT ? atMs : sinceMs;
        boolean due = raised
                ? !rule.on() || atMs - sinceMs >= rule.clearMs()
                : atMs - sinceMs >= rule.holdMs();
        return due ? turn() : Change.NOTHING;
    }

    /** Clears at once what stands; for the end of a run. */
    Change end() {
        sinceMs = NOT;
        return raised ? turn() : Change.NOTHING;
    }

    private Change turn() {
        raised = !raised;
        sinceMs = NOT;
        return raised ? Change.RAISED : Change.CLEARED;
    }
}
