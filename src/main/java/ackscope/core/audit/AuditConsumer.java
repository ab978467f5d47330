package ackscope.core.audit;

import ackscope.core.cluster.ClientKeys;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Makes the consumers that an audit reads with: in no group, committing nothing, and giving up a broker that hangs in good time. */
public final class AuditConsumer {
    private static final List<String> NOT_OURS = List.of("client.id", "interceptor.classes", "metric.reporters",
            "group.id", "group.instance.id", "group.protocol");

    private AuditConsumer() {
    }

    /**
     * A consumer of bytes.
     *
     * @param clientProperties how to reach the cluster; what is meant for producers is left out
     */
    public static Consumer<byte[], byte[]> open(Map<String, Object> clientProperties, Pass pass) {
        Map<String, Object> config = new HashMap<>(clientProperties);
        NOT_OURS.forEach(config::remove);
        config.put("client.id", "ackscope-audit");
        config.put("isolation.level", pass == Pass.COMMITTED ? "read_committed" : "read_uncommitted");
        config.put("auto.offset.reset", "none");
        config.put("enable.auto.commit", false);
        config.put("allow.auto.create.topics", false);
        config.put("max.poll.records", 5_000);
        config.put("request.timeout.ms", 3_000);
        config.put("default.api.timeout.ms", 4_000);
        config.put("reconnect.backoff.max.ms", 200);
        config.put("metadata.max.age.ms", 5_000);
        config.put("enable.metrics.push", false);
        config.put("auto.include.jmx.reporter", false);
        ClientKeys.keep(config, ConsumerConfig.configNames());
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
