package ackscope.core.fault;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.RecordId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * What a plain consumer finds in a topic.
 *
 * @param numbers the records' numbers, by partition in the order of offsets
 */
record Stored(Map<Integer, List<Long>> numbers) {
    private static final long LIMIT_MS = 20_000;

    static Stored read(Map<String, Object> reach, String topic) {
        Map<String, Object> config = new HashMap<>(reach);
        config.put("auto.offset.reset", "earliest");
        config.put("enable.auto.commit", false);
        Map<Integer, List<Long>> found = new HashMap<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.currentTimeMillis() + LIMIT_MS;
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                if (System.currentTimeMillis() > deadline) {
                    throw new IllegalStateException("the log could not be read to its end");
                }
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
                    found.computeIfAbsent(record.partition(), _ -> new ArrayList<>()).add(number(record));
                }
            }
        }
        return new Stored(found);
    }

    private static long number(ConsumerRecord<byte[], byte[]> record) {
        Header stamp = record.headers().lastHeader(RecordStamp.HEADER);
        Optional<RecordId> id = RecordStamp.read(stamp == null ? record.value() : stamp.value());
        return id.orElseThrow(() -> new IllegalStateException("a record without a stamp")).number();
    }

    /** The records, each once. */
    Set<Long> distinct() {
        Set<Long> all = new HashSet<>();
        numbers.values().forEach(all::addAll);
        return all;
    }

    /** Copies beyond the first. */
    long duplicates() {
        return numbers.values().stream().mapToLong(List::size).sum() - distinct().size();
    }

    /** Records whose first copy comes after one with a higher number in the same partition. */
    long outOfOrder() {
        long late = 0;
        for (List<Long> partition : numbers.values()) {
            Set<Long> seen = new HashSet<>();
            long highest = -1;
            for (long number : partition) {
                late += seen.add(number) && number < highest ? 1 : 0;
                highest = Math.max(highest, number);
            }
        }
        return late;
    }
}
