package ackscope.ui.charts;

import java.util.EnumMap;
import java.util.Map;

/**
 * Ten minutes of steps at four a second, in arrays that never grow: the newest overwrite the oldest. Rates are per second, latencies ms
 * with NaN where nothing was acknowledged. One thread.
 */
final class RateHistory {
    /** Ten minutes at 4 Hz, and a little for clocks that run fast. */
    static final int CAPACITY = 2_500;

    private final long[] at;
    private final int[] run;
    private final Map<Column, double[]> values = new EnumMap<>(Column.class);
    private int size;
    private int next;

    RateHistory() {
        at = new long[CAPACITY];
        run = new int[CAPACITY];
        for (Column column : Column.values()) {
            values.put(column, new double[CAPACITY]);
        }
    }

    private RateHistory(RateHistory other) {
        at = other.at.clone();
        run = other.run.clone();
        other.values.forEach((column, row) -> values.put(column, row.clone()));
        size = other.size;
        next = other.next;
    }

    /** Adds a step; the values in the order of {@link Column}. Time never goes back: a step before the newest is left out. */
    void add(long atMs, int inRun, double... step) {
        if (size > 0 && atMs <= at(size - 1)) {
            return;
        }
        at[next] = atMs;
        run[next] = inRun;
        int i = 0;
        for (double[] row : values.values()) {
            row[next] = step[i++];
        }
        next = (next + 1) % CAPACITY;
        size = Math.min(size + 1, CAPACITY);
    }

    int size() {
        return size;
    }

    /** Time of the i-th step, the oldest first, ms since the epoch. */
    long at(int i) {
        return at[slot(i)];
    }

    int run(int i) {
        return run[slot(i)];
    }

    double value(Column column, int i) {
        return values.get(column)[slot(i)];
    }

    /** The first step at or after a time; {@link #size()} if there is none. */
    int firstFrom(long ms) {
        int low = 0;
        int high = size;
        while (low < high) {
            int mid = (low + high) >>> 1;
            if (at(mid) < ms) {
                low = mid + 1;
            } else {
                high = mid;
            }
        }
        return low;
    }

    /** A picture that stays while this one goes on. */
    RateHistory copy() {
        return new RateHistory(this);
    }

    private int slot(int i) {
        return (next - size + i + CAPACITY) % CAPACITY;
    }
}
