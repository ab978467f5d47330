package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What is handed over arrives in order, all of it, and a failure comes back. */
class RelayTest {
    @Test
    void everythingIsDoneInOrderWhenItIsFinished() {
        List<Long> done = new ArrayList<>();
        try (Relay relay = new Relay(record -> done.add(record.offset()))) {
            for (int batch = 0; batch < 100; batch++) {
                relay.offer(LongStream.range(batch * 10L, batch * 10L + 10).mapToObj(RelayTest::record).toList());
            }
            relay.finish();
        }
        assertEquals(LongStream.range(0, 1_000).boxed().toList(), done);
    }

    @Test
    void aFailureOfTheWorkerEndsTheReading() {
        try (Relay relay = new Relay(_ -> {
            throw new IllegalArgumentException("bad");
        })) {
            assertThrows(IllegalStateException.class, () -> {
                for (int batch = 0; batch < 100; batch++) {
                    relay.offer(List.of(record(batch)));
                }
                relay.finish();
            });
        }
    }

    private static ConsumerRecord<byte[], byte[]> record(long offset) {
        return new ConsumerRecord<>("t", 0, offset, null, new byte[0]);
    }
}
