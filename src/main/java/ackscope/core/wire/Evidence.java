package ackscope.core.wire;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.Certainty;
import ackscope.core.event.Tries;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the tries of a batch prove about its being in the log. Read from {@code ReplicaManager}, {@code UnifiedLog},
 * {@code ProducerAppendInfo} and {@code DelayedProduce}: which errors a broker gives before it appends only.
 */
final class Evidence {
    private static final Set<String> WRITTEN = Set.of("NONE", "DUPLICATE_SEQUENCE_NUMBER",
            "NOT_ENOUGH_REPLICAS_AFTER_APPEND");
    private static final Set<String> BEFORE_APPEND = Set.of("NOT_ENOUGH_REPLICAS", "TOPIC_AUTHORIZATION_FAILED",
            "CLUSTER_AUTHORIZATION_FAILED", "TRANSACTIONAL_ID_AUTHORIZATION_FAILED", "MESSAGE_TOO_LARGE",
            "RECORD_LIST_TOO_LARGE", "CORRUPT_MESSAGE", "INVALID_TOPIC_EXCEPTION", "INVALID_RECORD",
            "INVALID_TIMESTAMP", "INVALID_REQUIRED_ACKS", "INVALID_REQUEST", "INVALID_PRODUCER_EPOCH",
            "INVALID_PRODUCER_ID_MAPPING", "INVALID_TXN_STATE", "OUT_OF_ORDER_SEQUENCE_NUMBER",
            "UNKNOWN_PRODUCER_ID", "PRODUCER_FENCED", "CONCURRENT_TRANSACTIONS", "TRANSACTION_ABORTABLE",
            "TRANSACTION_COORDINATOR_FENCED", "COORDINATOR_NOT_AVAILABLE", "COORDINATOR_LOAD_IN_PROGRESS",
            "NOT_COORDINATOR", "UNSUPPORTED_VERSION", "UNSUPPORTED_FOR_MESSAGE_FORMAT",
            "UNSUPPORTED_COMPRESSION_TYPE");
    /** Given at once when the broker does not lead the partition, and with acks=all also while it waits for its followers. */
    private static final Set<String> BEFORE_APPEND_UNLESS_ALL = Set.of("NOT_LEADER_OR_FOLLOWER",
            "UNKNOWN_TOPIC_OR_PARTITION", "UNKNOWN_TOPIC_ID");

    private int tries;
    private int kept;
    private int refused;
    private int unanswered;
    private int unasked;
    private final Set<String> refusals = new TreeSet<>();
    private final Set<String> unclear = new TreeSet<>();
    private String written = "";

    /** @param held whether it waits on the way and may still reach the broker */
    void add(Attempt one, boolean held) {
        tries++;
        if (one.said() instanceof Answer.Given(String error, long offset, long _)) {
            answered(one, error, offset);
        } else if (!one.forwarded() && !held) {
            kept++;
        } else if (one.heard() == Heard.NOT_DUE) {
            unasked++;
        } else {
            unanswered++;
        }
    }

    private void answered(Attempt one, String error, long offset) {
        if (WRITTEN.contains(error)) {
            if (written.isEmpty()) {
                written = words(one, error, offset);
            }
        } else if (BEFORE_APPEND.contains(error)
                || (one.acks() != -1 && BEFORE_APPEND_UNLESS_ALL.contains(error))) {
            refused++;
            refusals.add(error);
        } else {
            unclear.add(error);
        }
    }

    private static String words(Attempt one, String error, long offset) {
        String broker = "broker " + one.node() + " answered try " + one.number() + " with " + error;
        return switch (error) {
            case "NONE" -> offset < 0 ? broker : broker + ": its batch is in the log from offset " + offset + " on";
            case "DUPLICATE_SEQUENCE_NUMBER" -> broker + ": it had the batch already";
            default -> broker + ": it is in the leader's log, though not on enough replicas";
        };
    }

    /** What others found as well. */
    void add(Evidence other) {
        tries += other.tries;
        kept += other.kept;
        refused += other.refused;
        unanswered += other.unanswered;
        unasked += other.unasked;
        refusals.addAll(other.refusals);
        unclear.addAll(other.unclear);
        if (written.isEmpty()) {
            written = other.written;
        }
    }

    /** The verdict, with its reason in words. */
    Tries verdict() {
        if (!written.isEmpty()) {
            return new Tries(true, tries, Certainty.YES, written);
        }
        if (tries == kept + refused) {
            return new Tries(true, tries, Certainty.NO, notWritten());
        }
        return new Tries(true, tries, Certainty.MAYBE, unknown());
    }

    /** The verdict while bytes of the client's wait that may hold one more try. */
    Tries verdictWithMoreToRead() {
        Tries so = verdict();
        return so.written() != Certainty.NO
                ? so
                : new Tries(true, so.count(), Certainty.MAYBE,
                        so.reason() + "; but the client has sent more that was not read yet");
    }

    private String notWritten() {
        if (tries == 0) {
            return "no produce request with it left the client";
        }
        String all = tries == 1 ? "its only try was " : "all " + tries + " tries were ";
        if (kept == 0) {
            return all + "refused before the append: " + String.join(", ", refusals);
        }
        return refused == 0
                ? all + "kept from the broker by a fault"
                : "of " + tries + " tries " + kept + " were kept from the broker by a fault and " + refused
                        + " refused before the append: " + String.join(", ", refusals);
    }

    private String unknown() {
        String of = tries == 1 ? "its only try " : "of " + tries + " tries ";
        if (unasked > 0) {
            return "with acks=0 no broker says whether it was written";
        }
        if (unanswered > 0) {
            return of
                    + (tries == 1 ? "has no answer" : unanswered + (unanswered == 1 ? " has" : " have") + " no answer");
        }
        return of + "got " + String.join(", ", unclear) + ", which a broker can also give after the append";
    }
}
