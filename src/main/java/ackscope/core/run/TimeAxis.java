package ackscope.core.run;

import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;

/**
 * Where a time axis from 0 to an end is marked: at round times, three to seven of them.
 *
 * @param endMs  of the axis, over 0
 * @param stepMs from one mark to the next
 */
public record TimeAxis(long endMs, long stepMs) {
    private static final int MOST = 6;
    private static final long[] STEPS = {100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 30_000, 60_000, 120_000,
            300_000, 600_000, 1_200_000, 1_800_000, 3_600_000};

    /** The axis of a chart that ends there. */
    public static TimeAxis of(long endMs) {
        long step = LongStream.of(STEPS).filter(s -> endMs <= s * MOST).findFirst().orElseGet(() -> {
            long hour = STEPS[STEPS.length - 1];
            return hour * Math.ceilDiv(endMs, hour * MOST);
        });
        return new TimeAxis(Math.max(1, endMs), step);
    }

    /** The marks, ms. */
    public List<Long> marks() {
        return LongStream.rangeClosed(0, endMs / stepMs).map(i -> i * stepMs).boxed().toList();
    }

    /** What stands at a mark: "0", "0.5 s", "20 s", "2 min", "1 h 30 min". */
    public String words(long ms) {
        if (ms == 0) {
            return "0";
        }
        if (stepMs < 1_000) {
            return String.format(Locale.ROOT, "%.1f s", ms / 1_000.0);
        }
        if (stepMs < 60_000) {
            return ms / 1_000 + " s";
        }
        long minutes = ms / 60_000;
        String rest = minutes % 60 == 0 ? "" : minutes % 60 + " min";
        return (minutes < 60 ? rest : minutes / 60 + " h " + rest).strip();
    }
}
