package ackscope.ui.records;

import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import ackscope.core.wire.AttemptNews;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;

/**
 * Tells the lines of single records how often the wire saw them tried; those of the latest records, because news of a try may come after the
 * record's report; and the latest batches, because a record that was not announced gets its line with its report, and news of its last try
 * comes before that. A part of a split batch goes on from its parent's count. One thread.
 */
final class TriesBook {
    private static final int KNOWN = 4_096;
    private static final int SPLIT = 256;
    private static final int BATCHES = 512;

    private final BiConsumer<Line, ResultRow> change;
    private final Map<Long, Line> lines = bounded(KNOWN);
    private final Map<Long, Integer> split = bounded(SPLIT);
    /** In the order in which they were first seen. */
    private final SequencedMap<Long, Seen> batches = bounded(BATCHES);
    private int run = -1;
    private boolean watched;

    /** A batch and how often it was tried, without the tries. */
    private record Seen(String topic, int partition, long first, long last, int tries) {
        boolean holds(ResultRow row) {
            return first <= row.first() && row.first() <= last && row.topic().equals(topic)
                    && row.partition() == partition;
        }
    }

    /** @param change shows another row on a line */
    TriesBook(BiConsumer<Line, ResultRow> change) {
        this.change = change;
    }

    private static <V> SequencedMap<Long, V> bounded(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, V> eldest) {
                return size() > most;
            }
        };
    }

    void begin(int ofRun) {
        run = ofRun;
        lines.clear();
        split.clear();
        batches.clear();
    }

    /** Whether a wire is watched, so that nobody else need count. */
    boolean watched() {
        return watched;
    }

    /** Remembers a line, and tells it what is known already. */
    void know(Line line) {
        ResultRow row = line.row();
        if (!row.single()) {
            return;
        }
        lines.put(row.first(), line);
        if (row.partition() >= 0 && row.tries() < 0) {
            batches.sequencedValues().reversed().stream().filter(seen -> seen.holds(row)).findFirst()
                    .ifPresent(seen -> change.accept(line, row.tried(row.partition(), seen.tries())));
        }
    }

    void forget(Line line) {
        lines.remove(line.row().first(), line);
    }

    /** The line of one of the latest records, if it has one of its own. */
    Optional<Line> line(long number) {
        return Optional.ofNullable(lines.get(number)).filter(line -> line.row().single());
    }

    void take(AttemptNews news) {
        watched = news.watched();
        for (BatchLife life : news.changed()) {
            if (life.first().isPresent() && life.last().isPresent() && life.first().get().run() == run) {
                take(life);
            }
        }
    }

    private void take(BatchLife life) {
        int tries = life.attempts().size() + split.getOrDefault(life.parent(), 0);
        if (life.latest().heardError().equals("MESSAGE_TOO_LARGE")) {
            split.put(life.id(), tries);
        }
        long first = life.first().orElseThrow().number();
        long last = life.last().orElseThrow().number();
        batches.put(life.id(), new Seen(life.topic(), life.partition(), first, last, tries));
        if (last - first < lines.size()) {
            for (long number = first; number <= last; number++) {
                Line line = lines.get(number);
                if (line != null) {
                    tell(life, number, line, tries);
                }
            }
        } else {
            lines.forEach((number, line) -> tell(life, number, line, tries));
        }
    }

    private void tell(BatchLife life, long number, Line line, int tries) {
        if (!life.holds(new RecordId(run, number, 0))) {
            return;
        }
        ResultRow row = line.row();
        boolean here = row.topic().equals(life.topic())
                && (row.partition() < 0 || row.partition() == life.partition());
        // A fold that this line has become counts others too.
        if (here && row.single() && row.tries() != tries) {
            change.accept(line, row.tried(life.partition(), tries));
        }
    }
}
