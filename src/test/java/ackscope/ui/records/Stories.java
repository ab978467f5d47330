package ackscope.ui.records;

import ackscope.core.event.BatchLife;
import ackscope.core.event.Certainty;
import ackscope.core.event.Tries;
import ackscope.core.send.Outcome;
import ackscope.ui.base.Lives;
import ackscope.ui.records.RecordStory.Story;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One made-up story for each way in which a record can go. */
public final class Stories {
    public static final long BEGIN = 1_700_000_000_000L;

    private Stories() {
    }

    /** All of them by name. */
    public static Map<String, Story> all() {
        Map<String, Story> all = new LinkedHashMap<>();
        all.put("acked at once", ackedAtOnce());
        all.put("retried then acked", retriedThenAcked());
        all.put("answers lost until the budget was over", answersLostUntilTheEnd());
        all.put("retries used up", retriesUsedUp());
        all.put("delivery time-out", deliveryTimeout());
        all.put("retrying", stillRetrying());
        all.put("expired unsent", expiredUnsent());
        all.put("max.block", blockedForGood());
        all.put("blocked then acked", blockedThenAcked());
        all.put("split", split());
        all.put("acks=0", handedOver());
        all.put("lost answer, open, in a transaction", lostAnswerAndOpen());
        all.put("end seen late", endSeenLate());
        return all;
    }

    /** The wire saw try 1 end after the client had sent try 2. */
    static Story endSeenLate() {
        return story(0, true, Outcome.ACKED, "", 140, 8_000, List.of(Lives.of(1, 1, 3, 7, 1, BEGIN)
                .lost(5, 120, true, "the client closed the connection", "").answered(110, 20, "NONE", 4).make()));
    }

    static Story story(int blockedMs, boolean begun, Outcome outcome, String error, int reportMs, long budgetMs,
            List<BatchLife> lives) {
        return new Story(lives, true, BEGIN, blockedMs,
                begun ? OptionalLong.of(BEGIN + blockedMs) : OptionalLong.empty(),
                outcome, error, error.equals("SerializationException"),
                reportMs < 0 ? OptionalInt.empty() : OptionalInt.of(reportMs),
                new Tries(true, lives.stream().mapToInt(l -> l.attempts().size()).sum(), Certainty.MAYBE, ""),
                budgetMs);
    }

    public static Story ackedAtOnce() {
        return story(0, true, Outcome.ACKED, "", 9, 120_000,
                List.of(Lives.of(1, 1, 3, 7, 1, BEGIN).answered(5, 3.4, "NONE", 319).make()));
    }

    public static Story retriedThenAcked() {
        return story(0, true, Outcome.ACKED, "", 212, 8_000, List.of(Lives.of(1, 1, 3, 212, 10, BEGIN)
                .answerLost(5, 90, 212, "drop answer").answered(202, 4.1, "NONE", 212).make()));
    }

    /** Both tries were written, and the report came a little after the end of the budget. */
    public static Story answersLostUntilTheEnd() {
        return story(0, true, Outcome.FAILED, "TimeoutException", 2_015, 2_000,
                List.of(Lives.of(1, 1, 3, 212, 10, BEGIN)
                        .answerLost(5, 1_020, 212, "drop answer").answerLost(1_130, 870, 212, "drop answer").make()));
    }

    static Lives refused(int tries) {
        Lives life = Lives.of(3, 1, 7, 5203, 1, BEGIN).node(3);
        double at = 5;
        double backoff = 100;
        for (int i = 0; i < tries; i++) {
            life.answered(at, 5, "NOT_ENOUGH_REPLICAS", -1);
            at += 5 + backoff;
            backoff = Math.min(1_000, backoff * 2) * 0.93;
        }
        return life;
    }

    public static Story retriesUsedUp() {
        BatchLife life = refused(4).make();
        return story(0, true, Outcome.FAILED, "NotEnoughReplicasException",
                (int) (life.latest().endedUs() / 1000 - BEGIN) + 1, 8_000, List.of(life));
    }

    public static Story deliveryTimeout() {
        return story(0, true, Outcome.FAILED, "TimeoutException", 8_001, 8_000, List.of(refused(10).make()));
    }

    public static Story stillRetrying() {
        return story(0, true, Outcome.OPEN, "", -1, 8_000, List.of(refused(7).make()));
    }

    public static Story expiredUnsent() {
        return story(0, true, Outcome.FAILED, "TimeoutException", 8_000, 8_000, List.of());
    }

    public static Story blockedForGood() {
        return story(3_000, false, Outcome.FAILED, "TimeoutException", 3_001, 8_000, List.of());
    }

    public static Story blockedThenAcked() {
        return story(2_400, true, Outcome.ACKED, "", 2_409, 120_000,
                List.of(Lives.of(1, 1, 3, 7, 1, BEGIN + 2_400).answered(5, 3.4, "NONE", 319).make()));
    }

    public static Story split() {
        return story(0, true, Outcome.ACKED, "", 31, 120_000, List.of(
                Lives.of(5, 1, 4, 640, 31, BEGIN).answered(6, 3.3, "MESSAGE_TOO_LARGE", -1).make(),
                Lives.of(6, 1, 4, 640, 16, BEGIN).partOf(5).answered(15, 4.4, "NOT_LEADER_OR_FOLLOWER", -1)
                        .answered(25, 4.4, "NONE", 54).make()));
    }

    public static Story handedOver() {
        return story(0, true, Outcome.ACKED, "", 6, 120_000,
                List.of(Lives.of(1, 1, 3, 7, 1, BEGIN).handedOver(5.6).make()));
    }

    public static Story lostAnswerAndOpen() {
        return story(0, true, Outcome.OPEN, "", -1, 120_000, List.of(Lives.of(1, 1, 3, 7, 1, BEGIN).inTransaction()
                .lost(5, 1_000, true, "the client closed the connection", "").open(1_130).make()));
    }
}
