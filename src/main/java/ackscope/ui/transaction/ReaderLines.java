package ackscope.ui.transaction;

import ackscope.core.transaction.ReadersView;
import ackscope.core.transaction.ReadersView.Mark;
import ackscope.core.transaction.ReadersView.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The lines of a reader's list, newest first, with a line where a partition's last stable offset is. */
final class ReaderLines {

    /** A line. */
    sealed interface Line {
    }

    /** A record that the reader was given. */
    record Given(Row row) implements Line {
    }

    /** The last stable offset of a partition that holds something back. */
    record Stable(int partition, long offset, long heldBack) implements Line {
    }

    private ReaderLines() {
    }

    /** What read_uncommitted was given: the line stands below what the other reader does not get. */
    static List<Line> uncommitted(ReadersView view) {
        Map<Integer, Mark> marks = view.marks().stream()
                .collect(Collectors.toMap(Mark::partition, Function.identity()));
        Set<Integer> drawn = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Row row : view.uncommitted().reversed()) {
            Mark mark = marks.get(row.partition());
            if (mark != null && mark.heldBack() > 0 && row.offset() < mark.lastStable()
                    && drawn.add(row.partition())) {
                lines.add(line(mark));
            }
            lines.add(new Given(row));
        }
        view.marks().stream().filter(m -> m.heldBack() > 0 && !drawn.contains(m.partition()))
                .forEach(m -> lines.add(line(m)));
        return lines;
    }

    /** What read_committed was given: the line stands above all, where it waits. */
    static List<Line> committed(ReadersView view) {
        List<Line> lines = new ArrayList<>();
        view.marks().stream().filter(m -> m.heldBack() > 0).forEach(m -> lines.add(line(m)));
        view.committed().reversed().forEach(row -> lines.add(new Given(row)));
        return lines;
    }

    private static Line line(Mark mark) {
        return new Stable(mark.partition(), mark.lastStable(), mark.heldBack());
    }
}
