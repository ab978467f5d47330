package ackscope.core.send;

import ackscope.core.metrics.Waiting;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.IntSupplier;
import java.util.function.LongToIntFunction;

/**
 * Which record of a run the producer has had longest without a report. First sends are found by a pointer that only moves on, past what
 * has a report or is in the outbox; a record that comes out of there is noted by itself until it is reported or goes back. So a look
 * costs what happened since the last one, however long a record is held.
 *
 * <p>One thread looks; the sending thread and the producer's note.
 */
final class Awaited {
    private static final long NONE = -1;

    private final SendLedger ledger;
    private final LongToIntFunction blockedMs;
    private final NavigableSet<Long> replays = new ConcurrentSkipListSet<>();
    private long first;
    private volatile long inSend = NONE;

    /** @param blockedMs how long {@code send()} blocked for a record, ms */
    Awaited(SendLedger ledger, LongToIntFunction blockedMs) {
        this.ledger = ledger;
        this.blockedMs = blockedMs;
    }

    /** A record from the outbox was given to the producer. */
    void replayed(long number) {
        replays.add(number);
    }

    /** A record was reported or went into the outbox. */
    void over(long number) {
        if (!replays.isEmpty()) {
            replays.remove(number);
        }
    }

    /** {@code send()} is called for a record. */
    void enters(long number) {
        inSend = number;
    }

    /** {@code send()} returned. */
    void leaves() {
        inSend = NONE;
    }

    /**
     * What waits now.
     *
     * @param nowMs    ms since the run began, read after the records that are found
     * @param budgetMs {@code delivery.timeout.ms} of the open producer, 0 if none is open
     */
    Waiting waiting(IntSupplier nowMs, long budgetMs) {
        long inside = inSend;
        long size = ledger.size();
        while (first < size && (!ledger.open(first) || ledger.isHeld(first))) {
            first++;
        }
        Longest longest = new Longest();
        if (first < size) {
            longest.take(first, inside);
        }
        // Replays go in the order of keeping, so the first of them that is not the one in send() has waited about longest.
        for (long number : replays) {
            longest.take(number, inside);
            if (number != inside) {
                break;
            }
        }
        int now = nowMs.getAsInt();
        return new Waiting(longest.sendMs == Integer.MAX_VALUE ? -1 : Math.max(0, now - longest.sendMs),
                longest.handedMs == Integer.MAX_VALUE ? -1 : Math.max(0, now - longest.handedMs), budgetMs);
    }

    private final class Longest {
        private int sendMs = Integer.MAX_VALUE;
        private int handedMs = Integer.MAX_VALUE;

        void take(long number, long inside) {
            int sent = ledger.read(number).sendMs();
            sendMs = Math.min(sendMs, sent);
            if (number != inside) {
                handedMs = Math.min(handedMs, sent + blockedMs.applyAsInt(number));
            }
        }
    }
}
