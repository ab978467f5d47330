package ackscope.ui.charts;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds a place for the words of the marks above the charts: each beside its line, in one of a few rows, none over another. The newest
 * come first; what finds no place is left out, its line stays.
 */
final class MarkLabels {
    private static final double GAP = 6;

    private MarkLabels() {
    }

    /**
     * Words at a place.
     *
     * @param line    where the mark's line is, px
     * @param x       where the words begin, px
     * @param row     0 is the lowest, next to the charts
     */
    record Placed(Mark mark, double line, double x, double width, int row) {
    }

    static List<Placed> place(List<Mark> marks, long startMs, long endMs, double width, int rows,
            ToDoubleFunction<String> measure) {
        List<Placed> placed = new ArrayList<>();
        for (Mark mark : marks.reversed()) {
            if (mark.atMs() < startMs || mark.atMs() > endMs) {
                continue;
            }
            double line = (mark.atMs() - startMs) * width / (endMs - startMs);
            double w = measure.applyAsDouble(mark.text());
            // To the right of its line while there is room, else to the left.
            double x = line + 3 + w <= width ? line + 3 : line - 3 - w;
            for (int row = 0; row < rows && x >= 0; row++) {
                if (free(placed, x, w, row)) {
                    placed.add(new Placed(mark, line, x, w, row));
                    break;
                }
            }
        }
        return placed;
    }

    private static boolean free(List<Placed> placed, double x, double w, int row) {
        return placed.stream()
                .noneMatch(p -> p.row() == row && x < Math.max(p.x() + p.width(), p.line()) + GAP
                        && p.x() < x + w + GAP);
    }
}
