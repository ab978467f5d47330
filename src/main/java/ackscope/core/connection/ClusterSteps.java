package ackscope.core.connection;

import ackscope.core.cluster.AdminClients;
import ackscope.core.cluster.AdminErrors;
import ackscope.core.cluster.AdminErrors.Trouble;
import ackscope.core.cluster.ClientValues;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The steps that Kafka's own client takes: it encrypts and logs in as the producer will, and only asks. One thread at a time. */
final class ClusterSteps implements AutoCloseable {
    private static final int REQUEST_MS = 4_000;
    private static final int CALL_MS = 8_000;
    private static final int NODES_TRIED = 20;

    private final Connection connection;
    private Optional<Admin> admin = Optional.empty();
    private List<Node> nodes = List.of();
    private Optional<TopicDescription> topic = Optional.empty();
    private boolean closed;

    ClusterSteps(Connection connection) {
        this.connection = connection;
    }

    private Admin admin() {
        Optional<Admin> there = made();
        if (there.isPresent()) {
            return there.get();
        }
        // Outside of the lock: to make one may log in somewhere first, and whoever cancels must not wait for that.
        Admin fresh = AdminClients.create(connection.clientProperties(), REQUEST_MS, CALL_MS);
        synchronized (this) {
            if (!closed) {
                admin = Optional.of(fresh);
                return fresh;
            }
        }
        fresh.close(AdminClients.AT_ONCE);
        throw over();
    }

    private synchronized Optional<Admin> made() {
        if (closed) {
            throw over();
        }
        return admin;
    }

    private static KafkaException over() {
        return new KafkaException("the test is over");
    }

    Finding authenticate() throws InterruptedException {
        try {
            nodes = List.copyOf(admin().describeCluster().nodes().get());
            String protocol = ClientValues.read(connection.clientProperties())
                    .getOrDefault("security.protocol", "PLAINTEXT");
            return Finding.passed(protocol.equals("PLAINTEXT")
                    ? "The cluster answers by PLAINTEXT: nothing is encrypted, and nobody logs in."
                    : "The cluster answers by " + protocol + ".");
        } catch (ExecutionException | KafkaException e) {
            return e.getCause() instanceof TimeoutException ? silent() : failed(e);
        }
    }

    /** Somebody spoke Kafka a moment ago. */
    private static Finding silent() {
        return Finding.failed("The bootstrap server speaks Kafka, but the cluster did not answer in "
                + CALL_MS / 1_000 + " s.",
                "Clients go on to the addresses that brokers tell (advertised.listeners): check that these can be reached"
                        + " from here and speak the same security.protocol, and that the brokers are not paused.");
    }

    private static Finding failed(Exception e) {
        Trouble trouble = AdminErrors.trouble(e);
        return Finding.failed(Character.toUpperCase(trouble.why().charAt(0)) + trouble.why().substring(1) + ".",
                trouble.remedy());
    }

    /** Clients go to the addresses that the cluster tells, which may be others than the bootstrap servers. */
    Finding metadata(Reach reach) throws InterruptedException {
        String id;
        try {
            id = admin().describeCluster().clusterId().get();
        } catch (ExecutionException | KafkaException e) {
            return failed(e);
        }
        List<InetSocketAddress> addresses = nodes.stream().limit(NODES_TRIED)
                .map(n -> InetSocketAddress.createUnresolved(n.host(), n.port())).toList();
        Map<String, String> troubles = reach.unreachable(addresses);
        String cluster = nodes.size() + (nodes.size() == 1 ? " broker" : " brokers") + ", cluster id " + id;
        if (troubles.isEmpty()) {
            return Finding
                    .passed(cluster + "; " + (nodes.size() > NODES_TRIED ? NODES_TRIED + " of them tried, all" : "all")
                            + " take connections.");
        }
        String words = troubles.entrySet().stream().map(e -> e.getKey() + " " + e.getValue())
                .collect(Collectors.joining("; "));
        String remedy = "Clients go to the addresses that brokers tell (advertised.listeners). If brokers are down, start"
                + " them; else make those addresses reachable from here, or use the listener that tells others.";
        return troubles.size() == addresses.size()
                ? Finding.failed("The cluster tells of " + cluster + ", but none takes a connection: " + words + ".",
                        remedy)
                : Finding.remark(cluster + "; " + words + ".", remedy);
    }

