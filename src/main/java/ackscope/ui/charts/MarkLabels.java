package ackscope.ui.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Finds a place for the words of the marks above the charts: each beside its line, in one of a few rows, none over another. Levers and
 * faults come first, then the newest; words that are too long for a row are cut; what finds no place is left out, its line stays.
 */
final class MarkLabels {
    private static final double GAP = 6;
    /** The most of a row's width that one mark may take. */
    private static final double SHARE = 0.62;

    private MarkLabels() {
    }

    /**
     * Words at a place.
     *
     * @param text    the mark's words, or as many of them as there is room for
     * @param line    where the mark's line is, px
     * @param x       where the words begin, px
     * @param row     0 is the lowest, next to the charts
     */
    record Placed(Mark mark, String text, double line, double x, double width, int row) {
    }

    static List<Placed> place(List<Mark> marks, long startMs, long endMs, double width, int rows,
            ToDoubleFunction<String> measure) {
        List<Placed> placed = new ArrayList<>();
        List<Mark> order = new ArrayList<>(marks.reversed());
        // What a person did comes before what followed from it.
        order.sort(Comparator.comparingInt(m -> m.done() ? 0 : 1));
        for (Mark mark : order) {
            if (mark.atMs() < startMs || mark.atMs() > endMs) {
                continue;
            }
            double line = (mark.atMs() - startMs) * width / (endMs - startMs);
            double room = Math.max(width - line, line) - 3;
            String text = cut(mark.text(), Math.min(width * SHARE, room), measure);
            double w = measure.applyAsDouble(text);
            // To the right of its line while there is room, else to the left.
            double x = line + 3 + w <= width ? line + 3 : line - 3 - w;
            for (int row = rows - 1; row >= 0 && x >= 0; row--) {
                if (free(placed, line, x, w, row)) {
                    placed.add(new Placed(mark, text, line, x, w, row));
                    break;
                }
            }
        }
        return placed;
    }

    private static String cut(String text, double most, ToDoubleFunction<String> measure) {
        String fits = text;
        for (int keep = text.length() - 1; keep > 0 && measure.applyAsDouble(fits) > most; keep--) {
            fits = text.substring(0, keep).stripTrailing() + "…";
        }
        return fits;
    }

    private static boolean free(List<Placed> placed, double line, double x, double w, int row) {
        for (Placed p : placed) {
            boolean over = p.row() == row && x < Math.max(p.x() + p.width(), p.line()) + GAP
                    && Math.min(p.x(), p.line()) < x + w + GAP;
            // Each line runs down to the charts, through the rows below its words.
            boolean cut = p.row() > row && within(p.line(), x, w);
            boolean cuts = p.row() < row && within(line, p.x(), p.width());
            if (over || cut || cuts) {
                return false;
            }
        }
        return true;
    }

    private static boolean within(double line, double x, double w) {
        return line > x - 2 && line < x + w + 2;
    }
}
