package ackscope.core.cluster;

import org.apache.kafka.clients.admin.ListTopicsOptions;
import java.util.Comparator;
import java.util.stream.Collectors;
import ackscope.core.cluster.ClusterView.NodeState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.clients.admin.LogDirDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.ElectionType;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.TopicPartitionInfo;

/**
 * What can be done to the lab cluster beside its processes and its wires, and whether it is well. Reaches the brokers past every proxy, so
 * that no fault on the wire keeps it from being undone. Every call blocks a few seconds at most and throws {@link ClusterException} with
 * words; safe for any thread.
 */
public final class Sabotage implements AutoCloseable {
    private static final String GONE = ".failed";
    private static final int SEEN_LIMIT_MS = 3_000;
    private static final int SEEN_PAUSE_MS = 20;

    private final SideDoor door;
    private final SettingStore settings;
    private final Supplier<Optional<LabFolder>> folder;
    private final Supplier<ClusterView> view;

    /**
     * @param direct how to reach the brokers past the proxies
     * @param folder the lab's, once there is one
     */
    Sabotage(Supplier<Map<String, Object>> direct, Supplier<Optional<LabFolder>> folder, Supplier<ClusterView> view) {
        this.door = new SideDoor(direct);
        this.settings = new SettingStore(door);
        this.folder = folder;
        this.view = view;
    }

    /** The value that was set; empty when there is none of its own. */
    public Optional<String> read(Setting setting) {
        return settings.read(setting);
    }

    /** Sets a value, or with empty takes it away, and waits until a broker tells the new one. */
    public void write(Setting setting, Optional<String> value) {
        settings.write(setting, value);
        await(words(setting) + " was set, but the brokers do not tell so yet",
                () -> settings.read(setting).equals(value));
    }

    private static String words(Setting setting) {
        return switch (setting) {
            case Setting.OfTopic(String topic, String key) -> key + " of '" + topic + "'";
            case Setting.ProducerQuota(String client) ->
                "The producer quota" + (client.isEmpty() ? "" : " of '" + client + "'");
            case Setting.WriteRules(String topic) -> "Who may write to '" + topic + "'";
        };
    }

    /** Deletes a topic and makes it again, empty, with the same partitions on the same brokers and its own settings. */
    public void recreate(String topic) {
        String doing = "Topic '" + topic + "' was not deleted";
        TopicDescription was = door.askOfTopic(doing,
                a -> a.describeTopics(List.of(topic)).topicNameValues().get(topic));
        Map<String, String> configs = settings.ofTopic(topic);
        door.ask(doing, a -> a.deleteTopics(List.of(topic)).all());
        String making = "Topic '" + topic + "' was deleted, but not made again";
        NewTopic again = new NewTopic(topic, was.partitions().stream().collect(Collectors
                .toMap(TopicPartitionInfo::partition, p -> p.replicas().stream().map(n -> n.id()).toList())))
                .configs(configs);
        door.ask(making, a -> a.createTopics(List.of(again)).all());
        await("Topic '" + topic + "' was made again, but not all its partitions have a leader yet",
                () -> led(making, topic));
    }

    private boolean led(String making, String topic) {
        return door.askOfTopic(making, a -> a.describeTopics(List.of(topic)).topicNameValues().get(topic)).partitions()
                .stream().allMatch(p -> p.leader() != null && !p.leader().isEmpty());
    }

