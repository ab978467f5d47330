package ackscope.core.transaction;

import ackscope.core.transaction.ReadersView.Fate;
import ackscope.core.transaction.ReadersView.Row;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins what the two readers were given. A record's fate is known once read_committed has passed its offset: it was given the record, or it
 * was not. For one thread.
 */
final class SideBySide {
    private static final int REMEMBERED = 20 * ReadersView.KEPT;

    private final Deque<Row> uncommitted = new ArrayDeque<>();
    private final Deque<Row> committed = new ArrayDeque<>();
    private final Map<Integer, Long> passed = new HashMap<>();
    private final Map<Place, Boolean> given = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    };

    private record Place(int partition, long offset) {
    }

    /** Forgets everything: both readers begin at other offsets. */
    void restart() {
        uncommitted.clear();
        committed.clear();
        passed.clear();
        given.clear();
    }

    /** read_uncommitted was given a record. */
    void uncommitted(int partition, long offset, long timestampMs, String text) {
        keep(uncommitted, new Row(partition, offset, timestampMs, text, Fate.HELD_BACK));
    }

    /** read_committed was given a record. */
    void committed(int partition, long offset, long timestampMs, String text) {
        keep(committed, new Row(partition, offset, timestampMs, text, Fate.VISIBLE));
        given.put(new Place(partition, offset), true);
    }

    private static void keep(Deque<Row> rows, Row row) {
        rows.addLast(row);
        if (rows.size() > ReadersView.KEPT) {
            rows.removeFirst();
        }
    }

    /** read_committed has passed everything below this offset. */
    void passed(int partition, long position) {
        passed.put(partition, position);
    }

    /** Rows of read_uncommitted, each with its fate. */
    List<Row> uncommitted() {
        List<Row> rows = uncommitted.stream().map(this::judged).toList();
        uncommitted.clear();
        uncommitted.addAll(rows);
        return rows;
    }

    private Row judged(Row row) {
        if (row.fate() != Fate.HELD_BACK) {
            return row;
        }
        Fate fate = given.containsKey(new Place(row.partition(), row.offset()))
                ? Fate.VISIBLE
                : row.offset() < passed.getOrDefault(row.partition(), 0L) ? Fate.ABORTED : Fate.HELD_BACK;
        return fate == row.fate() ? row : new Row(row.partition(), row.offset(), row.timestampMs(), row.text(), fate);
    }

    /** Rows of read_committed. */
    List<Row> committed() {
        return List.copyOf(committed);
    }
}
