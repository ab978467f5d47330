package ackscope.core.run;

import ackscope.core.metrics.Sample;
import ackscope.core.run.RunRecord.Point;
import java.util.ArrayList;
import java.util.List;

/**
 * The charts of a run of any length in at most {@value #MOST} points: sums are kept, not rates, so that dropping every second one loses
 * nothing but sharpness. Time in which nothing happens takes two points. Not safe for several threads.
 */
final class SeriesLog {
    static final int MOST = 600;

    private final List<Sums> kept = new ArrayList<>();
    /** Samples that make one point. */
    private int stride = 1;
    private int gathered;
    private double worst = Double.NaN;
    private Sums before;

    /** What was counted until a time. */
    private record Sums(long atMs, long attempts, long acked, long errors, long retries, double p99Ms) {
        static Sums of(Sample s, double p99Ms) {
            return new Sums(s.atMs(), s.client().recordSendTotal(), s.totals().acked(), s.totals().failed(),
                    s.client().recordRetryTotal(), p99Ms);
        }

        boolean sameAs(Sums other) {
            return attempts == other.attempts && acked == other.acked && errors == other.errors
                    && retries == other.retries;
        }

        Sums with(double p99) {
            return new Sums(atMs, attempts, acked, errors, retries, p99);
        }
    }

    /** Takes the next sample of the run. */
    void take(Sample sample) {
        if (sample.totals().sent() == 0) {
            before = Sums.of(sample, Double.NaN);
            return;
        }
        if (kept.isEmpty()) {
            kept.add(before != null ? before : new Sums(sample.atMs() - 250, 0, 0, 0, 0, Double.NaN));
        }
        worst = greater(worst, sample.p99Ms());
        Sums now = Sums.of(sample, worst);
        int last = kept.size() - 1;
        // The first still point stays where it is, for the curve falls there and not somewhere until the last one.
        if (last > 1 && gathered == 0 && now.sameAs(kept.get(last)) && now.sameAs(kept.get(last - 1))
                && now.sameAs(kept.get(last - 2))) {
            kept.set(last, now);
            return;
        }
        if (gathered > 0) {
            kept.removeLast();
        }
        kept.add(now);
        gathered = (gathered + 1) % stride;
        if (gathered == 0) {
            worst = Double.NaN;
            if (kept.size() >= MOST) {
                halve();
            }
        }
    }

    private void halve() {
        List<Sums> half = new ArrayList<>();
        half.add(kept.getFirst());
        for (int i = 2; i < kept.size(); i += 2) {
            half.add(kept.get(i).with(greater(kept.get(i - 1).p99Ms(), kept.get(i).p99Ms())));
        }
        if (kept.size() % 2 == 0) {
            half.add(kept.getLast());
        }
        kept.clear();
        kept.addAll(half);
        stride *= 2;
    }

    private static double greater(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
    }

    /**
     * The points so far, at most {@value #MOST}; times since {@code startMs}. Of what is still at the end, the first point stays: the
     * rates fall there.
     */
    List<Point> points(long startMs) {
        int end = kept.size();
        while (end > 2 && kept.get(end - 1).sameAs(kept.get(end - 2))
                && kept.get(end - 2).sameAs(kept.get(end - 3))) {
            end--;
        }
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < end; i++) {
            Sums now = kept.get(i);
            Sums last = kept.get(Math.max(0, i - 1));
            double seconds = Math.max(1, now.atMs() - last.atMs()) / 1000.0;
            points.add(new Point(Math.max(0, now.atMs() - startMs), rate(now.attempts(), last.attempts(), seconds),
                    rate(now.acked(), last.acked(), seconds), rate(now.errors(), last.errors(), seconds),
                    rate(now.retries(), last.retries(), seconds), now.p99Ms()));
        }
        return points;
    }

    /** A total that went backwards counts as no change. */
    private static double rate(long now, long before, double seconds) {
        return Math.round(Math.max(0, now - before) / seconds * 1000) / 1000.0;
    }
}
