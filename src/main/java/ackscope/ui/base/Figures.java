package ackscope.ui.base;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers as every panel writes them: grouped counts, short rates, times with the unit that fits. NaN is a dash. */
public final class Figures {
    private static final String NOTHING = "–";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ROOT);

    private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern UNIT = Pattern.compile("(\\d) (%|ms\\b|s\\b|min\\b|KiB\\b|times\\b)");

    private Figures() {
    }

    /** 1,204. */
    public static String count(long n) {
        return String.format(Locale.ROOT, "%,d", n);
    }

    /** A count that fits a narrow place: 1,204 up to 999,999, then 1.20 M. */
    public static String shortCount(long n) {
        return n < 1_000_000
                ? count(n)
                : n < 1_000_000_000
                        ? String.format(Locale.ROOT, "%.2f M", n / 1e6)
                        : String.format(Locale.ROOT, "%.2f G", n / 1e9);
    }

    /** 160/s; below ten with one decimal: 0.4/s. */
    public static String rate(double perSecond) {
        return number(perSecond) + (Double.isNaN(perSecond) ? "" : "/s");
    }

    /** 160, 0.4, 12,400: no more digits than can be read. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return NOTHING;
        }
        return value > 0 && value < 9.95 && value != Math.rint(value)
                ? String.format(Locale.ROOT, "%.1f", value)
                : count(Math.round(value));
    }

    /** Milliseconds: 0.8 ms, 41 ms, 1.2 s. */
    public static String ms(double ms) {
        if (Double.isNaN(ms)) {
            return NOTHING;
        }
        return ms < 1000 ? number(ms) + " ms" : String.format(Locale.ROOT, "%.1f s", ms / 1000);
    }

    /** A span of time as one says it: 12.6 s, 2 min 5 s, 1 h 4 min. */
    public static String span(long ms) {
        long s = ms / 1000;
        if (s < 60) {
            return String.format(Locale.ROOT, "%.1f s", ms / 1000.0);
        }
        return s < 3600 ? s / 60 + " min " + s % 60 + " s" : s / 3600 + " h " + s / 60 % 60 + " min";
    }

    /** How long something took: after 4.2 s; at once when that would be 0.0 s. */
    public static String after(long ms) {
        return ms < 50 ? "at once" : "after " + span(ms);
    }

    /** 14:32:27.855 in the machine's time zone. */
    public static String clock(long atMs) {
        return CLOCK.format(Instant.ofEpochMilli(atMs).atZone(ZoneId.systemDefault()));
    }

    /** 14:32:27 in the machine's time zone. */
    public static String second(long atMs) {
        return SECOND.format(Instant.ofEpochMilli(atMs).atZone(ZoneId.systemDefault()));
    }

    /** Keeps a figure and its unit on one line, wherever the words wrap: "(50 %)", "60.2 s". */
    public static String unbroken(String words) {
        return UNIT.matcher(words).replaceAll("$1\u00a0$2");
    }

    /** One word or the other: 1 record, 2 records. */
    public static String counted(long n, String one, String many) {
        return count(n) + " " + (n == 1 ? one : many);
    }
}
