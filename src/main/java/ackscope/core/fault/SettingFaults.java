package ackscope.core.fault;

import ackscope.core.cluster.Setting;
import ackscope.core.event.FaultEvent.Place;
import java.util.List;
import java.util.Optional;

/** The faults of topics and of the cluster: their settings, permissions and quotas, and the loss of a topic. */
final class SettingFaults {
    private static final String BACK = "The setting becomes what it was before.";

    private SettingFaults() {
    }

    static List<FaultKind> all() {
        return List.of(minInsync(), maxMessage(), denyWrite(), denyEverywhere(), quota(), recreate());
    }

    private static FaultKind minInsync() {
        String value = "min-insync";
        FaultKind.Entry entry = entry("topic-min-insync", FaultGroup.CONFIGURATION, "raise min.insync.replicas",
                "The topic asks for this many replicas in sync before it takes acks=all.",
                "With fewer in sync, acks=all is refused with NotEnoughReplicas and retried; acks=0 and acks=1 do not mind. With"
                        + " all replicas asked for, one broker less is enough to stop every safe send.");
        return new FaultKind(entry, TriggerKind.TIMED,
                context -> List.of(Params.topic(context),
                        Parameter.number(value, "min.insync.replicas", "", Math.max(1, context.replicas().size()), 1,
                                context.brokers().size())),
                (_, values, trigger, kind) -> changed(kind, values, trigger,
                        new Setting.OfTopic(values.text(Params.TOPIC), "min.insync.replicas"), values.text(value)));
    }

    private static FaultKind maxMessage() {
        FaultKind.Entry entry = entry("topic-max-message", FaultGroup.CONFIGURATION, "lower max.message.bytes",
                "The topic takes no batch that is larger.",
                "A batch of several records is split and sent again, part by part; a single record over the limit fails with"
                        + " RecordTooLargeException and is not retried.");
        return new FaultKind(entry, TriggerKind.TIMED,
                context -> List.of(Params.topic(context),
                        Parameter.number(Params.BYTES, "max.message.bytes", "bytes", 100, 0, Integer.MAX_VALUE)),
                (_, values, trigger, kind) -> changed(kind, values, trigger,
                        new Setting.OfTopic(values.text(Params.TOPIC), "max.message.bytes"),
                        values.text(Params.BYTES)));
    }

    private static SettingFault changed(FaultKind kind, Values values, Trigger trigger, Setting setting, String value) {
        return new SettingFault(kind.label("to " + value, values.text(Params.TOPIC), trigger, BACK), trigger, setting,
                value);
    }

    private static FaultKind denyWrite() {
        FaultKind.Entry entry = entry("topic-deny-write", FaultGroup.CONFIGURATION, "deny writing (ACL)",
                "Whoever comes without a log-in may no longer write to the topic; that is this app, unless it uses the listener"
                        + " with a password.",
                "TopicAuthorizationException at once, not retried; nothing is appended, and replication goes on.");
        return new FaultKind(entry, TriggerKind.TIMED, context -> List.of(Params.topic(context)),
                (_, values, trigger, kind) -> new SettingFault(
                        kind.label("", values.text(Params.TOPIC), trigger, "The rules become what they were before."),
                        trigger, new Setting.WriteRules(values.text(Params.TOPIC)), Setting.WriteRules.CLOSED));
    }

    private static FaultKind denyEverywhere() {
        FaultKind.Entry entry = entry("cluster-deny-write", FaultGroup.CONFIGURATION, "deny writing everywhere (ACL)",
                "Whoever comes without a log-in may write to no topic, and may not write idempotently.",
                "A producer with idempotence gets ClusterAuthorizationException when it asks for its producer id, one without"
                        + " it TopicAuthorizationException; neither is retried. One that has its id already meets the latter.");
        return new FaultKind(entry, TriggerKind.TIMED, _ -> List.of(),
                (_, _, trigger, kind) -> new SettingFault(
                        kind.label("", "", trigger, "The rules become what they were before."), trigger,
                        new Setting.WriteRules(Setting.WriteRules.EVERYWHERE), Setting.WriteRules.CLOSED));
    }

    private static FaultKind quota() {
        String client = "client";
        FaultKind.Entry entry = entry("cluster-quota", FaultGroup.RESOURCE, "set a producer quota",
                "Each broker takes no more bytes/s than this from a client.",
                "Rates are taken over ten seconds, so a burst passes first. Then answers carry a throttle time and the connection is"
                        + " muted for as long: latency grows, buffer.memory fills and send() blocks. Nothing fails until a"
                        + " time-out is reached.");
        return new FaultKind(entry, TriggerKind.TIMED,
                _ -> List.of(Params.rate(50_000), Parameter.text(client, "Client id (empty: every client)", "")),
                (_, values, trigger, kind) -> new SettingFault(
                        kind.label("of " + values.text(Params.RATE) + " bytes/s",
                                values.text(client).isEmpty() ? "every client" : "client " + values.text(client),
                                trigger, "The quota becomes what it was before."),
                        trigger, new Setting.ProducerQuota(values.text(client)), values.text(Params.RATE)));
    }

    private static FaultKind recreate() {
        FaultKind.Entry entry = entry("topic-recreate", FaultGroup.CONFIGURATION, "delete and recreate the topic",
                "The topic is deleted and made again with the same partitions, replication and settings. Its records are gone:"
                        + " deleted data cannot be restored.",
                "Sends fail with UnknownTopicOrPartition or UnknownTopicId and are retried until the client has fresh metadata;"
                        + " then offsets begin at 0.");
        return new FaultKind(entry, TriggerKind.AT_ONCE, context -> List.of(Params.topic(context)),
                (_, values, trigger, kind) -> new TopicLossFault(
                        kind.label("", values.text(Params.TOPIC), trigger, ""), trigger, values.text(Params.TOPIC)));
    }

    private static FaultKind.Entry entry(String id, FaultGroup group, String title, String does, String expect) {
        return new FaultKind.Entry(id, group, Optional.empty(), Place.TOPIC, title, does, expect);
    }
}
