package ackscope.core.event;

/**
 * What became of records. Every record is counted; only some are listed one by one (failures always, the rest while they are few
 * enough to read), so a screen takes its sums from {@link FlowCounters}, never from these.
 */
public sealed interface RecordEvent extends LabEvent {

    /** {@code send()} was called. Partition is -1 while the client has not chosen one. */
    record Sent(RecordId id, String topic, int partition, long atMs) implements RecordEvent {
    }

    /**
     * The producer reported success. Offset is -1 when the broker gave none (acks=0).
     *
     * @param latencyMs from the call of {@code send()} to the callback
     */
    record Acked(RecordId id, String topic, int partition, long offset, int latencyMs,
            long atMs) implements RecordEvent {
    }

    /** Many acknowledged at once, too many to list: the records from the first to the last number among others. */
    record AckedMany(String topic, long first, long last, long count, long atMs) implements RecordEvent {
    }

    /**
     * The producer reported failure for {@code count} records with the same cause, from {@code first} to {@code last}.
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
