package ackscope.core.event;

/** What became of a transaction. */
public sealed interface TransactionEvent extends LabEvent {

    record Begun(String transactionalId, long atMs) implements TransactionEvent {
    }

    record Committed(String transactionalId, long records, long atMs) implements TransactionEvent {
    }

    /** {@code reason} in words. */
    record Aborted(String transactionalId, long records, String reason, long atMs) implements TransactionEvent {
    }
}
