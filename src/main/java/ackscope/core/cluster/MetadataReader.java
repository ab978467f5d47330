package ackscope.core.cluster;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.TopicPartitionInfo;

/** Reads what a cluster says of its brokers and of one topic; belongs to one thread, and comes back within a few seconds. */
final class MetadataReader implements AutoCloseable {
    /** How long a call may take, by how far away the cluster is. */
    enum Patience {
        /** On this machine. */
        NEARBY(500, 1_500),
        /** Anywhere. */
        REMOTE(2_000, 4_500);

        private final int requestMs;
        private final int callMs;

        Patience(int requestMs, int callMs) {
            this.requestMs = requestMs;
            this.callMs = callMs;
        }
    }

    private static final int GRACE_MS = 300;

    private final Admin admin;
    private final int waitMs;

    /** @throws org.apache.kafka.common.KafkaException when the properties do not make a client */
    MetadataReader(Map<String, Object> clientProperties, Patience patience) {
        admin = AdminClients.create(clientProperties, patience.requestMs, patience.callMs);
        waitMs = patience.callMs + GRACE_MS;
    }

    /**
     * What was read.
     *
     * @param brokers    address by id, of the brokers that the controller counts as alive; empty when the cluster did not answer
     * @param partitions of the topic, by number; empty when it did not answer for it or there is no such topic
     * @param problem    why the cluster did not answer
     */
    record Reading(Optional<Map<Integer, String>> brokers, Optional<List<ClusterView.Partition>> partitions,
            Optional<Throwable> problem) {
    }

    /** One reading of the brokers and of a topic, "" for none. */
    Reading read(String topic) throws InterruptedException {
        KafkaFuture<Collection<Node>> nodes = admin.describeCluster().nodes();
        Optional<KafkaFuture<TopicDescription>> asked = topic.isEmpty()
                ? Optional.empty()
                : Optional.of(admin.describeTopics(List.of(topic)).topicNameValues().get(topic));
        Map<Integer, String> brokers = new TreeMap<>();
        try {
            nodes.get(waitMs, TimeUnit.MILLISECONDS).forEach(n -> brokers.put(n.id(), n.host() + ":" + n.port()));
        } catch (ExecutionException e) {
            return new Reading(Optional.empty(), Optional.empty(), Optional.of(e.getCause()));
        } catch (TimeoutException e) {
            return new Reading(Optional.empty(), Optional.empty(), Optional.of(e));
        }
        return new Reading(Optional.of(brokers), partitions(asked), Optional.empty());
    }

    private Optional<List<ClusterView.Partition>> partitions(Optional<KafkaFuture<TopicDescription>> asked)
            throws InterruptedException {
        if (asked.isEmpty()) {
            return Optional.of(List.of());
        }
        try {
            return Optional.of(partitions(asked.get().get(waitMs, TimeUnit.MILLISECONDS)));
        } catch (ExecutionException e) {
            return e.getCause() instanceof org.apache.kafka.common.errors.UnknownTopicOrPartitionException
                    ? Optional.of(List.of())
                    : Optional.empty();
        } catch (TimeoutException _) {
            return Optional.empty();
        }
    }

    static List<ClusterView.Partition> partitions(TopicDescription topic) {
        return topic.partitions().stream().map(MetadataReader::partition).toList();
    }

    private static ClusterView.Partition partition(TopicPartitionInfo p) {
        int leader = p.leader() == null || p.leader().isEmpty() ? -1 : p.leader().id();
        return new ClusterView.Partition(p.partition(), leader, ids(p.replicas()), ids(p.isr()));
    }

    private static List<Integer> ids(List<Node> nodes) {
        return nodes.stream().map(Node::id).toList();
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
