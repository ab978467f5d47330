package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.LogReader.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

/** Reading to an end, or giving up with words, on a clock of the test's own. */
class LogReaderTest {
    private static final TopicPartition ZERO = new TopicPartition("t", 0);
    private static final TopicPartition ONE = new TopicPartition("t", 1);

    private final MockConsumer<byte[], byte[]> consumer = new MockConsumer<>("none");
    private final List<Long> read = new ArrayList<>();
    private long nanos;

    @Test
    void readsEachPartitionFromItsStartToItsEndAndNotBeyond() {
        has(Map.of(ZERO, 0L, ONE, 0L), ZERO, 0, 5);
        also(ONE, 10, 14);
        assertEquals(Map.of(), read(Map.of(ZERO, new Span(2, 4), ONE, new Span(10, 13))));
        assertEquals(List.of(2L, 3L, 10L, 11L, 12L), read.stream().sorted().toList());
    }

    @Test
    void nothingToReadIsReadAtOnce() {
        assertEquals(Map.of(), read(Map.of(ZERO, new Span(7, 7))));
    }

    @Test
    void aSilentPartitionIsGivenUp() {
        has(Map.of(ZERO, 0L, ONE, 0L), ZERO, 0, 3);
        Map<TopicPartition, String> obstacles = read(Map.of(ZERO, new Span(0, 3), ONE, new Span(0, 3)));
        assertEquals(List.of(0L, 1L, 2L), read);
        assertEquals("its leader gave nothing for 10 s at offset 0", obstacles.get(ONE));
        assertEquals(1, obstacles.size());
        assertTrue(nanos < TimeUnit.SECONDS.toNanos(15));
    }

    @Test
    void aLogThatLosesItsBeginningIsReadOnBehindIt() {
        has(Map.of(ZERO, 6L), ZERO, 6, 9);
        assertEquals(Map.of(), read(Map.of(ZERO, new Span(0, 9))));
        assertEquals(List.of(6L, 7L, 8L), read);
    }

    @Test
    void aConsumerThatFailsIsAnObstacleOfAllThatIsOpen() {
        has(Map.of(ZERO, 0L), ZERO, 0, 3);
        consumer.setPollException(new KafkaException("the batch is corrupt"));
        assertEquals(Map.of(ZERO, "the consumer failed: the batch is corrupt"), read(Map.of(ZERO, new Span(0, 3))));
    }

    @Test
    void canBeCancelled() {
        assertThrows(CancellationException.class, () -> new LogReader(consumer, this::tick)
                .read(Map.of(ZERO, new Span(0, 3)), _ -> {
                }, _ -> {
                }, () -> true));
    }

    private Map<TopicPartition, String> read(Map<TopicPartition, Span> spans) {
        return new LogReader(consumer, this::tick).read(spans,
                records -> records.forEach(record -> read.add(record.offset())), _ -> {
                }, () -> false);
    }

    private long tick() {
        nanos += TimeUnit.MILLISECONDS.toNanos(60);
        return nanos;
    }

    private void has(Map<TopicPartition, Long> beginnings, TopicPartition place, long from, long to) {
        consumer.updateBeginningOffsets(beginnings);
        also(place, from, to);
    }

    /** Records can be given to partitions only once they are assigned, which the reader does. */
    private void also(TopicPartition place, long from, long to) {
        consumer.schedulePollTask(() -> {
            for (long offset = from; offset < to; offset++) {
                consumer.addRecord(new ConsumerRecord<>(place.topic(), place.partition(), offset, null, new byte[0]));
            }
        });
    }

    @Test
    void aPasswordInWhatTheConsumerSaysIsHidden() {
        has(Map.of(ZERO, 0L), ZERO, 0, 3);
        consumer.setPollException(new KafkaException("no token from https://u:hunter2@h/t"));
        assertEquals(Map.of(ZERO, "the consumer failed: no token from https://•••@h/t"),
                read(Map.of(ZERO, new Span(0, 3))));
    }
}
