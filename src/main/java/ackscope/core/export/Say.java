package ackscope.core.export;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures and times as reports write them. */
final class Say {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm:ss", Locale.ENGLISH);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private Say() {
    }

    static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** No more digits than can be read; NaN is a dash. */
    static String figure(double value) {
        if (Double.isNaN(value)) {
            return "–";
        }
        return value == Math.rint(value) || value >= 10
                ? count(Math.round(value))
                : String.format(Locale.ROOT, "%.1f", value);
    }

    static String ms(double ms) {
        if (Double.isNaN(ms)) {
            return "–";
        }
        return ms < 1000 ? figure(ms) + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }

    static String when(long ms) {
        return WHEN.format(Instant.ofEpochMilli(ms).atZone(ZoneId.systemDefault()));
    }

    static String clock(long ms) {
        return CLOCK.format(Instant.ofEpochMilli(ms).atZone(ZoneId.systemDefault()));
    }

    /** A time since a run's start: "2.4 s", "before". */
    static String since(long ms) {
        return ms < 0 ? "before" : String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
    }
}
