package ackscope.ui.records;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One line of the result table: it keeps its place and its identity while what it shows changes, so that a chosen line stays chosen.
 * FX thread.
 */
public final class Line {
    private final long key;
    private final ReadOnlyObjectWrapper<ResultRow> row;

    /** @param key names the line within its run's table; later lines have higher ones; below 0 for a line of the ledger */
    Line(long key, ResultRow row) {
        this.key = key;
        this.row = new ReadOnlyObjectWrapper<>(this, "row", row);
    }

    long key() {
        return key;
    }

    /** What it shows now. */
    public ResultRow row() {
        return row.get();
    }

    ReadOnlyObjectProperty<ResultRow> rowProperty() {
        return row.getReadOnlyProperty();
    }

    void show(ResultRow now) {
        row.set(now);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Line line && line.key == key && line.row().run() == row().run();
    }

    @Override
    public int hashCode() {
        return Long.hashCode(key);
    }
}
