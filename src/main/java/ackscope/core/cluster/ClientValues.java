package ackscope.core.cluster;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;

/** Client properties as Kafka's clients read them: what a value says is kept elsewhere ({@code config.providers}) is fetched from there. */
public final class ClientValues {
    private ClientValues() {
    }

    /**
     * The properties with every value in its place; may read files. Any thread, but not that of JavaFX.
     *
     * @throws org.apache.kafka.common.KafkaException when a value cannot be fetched
     */
    public static Map<String, String> read(Map<String, ?> clientProperties) {
        Map<String, String> values = new HashMap<>();
        new AbstractConfig(new ConfigDef(), clientProperties, Map.of(), false).originals()
                .forEach((name, value) -> values.put(name, String.valueOf(value)));
        return values;
    }
}
