package ackscope.core.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class EventLogTest {
    private final EventLog log = new EventLog(4);

    private void publish(long from, long to) {
        LongStream.rangeClosed(from, to).forEach(n -> log.publish(new LogEvent(LogEvent.Level.INFO, "", n)));
    }

    private static List<Long> times(EventLog.Batch batch) {
        return batch.events().stream().map(LabEvent::atMs).toList();
    }

    @Test
    void aReaderGetsWhatWasPublishedSinceItsLastPoll() {
        publish(1, 3);
        EventLog.Reader reader = log.reader();
        publish(4, 6);
        assertEquals(List.of(4L, 5L, 6L), times(reader.poll()));
        assertEquals(List.of(), times(reader.poll()));
        publish(7, 7);
        assertEquals(new EventLog.Batch(List.of(new LogEvent(LogEvent.Level.INFO, "", 7)), 0), reader.poll());
    }

    @Test
    void aReaderThatFallsBehindIsToldHowManyItMissed() {
        EventLog.Reader slow = log.reader();
        EventLog.Reader quick = log.reader();
        publish(1, 4);
        assertEquals(0, quick.poll().missed());
        publish(5, 7);
        EventLog.Batch batch = slow.poll();
        assertEquals(List.of(4L, 5L, 6L, 7L), times(batch));
        assertEquals(3, batch.missed());
        assertEquals(List.of(5L, 6L, 7L), times(quick.poll()));
    }

    @Test
    void whatIsReadAndMissedIsWhatWasPublishedAlsoWithManyWriters() throws InterruptedException {
        EventLog.Reader reader = log.reader();
        List<Thread> writers = LongStream.range(0, 4).mapToObj(w -> Thread.ofPlatform().start(() -> publish(1, 5000)))
                .toList();
        long seen = 0;
        boolean running = true;
        while (running) {
            running = writers.stream().anyMatch(Thread::isAlive);
            EventLog.Batch batch = reader.poll();
            assertTrue(batch.events().size() <= 4);
            seen += batch.events().size() + batch.missed();
        }
        for (Thread writer : writers) {
            writer.join();
        }
        assertEquals(20_000, seen);
    }
}
