package ackscope.ui.records;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableListBase;
import javafx.collections.transformation.FilteredList;

/** The newest lines, newest first, with few changes for many lines: those that change are told of in their place. FX thread. */
final class LineList extends ObservableListBase<Line> {
    /** How many lines too many there may be before the oldest are dropped, so that not every tick drops some. */
    private static final int SLACK = 1_000;

    private final int kept;
    private final List<Line> lines = new ArrayList<>();

    /** @param kept lines that are always kept */
    LineList(int kept) {
        this.kept = kept;
    }

    @Override
    public Line get(int index) {
        return lines.get(index);
    }

    @Override
    public int size() {
        return lines.size();
    }

    @Override
    public void clear() {
        cut(0, lines.size());
    }

    /**
     * Takes one tick's changes. Lines that are no longer kept are passed over. What goes, what is shown anew and what comes are told as
     * changes of their own, and what goes from the bottom up: else a {@link FilteredList} of this one loses count.
     */
    void apply(RowBook.Change change) {
        beginChange();
        change.gone().stream().map(this::find).flatMap(Optional::stream).sorted(Comparator.reverseOrder())
                .forEach(i -> cut(i, i + 1));
        endChange();
        beginChange();
        change.changed().forEach(line -> find(line).ifPresent(this::nextUpdate));
        endChange();
        beginChange();
        add(change.come());
        if (lines.size() > kept + SLACK) {
            cut(kept, lines.size());
        }
        endChange();
    }

    private void add(Collection<Line> come) {
        if (!come.isEmpty()) {
            lines.addAll(0, come);
            nextAdd(0, come.size());
        }
    }

    private void cut(int from, int to) {
        if (from < to) {
            beginChange();
            List<Line> some = lines.subList(from, to);
            List<Line> removed = List.copyOf(some);
            some.clear();
            nextRemove(from, removed);
            endChange();
        }
    }

    /** Keys fall from the top down, so halving finds a line. */
    private Optional<Integer> find(Line line) {
        int low = 0;
        int high = lines.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long key = lines.get(middle).key();
            if (key == line.key()) {
                return Optional.of(middle);
            }
            if (key > line.key()) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return Optional.empty();
    }
}
