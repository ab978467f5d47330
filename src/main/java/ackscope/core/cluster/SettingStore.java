package ackscope.core.cluster;

import org.apache.kafka.common.acl.AccessControlEntryFilter;
import org.apache.kafka.common.acl.AclBindingFilter;
import java.util.Collections;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.apache.kafka.common.quota.ClientQuotaFilter;
import org.apache.kafka.common.quota.ClientQuotaFilterComponent;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Reads and writes settings by Kafka's admin client. */
final class SettingStore {
    private static final String RATE = "producer_byte_rate";

    private static final Map<String, AccessControlEntry> RULES = Map.of(
            Setting.WriteRules.ALLOW,
            new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW),
            Setting.WriteRules.DENY,
            new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.WRITE, AclPermissionType.DENY));

    private final SideDoor door;

    SettingStore(SideDoor door) {
        this.door = door;
    }

    Optional<String> read(Setting setting) {
        return switch (setting) {
            case Setting.OfTopic(String topic, String key) -> Optional.ofNullable(ofTopic(topic).get(key));
            case Setting.ProducerQuota(String client) -> quota(client);
            case Setting.WriteRules(String topic) -> rules(topic);
        };
    }

    void write(Setting setting, Optional<String> value) {
        switch (setting) {
            case Setting.OfTopic(String topic, String key) -> topic(topic, key, value);
            case Setting.ProducerQuota(String client) -> quota(client, value);
            case Setting.WriteRules(String topic) -> rules(topic, value);
        }
    }

    /** The configurations that a topic has of its own. */
    Map<String, String> ofTopic(String topic) {
        ConfigResource resource = resource(topic);
        Config config = door.ask("The settings of topic '" + topic + "' could not be read",
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

    private Optional<String> rules(String topic) {
        Collection<AclBinding> found = door.ask("The rules of topic '" + topic + "' could not be read",
                a -> a.describeAcls(new AclBindingFilter(pattern(topic).toFilter(),
                        AccessControlEntryFilter.ANY)).values());
        TreeSet<String> names = new TreeSet<>();
        RULES.forEach((name, rule) -> {
            if (found.stream().anyMatch(b -> b.entry().equals(rule))) {
                names.add(name);
            }
        });
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("+", names));
    }

    private void rules(String topic, Optional<String> value) {
        String doing = "The rules of topic '" + topic + "' were not changed";
        List<String> wanted = value.map(v -> List.of(v.split("\\+"))).orElse(List.of());
        List<AclBinding> add = bindings(topic, wanted);
        List<AclBinding> remove = bindings(topic,
                RULES.keySet().stream().filter(name -> !wanted.contains(name)).toList());
        door.ask(doing, a -> a.createAcls(add).all());
        door.ask(doing, a -> a.deleteAcls(remove.stream().map(AclBinding::toFilter).toList()).all());
    }

    private static List<AclBinding> bindings(String topic, List<String> names) {
        return names.stream().sorted().map(name -> new AclBinding(pattern(topic), RULES.get(name))).toList();
    }

    private static ResourcePattern pattern(String topic) {
        return new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
    }
}
