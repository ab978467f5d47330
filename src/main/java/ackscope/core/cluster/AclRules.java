package ackscope.core.cluster;

import ackscope.core.cluster.Setting.WriteRules;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.Resource;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** The rules (ACLs) of {@link WriteRules}, read and written by Kafka's admin client. Rules that are not among them are left alone. */
final class AclRules {
    private static final String EVERYBODY = "User:*";
    private static final String NO_LOG_IN = "User:ANONYMOUS";

    private final SideDoor door;

    AclRules(SideDoor door) {
        this.door = door;
    }

    Optional<String> read(String topic) {
        Collection<AclBinding> found = door.ask("The rules of topic '" + topic + "' could not be read",
                a -> a.describeAcls(AclBindingFilter.ANY).values());
        Set<String> names = new TreeSet<>();
        bindings(topic).forEach((name, rules) -> {
            if (found.containsAll(rules)) {
                names.add(name);
            }
        });
        return names.isEmpty() ? Optional.empty() : Optional.of(String.join("+", names));
    }

    void write(String topic, Optional<String> value) {
        String doing = "The rules of topic '" + topic + "' were not changed";
        List<String> wanted = value.map(v -> List.of(v.split("\\+"))).orElse(List.of());
        List<AclBinding> add = new ArrayList<>();
        List<AclBindingFilter> remove = new ArrayList<>();
        bindings(topic).forEach((name, rules) -> {
            if (wanted.contains(name)) {
                add.addAll(rules);
            } else {
                rules.forEach(rule -> remove.add(rule.toFilter()));
            }
        });
        door.ask(doing, a -> a.createAcls(add).all());
        door.ask(doing, a -> a.deleteAcls(remove).all());
    }

    private static Map<String, List<AclBinding>> bindings(String topic) {
        ResourcePattern one = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        ResourcePattern all = new ResourcePattern(ResourceType.CLUSTER, Resource.CLUSTER_NAME, PatternType.LITERAL);
        AclBinding allow = allow(one);
        AclBinding deny = deny(one, AclOperation.WRITE);
        return topic.equals(WriteRules.EVERYWHERE)
                ? Map.of(WriteRules.ALLOW, List.of(allow, allow(all)), WriteRules.DENY,
                        List.of(deny, deny(all, AclOperation.IDEMPOTENT_WRITE)))
                : Map.of(WriteRules.ALLOW, List.of(allow), WriteRules.DENY, List.of(deny));
    }

    private static AclBinding allow(ResourcePattern on) {
        return new AclBinding(on,
                new AccessControlEntry(EVERYBODY, "*", AclOperation.ALL, AclPermissionType.ALLOW));
    }

    private static AclBinding deny(ResourcePattern on, AclOperation what) {
        return new AclBinding(on, new AccessControlEntry(NO_LOG_IN, "*", what, AclPermissionType.DENY));
    }
}
