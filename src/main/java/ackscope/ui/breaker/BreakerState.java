package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerView;
import ackscope.ui.base.Figures;
import java.util.Locale;

/**
 * How the circuit breaker stands, in words.
 *
 * @param tone     how it is to be coloured
 * @param word     one or two words
 * @param brief    the most useful figure, short; may be ""
 * @param sentence the whole of it
 * @param share    how near the nearest limit is, 0..1
 */
record BreakerState(Tone tone, String word, String brief, String sentence, double share) {

    enum Tone {
        OFF, PASSING, TRYING, HOLDING;

        String styleClass() {
            return switch (this) {
                case OFF -> "muted";
                case PASSING -> "text-acked";
                case TRYING -> "text-retrying";
                case HOLDING -> "text-failed";
            };
        }
    }

    static final BreakerState OFF = new BreakerState(Tone.OFF, "off", "",
            "Off: every record goes to the producer, whatever became of the last ones.", 0);

    /** @param obstacle why it is not used although it is on, or "" */
    static BreakerState of(BreakerView view, BreakerSettings settings, String obstacle) {
        if (!obstacle.isEmpty()) {
            return new BreakerState(Tone.TRYING, "not used", "", obstacle, 0);
        }
        if (!view.on()) {
            return OFF;
        }
        return switch (view.state()) {
            case CLOSED -> closed(view, settings);
            case OPEN -> open(view);
            case HALF_OPEN -> halfOpen(view);
        };
    }

    private static BreakerState closed(BreakerView view, BreakerSettings settings) {
        if (Double.isNaN(view.failureRate())) {
            return new BreakerState(Tone.PASSING, "closed", view.outcomes() + " of " + view.least() + " seen",
                    "Closed: records pass. It has seen " + view.outcomes() + " of the " + view.least()
                            + " outcomes that it needs before it judges.",
                    0);
        }
        String of = settings.window() == BreakerSettings.Window.COUNT
                ? "the last " + Figures.counted(view.outcomes(), "outcome", "outcomes")
                : "the " + Figures.counted(view.outcomes(), "outcome", "outcomes") + " of the last "
                        + settings.size() + " s";
        return new BreakerState(Tone.PASSING, "closed", percent(view.failureRate()) + " of "
                + percent(view.failureLimit()),
                "Closed: records pass. Of " + of + ", " + percent(view.failureRate())
                        + " failed, it opens at " + percent(view.failureLimit()) + "; " + percent(view.slowRate())
                        + " were slow, it opens at " + percent(view.slowLimit()) + ".",
                Math.max(part(view.failureRate(), view.failureLimit()), part(view.slowRate(), view.slowLimit())));
    }

    private static BreakerState open(BreakerView view) {
        return view.nextTryMs() > 0
                ? new BreakerState(Tone.HOLDING, "open", "tries again in " + seconds(view.nextTryMs()),
                        "Open: records are turned away, into the outbox. It lets a few through in "
                                + seconds(view.nextTryMs()) + ".",
                        1)
                : new BreakerState(Tone.HOLDING, "open", "tries the next",
                        "Open: its wait is over. The next record that is sent or replayed goes through as a try.", 1);
    }

    private static BreakerState halfOpen(BreakerView view) {
        int used = Math.max(0, view.least() - view.permits());
        return new BreakerState(Tone.TRYING, "half open", used + " of " + view.least() + " tries",
                "Half open: " + used + " of " + Figures.counted(view.least(), "permit", "permits")
                        + " used, the rest goes to the outbox. When all have come back it closes or opens again.",
                view.least() == 0 ? 0 : (double) used / view.least());
    }

    /** As a line beside the switch. */
    String line() {
        return brief.isEmpty() ? word : word + ": " + brief;
    }

    private static double part(double rate, double limit) {
        return Double.isNaN(rate) || limit <= 0 ? 0 : Math.min(1, rate / limit);
    }

    private static String percent(double share) {
        return Double.isNaN(share) ? "–" : Figures.number(100 * share) + " %";
    }

    private static String seconds(long ms) {
        return String.format(Locale.ROOT, "%.1f s", Math.ceil(ms / 100.0) / 10);
    }
}
