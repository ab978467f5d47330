package ackscope.core.send;

import ackscope.core.metrics.ClientMetrics;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** A producer that is open, with what the engine needs to know of its settings, the meters it reads, and the wire it sends over. Owns the producer. */
final class OpenProducer implements AutoCloseable {
    private static final String GROUP = "producer-metrics";

    private final Producer<byte[], byte[]> producer;
    private final RetryLog retries;
    private final Witness wire;
    private final Map<String, Metric> meters = new HashMap<>();
    private final String acks;
    private final String transactionalId;
    private final Terms terms;
    private final long transactionTimeoutMs;
    private final long maxBlockMs;

    /** @param generation which of the engine's producers, counted from 1 */
    OpenProducer(int generation, Producer<byte[], byte[]> producer, ProducerConfig config, RetryLog retries,
            Witness wire) {
        this.producer = producer;
        this.retries = retries;
        this.wire = wire;
        for (Map.Entry<MetricName, ? extends Metric> meter : producer.metrics().entrySet()) {
            if (meter.getKey().group().equals(GROUP)) {
                meters.put(meter.getKey().name(), meter.getValue());
            }
        }
        acks = config.getString(ProducerConfig.ACKS_CONFIG);
        String id = config.getString(ProducerConfig.TRANSACTIONAL_ID_CONFIG);
        transactionalId = id == null ? "" : id;
        transactionTimeoutMs = config.getInt(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG);
        maxBlockMs = config.getLong(ProducerConfig.MAX_BLOCK_MS_CONFIG);
        terms = new Terms(generation, config.getString(ProducerConfig.CLIENT_ID_CONFIG), acks.equals("0"),
                Math.max(config.getInt(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG),
                        config.getLong(ProducerConfig.LINGER_MS_CONFIG)
                                + config.getInt(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG)));
    }

    Producer<byte[], byte[]> producer() {
        return producer;
    }

    RetryLog retries() {
        return retries;
    }

    /** The wire that it was opened on; late reports are of this one, whichever is in use by then. */
    Witness wire() {
        return wire;
    }

    Terms terms() {
        return terms;
    }

    boolean acksNone() {
        return terms.acksNone();
    }

    boolean acksAll() {
        return acks.equals("all") || acks.equals("-1");
    }

    /** "" without transactions. */
    String transactionalId() {
        return transactionalId;
    }

    boolean transactional() {
        return !transactionalId.isEmpty();
    }

    long transactionTimeoutMs() {
        return transactionTimeoutMs;
    }

    long maxBlockMs() {
        return maxBlockMs;
    }

    long deliveryTimeoutMs() {
        return terms.deliveryTimeoutMs();
    }

    /** What this producer's own metrics say now, added to the totals of the run's earlier producers. */
    ClientMetrics metrics(ClientMetrics earlier) {
        return new ClientMetrics(earlier.recordSendTotal() + total("record-send-total"),
                earlier.recordRetryTotal() + total("record-retry-total"),
                earlier.recordErrorTotal() + total("record-error-total"),
                earlier.batchSplitTotal() + total("batch-split-total"),
                gauge("requests-in-flight"), gauge("buffer-total-bytes"), gauge("buffer-available-bytes"),
                gauge("waiting-threads"),
                gauge("request-latency-avg"), gauge("record-queue-time-avg"), gauge("batch-size-avg"));
    }

    private long total(String name) {
        double value = gauge(name);
        return Double.isNaN(value) ? 0 : (long) value;
    }

    private double gauge(String name) {
        Metric meter = meters.get(name);
        return meter != null && meter.metricValue() instanceof Number n ? n.doubleValue() : Double.NaN;
    }

    /** Waits at most this long for what is on its way; what is left is failed by the client as "closed forcefully". */
    void close(Duration limit) {
        producer.close(limit);
        retries.close();
    }

    @Override
    public void close() {
        close(Duration.ZERO);
    }
}
