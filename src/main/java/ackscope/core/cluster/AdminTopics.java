package ackscope.core.cluster;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Topics by Kafka's own admin client. Safe for any thread. */
final class AdminTopics implements Topics, AutoCloseable {
    private static final int LEADER_LIMIT_MS = 10_000;
    private static final int LEADER_PAUSE_MS = 50;

    private final SideDoor door;
    private final Function<NewTopic, Map<String, String>> extraConfigs;
    private final RecordReader records;

    /**
     * @param clientProperties how to reach the cluster
     * @param extraConfigs     topic configurations that a new topic gets besides the person's
     */
    AdminTopics(Map<String, Object> clientProperties, Function<NewTopic, Map<String, String>> extraConfigs) {
        Map<String, Object> reach = Map.copyOf(clientProperties);
        this.door = new SideDoor(() -> reach);
        this.extraConfigs = extraConfigs;
        this.records = new RecordReader(reach);
    }

    @Override
    public List<String> names() {
        String doing = "The topics could not be listed";
        return read(() -> door.ask(doing, a -> a.listTopics().names())).stream().sorted().toList();
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
        Config config = door.ask(doing, a -> a.describeConfigs(List.of(resource)).values().get(resource));
        TopicDescription topic = found.get();
        return Optional.of(new Topic(name, topic.partitions().size(), topic.partitions().getFirst().replicas().size(),
                number(config, "min.insync.replicas"), number(config, "max.message.bytes")));
    }

    private static int number(Config config, String name) {
        return Integer.parseInt(config.get(name).value());
    }

    private Optional<TopicDescription> description(String doing, String name) {
        try {
            return Optional.of(door.ask(doing, a -> a.describeTopics(List.of(name)).topicNameValues().get(name)));
        } catch (ClusterException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return Optional.empty();
            }
            throw e;
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
        door.ask(doing, a -> a.createTopics(List.of(
                new org.apache.kafka.clients.admin.NewTopic(topic.name(), topic.partitions(), replication)
                        .configs(configs)))
                .all());
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
                Thread.currentThread().interrupt();
                throw AdminErrors.of(doing, e);
            }
        }
    }

    @Override
    public Optional<StoredRecord> read(String topic, int partition, long offset) {
        return records.read(topic, partition, offset);
    }

    /** Asks once more when no broker answered: one that hangs held what was sent to it, and the client is another now. */
    private static <T> T read(Supplier<T> question) {
        try {
            return question.get();
        } catch (ClusterException e) {
            if (!AdminErrors.isTimeout(e)) {
                throw e;
            }
            return question.get();
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
