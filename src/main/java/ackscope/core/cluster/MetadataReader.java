package ackscope.core.cluster;

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
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Asks a cluster for its brokers and for one topic, without waiting longer for the answer than one wants. Belongs to one thread. */
final class MetadataReader implements AutoCloseable {
    private final Admin admin;

    /** How long a question may stay open, by how far away the cluster is. */
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

    /** @throws org.apache.kafka.common.KafkaException when the properties do not make a client */
    MetadataReader(Map<String, Object> clientProperties, Patience patience) {
        admin = AdminClients.create(clientProperties, patience.requestMs, patience.callMs);
    }

    /**
     * What was read.
     *
     * @param topic      what was asked for, "" for none
     * @param brokers    address by id, of the brokers that the controller counts as alive; empty when the cluster did not answer
     * @param partitions of the topic, by number, none when there is no such topic; empty when the cluster did not answer for it
     * @param problem    why the cluster did not answer
     */
    record Reading(String topic, Optional<Map<Integer, String>> brokers,
            Optional<List<ClusterView.Partition>> partitions, Optional<Throwable> problem) {
    }

    /** Asks for the brokers and for a topic, "" for none. The client ends every question by itself in the end. */
    Question ask(String topic) {
        return new Question(topic, admin.describeCluster().nodes(),
                topic.isEmpty()
                        ? KafkaFuture.completedFuture(List.of())
                        : admin.describeTopics(List.of(topic)).topicNameValues().get(topic)
                                .thenApply(MetadataReader::partitions));
    }

    /** An open question. */
    record Question(String topic, KafkaFuture<Collection<Node>> nodes,
            KafkaFuture<List<ClusterView.Partition>> partitions) {

        /** The answer, if it is there within the time. */
        Optional<Reading> answer(long limitMs) throws InterruptedException {
            long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limitMs);
            try {
                Map<Integer, String> brokers = new TreeMap<>();
                left(nodes, deadline).forEach(n -> brokers.put(n.id(), n.host() + ":" + n.port()));
                return Optional.of(new Reading(topic, Optional.of(brokers), partitions(deadline), Optional.empty()));
            } catch (ExecutionException e) {
                return Optional.of(
                        new Reading(topic, Optional.empty(), Optional.empty(), Optional.ofNullable(e.getCause())));
            } catch (TimeoutException _) {
                return Optional.empty();
            }
        }

        private Optional<List<ClusterView.Partition>> partitions(long deadline)
                throws InterruptedException, TimeoutException {
            try {
                return Optional.of(left(partitions, deadline));
            } catch (ExecutionException e) {
                return e.getCause() instanceof UnknownTopicOrPartitionException
                        ? Optional.of(List.of())
                        : Optional.empty();
            }
        }

        private static <T> T left(KafkaFuture<T> future, long deadline)
                throws InterruptedException, ExecutionException, TimeoutException {
            return future.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
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
        admin.close(AdminClients.AT_ONCE);
    }
}
