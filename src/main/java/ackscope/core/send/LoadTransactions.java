package ackscope.core.send;

import ackscope.core.compose.LoadPlan;
import ackscope.core.transaction.Trouble;
import java.util.Optional;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The transactions of a send action: begun with their first record, ended when the plan says so, or when one of their records failed. When a
 * person has one open, the action's records join it, and it is the person's to end. A wait that ran out is repeated once, because after it
 * only the same call may follow. For the sending thread.
 */
final class LoadTransactions {
    private final SendTransaction transaction;
    private final boolean joined;
    private final StopSwitch stops;
    private final LoadPlan plan;
    private long begun;

    /** What may follow when a transaction has ended. */
    enum End {
        /** The producer can go on. */
        USABLE,
        /** The producer must be replaced. */
        BROKEN,
        /** A newer producer took the transactional.id: a new one here would only take it back. */
        FENCED
    }

    /** @param begun how many the action had before */
    LoadTransactions(SendTransaction transaction, StopSwitch stops, LoadPlan plan, long begun) {
        this.transaction = transaction;
        this.stops = stops;
        this.plan = plan;
        this.begun = begun;
        joined = transaction.isOpen();
    }

    /** How many the action began so far. */
    long begun() {
        return begun;
    }

    /** Counts a record that is about to be sent, after beginning a transaction if none is open. */
    void record() {
        if (!joined && !transaction.isOpen()) {
            transaction.begin(false);
            begun++;
        }
        transaction.record();
    }

    /** Whether it should be ended before another record. */
    boolean due() {
        return !joined && (transaction.records() >= plan.perTransaction() || transaction.failures() > 0);
    }

    /** Ends it, if one of the action's own is open. */
    End end() {
        if (joined || !transaction.isOpen()) {
            return End.USABLE;
        }
        if (stops.cancelled()) {
            transaction.lost(
                    "it was cancelled. Nothing waited for the abort: readers see it when a producer with this id opens again, or"
                            + " transaction.timeout.ms passes");
            return End.BROKEN;
        }
        if (transaction.failures() > 0) {
            return abort(transaction.failures() == 1
                    ? "one of its records failed"
                    : transaction.failures() + " of its records failed", false);
        }
        if (plan.aborts(begun)) {
            return abort(plan.abortEvery() == 1
                    ? "every transaction of this load is"
                    : "every " + plan.abortEvery() + "th transaction of this load is", true);
        }
        return commit();
    }

    private End commit() {
        try {
            Optional<Trouble> trouble = transaction.commit();
            if (trouble.isPresent() && trouble.get().kind() == Trouble.Kind.REPEAT) {
                trouble = transaction.commit();
            }
            return trouble.isEmpty() ? End.USABLE : uncommitted(trouble.get());
        } catch (InterruptException e) {
            transaction.lost("it was cancelled while the commit was on its way");
            return End.BROKEN;
        }
    }

    private End uncommitted(Trouble trouble) {
        return switch (trouble.kind()) {
            case REPEAT -> {
                transaction.lost("the coordinator did not answer the commit within max.block.ms, asked twice");
                yield End.BROKEN;
            }
            case ABORTABLE -> abort("the commit failed: " + trouble.words(), false);
            case FATAL -> {
                transaction.lost("the commit failed: " + trouble.words());
                yield fatal(trouble);
            }
        };
    }

    private End abort(String why, boolean asked) {
        try {
            if (asked) {
                // An abort drops what has not left yet; what is aborted on purpose is to be found in the log.
                transaction.flush();
            }
            Optional<Trouble> trouble = transaction.abort(why, asked);
            if (trouble.isEmpty()) {
                return End.USABLE;
            }
            transaction.lost(why + ", and it could not be aborted (" + trouble.get().words()
                    + "): the coordinator will abort it when it times out");
            return fatal(trouble.get());
        } catch (InterruptException e) {
            transaction.lost(why + ", and the wait for the abort was cancelled");
            return End.BROKEN;
        }
    }

    private static End fatal(Trouble trouble) {
        return trouble.fenced() ? End.FENCED : End.BROKEN;
    }
}
