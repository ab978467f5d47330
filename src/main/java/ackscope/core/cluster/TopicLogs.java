package ackscope.core.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Looks at topics' logs: where they begin and end, who leads and who is in sync. Every call has a limit, and what one broker does not tell
 * in time is left out. Safe for any thread; never call it on the FX thread. The admin client is made at the first call.
 */
public final class TopicLogs implements AutoCloseable {
    /** Kafka's default of replica.lag.time.max.ms, for clusters that do not tell theirs. */
    public static final long LAG_TIME_MS = 30_000;
    private static final String LAG_TIME = "replica.lag.time.max.ms";
    private static final int REQUEST_MS = 800;
    private static final int CALL_MS = 4_000;

    private final Supplier<Map<String, Object>> clientProperties;
    private Optional<Admin> admin = Optional.empty();
    private boolean closed;

    /** @param clientProperties how to reach the cluster; asked at the first call, and empty while it is not ready */
    public TopicLogs(Supplier<Map<String, Object>> clientProperties) {
        this.clientProperties = clientProperties;
    }

    /**
     * A topic's logs, or empty if there is no such topic.
     *
     * @param limit   to say what partitions the topic has; long enough to ask a second broker when the first one hangs
     * @param offsets more for leaders to tell their offsets
     * @throws ClusterException in words if the cluster does not say within the limit what partitions the topic has
     */
    public Optional<TopicLog> read(String topic, Duration limit, Duration offsets) {
        String doing = "The logs of topic '" + topic + "' could not be looked at";
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            Admin asked = admin();
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            KafkaFuture<Config> config = asked.describeConfigs(List.of(resource)).values().get(resource);
            TopicDescription found = left(asked.describeTopics(List.of(topic)).topicNameValues().get(topic), deadline);
            long later = System.nanoTime() + offsets.toNanos();
            Optional<Config> settings = told(config, later);
            return Optional.of(new TopicLog(topic, found.topicId().toString(),
                    settings.map(c -> value(c, "cleanup.policy").contains("compact")).orElse(true),
                    settings.map(c -> value(c, "min.insync.replicas")).filter(v -> v.matches("\\d{1,9}"))
                            .map(Integer::parseInt).orElse(0),
                    partitions(asked, found, later)));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException
                    || e.getCause() instanceof InvalidTopicException) {
                return Optional.empty();
            }
            throw AdminErrors.of(doing, e);
        } catch (TimeoutException | KafkaException e) {
            forget();
            throw AdminErrors.of(doing, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw AdminErrors.of(doing, e);
        }
    }

    private static List<TopicLog.Partition> partitions(Admin asked, TopicDescription topic, long deadline)
            throws InterruptedException {
        List<ClusterView.Partition> all = MetadataReader.partitions(topic);
        List<TopicPartition> led = all.stream().filter(p -> p.leader() >= 0)
                .map(p -> new TopicPartition(topic.name(), p.number())).toList();
        ListOffsetsResult starts = offsets(asked, led, OffsetSpec.earliest(), IsolationLevel.READ_UNCOMMITTED);
        ListOffsetsResult stables = offsets(asked, led, OffsetSpec.latest(), IsolationLevel.READ_COMMITTED);
        ListOffsetsResult ends = offsets(asked, led, OffsetSpec.latest(), IsolationLevel.READ_UNCOMMITTED);
        List<TopicLog.Partition> read = new ArrayList<>(all.size());
        for (ClusterView.Partition p : all) {
            TopicPartition place = new TopicPartition(topic.name(), p.number());
            boolean asks = p.leader() >= 0;
            read.add(new TopicLog.Partition(p.number(), p.leader(), p.replicas().size(), p.isr().size(),
                    asks ? offset(starts, place, deadline) : -1, asks ? offset(ends, place, deadline) : -1,
                    asks ? offset(stables, place, deadline) : -1));
        }
        return read;
    }

    private static ListOffsetsResult offsets(Admin asked, List<TopicPartition> places, OffsetSpec which,
            IsolationLevel isolation) {
        return asked.listOffsets(places.stream().collect(Collectors.toMap(p -> p, _ -> which)),
                new ListOffsetsOptions(isolation));
    }

    private static long offset(ListOffsetsResult all, TopicPartition place, long deadline)
            throws InterruptedException {
        return told(all.partitionResult(place), deadline).map(ListOffsetsResult.ListOffsetsResultInfo::offset)
                .orElse(-1L);
    }

    /** How long a replica may lag before it is no longer in sync, ms, by a broker's configuration; Kafka's default if it does not tell. */
    public long lagTimeMs(int broker) {
        try {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.BROKER, Integer.toString(broker));
            return told(admin().describeConfigs(List.of(resource)).values().get(resource),
                    System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALL_MS)).map(c -> c.get(LAG_TIME))
                    .map(ConfigEntry::value).map(Long::parseLong).orElse(LAG_TIME_MS);
        } catch (KafkaException e) {
            return LAG_TIME_MS;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return LAG_TIME_MS;
        }
    }

    private static String value(Config config, String name) {
        ConfigEntry entry = config.get(name);
        return entry == null || entry.value() == null ? "" : entry.value();
    }

    private static <T> Optional<T> told(KafkaFuture<T> answer, long deadline) throws InterruptedException {
        try {
            return Optional.of(left(answer, deadline));
        } catch (ExecutionException | TimeoutException e) {
            return Optional.empty();
        }
    }

    private static <T> T left(KafkaFuture<T> answer, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        return answer.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    private synchronized Admin admin() {
        if (closed) {
            throw new ClusterException("The connection to the cluster is closed. Connect again.");
        }
        if (admin.isEmpty()) {
            Map<String, Object> reach = clientProperties.get();
            if (reach.isEmpty()) {
                throw new ClusterException("The cluster is not ready. Wait until its brokers are up.");
            }
            admin = Optional.of(AdminClients.create(reach, REQUEST_MS, CALL_MS));
        }
        return admin.get();
    }

    /** A broker that hangs holds what was sent to it: the next question gets connections of its own. */
    private synchronized void forget() {
        admin.ifPresent(a -> a.close(AdminClients.AT_ONCE));
        admin = Optional.empty();
    }

    @Override
    public synchronized void close() {
        closed = true;
        forget();
    }
}
