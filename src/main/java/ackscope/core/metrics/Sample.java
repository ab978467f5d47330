package ackscope.core.metrics;

/**
 * One reading of everything that is charted, taken four times a second. Rates are differences of two samples over the difference of
 * their times.
 *
 * @param atMs   when, ms since the epoch
 * @param run    the run that the totals belong to; totals start again at 0 when it changes
 * @param totals counted by the app
 * @param client counted by the client
 * @param acked  how many acknowledgements came since the previous sample; the percentiles are of these
 * @param p50Ms  median time from {@code send()} to acknowledgement since the previous sample, ms; NaN without any
 * @param p99Ms  the same, 99th percentile
 * @param runP50Ms median over the whole run, ms; NaN without any
 * @param runP99Ms 99th percentile over the whole run, ms; NaN without any
 * @param waiting  what the producer has longest without a report
 */
public record Sample(long atMs, int run, RunTotals totals, ClientMetrics client, long acked, double p50Ms, double p99Ms,
        double runP50Ms, double runP99Ms, Waiting waiting) {

    /** Nothing known of what waits. */
    public Sample(long atMs, int run, RunTotals totals, ClientMetrics client, long acked, double p50Ms, double p99Ms,
            double runP50Ms, double runP99Ms) {
        this(atMs, run, totals, client, acked, p50Ms, p99Ms, runP50Ms, runP99Ms, Waiting.NONE);
    }
}
