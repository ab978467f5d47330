package ackscope.core.transaction;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** One partition as each kind of reader finds it; of its records only those with a certain key. For one thread. */
final class PartitionLog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration CLOSE = Duration.ofMillis(300);
    private static final long LIMIT_MS = 10_000;

    private final Consumer<byte[], byte[]> all;
    private final Consumer<byte[], byte[]> committed;
    private final TopicPartition place;
    private final byte[] key;

    PartitionLog(Map<String, Object> clientProperties, String topic, int partition, String key) {
        all = consumer(clientProperties, "read_uncommitted");
        committed = consumer(clientProperties, "read_committed");
        place = new TopicPartition(topic, partition);
        this.key = key.getBytes(StandardCharsets.UTF_8);
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> clientProperties, String isolation) {
        return new KafkaConsumer<>(ClientConfig.consumer(clientProperties, isolation), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** The offset of the next record. */
    long end() {
        return all.endOffsets(List.of(place)).get(place);
    }

    /** Below it read_committed may read. */
    long lastStable() {
        return committed.endOffsets(List.of(place)).get(place);
    }

    /** Values that read_uncommitted finds from an offset to the end. */
    List<String> all(long from) {
        return values(all, from, end());
    }

    /** Values that read_committed finds from an offset to the last stable one. */
    List<String> committed(long from) {
        return values(committed, from, lastStable());
    }

    private List<String> values(Consumer<byte[], byte[]> consumer, long from, long to) {
        consumer.assign(List.of(place));
        consumer.seek(place, from);
        long limit = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MS);
        List<String> values = new ArrayList<>();
        while (consumer.position(place) < to) {
            if (System.nanoTime() - limit > 0) {
                throw new TimeoutException("Offsets " + from + " to " + to + " of " + place
                        + " could not be read within " + LIMIT_MS / 1000 + " s.");
            }
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (record.offset() < to && Arrays.equals(key, record.key())) {
                    values.add(new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return values;
    }

    @Override
    public void close() {
        all.close(CloseOptions.timeout(CLOSE));
        committed.close(CloseOptions.timeout(CLOSE));
    }
}
