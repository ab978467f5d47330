package ackscope.core.scenario;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/** What can be expected of a play. Records are counted without the warm-up. */
public enum Quantity {
    /** Records given to send(). */
    SENT("sent", Undisturbed.ALL, false, "records given to send()"),
    /** Reported ok. */
    ACKED("acked", Undisturbed.ALL, false, "reported ok"),
    /** Reported failed. */
    FAILED("failed", Undisturbed.NONE, false, "reported failed"),
    /** Never reported. */
    UNKNOWN("unknown", Undisturbed.NONE, false, "never reported"),
    /** Reported ok and in the log. */
    DELIVERED("delivered", Undisturbed.OTHER, false,
            "reported ok and in the log, committed where it is in a transaction"),
    /** Reported ok and not in the log. */
    LOST("lost", Undisturbed.NONE, false, "reported ok and not in the log"),
    /** In the log more than once. */
    DUPLICATED("duplicated", Undisturbed.NONE, false, "the client's own doubles: in the log more than once"),
    /** Behind one that was sent later. */
    REORDERED("reordered", Undisturbed.NONE, false, "behind one that was sent later"),
    /** Reported failed and in the log. */
    WRITTEN_THOUGH_FAILED("writtenThoughFailed", Undisturbed.NONE, false, "reported failed and in the log"),
    /** Reported failed and not in the log. */
    ABSENT_AS_TOLD("notWritten", Undisturbed.NONE, false, "reported failed and not in the log"),
    /** In the log with other bytes. */
    WRONG_CONTENT("wrongContent", Undisturbed.NONE, false, "in the log with other bytes"),
    /** Found in the log, every copy and every transaction counted. */
    COPIES("copies", Undisturbed.OTHER, false, "found in the log, every copy and every transaction counted"),
    /** In the log and sent by somebody else. */
    FOREIGN("foreign", Undisturbed.NONE, false, "in the log and sent by somebody else"),
    /** In an aborted transaction and hidden from read_committed. */
    ABORTED("aborted", Undisturbed.OTHER, false, "of aborted transactions, and not given to read_committed"),
    /** In an aborted transaction and seen by read_committed. */
    ABORTED_VISIBLE("abortedVisible", Undisturbed.NONE, false, "in an aborted transaction and seen by read_committed"),
    /** In a committed transaction and hidden from read_committed. */
    COMMITTED_HIDDEN("committedHidden", Undisturbed.NONE, false,
            "in a committed transaction and hidden from read_committed"),
    /** Records sent again by the client, each time counted. */
    RETRIES("retries", Undisturbed.NONE, false, "records sent again by the client, each time counted"),
    /** Batches split because the broker found them too large. */
    SPLITS("splits", Undisturbed.NONE, false, "batches split because the broker found them too large"),
    /** Records that failed with this exception. */
    EXCEPTIONS("exceptions", Undisturbed.NONE, false, "records that failed with this exception"),
    /** Calls of send() that threw. */
    THROWN("thrown", Undisturbed.NONE, false, "calls of send() that threw"),
    /** Callbacks that the client called. */
    CALLBACKS("callbacks", Undisturbed.ALL, false, "callbacks that the client called"),
    /** Transaction calls that failed with this exception. */
    CALL_ERRORS("callErrors", Undisturbed.NONE, false, "transaction calls that failed with this exception"),
    /** Tries of batches that the client heard this error of. */
    WIRE_ERRORS("wireErrors", Undisturbed.NONE, true, "tries of batches that the client heard this error of"),
    /** Batches. */
    BATCHES("batches", Undisturbed.OTHER, true, "batches"),
    /** Tries of the batch that had most. */
    MOST_TRIES("mostTries", Undisturbed.ONE, true, "tries of the batch that had most"),
    /** Ms of the longest wait before a retry. */
    LONGEST_PAUSE("longestPauseMs", Undisturbed.NONE, true, "ms of the longest wait before a retry"),
    /** Ms to the slowest acknowledgement. */
    SLOWEST("slowestMs", Undisturbed.QUICK, false, "ms to the slowest acknowledgement"),
    /** Ms that the longest send() blocked. */
    LONGEST_SEND("longestSendMs", Undisturbed.QUICK, false, "ms that the longest send() blocked"),
    /** Ms from the first send to the last report. */
    TOOK("tookMs", Undisturbed.OTHER, false, "ms from the first send to the last report"),
    /** Changes of a leader. */
    LEADER_CHANGES("leaderChanges", Undisturbed.NONE, false, "changes of a leader"),
    /** Turned away by the circuit breaker, into the outbox. */
    KEPT("kept", Undisturbed.NONE, false, "turned away by the circuit breaker, into the outbox"),
    /** Sent from the outbox. */
    REPLAYED("replayed", Undisturbed.NONE, false,
            "sent from the outbox, each time counted: one that fails goes back there"),
    /** Left in the outbox. */
    IN_OUTBOX("inOutbox", Undisturbed.NONE, false, "left in the outbox"),
    /** Experiments that came out as they must. */
    SHOWN("shown", Undisturbed.NONE, false, "experiments that came out as they must");

    /** A time that no undisturbed cluster takes, ms. */
    static final long SLOW_MS = 500;

    private final String id;
    private final Undisturbed undisturbed;
    private final boolean wire;
    private final String words;

    /** What it is when nothing is broken. */
    enum Undisturbed {
        NONE, ONE,
        /** Every record that is sent. */
        ALL,
        /** A time well below {@link Quantity#SLOW_MS}. */
        QUICK,
        /** It depends. */
        OTHER
    }

    Quantity(String id, Undisturbed undisturbed, boolean wire, String words) {
        this.id = id;
        this.undisturbed = undisturbed;
        this.wire = wire;
        this.words = words;
    }

    /** The quantity of that name in a file, if there is one. */
    public static Optional<Quantity> named(String id) {
        return Arrays.stream(values()).filter(q -> q.id.equals(id)).findFirst();
    }

    /** In a file. */
    public String id() {
        return id;
    }

    /** What it counts, in a few words. */
    public String words() {
        return words;
    }

    /** Whether only the lab's proxies can tell it. */
    public boolean wire() {
        return wire;
    }

    /** Whether it is a time, in ms. */
    public boolean time() {
        return id.endsWith("Ms");
    }

    /** Whether it is counted for each name of an error. */
    public boolean byName() {
        return this == EXCEPTIONS || this == CALL_ERRORS || this == WIRE_ERRORS;
    }

    /** Whether a number in this range is something that only a fault makes. */
    boolean onlyByFault(Expectation.Range range, OptionalLong records) {
        return switch (undisturbed) {
            case NONE -> !range.holds(0);
            case ONE -> !range.holds(1);
            case ALL -> records.isPresent() && !range.holds(records.getAsLong());
            case QUICK -> range.least() >= SLOW_MS;
            case OTHER -> false;
        };
    }

    /** The most that it can be, if that is known. */
    OptionalLong most(OptionalLong records) {
        return switch (this) {
            case SENT, ACKED, FAILED, UNKNOWN, DELIVERED, LOST, DUPLICATED, REORDERED, WRITTEN_THOUGH_FAILED,
                    ABSENT_AS_TOLD, WRONG_CONTENT, ABORTED, ABORTED_VISIBLE, COMMITTED_HIDDEN, EXCEPTIONS, KEPT,
                    IN_OUTBOX ->
                records;
            default -> OptionalLong.empty();
        };
    }
}
