package ackscope.ui.charts;

/**
 * Thins a line to about one point a pixel without hiding a spike: the largest value of each bucket stands for it, at its own time.
 * Buckets are cut at round times, not at the window's edge, so that a line does not shimmer while it moves.
 */
final class Buckets {

    /** Takes the points of one line, the oldest first; NaN ends a piece of line. */
    @FunctionalInterface
    interface Sink {
        void point(long atMs, double value);
    }

    private Buckets() {
    }

    /** Walks one line between two times, including one step on either side, so that it reaches the edges. */
    static void walk(RateHistory history, Column column, long startMs, long endMs, long bucketMs, Sink sink) {
        int i = Math.max(0, history.firstFrom(startMs) - 1);
        int last = Math.min(history.size() - 1, history.firstFrom(endMs));
        while (i <= last) {
            long bucket = history.at(i) / bucketMs;
            int best = i;
            while (i <= last && history.at(i) / bucketMs == bucket) {
                double value = history.value(column, i);
                if (value > history.value(column, best) || Double.isNaN(history.value(column, best))) {
                    best = i;
                }
                i++;
            }
            sink.point(history.at(best), history.value(column, best));
        }
    }

    /** The width of a bucket for a window on a plot, ms. */
    static long width(long windowMs, double pixels) {
        return Math.max(1, (long) Math.ceil(windowMs / Math.max(1, pixels)));
    }
}
