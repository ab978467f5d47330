package ackscope.core.cluster;

import static java.util.stream.Collectors.joining;

import ackscope.core.wire.Loopback;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * The {@code server.properties} of the lab's nodes: small, quick to notice a fault, bound to 127.0.0.1 only, KRaft with one controller
 * (KIP-500). Values are Kafka's broker configurations ({@code KafkaConfig}).
 */
final class BrokerConfig {
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule required ";

    private BrokerConfig() {
    }

    /**
     * A broker's configuration.
     *
     * @param bound      the port that each listener binds
     * @param advertised the port that each listener tells clients
     */
    static Properties broker(LabIdentity lab, int id, Path folder, Map<Listener, Integer> bound,
            Map<Listener, Integer> advertised) {
        Properties p = common(lab, id, folder);
        p.setProperty("process.roles", "broker");
        listeners(p, bound, advertised);
        p.setProperty("inter.broker.listener.name", Listener.REPL.name());
        p.setProperty("sasl.mechanism.inter.broker.protocol", "PLAIN");
        p.setProperty("listener.name.secure.plain.sasl.jaas.config",
                PLAIN + "user_" + LabIdentity.CLIENT_USER + "=\"" + lab.clientPassword() + "\";");
        small(p);
        quick(p);
        bounded(p);
        return p;
    }

    /** The controller's configuration. */
    static Properties controller(LabIdentity lab, Path folder, int bound, int advertised) {
        Properties p = common(lab, lab.controllerId(), folder);
        p.setProperty("process.roles", "controller");
        listeners(p, Map.of(Listener.CONTROLLER, bound), Map.of(Listener.CONTROLLER, advertised));
        quick(p);
        return p;
    }

    /** A single node that is both, for a short run with nothing before its listeners. */
    static Properties alone(LabIdentity lab, Path folder, int client) {
        Properties p = common(lab, lab.controllerId(), folder);
        p.setProperty("process.roles", "broker,controller");
        Map<Listener, Integer> bound = Map.of(Listener.CLIENT, client, Listener.CONTROLLER, lab.controllerPort());
        listeners(p, bound, bound);
        p.setProperty("inter.broker.listener.name", Listener.CLIENT.name());
        small(p);
        quick(p);
        p.setProperty("offsets.topic.replication.factor", "1");
        p.setProperty("transaction.state.log.replication.factor", "1");
        p.setProperty("share.coordinator.state.topic.replication.factor", "1");
        return p;
    }

    /** The folders that hold records; two, so that one of them can fail while the broker lives. */
    static List<Path> logDirs(Path folder) {
        return List.of(folder.resolve("data-1"), folder.resolve("data-2"));
    }

    /** The folder of the metadata log, apart from the others: without it a node cannot live. */
    static Path metadataDir(Path folder) {
        return folder.resolve("metadata");
    }

    private static Properties common(LabIdentity lab, int id, Path folder) {
        Properties p = new Properties();
        p.setProperty("node.id", Integer.toString(id));
        p.setProperty("controller.quorum.voters", lab.controllerId() + "@" + Loopback.HOST + ":"
                + lab.controllerPort());
        p.setProperty("controller.listener.names", Listener.CONTROLLER.name());
        p.setProperty("sasl.enabled.mechanisms", "PLAIN");
        p.setProperty("sasl.mechanism.controller.protocol", "PLAIN");
        String brokers = PLAIN + "username=\"" + LabIdentity.BROKER_USER + "\" password=\"" + lab.brokerPassword()
                + "\" user_" + LabIdentity.BROKER_USER + "=\"" + lab.brokerPassword() + "\";";
        p.setProperty("listener.name.repl.plain.sasl.jaas.config", brokers);
        p.setProperty("listener.name.controller.plain.sasl.jaas.config", brokers);
        p.setProperty("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        p.setProperty("allow.everyone.if.no.acl.found", "true");
        p.setProperty("super.users", "User:" + LabIdentity.BROKER_USER);
        p.setProperty("log.dirs", logDirs(folder).stream().map(Path::toString).collect(joining(",")));
        p.setProperty("metadata.log.dir", metadataDir(folder).toString());
        return p;
    }

    private static void listeners(Properties p, Map<Listener, Integer> bound, Map<Listener, Integer> advertised) {
        p.setProperty("listeners", addresses(bound));
        p.setProperty("advertised.listeners", addresses(advertised));
        p.setProperty("listener.security.protocol.map",
                List.of(Listener.values()).stream().map(l -> l + ":" + l.protocol()).collect(joining(",")));
    }

    private static String addresses(Map<Listener, Integer> ports) {
        return ports.entrySet().stream().sorted(Map.Entry.comparingByKey())
                .map(e -> e.getKey() + "://" + Loopback.HOST + ":" + e.getValue()).collect(joining(","));
    }

    private static void small(Properties p) {
        p.setProperty("num.network.threads", "2");
        p.setProperty("num.io.threads", "2");
        p.setProperty("num.replica.fetchers", "1");
        p.setProperty("background.threads", "2");
        p.setProperty("log.cleaner.threads", "1");
        p.setProperty("log.cleaner.dedupe.buffer.size", "2097152");
        p.setProperty("log.index.size.max.bytes", "1048576");
        p.setProperty("offsets.topic.num.partitions", "1");
        p.setProperty("transaction.state.log.num.partitions", "1");
        p.setProperty("transaction.state.log.min.isr", "1");
        p.setProperty("share.coordinator.state.topic.num.partitions", "1");
        p.setProperty("share.coordinator.state.topic.min.isr", "1");
        p.setProperty("group.initial.rebalance.delay.ms", "0");
        p.setProperty("auto.create.topics.enable", "false");
    }

    private static void quick(Properties p) {
        p.setProperty("broker.session.timeout.ms", "3000");
        p.setProperty("broker.heartbeat.interval.ms", "300");
        p.setProperty("replica.lag.time.max.ms", "4000");
        p.setProperty("replica.fetch.wait.max.ms", "200");
        p.setProperty("replica.fetch.backoff.ms", "100");
        p.setProperty("replica.socket.timeout.ms", "3000");
        p.setProperty("replica.high.watermark.checkpoint.interval.ms", "500");
        p.setProperty("transaction.abort.timed.out.transaction.cleanup.interval.ms", "500");
        p.setProperty("unclean.leader.election.enable", "false");
    }

    /** Topics made without limits of their own (by another tool, say) keep to these. */
    private static void bounded(Properties p) {
        p.setProperty("log.retention.bytes", Long.toString(LabTopicLimits.MOST_RETENTION_BYTES));
        p.setProperty("log.segment.bytes", Long.toString(LabTopicLimits.MOST_RETENTION_BYTES / 4));
        p.setProperty("log.retention.check.interval.ms", "5000");
        p.setProperty("log.segment.delete.delay.ms", "1000");
    }
}
