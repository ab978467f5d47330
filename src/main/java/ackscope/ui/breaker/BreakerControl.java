package ackscope.ui.breaker;

import ackscope.core.breaker.BreakerSettings;

/** What the panel asks of the circuit breaker and its outbox. All of it returns at once. */
public interface BreakerControl {
    /** The settings in use. */
    BreakerSettings settings();

    /**
     * Uses other settings.
     *
     * @throws IllegalArgumentException with words if they cannot be used
     */
    void use(BreakerSettings settings);

    /** Why it does not stand in front of the producer although it is on, in words, or "". */
    String obstacle();

    /**
     * Gives what is held to the producer again, in order.
     *
     * @param perSecond the pace, records/s; 0 for as fast as it goes
     */
    void replay(double perSecond);

    /** Throws away what is held; each record is reported failed. */
    void discard();
}
