package ackscope.core.transaction;

import java.util.EnumSet;
import java.util.Set;

/**
 * The states of a transactional producer. Source: {@code TransactionManager.State}, without PREPARED_TRANSACTION, which no public call
 * reaches, and with {@link #CLOSED} for no producer at all.
 */
public enum TransactionState {
    /** No transactional producer is open. */
    CLOSED,
    /** Open, and nobody has asked the coordinator for a producer id yet. */
    UNINITIALIZED,
    /** {@code initTransactions} waits: an earlier producer of this id is fenced, and its open transaction aborted. */
    INITIALIZING,
    /** No transaction is open. */
    READY,
    /** One is open. */
    IN_TRANSACTION,
    /** {@code commitTransaction} was called and its end is not known. */
    COMMITTING,
    /** {@code abortTransaction} was called and its end is not known. */
    ABORTING,
    /** Something in the transaction failed: it can only be aborted, then the producer goes on. */
    ABORTABLE_ERROR,
    /** The producer can only be closed. */
    FATAL_ERROR;

    /** Whether something went wrong, after which the client commits nothing. */
    public boolean failed() {
        return this == ABORTABLE_ERROR || this == FATAL_ERROR;
    }

    /** Whether the client allows this move. Any producer may be closed, or meet a fatal error. */
    public boolean canBecome(TransactionState next) {
        return sources(next).contains(this);
    }

    private static Set<TransactionState> sources(TransactionState target) {
        return switch (target) {
            case CLOSED -> EnumSet.allOf(TransactionState.class);
            case FATAL_ERROR -> EnumSet.complementOf(EnumSet.of(CLOSED));
            case UNINITIALIZED -> EnumSet.of(CLOSED, READY, ABORTABLE_ERROR);
            case INITIALIZING -> EnumSet.of(UNINITIALIZED, COMMITTING, ABORTING);
            case READY -> EnumSet.of(INITIALIZING, COMMITTING, ABORTING);
            case IN_TRANSACTION -> EnumSet.of(READY);
            case COMMITTING -> EnumSet.of(IN_TRANSACTION);
            case ABORTING -> EnumSet.of(IN_TRANSACTION, ABORTABLE_ERROR);
            case ABORTABLE_ERROR -> EnumSet.of(IN_TRANSACTION, COMMITTING, ABORTABLE_ERROR, INITIALIZING);
        };
    }
}
