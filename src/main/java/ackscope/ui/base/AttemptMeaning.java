package ackscope.ui.base;

import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.BatchLife;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a try means for the log, in words, and no more than the wire proves. Errors are read as Kafka's brokers give them
 * ({@code ReplicaManager.appendRecords}, {@code DelayedProduce}): most refuse before the append, a few come after it.
 */
public final class AttemptMeaning {
    private static final String REFUSED = "refused before append: ";

    private AttemptMeaning() {
    }

    /**
     * @param life  its batch
     * @param index of the try in {@code life.attempts()}
     */
    public static String of(BatchLife life, int index) {
        Attempt a = life.attempts().get(index);
        List<Attempt> earlier = life.attempts().subList(0, index);
        String renewed = index > 0 && epochRaised(earlier.getLast(), a)
                ? "; the client raised its epoch from " + earlier.getLast().epoch() + " to " + a.epoch()
                : "";
        return switch (a.said()) {
            case Answer.Awaited _ -> unanswered(a);
            case Answer.None _ -> unanswered(a) + renewed;
            case Answer.NotDue _ -> a.forwarded()
                    ? "handed to broker " + a.node() + "'s socket; nobody says whether it was appended"
                    : "kept by the fault: never reached broker " + a.node() + ", and the client cannot know";
            case Answer.Given g when g.error().equals("NONE") -> appended(a, g, earlier) + hearing(a) + renewed;
            case Answer.Given g -> refused(a, g.error()) + hearing(a) + renewed;
        };
    }

    /**
     * When it was on the wire that a broker had appended it, µs since the epoch: empty where the client heard of that success at once, where
     * nothing is proven, and where an earlier try had shown it already.
     */
    public static OptionalLong writtenUnheard(BatchLife life, int index) {
        Attempt a = life.attempts().get(index);
        return shows(a) && !(a.heard() == Heard.AS_SAID && AttemptWords.succeeded(a))
                && life.attempts().subList(0, index).stream().noneMatch(AttemptMeaning::shows)
                        ? OptionalLong.of(((Answer.Given) a.said()).atUs())
                        : OptionalLong.empty();
    }

    private static boolean shows(Attempt a) {
        return a.said() instanceof Answer.Given g && switch (g.error()) {
            case "NONE", "NOT_ENOUGH_REPLICAS_AFTER_APPEND", "DUPLICATE_SEQUENCE_NUMBER" -> true;
            case "REQUEST_TIMED_OUT" -> a.acks() == -1;
            default -> false;
        };
    }

    private static boolean epochRaised(Attempt before, Attempt now) {
        return before.producerId() >= 0 && before.producerId() == now.producerId() && before.epoch() != now.epoch();
    }

    private static String unanswered(Attempt a) {
        if (!a.forwarded()) {
            return switch (a.heard()) {
                case WAITING -> "held by the fault: broker " + a.node() + " has not seen it";
                case REPLACED -> "answered by the fault: broker " + a.node() + " never saw it";
                case AS_SAID, NOTHING, NOT_DUE -> "kept by the fault: broker " + a.node() + " never saw it";
            };
        }
        return a.open()
                ? "sent; broker " + a.node() + " has not answered yet"
                : "sent in full; whether broker " + a.node() + " appended it is not known";
    }

    /** An offset that was given before is the proof that nothing was appended; the same sequence without an answer proves nothing. */
    private static String appended(Attempt a, Answer.Given g, List<Attempt> earlier) {
        String place = g.baseOffset() < 0 ? "" : " at " + range(g.baseOffset(), a.records());
        Optional<Answer.Given> before = earlier.stream().map(Attempt::said)
                .filter(s -> s instanceof Answer.Given given && given.error().equals("NONE"))
                .map(Answer.Given.class::cast).reduce((_, last) -> last);
        if (before.isPresent() && g.baseOffset() >= 0) {
            boolean same = before.get().baseOffset() == g.baseOffset();
            return same
                    ? (sameIdentity(a, earlier) ? "same id, epoch and sequence: t" : "t") + "he broker knew it" + place
                            + ", nothing appended"
                    : "appended again" + place + ": a duplicate of " + range(before.get().baseOffset(), a.records());
        }
        boolean open = earlier.stream().anyMatch(AttemptMeaning::mayBeWritten);
        if (!open) {
            return "appended" + place;
        }
        return sameIdentity(a, earlier)
                ? "in the log once" + place + ": appended now, or known from an earlier try"
                : "appended" + place + "; an earlier try may have been appended too";
    }

