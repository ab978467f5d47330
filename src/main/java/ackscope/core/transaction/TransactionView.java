package ackscope.core.transaction;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The transactional producer as it is now, as far as its calls and reports tell.
 *
 * @param state           where it is
 * @param transactionalId of the open producer, "" if none is open
 * @param byHand          the open transaction was begun by a person, not by a load
 * @param waiting         the call that waits now
 * @param repeat          the call that waited in vain: only it may follow
 * @param trouble         what went wrong last and still matters
 * @param next            the one right next step after that trouble
 * @param contents        of the open transaction
 * @param timeoutMs       effective transaction.timeout.ms
 * @param last            how the last transaction ended, or why none began, in words, or ""
 */
public record TransactionView(TransactionState state, String transactionalId, boolean byHand,
        Optional<Waiting> waiting, Optional<Call> repeat, Optional<Trouble> trouble, Optional<Call> next,
        Optional<Contents> contents, long timeoutMs, String last) {

    /** No producer is open. */
    public static final TransactionView CLOSED = new TransactionView(TransactionState.CLOSED, "", false,
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), 0, "");

    /**
     * A call that waits.
     *
     * @param what    "initTransactions", "commitTransaction" or "abortTransaction"
     * @param sinceMs ms since the epoch
     * @param limitMs effective max.block.ms
     */
    public record Waiting(String what, long sinceMs, long limitMs) {
    }

    /**
     * What an open transaction holds.
     *
     * @param beganMs     ms since the epoch
     * @param firstSendMs when the first record was given to the producer: the coordinator counts from then on, as near as a client can
     *                    know it; empty while there is none
     * @param sent        records given to the producer
     * @param failed      of these, reported failed
     * @param parts       records acknowledged, for each partition that has any
     */
    public record Contents(long beganMs, OptionalLong firstSendMs, long sent, long failed, List<Part> parts) {
        /** Records given to the producer that have no report yet. */
        public long unreported() {
            // The client can report one record twice, so the sum may be too large.
            return Math.max(0, sent - failed - parts.stream().mapToLong(Part::records).sum());
        }
    }

    /** Acknowledged records of one partition. */
    public record Part(String topic, int partition, long records) {
    }

    /** Why a call cannot be made now, in words, or "". */
    public String obstacle(Call call) {
        return Moves.obstacle(state, repeat, call);
    }

    /** When the coordinator will abort the open transaction, ms since the epoch; empty while it does not count. */
    public OptionalLong deadlineMs() {
        return contents.isPresent() && contents.get().firstSendMs().isPresent()
                ? OptionalLong.of(contents.get().firstSendMs().getAsLong() + timeoutMs)
                : OptionalLong.empty();
    }

    /** What the waiting call waits for, in words, or "". */
    public String waitsFor() {
        if (waiting.isEmpty()) {
            return "";
        }
        long unreported = contents.map(Contents::unreported).orElse(0L);
        return switch (state) {
            case INITIALIZING ->
                "the coordinator: it fences an earlier producer of this id, and aborts what that left open";
            case COMMITTING -> unreported > 0
                    ? unreported + (unreported == 1 ? " record" : " records")
                            + " to be acknowledged; then the coordinator writes the commit"
                    : "the coordinator to write the commit";
            case ABORTING -> "the coordinator to write the abort";
            default -> "the client";
        };
    }
}
