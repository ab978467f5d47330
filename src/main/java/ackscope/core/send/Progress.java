package ackscope.core.send;

import java.util.OptionalLong;

/**
 * Where the engine is, as last seen.
 *
 * @param phase   what it is doing
 * @param done    records of the current or last send action that were given to the producer
 * @param count   how many it is to send, or empty: until stopped
 * @param startNanos when the action began, on the engine's clock
 * @param rate    the planned rate in records/s, 0 for as fast as it goes
 * @param problem why the last action ended early, in words, or ""
 */
public record Progress(Phase phase, long done, OptionalLong count, long startNanos, double rate, String problem) {

    /** What the engine is doing. */
    public enum Phase {
        IDLE, OPENING, SENDING, DRAINING, CLOSING
    }

    /** Nothing was sent yet. */
    public static final Progress NONE = new Progress(Phase.IDLE, 0, OptionalLong.empty(), 0, 0, "");

    /** Whether a send action is under way. */
    public boolean busy() {
        return phase != Phase.IDLE;
    }

    Progress with(Phase next) {
        return new Progress(next, done, count, startNanos, rate, problem);
    }

    Progress with(long nextDone) {
        return new Progress(phase, nextDone, count, startNanos, rate, problem);
    }

    Progress ended(String why) {
        return new Progress(Phase.IDLE, done, count, startNanos, rate, why);
    }
}
