package ackscope.core.cluster;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads one record back from the log with a short-lived consumer: read_uncommitted, no group, nothing committed. */
final class RecordReader {
    private static final int CALL_MS = 4_000;
    private static final int REQUEST_MS = 1_500;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> clientProperties;

    RecordReader(Map<String, Object> clientProperties) {
        this.clientProperties = clientProperties;
    }

    /** The record, or empty if the log has none at that offset (any more): deleted, compacted, or a transaction's marker. */
    Optional<Topics.StoredRecord> read(String topic, int partition, long offset) {
        if (offset < 0) {
            return Optional.empty();
        }
        String doing = "The record at offset " + offset + " of " + topic + "-" + partition + " could not be read";
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            return read(consumer, doing, new TopicPartition(topic, partition), offset);
        } catch (OffsetOutOfRangeException _) {
            return Optional.empty();
        } catch (KafkaException e) {
            throw AdminErrors.of(doing, e);
        }
    }

    private static Optional<Topics.StoredRecord> read(Consumer<byte[], byte[]> consumer, String doing,
            TopicPartition place, long offset) {
        consumer.assign(List.of(place));
        long first = consumer.beginningOffsets(List.of(place)).get(place);
        long end = consumer.endOffsets(List.of(place)).get(place);
        if (offset < first || offset >= end) {
            return Optional.empty();
        }
        consumer.seek(place, offset);
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(CALL_MS);
        while (System.nanoTime() < deadline) {
            for (ConsumerRecord<byte[], byte[]> found : consumer.poll(POLL)) {
                return found.offset() == offset ? Optional.of(stored(found)) : Optional.empty();
            }
            if (consumer.position(place) > offset) {
                return Optional.empty();
            }
        }
        throw new ClusterException(doing + ": its broker did not answer in time. Check that a leader is up.");
    }

    private Consumer<byte[], byte[]> consumer() {
        Map<String, Object> config = new HashMap<>(clientProperties);
        config.keySet().removeIf(key -> !ConsumerConfig.configNames().contains(key));
        config.keySet().removeAll(List.of("client.id", "interceptor.classes", "metric.reporters", "group.id",
                "group.instance.id", "group.protocol"));
        config.put("client.id", "ackscope-reader");
        config.put("isolation.level", "read_uncommitted");
        config.put("auto.offset.reset", "none");
        config.put("enable.auto.commit", false);
        config.put("allow.auto.create.topics", false);
        config.put("max.poll.records", 1);
        config.put("request.timeout.ms", REQUEST_MS);
        config.put("default.api.timeout.ms", CALL_MS);
        config.put("enable.metrics.push", false);
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    private static Topics.StoredRecord stored(ConsumerRecord<byte[], byte[]> found) {
        List<Topics.Header> headers = StreamSupport.stream(found.headers().spliterator(), false)
                .map(h -> new Topics.Header(h.key(), h.value())).toList();
        return new Topics.StoredRecord(found.partition(), found.offset(), found.timestamp(), found.key(),
                found.value(), headers);
    }
}
