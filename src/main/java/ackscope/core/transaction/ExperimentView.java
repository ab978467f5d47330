package ackscope.core.transaction;

import java.util.List;

/**
 * An experiment as far as it has got.
 *
 * @param title      of the experiment, "" before the first
 * @param state      whether it is over, and how
 * @param steps      in order; the last one may be under way
 * @param conclusion what it showed, or why it ended early, in words; "" while it runs
 */
public record ExperimentView(String title, State state, List<Step> steps, String conclusion) {

    /** None was begun. */
    public static final ExperimentView NONE = new ExperimentView("", State.IDLE, List.of(), "");

    /** Whether it is over, and how. */
    public enum State {
        IDLE, RUNNING,
        /** It came out as it must. */
        SHOWN,
        /** It came out otherwise, or could not be done. */
        FAILED, CANCELLED
    }

    /**
     * A step.
     *
     * @param what   is done
     * @param result in words and numbers, "" while it is under way
     * @param tookMs -1 while it is under way
     */
    public record Step(String what, String result, long tookMs) {
    }
}
