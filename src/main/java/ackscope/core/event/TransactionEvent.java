package ackscope.core.event;

/** What became of a transaction. */
public sealed interface TransactionEvent extends LabEvent {

    record Begun(String transactionalId, long atMs) implements TransactionEvent {
    }

    record Committed(String transactionalId, long records, long atMs) implements TransactionEvent {
    }

    /**
     * @param reason in words
     * @param asked  that it is aborted was asked for, by a person or a plan: nothing went wrong
     */
    record Aborted(String transactionalId, long records, String reason, boolean asked, long atMs)
            implements
                TransactionEvent {
    }
}
