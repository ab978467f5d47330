package ackscope.ui.drill;

import ackscope.ui.base.Figures;
import ackscope.ui.drill.DrillViewModel.Clock;
import ackscope.ui.drill.DrillViewModel.Outcome;
import ackscope.ui.drill.DrillViewModel.State;
import ackscope.ui.drill.DrillViewModel.Wrong;
import java.util.Locale;

/** What is said of a drill. */
final class DrillWords {
    private static final double MS = 1_000;

    private DrillWords() {
    }

    /** How it ended, in a sentence. */
    static String ending(Outcome done) {
        return switch (done.ending()) {
            case NAMED -> "You named it: " + lower(done.cause().name()) + ".";
            case GIVEN_UP -> "You gave up. It was this: " + lower(done.cause().name()) + ".";
            case TIME_OVER -> "The time was over. It was this: " + lower(done.cause().name()) + ".";
        };
    }

    /** How long it took, and how many answers were wrong. */
    static String count(Outcome done) {
        return String.format(Locale.ROOT, "%.0f s after it began", done.tookMs() / MS)
                + (done.wrong() == 0
                        ? ", no wrong answer."
                        : ", " + Figures.counted(done.wrong(), "wrong answer", "wrong answers") + ".");
    }

    /** What the bar says while it goes on. */
    static String going(State state) {
        if (state.outcome().isPresent()) {
            return ending(state.outcome().get()) + (state.running() ? " Everything is being healed." : "");
        }
        return switch (state.phase()) {
            case PREPARING -> "The cluster is made whole, and a topic is made.";
            // Whether something acts already is for the person to find out.
            case STEADY, ACTING -> state.wrong().isEmpty()
                    ? "The load runs. Something breaks, or is broken: name it."
                    : wrong(state.wrong().getLast());
            case HEALING -> "Everything is being healed.";
        };
    }

    private static String wrong(Wrong wrong) {
        return "Not so: " + lower(wrong.cause().name()) + ". "
                + (wrong.cost() == 0
                        ? "It cost nothing, for there is no less than what is left."
                        : "It cost " + Figures.counted(wrong.cost(), "point", "points") + ".");
    }

    /** The time that is gone, and what there is to be had. */
    static String clock(Clock clock) {
        return Figures.unbroken(clock.goneS() + " s") + " of load, "
                + Figures.counted(clock.points(), "point", "points") + " to be had";
    }

    private static String lower(String text) {
        return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }
}