    Finding topic() throws InterruptedException {
        String name = connection.topic();
        if (name.isEmpty()) {
            return Finding.skipped("No topic is named.");
        }
        try {
            topic = Optional.of(admin().describeTopics(List.of(name),
                    new DescribeTopicsOptions().includeAuthorizedOperations(true)).topicNameValues().get(name).get());
        } catch (ExecutionException e) {
            return switch (e.getCause()) {
                case UnknownTopicOrPartitionException _ -> missing(name);
                case TopicAuthorizationException _ -> Finding.failed("The user may not see the topic " + name + ".",
                        "Ask for DESCRIBE and WRITE on it, or use another user.");
                case null, default -> failed(e);
            };
        }
        TopicDescription found = topic.get();
        long headless = found.partitions().stream().filter(p -> p.leader() == null || p.leader().isEmpty()).count();
        String words = name + " has " + found.partitions().size()
                + (found.partitions().size() == 1 ? " partition" : " partitions") + ", "
                + found.partitions().getFirst().replicas().size() + " replicas each";
        return headless == 0
                ? Finding.passed(words + ".")
                : Finding.remark(words + "; " + headless + " without a leader.",
                        "Records for those wait or fail until a replica is back.");
    }

    private Finding missing(String name) throws InterruptedException {
        Optional<Boolean> creates = createsTopics();
        if (creates.isEmpty()) {
            return Finding.remark("There is no topic " + name
                    + ", and the cluster does not tell whether it creates topics by itself.",
                    "Create it first, or check its spelling.");
        }
        return creates.get()
                ? Finding.remark("There is no topic " + name
                        + " yet; the first record creates it, with the cluster's defaults.",
                        "Create it by hand if partitions and replicas matter.")
                : Finding.failed("There is no topic " + name
                        + ", and the cluster does not create topics by itself (auto.create.topics.enable=false).",
                        "Check its spelling, ask for it, or create it: use this cluster, then press the topic button in the top bar.");
    }

    private Optional<Boolean> createsTopics() throws InterruptedException {
        if (nodes.isEmpty()) {
            return Optional.empty();
        }
        ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, nodes.getFirst().idString());
        try {
            Config config = admin().describeConfigs(List.of(broker)).values().get(broker).get();
            return Optional.ofNullable(config.get("auto.create.topics.enable")).map(ConfigEntry::value)
                    .map(Boolean::parseBoolean);
        } catch (ExecutionException | KafkaException _) {
            return Optional.empty();
        }
    }

    Finding write() {
        String name = connection.topic();
        if (name.isEmpty()) {
            return Finding.skipped("No topic is named.");
        }
        if (topic.isEmpty()) {
            return Finding.unknown("Not known: there is no topic " + name + " yet.",
                    "The user also needs CREATE on it.");
        }
        Collection<AclOperation> allowed = topic.get().authorizedOperations();
        if (allowed == null || allowed.isEmpty()) {
            return Finding.unknown("Not known: the cluster does not tell what the user may do.",
                    "Send one record; what comes back says it.");
        }
        return Set.copyOf(allowed).contains(AclOperation.WRITE)
                ? Finding.passed("The user may write to " + name + ".")
                : Finding.failed("The user may not write to " + name + "; allowed is " + words(allowed) + ".",
                        "Ask who runs the cluster for WRITE on the topic (kafka-acls.sh --add --producer --topic "
                                + name
                                + "), or use another user.");
    }

    private static String words(Collection<AclOperation> allowed) {
        return allowed.stream().map(AclOperation::name).sorted().collect(Collectors.joining(", "));
    }

    @Override
    public synchronized void close() {
        closed = true;
        admin.ifPresent(a -> a.close(AdminClients.AT_ONCE));
        admin = Optional.empty();
    }
}
