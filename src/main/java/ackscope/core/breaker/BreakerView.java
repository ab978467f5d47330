package ackscope.core.breaker;

import ackscope.core.event.BreakerEvent.State;

/**
 * The circuit breaker as it is now. A snapshot.
 *
 * @param on           whether it stands in front of the producer at all
 * @param failureRate  share of failures in the window, 0..1; NaN while the window has too few outcomes
 * @param failureLimit the share at which it opens
 * @param slowRate     share of slow outcomes in the window, 0..1; NaN as above
 * @param slowLimit    the share at which it opens
 * @param outcomes     outcomes in the window
 * @param least        outcomes that it needs before it judges
 * @param nextTryMs    while open: ms until it lets a few through; else -1
 * @param permits      while half open: how many it still lets through; else -1
 * @param held         records in the outbox
 * @param limit        records that the outbox takes
 * @param kept         records put into it in this run
 * @param replayed     records given to the producer again in this run
 * @param mayDouble    those of replayed that may be in the log twice
 */
public record BreakerView(boolean on, State state, double failureRate, double failureLimit, double slowRate,
        double slowLimit, int outcomes, int least, long nextTryMs, int permits, long held, long limit, long kept,
        long replayed, long mayDouble) {

    /** No breaker. */
    public static final BreakerView OFF = new BreakerView(false, State.CLOSED, Double.NaN, 0, Double.NaN, 0, 0, 0, -1,
            -1,
            0, 0, 0, 0, 0);
}
