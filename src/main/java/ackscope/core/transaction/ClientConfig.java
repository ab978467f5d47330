package ackscope.core.transaction;

import ackscope.core.cluster.ClientKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Settings of the clients that show transactions: they reach the cluster as the app does, give up early, and leave nothing behind. */
final class ClientConfig {
    private static final int REQUEST_MS = 3_000;
    private static final int CALL_MS = 8_000;
    private static final List<String> NOT_OURS = List.of("client.id", "interceptor.classes", "metric.reporters",
            "group.id", "group.instance.id", "group.protocol", "key.serializer", "value.serializer");

    private ClientConfig() {
    }

    /**
     * @param clientProperties how to reach the cluster
     * @param isolation        "read_committed" or "read_uncommitted"
     */
    static Map<String, Object> consumer(Map<String, Object> clientProperties, String isolation) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        NOT_OURS.forEach(config::remove);
        config.put("client.id", "ackscope-" + isolation.replace('_', '-'));
        config.put("isolation.level", isolation);
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        config.put("allow.auto.create.topics", false);
        config.put("request.timeout.ms", REQUEST_MS);
        config.put("default.api.timeout.ms", CALL_MS);
        config.put("retry.backoff.ms", 50);
        config.put("retry.backoff.max.ms", 200);
        config.put("reconnect.backoff.max.ms", 500);
        config.put("metadata.max.age.ms", 5_000);
        config.put("enable.metrics.push", false);
        config.put("auto.include.jmx.reporter", false);
        ClientKeys.keep(config, ConsumerConfig.configNames());
        return config;
    }

    /** A producer's settings, with a transactional.id unless it is "". */
    static Map<String, Object> producer(Map<String, Object> clientProperties, String transactionalId, int timeoutMs) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        NOT_OURS.forEach(config::remove);
        config.put("client.id", "ackscope-shown");
        config.put("acks", "all");
        config.put("linger.ms", 0);
        config.put("request.timeout.ms", REQUEST_MS);
        config.put("delivery.timeout.ms", CALL_MS);
        config.put("max.block.ms", CALL_MS);
        config.put("retry.backoff.ms", 50);
        config.put("enable.metrics.push", false);
        config.put("auto.include.jmx.reporter", false);
        if (!transactionalId.isEmpty()) {
            config.put("transactional.id", transactionalId);
            config.put("transaction.timeout.ms", timeoutMs);
        }
        ClientKeys.keep(config, ProducerConfig.configNames());
        return config;
    }
}
