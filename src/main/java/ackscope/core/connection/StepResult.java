package ackscope.core.connection;

/**
 * How one step of a {@link ConnectionTest} goes, or went.
 *
 * @param ms     how long it took; 0 until it is over
 * @param what   what was found, or what went wrong, a sentence; "" before that
 * @param remedy what to change, a sentence or more; "" for nothing
 */
public record StepResult(Step step, State state, long ms, String what, String remedy) {

    /** Where a step is. */
    public enum State {
        WAITING, RUNNING, PASSED,
        /** Passed, with something to be said. */
        REMARK,
        /** The cluster does not tell. */
        NOT_KNOWN, FAILED, SKIPPED, CANCELLED;

        /** Whether the steps after it make no sense. */
        public boolean ends() {
            return this == FAILED || this == CANCELLED;
        }
    }

    static StepResult of(Step step, State state) {
        return new StepResult(step, state, 0, "", "");
    }
}
