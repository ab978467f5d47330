package ackscope.core.transaction;

import java.util.Optional;

/**
 * Which calls the client would take in which state, and why not the others. A call that waited in vain goes on behind the scenes: only the
 * same call may follow it ({@code TransactionManager.handleCachedTransactionRequestResult}), or the end of the producer.
 */
public final class Moves {
    private Moves() {
    }

    /**
     * Why a call cannot be made now, in words, or "".
     *
     * @param repeat the call that timed out last, if its end is not known yet
     */
    public static String obstacle(TransactionState state, Optional<Call> repeat, Call call) {
        if (repeat.isPresent()) {
            return call == repeat.get() || call == Call.REPLACE
                    ? ""
                    : "The " + repeat.get().word()
                            + " got no answer in time and is still on its way: only the same call may follow. "
                            + "Repeat the " + repeat.get().word() + ", or close the producer and open it anew.";
        }
        return switch (call) {
            case BEGIN -> state == TransactionState.READY || state == TransactionState.CLOSED ? "" : noBegin(state);
            case SEND -> state == TransactionState.IN_TRANSACTION ? "" : noSend(state);
            case COMMIT -> state == TransactionState.IN_TRANSACTION ? "" : noEnd(state, call);
            case ABORT -> state == TransactionState.IN_TRANSACTION || state == TransactionState.ABORTABLE_ERROR
                    ? ""
                    : noEnd(state, call);
            case REPLACE -> state == TransactionState.FATAL_ERROR ? "" : noReplace(state);
        };
    }

    private static String noBegin(TransactionState state) {
        return state == TransactionState.IN_TRANSACTION
                ? "A transaction is open already, and a producer has one at a time: commit or abort it first."
                : busyOrBroken(state);
    }

    private static String noSend(TransactionState state) {
        return state == TransactionState.READY || state == TransactionState.CLOSED
                ? "No transaction is open: begin one first."
                : busyOrBroken(state);
    }

    private static String noEnd(TransactionState state, Call call) {
        return state == TransactionState.READY || state == TransactionState.CLOSED
                ? "No transaction is open, so there is nothing to " + call.word() + "."
                : busyOrBroken(state);
    }

    private static String noReplace(TransactionState state) {
        return switch (state) {
            case CLOSED -> "No producer is open: begin opens one.";
            case ABORTABLE_ERROR -> "The producer can still go on: abort, then begin again.";
            default -> "Nothing is wrong with this producer.";
        };
    }

    private static String busyOrBroken(TransactionState state) {
        return switch (state) {
            case UNINITIALIZED, INITIALIZING -> "The producer is being opened: it waits for the coordinator.";
            case COMMITTING -> "A commit is under way.";
            case ABORTING -> "An abort is under way.";
            case ABORTABLE_ERROR -> "Something in this transaction failed, so it can only be aborted.";
            case FATAL_ERROR -> "This producer can do nothing any more: close it and open a new one.";
            case CLOSED, READY, IN_TRANSACTION -> "";
        };
    }
}
