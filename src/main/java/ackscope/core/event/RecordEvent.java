package ackscope.core.event;

/**
 * What became of records. Every record is counted; only some are listed one by one (failures always, the rest while they are few
 * enough to read), so a screen takes its sums from the run's totals, never from these.
 */
public sealed interface RecordEvent extends LabEvent {

    /** {@code send()} was called. Partition is -1 while the client has not chosen one. */
    record Sent(RecordId id, String topic, int partition, long atMs) implements RecordEvent {
    }

    /**
     * The producer reported success. Offset is -1 when the broker gave none: with acks=0, and when it says that it had the batch already
     * (DUPLICATE_SEQUENCE_NUMBER, which the client takes for success).
     *
     * @param latencyMs from the call of {@code send()} to the callback
     * @param acksNone  sent with acks=0: handed to the socket, and no broker answers
     */
    record Acked(RecordId id, String topic, int partition, long offset, int latencyMs, boolean acksNone,
            long atMs) implements RecordEvent {
    }

    /**
     * Many acknowledged at once, too many to list; never those that were announced by {@link Sent}.
     *
     * @param first    the lowest number among them
     * @param last     the highest; those between need not all be among them
     * @param acksNone sent with acks=0: handed to the socket, and no broker answers
     */
    record AckedMany(int run, String topic, long first, long last, long count, boolean acksNone, long atMs)
            implements
                RecordEvent {
    }

    /**
     * The producer reported failure for {@code count} records with the same cause, from {@code first} to {@code last}. A record that
     * was announced by {@link Sent} has an event of its own.
     *
     * @param partition -1 when unknown or more than one
     * @param kind      what sort of failure, and by which edge it left
     * @param error     the exception's simple class name
     * @param message   in words for a person: what happened, why, what to change
     * @param certainty whether they may be in the log, with {@code reason} in words
     */
    record Failed(RecordId first, RecordId last, long count, String topic, int partition, FailureKind kind,
            String error,
            String message, Certainty certainty, String reason, int latencyMs, long atMs) implements RecordEvent {
    }

    /** The producer ended without a report for them. */
    record Unreported(RecordId first, RecordId last, long count, String topic, String reason, long atMs)
            implements
                RecordEvent {
    }
}
