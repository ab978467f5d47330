package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;

/** Readers whose consumers cannot be made. */
final class ReadersTest {

    @Test
    void aPasswordInWhatTheClientSaysIsHidden() throws InterruptedException {
        BlockingQueue<String> told = new ArrayBlockingQueue<>(10);
        AtomicReference<Readers> made = new AtomicReference<>();
        try (Readers readers = new Readers(() -> {
            // Asked for the second time, it has told why it was in vain before.
            told.offer(made.get().view().problem());
            return Map.of("bootstrap.servers", "127.0.0.1:1");
        }, (_, _) -> {
            throw new KafkaException("no token from https://u:hunter2@h/t");
        })) {
            made.set(readers);
            readers.read("orders");
            readers.looked(true);

            assertEquals("", told.poll(20, TimeUnit.SECONDS));
            assertEquals("The topic orders cannot be read at the moment: no token from https://•••@h/t."
                    + " It is tried again every second.", told.poll(20, TimeUnit.SECONDS));
        }
    }
}
