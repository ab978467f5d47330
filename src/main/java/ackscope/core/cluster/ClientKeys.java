package ackscope.core.cluster;

import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Which of a person's client properties are given to which of Kafka's clients. */
public final class ClientKeys {
    private ClientKeys() {
    }

    /**
     * Takes out what only other clients know. What no client knows stays: plug-ins read it, and where passwords are kept
     * ({@code config.providers}) is told by it.
     *
     * @param own the names that the client knows
     */
    public static void keep(Map<String, Object> config, Set<String> own) {
        config.keySet().removeIf(key -> !own.contains(key)
                && Stream
                        .of(ProducerConfig.configNames(), ConsumerConfig.configNames(), AdminClientConfig.configNames())
                        .anyMatch(names -> names.contains(key)));
    }
}
