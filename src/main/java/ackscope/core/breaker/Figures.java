package ackscope.core.breaker;

import java.util.Locale;

/** Figures in sentences. */
final class Figures {
    private Figures() {
    }

    static String count(long n, String one, String many) {
        return String.format(Locale.ROOT, "%,d ", n) + (n == 1 ? one : many);
    }

    /** Seconds from 1 s on, else ms. */
    static String time(long ms) {
        return ms >= 1000 && ms % 1000 == 0 ? ms / 1000 + " s" : String.format(Locale.ROOT, "%,d ms", ms);
    }

    /** At most one digit after the point. */
    static String percent(double value) {
        return Math.abs(value - Math.rint(value)) < 0.05
                ? Math.round(value) + " %"
                : String.format(Locale.ROOT, "%.1f %%", value);
    }
}
