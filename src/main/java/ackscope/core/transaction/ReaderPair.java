package ackscope.core.transaction;

import ackscope.core.transaction.ReadersView.Mark;
import ackscope.core.transaction.ReadersView.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Two open consumers of one topic and what they were given. Both begin a little before the end, and begin there again when more is written
 * than can be shown. For one thread; owns the consumers. Throws what they throw.
 */
final class ReaderPair implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(60);
    private static final Duration CLOSE = Duration.ofMillis(300);
    private static final int BACK = 50;
    /** Offsets behind the end from which on a reader does not catch up record by record. */
    private static final long TOO_FAR = 2_000;
    private static final int TURNS_A_MARK = 4;

    private final Consumer<byte[], byte[]> all;
    private final Consumer<byte[], byte[]> committed;
    private final String topic;
    private final SideBySide rows = new SideBySide();
    private List<TopicPartition> places = List.of();
    private List<Mark> marks = List.of();
    private long skipped;
    private int turns;

    ReaderPair(Consumer<byte[], byte[]> all, Consumer<byte[], byte[]> committed, String topic) {
        this.all = all;
        this.committed = committed;
        this.topic = topic;
    }

    /** Reads what is there, for about {@code 2 * POLL} at most. */
    void turn() {
        if (places.isEmpty()) {
            open();
        }
        if (turns++ % TURNS_A_MARK == 0) {
            mark();
        }
        all.poll(POLL).forEach(r -> rows.uncommitted(r.partition(), r.offset(), r.timestamp(), RowText.of(r)));
        committed.poll(POLL).forEach(r -> rows.committed(r.partition(), r.offset(), r.timestamp(), RowText.of(r)));
        places.forEach(place -> rows.passed(place.partition(), committed.position(place)));
    }

    private void open() {
        places = all.partitionsFor(topic).stream().map(p -> new TopicPartition(topic, p.partition())).toList();
        if (places.isEmpty()) {
            throw new IllegalStateException("there is no topic of this name");
        }
        all.assign(places);
        committed.assign(places);
        begin(all.endOffsets(places));
    }

    private void begin(Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> firsts = all.beginningOffsets(places);
        rows.restart();
        places.forEach(place -> {
            long from = Math.max(firsts.get(place), ends.get(place) - BACK);
            all.seek(place, from);
            committed.seek(place, from);
        });
    }

    private void mark() {
        Map<TopicPartition, Long> ends = all.endOffsets(places);
        Map<TopicPartition, Long> stable = new HashMap<>(committed.endOffsets(places));
        List<Mark> next = new ArrayList<>();
        long behind = 0;
        boolean far = false;
        for (TopicPartition place : places) {
            // They are asked one after the other; the stable end is never above the other.
            next.add(new Mark(place.partition(), Math.min(stable.get(place), ends.get(place)), ends.get(place)));
            long lag = Math.max(ends.get(place) - all.position(place),
                    stable.get(place) - committed.position(place));
            behind += Math.max(0, ends.get(place) - all.position(place) - BACK);
            far |= lag > TOO_FAR;
        }
        marks = List.copyOf(next);
        if (far) {
            skipped += behind;
            begin(ends);
        }
    }

    ReadersView view() {
        return new ReadersView(topic, State.READING, "", rows.uncommitted(), rows.committed(), marks, skipped);
    }

    @Override
    public void close() {
        for (Consumer<byte[], byte[]> consumer : List.of(all, committed)) {
            try {
                consumer.close(CloseOptions.timeout(CLOSE));
            } catch (InterruptException e) {
                // It is closed all the same; the thread ends next.
                Thread.interrupted();
            }
        }
    }
}
