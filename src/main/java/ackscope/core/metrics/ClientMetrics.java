package ackscope.core.metrics;

/**
 * What the client's own metrics said at one moment, summed over the producers of a run. Names are those of group
 * {@code producer-metrics}; gauges are of the producer that is open now, NaN when there is none or no value yet.
 *
 * @param recordSendTotal      {@code record-send-total}: attempts, not distinct records
 * @param recordRetryTotal     {@code record-retry-total}: records queued again, also those that expire before they go out
 * @param recordErrorTotal     {@code record-error-total}
 * @param batchSplitTotal      {@code batch-split-total}
 * @param requestsInFlight     {@code requests-in-flight}: requests of all kinds
 * @param bufferTotalBytes     {@code buffer-total-bytes}
 * @param bufferAvailableBytes {@code buffer-available-bytes}
 * @param waitingThreads       {@code waiting-threads}: threads blocked for buffer memory
 * @param requestLatencyAvgMs  {@code request-latency-avg}, ms over the client's own window
 * @param recordQueueTimeAvgMs {@code record-queue-time-avg}, ms over the client's own window
 * @param batchSizeAvgBytes    {@code batch-size-avg}, bytes over the client's own window
 */
public record ClientMetrics(long recordSendTotal, long recordRetryTotal, long recordErrorTotal, long batchSplitTotal,
        double requestsInFlight, double bufferTotalBytes, double bufferAvailableBytes, double waitingThreads,
        double requestLatencyAvgMs, double recordQueueTimeAvgMs, double batchSizeAvgBytes) {

    /** These totals, with no state of a producer that is no longer there. */
    public ClientMetrics totalsAlone() {
        return new ClientMetrics(recordSendTotal, recordRetryTotal, recordErrorTotal, batchSplitTotal, Double.NaN,
                Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** No producer yet. */
    public static final ClientMetrics NONE = new ClientMetrics(0, 0, 0, 0, Double.NaN, Double.NaN, Double.NaN,
            Double.NaN,
            Double.NaN, Double.NaN, Double.NaN);
}
