package ackscope.core.export;

import ackscope.core.audit.Verdict;

/** The verdicts' names in reports and tables. */
public final class VerdictWords {
    private VerdictWords() {
    }

    /** A word or a few, lower case. */
    public static String of(Verdict verdict) {
        return switch (verdict) {
            case DELIVERED -> "delivered";
            case LOST -> "lost";
            case REMOVED -> "removed with the log's beginning";
            case WRITTEN_THOUGH_FAILED -> "written though failed";
            case ABSENT_AS_TOLD -> "failed and absent";
            case UNKNOWN_WRITTEN -> "unknown, written";
            case UNKNOWN_ABSENT -> "unknown, absent";
            case ABORTED -> "aborted, not visible";
            case ABORTED_VISIBLE -> "aborted yet visible";
            case COMMITTED_INVISIBLE -> "committed yet invisible";
            case IN_OUTBOX -> "in the outbox";
            case NOT_READ -> "not read";
            case DUPLICATED -> "duplicated";
            case RESENT_BESIDE -> "sent again beside the first";
            case REORDERED -> "reordered";
            case WRONG_CONTENT -> "wrong content";
            case FOREIGN -> "foreign";
        };
    }
}
