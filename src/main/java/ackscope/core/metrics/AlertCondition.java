package ackscope.core.metrics;

/**
 * What a rule watches. Rates are over the last {@value Readings#WINDOW_MS} ms. A value must go back over the mark by a fifth before the
 * alert may clear, so that one that sits on the mark does not come and go.
 */
public enum AlertCondition {
    /** Records reported failed a second. */
    ERRORS("Errors", "failed/s", "raised when more than this many records a second are reported failed", true, 0, 0,
            10_000),
    /** Share of failed among the reports. */
    ERROR_SHARE("Error share", "%", "raised when more than this share of the last 30 s' reports are failures, of at"
            + " least 20", true, 1, 2_000, 10_000),
    /** Retries now against retries before. */
    RETRIES_RISING("Retries rising", "times", "raised when this many times more records a second are queued again than"
            + " in the 30 s before, which count as at least 1/s", true, 2, 2_000, 10_000),
    /** Latency against the run's own baseline. */
    SLOW("Slow acknowledgements", "times", "raised when the 99th percentile is this many times the run's own baseline:"
            + " the median of 40 samples' percentiles, after the first 2 s, at least 10 ms; and is at least 100 ms",
            true, 2,
            10_000, 10_000),
    /** Free buffer memory. */
    BUFFER_LOW("Buffer nearly full", "%", "raised when less than this share of buffer.memory is free", false, 10, 1_000,
            5_000),
    /** Age of the oldest open record against delivery.timeout.ms. */
    BUDGET_USED("Delivery budget", "%", "raised when the oldest open record has used more than this share of"
            + " delivery.timeout.ms", true, 50, 0, 5_000),
    /** Nothing acknowledged. */
    SILENCE("Nothing acknowledged", "s", "raised when records are open and none was acknowledged for this long", true,
            5, 0, 10_000),
    /** Some wait although others are acknowledged: one broker or partition is stuck. */
    WAITS_LONG("Record waits long", "s",
            "raised when the oldest open record waits for longer than this while others are"
                    + " acknowledged",
            true, 5, 2_000, 5_000),
    /** The circuit breaker turned away. */
    BREAKER_OPENED("Circuit breaker opened", "", "raised when the circuit breaker is not closed", true, 0, 0, 5_000),
    /** The circuit breaker stays open. */
    BREAKER_STAYS_OPEN("Circuit breaker stays open", "s", "raised when the circuit breaker has not been closed for"
            + " this long", true, 60, 0, 5_000);

    private static final double BACK = 0.2;

    private final String title;
    private final String unit;
    private final String meaning;
    private final boolean above;
    private final double threshold;
    private final int holdMs;
    private final int clearMs;

    AlertCondition(String title, String unit, String meaning, boolean above, double threshold, int holdMs,
            int clearMs) {
        this.title = title;
        this.unit = unit;
        this.meaning = meaning;
        this.above = above;
        this.threshold = threshold;
        this.holdMs = holdMs;
        this.clearMs = clearMs;
    }

    /** A few words. */
    public String title() {
        return title;
    }

    /** Of the threshold; "" if there is none to set. */
    public String unit() {
        return unit;
    }

    /** Whether there is a threshold to set. */
    public boolean hasThreshold() {
        return !unit.isEmpty();
    }

    /** What the threshold means, in words. */
    public String meaning() {
        return meaning;
    }

    /** The rule as it comes. */
    public AlertRule preset() {
        return new AlertRule(this, true, threshold, holdMs, clearMs);
    }

    /** Whether an outbox or a breaker is watched, which live on when a run ends. */
    boolean outlivesRun() {
        return this == BREAKER_OPENED || this == BREAKER_STAYS_OPEN;
    }

    /** Whether it says nothing any more once nothing is sent. */
    boolean endsWithLoad() {
        return this == SLOW;
    }

    /** Whether a value is further on the wrong side than another. */
    boolean worse(double value, double than) {
        return above ? value > than : value < than;
    }

    /** Whether a value calls for an alert. NaN, nothing measured, does not. */
    boolean hot(double value, double mark) {
        return above ? value > mark : value < mark;
    }

    /** Whether a value is so far on the right side that an alert may clear. NaN is. */
    boolean calm(double value, double mark) {
        return Double.isNaN(value)
                || (above ? value <= mark * (1 - BACK) : value >= Math.min(100, mark * (1 + BACK)));
    }
}
