package ackscope.core.cluster;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;

/** Reads and writes settings by Kafka's admin client. */
final class SettingStore {
    private static final String RATE = "producer_byte_rate";

    private final SideDoor door;
    private final AclRules rules;

    SettingStore(SideDoor door) {
        this.door = door;
        this.rules = new AclRules(door);
    }

    Optional<String> read(Setting setting) {
        return switch (setting) {
            case Setting.OfTopic(String topic, String key) -> Optional.ofNullable(ofTopic(topic).get(key));
            case Setting.ProducerQuota(String client) -> quota(client);
            case Setting.WriteRules(String topic) -> rules.read(topic);
        };
    }

    void write(Setting setting, Optional<String> value) {
        switch (setting) {
            case Setting.OfTopic(String topic, String key) -> topic(topic, key, value);
            case Setting.ProducerQuota(String client) -> quota(client, value);
            case Setting.WriteRules(String topic) -> rules.write(topic, value);
        }
    }

    /** The configurations that a topic has of its own. */
    Map<String, String> ofTopic(String topic) {
        ConfigResource resource = resource(topic);
        Config config = door.askOfTopic("The settings of topic '" + topic + "' could not be read",
                a -> a.describeConfigs(List.of(resource)).values().get(resource));
        return config.entries().stream()
                .filter(e -> e.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG && e.value() != null)
                .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }

    private void topic(String topic, String key, Optional<String> value) {
        AlterConfigOp change = new AlterConfigOp(new ConfigEntry(key, value.orElse("")),
                value.isPresent() ? AlterConfigOp.OpType.SET : AlterConfigOp.OpType.DELETE);
        door.ask(key + " of topic '" + topic + "' was not changed",
                a -> a.incrementalAlterConfigs(Map.of(resource(topic), List.of(change))).all());
    }

    private static ConfigResource resource(String topic) {
        return new ConfigResource(ConfigResource.Type.TOPIC, topic);
    }

    private Optional<String> quota(String client) {
        ClientQuotaFilter filter = ClientQuotaFilter.containsOnly(List.of(client.isEmpty()
                ? ClientQuotaFilterComponent.ofDefaultEntity(ClientQuotaEntity.CLIENT_ID)
                : ClientQuotaFilterComponent.ofEntity(ClientQuotaEntity.CLIENT_ID, client)));
        return door.ask("The producer quota could not be read", a -> a.describeClientQuotas(filter).entities())
                .values().stream().map(rates -> rates.get(RATE)).filter(rate -> rate != null).findFirst()
                .map(SettingStore::plain);
    }

    private static String plain(double rate) {
        return rate == Math.rint(rate) ? Long.toString((long) rate) : Double.toString(rate);
    }

    private void quota(String client, Optional<String> value) {
        ClientQuotaEntity entity = new ClientQuotaEntity(
                Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, client.isEmpty() ? null : client));
        ClientQuotaAlteration change = new ClientQuotaAlteration(entity,
                List.of(new ClientQuotaAlteration.Op(RATE, value.map(Double::valueOf).orElse(null))));
        door.ask("The producer quota was not changed", a -> a.alterClientQuotas(List.of(change)).all());
    }
}