    /**
     * Takes a log directory of a broker away while it runs: the one that holds most of the topic's partitions.
     *
     * @throws ClusterException also when the broker holds nothing of the topic, or one of its two directories has failed already
     */
    public void failDisk(int broker, String topic) {
        String doing = "No log directory of broker " + broker + " was made to fail";
        List<Path> dirs = BrokerConfig.logDirs(node(doing, broker));
        if (dirs.stream().anyMatch(d -> Files.exists(gone(d)))) {
            throw new ClusterException(
                    doing + ": one of its two has failed already, and without any the broker would end."
                            + " Undo that fault first.");
        }
        Map<String, LogDirDescription> told = door.ask(doing,
                a -> a.describeLogDirs(List.of(broker)).descriptions().get(broker));
        Path dir = dirs.stream().filter(d -> held(told, d, topic) > 0)
                .max(Comparator.comparingLong(d -> held(told, d, topic)))
                .orElseThrow(() -> new ClusterException(doing + ": it has no replica of topic '" + topic
                        + "'. Choose another broker or topic."));
        move(doing, dir, gone(dir));
        block(doing, dir);
    }

    /** A broker ends at its start when a directory is missing or empty, but lives with one that cannot be read: a file stands for it. */
    private static void block(String doing, Path dir) {
        try {
            Files.createFile(dir);
        } catch (IOException e) {
            move(doing, gone(dir), dir);
            throw new ClusterException(doing + ": no file could be put in its place (" + e.getMessage()
                    + "). Check that the disk has room.", e);
        }
    }

    private static long held(Map<String, LogDirDescription> told, Path dir, String topic) {
        LogDirDescription description = told.get(dir.toString());
        return description == null
                ? 0
                : description.replicaInfos().keySet().stream().map(TopicPartition::topic).filter(topic::equals).count();
    }

    /** Puts back what {@link #failDisk} took. Only while the broker does not run: it would go on with files that are gone. */
    void repairDisk(int broker) {
        String doing = "The log directory of broker " + broker + " was not put back";
        for (Path dir : BrokerConfig.logDirs(node(doing, broker))) {
            if (Files.exists(gone(dir))) {
                LabFolder.remove(dir);
                move(doing, gone(dir), dir);
            }
        }
    }

    private Path node(String doing, int broker) {
        return folder.get().map(f -> f.node(broker)).filter(Files::isDirectory).orElseThrow(
                () -> new ClusterException(doing + ": there is no broker " + broker + " in the lab."));
    }

    private static Path gone(Path dir) {
        return dir.resolveSibling(dir.getFileName() + GONE);
    }

    private static void move(String doing, Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new ClusterException(doing + ": " + from + " could not be renamed (" + e.getMessage()
                    + "). Windows does not let go of files in use; use Linux or macOS.", e);
        }
    }

    /** Gives leadership of every partition back to the first of its replicas. */
    public void electPreferred() {
        door.ask("Leadership was not given back",
                a -> a.electLeaders(ElectionType.PREFERRED, (Set<TopicPartition>) null).partitions());
    }

    /** What keeps the cluster from being well, in words; empty when every node is up and every partition has its full ISR. */
    public Optional<String> ailment() {
        for (ClusterView.Node node : view.get().nodes()) {
            if (node.state() != NodeState.UP) {
                String name = node.controller() ? "the controller" : "broker " + node.id();
                return Optional.of(node.state() == NodeState.UNKNOWN
                        ? name + " is not counted in by the controller"
                        : name + " is not up");
            }
        }
        String doing = "The partitions could not be looked at";
        Set<String> names = door.ask(doing,
                a -> a.listTopics(new ListTopicsOptions().listInternal(true)).names());
        long missing = door.ask(doing, a -> a.describeTopics(names).allTopicNames()).values().stream()
                .flatMap(t -> t.partitions().stream())
                .filter(p -> p.leader() == null || p.leader().isEmpty() || p.isr().size() < p.replicas().size())
                .count();
        return missing == 0
                ? Optional.empty()
                : Optional.of(missing == 1
                        ? "one partition misses a replica in sync"
                        : missing + " partitions miss replicas in sync");
    }

    private static void await(String otherwise, BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SEEN_LIMIT_MS);
        while (!holds.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new ClusterException(otherwise + ". Check that the controller and enough brokers are up.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(SEEN_PAUSE_MS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ClusterException(otherwise + ": it was interrupted.", e);
            }
        }
    }

    @Override
    public void close() {
        door.close();
    }
}
