package ackscope.core.event;

/** What became of the circuit breaker in front of the producer, and of the records that it turned away. */
public sealed interface BreakerEvent extends LabEvent {

    /** The breaker's state, in the words of the pattern. */
    enum State {
        /** Passing. */
        CLOSED,
        /** Turning away. */
        OPEN,
        /** Letting a few through to see. */
        HALF_OPEN
    }

    /** @param why in words: "62 % of the last 20 failed, 50 % allowed" */
    record Changed(State from, State to, String why, long atMs) implements BreakerEvent {
    }

    /** Records were put in the outbox instead of being sent. */
    record Kept(RecordId first, RecordId last, long count, long atMs) implements BreakerEvent {
    }

    /** Records from the outbox were given to the producer again, each with a raised resend. */
    record Replayed(RecordId first, RecordId last, long count, long atMs) implements BreakerEvent {
    }

    /** The outbox took no more; sending stopped there. */
    record OutboxFull(long held, long limit, long atMs) implements BreakerEvent {
    }
}
