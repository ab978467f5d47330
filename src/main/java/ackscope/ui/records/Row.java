package ackscope.ui.records;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/** One line of a picture, in which no two things may meet: first come, first served. */
final class Row {
    private static final double GAP = 4;
    private static final double HEIGHT = 14;

    private final double width;
    private final List<double[]> taken = new ArrayList<>();

    Row(double width) {
        this.width = width;
    }

    /** Takes this place if it is free and inside, less than a pixel aside. */
    boolean take(double from, double wide) {
        double to = from + wide;
        if (from < -8 || to > width + 8) {
            return false;
        }
        for (double[] other : taken) {
            if (from < other[1] && to > other[0]) {
                return false;
            }
        }
        taken.add(new double[]{from, to});
        return true;
    }

    /**
     * Places a label where there is room for it.
     *
     * @param x     where its anchor goes; it is kept inside
     * @param anchor 0 for its left edge, 0.5 for its middle, 1 for its right one
     * @return whether there was room
     */
    boolean put(Label label, double x, double anchor, double y) {
        double wide = label.prefWidth(-1);
        double at = Math.clamp(x - wide * anchor, 0, Math.max(0, width - wide));
        label.resizeRelocate(at, y, wide, HEIGHT);
        return take(at - GAP, wide + 2 * GAP);
    }
}
