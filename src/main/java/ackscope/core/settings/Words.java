package ackscope.core.settings;

import java.util.Locale;

/** Numbers and times as a person reads them. */
public final class Words {
    private Words() {
    }

    /** "120,000" for "120000"; anything that is not a whole number stays as it is. */
    public static String grouped(String value) {
        return value.matches("-?\\d{4,18}") ? String.format(Locale.ROOT, "%,d", Long.parseLong(value)) : value;
    }

    /** "250 ms", "8 s", "2.5 s", "2 min". */
    public static String time(long ms) {
        if (ms < 1000) {
            return ms + " ms";
        }
        if (ms < 120_000) {
            return trimmed(ms / 1000.0) + " s";
        }
        return ms < 7_200_000 ? trimmed(ms / 60_000.0) + " min" : trimmed(ms / 3_600_000.0) + " h";
    }

    private static String trimmed(double value) {
        String text = String.format(Locale.ROOT, "%,.1f", value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }
}