    private static boolean mayBeWritten(Attempt a) {
        return a.forwarded() && switch (a.said()) {
            case Answer.Given g -> g.error().equals("NONE") || afterAppend(a, g.error());
            case Answer.Awaited _,Answer.None _,Answer.NotDue _ -> true;
        };
    }

    private static boolean afterAppend(Attempt a, String error) {
        return switch (error) {
            case "NOT_ENOUGH_REPLICAS_AFTER_APPEND" -> true;
            case "REQUEST_TIMED_OUT", "NOT_LEADER_OR_FOLLOWER", "UNKNOWN_TOPIC_OR_PARTITION" -> a.acks() == -1;
            default -> false;
        };
    }

    private static boolean sameIdentity(Attempt a, List<Attempt> earlier) {
        return a.producerId() >= 0 && earlier.stream().allMatch(e -> e.producerId() == a.producerId()
                && e.epoch() == a.epoch() && e.sequence() == a.sequence());
    }

    private static String range(long base, int records) {
        return Figures.count(base) + (records > 1 ? " to " + Figures.count(base + records - 1) : "");
    }

    private static String hearing(Attempt a) {
        return switch (a.heard()) {
            case AS_SAID, NOT_DUE -> "";
            case WAITING -> "; the client has not heard yet";
            case NOTHING -> "; the client never heard";
            case REPLACED -> "; the client was told " + a.heardError();
        };
    }

    private static String refused(Attempt a, String error) {
        boolean all = a.acks() == -1;
        return switch (error) {
            case "DUPLICATE_SEQUENCE_NUMBER" ->
                "the broker had this sequence already: nothing appended" + (a.heard() == Heard.AS_SAID
                        ? "; the client takes it for success"
                        : "");
            case "MESSAGE_TOO_LARGE" -> a.records() > 1
                    ? "over max.message.bytes of the topic: the client splits it, which is no retry"
                    : "over max.message.bytes of the topic: not tried again";
            case "NOT_ENOUGH_REPLICAS" -> REFUSED + "too few replicas in sync";
            case "NOT_ENOUGH_REPLICAS_AFTER_APPEND" ->
                "appended by the leader, then too few replicas in sync: tried again";
            case "REQUEST_TIMED_OUT" -> all
                    ? "appended by the leader; the replicas did not confirm it in time"
                    : "the broker did not do it in time";
            case "NOT_LEADER_OR_FOLLOWER" -> "broker " + a.node() + " does not lead the partition"
                    + (all ? "; if it did when this came, it may have appended it" : ": nothing appended");
            case "UNKNOWN_TOPIC_OR_PARTITION" -> "broker " + a.node() + " does not know the partition"
                    + (all ? "; if it did when this came, it may have appended it" : ": nothing appended");
            case "UNKNOWN_TOPIC_ID" -> REFUSED + "the topic was deleted, or made anew";
            case "OUT_OF_ORDER_SEQUENCE_NUMBER" -> REFUSED + "a batch before it is missing in the log";
            case "UNKNOWN_PRODUCER_ID" -> REFUSED + "the broker no longer knows this producer";
            case "INVALID_PRODUCER_EPOCH", "PRODUCER_FENCED" ->
                REFUSED + "a newer producer, or a time-out, fenced this epoch";
            case "INVALID_TXN_STATE" -> REFUSED + "the transaction is not open";
            case "TRANSACTION_ABORTABLE" -> REFUSED + "the transaction must be aborted";
            case "CONCURRENT_TRANSACTIONS" -> REFUSED + "the last transaction is still being ended";
            case "TOPIC_AUTHORIZATION_FAILED" -> REFUSED + "no right to write to the topic";
            case "CLUSTER_AUTHORIZATION_FAILED" -> REFUSED + "no right to write idempotently";
            case "TRANSACTIONAL_ID_AUTHORIZATION_FAILED" -> REFUSED + "no right to this transactional.id";
            case "INVALID_RECORD", "INVALID_TIMESTAMP" -> REFUSED + "the topic's rules do not allow a record in it";
            case "RECORD_LIST_TOO_LARGE" -> REFUSED + "larger than a segment of the log";
            case "CORRUPT_MESSAGE" -> REFUSED + "its checksum did not match";
            case "KAFKA_STORAGE_ERROR" -> "the broker's disk failed; whether it was appended is not known";
            case "UNKNOWN_SERVER_ERROR" -> "the broker failed; whether it was appended is not known";
            default -> "answered " + error;
        };
    }
}
