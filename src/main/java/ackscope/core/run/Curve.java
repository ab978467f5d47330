package ackscope.core.run;

import ackscope.core.run.RunRecord.Point;
import java.util.List;

/** What is drawn of a run's series, one chart each. */
public enum Curve {
    ATTEMPTS("Attempts", "record-send-total, per second", "/s"), ACKED("Acknowledged", "callbacks, per second",
            "/s"), RETRIES("Retries", "record-retry-total, per second", "/s"), ERRORS("Reported failed",
                    "callbacks, per second", "/s"), LATENCY("Send to acknowledgement, p99", "callbacks, ms", " ms");

    private static final long LEAST_MS = 1_000;
    private static final long LATER_MS = 20_000;
    private static final double[] STEPS = {1, 2, 4, 5, 10};

    private final String title;
    private final String source;
    private final String unit;

    Curve(String title, String source, String unit) {
        this.title = title;
        this.source = source;
        this.unit = unit;
    }

    /** Its name on screen. */
    public String title() {
        return title;
    }

    /** Where the figures come from. */
    public String source() {
        return source;
    }

    /** After each figure. */
    public String unit() {
        return unit;
    }

    /** Its value; NaN for none. */
    public double of(Point point) {
        return switch (this) {
            case ATTEMPTS -> point.attempts();
            case ACKED -> point.acked();
            case RETRIES -> point.retries();
            case ERRORS -> point.errors();
            case LATENCY -> point.p99Ms();
        };
    }

    /** The end of the value axis that all of these runs fit on: a round number, at least 1. */
    public double top(List<RunRecord> runs) {
        double largest = 1;
        for (RunRecord run : runs) {
            for (Point point : run.series()) {
                // Written so that NaN counts for nothing.
                largest = of(point) > largest ? of(point) : largest;
            }
        }
        double power = Math.pow(10, Math.floor(Math.log10(largest)));
        for (double step : STEPS) {
            if (step * power >= largest * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    /** The end of the time axis that all of these runs fit on, ms since their start, at least 1 s. */
    public static long end(List<RunRecord> runs) {
        return runs.stream().mapToLong(Curve::end).max().orElse(LEAST_MS);
    }

    /** What happened soon after the last report belongs to the picture: with acks=1 that is when the leader dies. */
    private static long end(RunRecord run) {
        long points = run.series().isEmpty() ? 0 : run.series().getLast().atMs();
        long happened = run.happenings().stream().mapToLong(h -> h.fromMs() - run.startedMs() + LEAST_MS)
                .filter(ms -> ms < run.tookMs() + LATER_MS).max().orElse(0);
        return Math.max(Math.max(LEAST_MS, happened), Math.max(run.tookMs(), points));
    }
}
