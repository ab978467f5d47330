package ackscope.core.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics by Kafka's own admin client, which is made at the first call and kept. Safe for any thread. */
final class AdminTopics implements Topics, AutoCloseable {
    private static final int REQUEST_MS = 1_500;
    private static final int CALL_MS = 4_000;
    private static final int LEADER_LIMIT_MS = 10_000;
    private static final int LEADER_PAUSE_MS = 50;

    private final Map<String, Object> clientProperties;
    private final Function<NewTopic, Map<String, String>> extraConfigs;
    private final RecordReader records;
    private Optional<Admin> admin = Optional.empty();
    private boolean closed;

    /**
     * @param clientProperties how to reach the cluster
     * @param extraConfigs     topic configurations that a new topic gets besides the person's
     */
    AdminTopics(Map<String, Object> clientProperties, Function<NewTopic, Map<String, String>> extraConfigs) {
        this.clientProperties = Map.copyOf(clientProperties);
        this.extraConfigs = extraConfigs;
        this.records = new RecordReader(this.clientProperties);
    }

    private synchronized Admin admin() {
        if (closed) {
            throw new ClusterException("The connection to the cluster is closed. Connect again.");
        }
        if (admin.isEmpty()) {
            admin = Optional.of(AdminClients.create(clientProperties, REQUEST_MS, CALL_MS));
        }
        return admin.get();
    }

    @Override
    public List<String> names() {
        String doing = "The topics could not be listed";
        return read(() -> get(doing, ask(doing, a -> a.listTopics().names()))).stream().sorted().toList();
    }

    @Override
    public Optional<Topic> describe(String name) {
        return read(() -> described(name));
    }

    private Optional<Topic> described(String name) {
        String doing = "Topic '" + name + "' could not be described";
        Optional<TopicDescription> found = description(doing, name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        Config config = get(doing, ask(doing, a -> a.describeConfigs(List.of(resource)).values().get(resource)));
        TopicDescription topic = found.get();
        return Optional.of(new Topic(name, topic.partitions().size(), topic.partitions().getFirst().replicas().size(),
                number(config, "min.insync.replicas"), number(config, "max.message.bytes")));
    }

    private static int number(Config config, String name) {
        return Integer.parseInt(config.get(name).value());
    }

    private Optional<TopicDescription> description(String doing, String name) {
        try {
            return Optional.of(
                    ask(doing, a -> a.describeTopics(List.of(name)).topicNameValues().get(name))
                            .get(CALL_MS + 500, TimeUnit.MILLISECONDS));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw AdminErrors.of(doing, e);
        } catch (TimeoutException e) {
            throw AdminErrors.of(doing, e);
        } catch (InterruptedException e) {
            throw interrupted(doing, e);
        }
    }

    @Override
    public void create(NewTopic topic) {
        String doing = "Topic '" + topic.name() + "' was not created";
        if (topic.minInsyncReplicas() > topic.replication()) {
            throw new ClusterException(doing + ": min.insync.replicas " + topic.minInsyncReplicas()
                    + " is more than the replication " + topic.replication()
                    + ", so that no record with acks=all could ever be written. Lower it, or raise the replication.");
        }
        Map<String, String> configs = new HashMap<>(extraConfigs.apply(topic));
        configs.put("min.insync.replicas", Integer.toString(topic.minInsyncReplicas()));
        configs.put("max.message.bytes", Integer.toString(topic.maxMessageBytes()));
        short replication = (short) Math.clamp(topic.replication(), Short.MIN_VALUE, Short.MAX_VALUE);
        get(doing, ask(doing, a -> a.createTopics(List.of(
                new org.apache.kafka.clients.admin.NewTopic(topic.name(), topic.partitions(), replication)
                        .configs(configs)))
                .all()));
        awaitLeaders(topic);
    }

    private void awaitLeaders(NewTopic topic) {
        String doing = "Topic '" + topic.name() + "' was created, but not all its partitions have a leader yet";
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LEADER_LIMIT_MS);
        while (!description(doing, topic.name()).map(MetadataReader::partitions).filter(
                all -> all.size() == topic.partitions() && all.stream().allMatch(p -> p.leader() >= 0)).isPresent()) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException(doing + ". Check that enough brokers are up.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LEADER_PAUSE_MS);
            } catch (InterruptedException e) {
                throw interrupted(doing, e);
            }
        }
    }

    @Override
    public Optional<StoredRecord> read(String topic, int partition, long offset) {
        return records.read(topic, partition, offset);
    }

    /**
     * Asks once more with a client of its own connections when no broker answered: one that hangs holds what was sent to it, and the
     * client may go back to it until its limit.
     */
    private <T> T read(Supplier<T> question) {
        try {
            return question.get();
        } catch (ClusterException e) {
            if (!AdminErrors.isTimeout(e)) {
                throw e;
            }
            forget();
            return question.get();
        }
    }

    private synchronized void forget() {
        admin.ifPresent(a -> a.close(Duration.ZERO));
        admin = Optional.empty();
    }

    private <T> KafkaFuture<T> ask(String doing, Function<Admin, KafkaFuture<T>> question) {
        try {
            return question.apply(admin());
        } catch (KafkaException e) {
            throw AdminErrors.of(doing, e);
        }
    }

    private static <T> T get(String doing, KafkaFuture<T> answer) {
        try {
            return answer.get(CALL_MS + 500, TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw AdminErrors.of(doing, e);
        } catch (InterruptedException e) {
            throw interrupted(doing, e);
        }
    }

    private static ClusterException interrupted(String doing, InterruptedException e) {
        Thread.currentThread().interrupt();
        return AdminErrors.of(doing, e);
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }
}
