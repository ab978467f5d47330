package ackscope.ui.audit;

import ackscope.core.audit.Verdict;
import ackscope.core.export.VerdictWords;
import ackscope.ui.base.OutcomeMark;

/** A verdict on screen: its name, what it means in a sentence, and the mark that stands for it. */
final class VerdictLook {
    private VerdictLook() {
    }

    static String title(Verdict verdict) {
        String words = VerdictWords.of(verdict);
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    static String meaning(Verdict verdict, boolean acksNone) {
        String ok = acksNone ? "Reported ok (with acks=0: handed to the socket)" : "Acknowledged";
        return switch (verdict) {
            case DELIVERED -> ok + ", and in the log.";
            case LOST -> ok + ", and absent from a partition that was read to a proven end.";
            case REMOVED ->
                ok + ", then gone with the beginning of the log or with its topic. Not lost by the producer.";
            case WRITTEN_THOUGH_FAILED ->
                "Reported failed, and in the log all the same: sent again it would be there twice.";
            case ABSENT_AS_TOLD -> "Reported failed, and not in the log.";
            case UNKNOWN_WRITTEN -> "No report came, and it is in the log.";
            case UNKNOWN_ABSENT -> "No report came, and it is not in the log.";
            case ABORTED -> "Its transaction was aborted, and read_committed does not show it.";
            case ABORTED_VISIBLE -> "Its transaction was aborted, and read_committed shows it. This must never be.";
            case COMMITTED_INVISIBLE ->
                "Its transaction was committed, it is in the log, and read_committed does not show it.";
            case IN_OUTBOX -> "It waits in the outbox; no producer has it.";
            case NOT_READ -> "Its partition was not read to a proven end, so nothing is said of it.";
            case DUPLICATED -> "The same sending of a record stands at more than one offset.";
            case RESENT_BESIDE ->
                "A replay or resend stands beside the first sending: two sendings by the application, not a retry by the client.";
            case REORDERED -> "It first appears after one that the same producer sent later to the same partition.";
            case WRONG_CONTENT -> "The bytes in the log are not those that were sent: a checksum differs.";
            case FOREIGN -> "In the log since the run began, and sent by somebody else.";
        };
    }

    static OutcomeMark.Kind mark(Verdict verdict) {
        return switch (verdict) {
            case DELIVERED, ABSENT_AS_TOLD, ABORTED -> OutcomeMark.Kind.ACKED;
            case LOST, ABORTED_VISIBLE, COMMITTED_INVISIBLE, WRONG_CONTENT -> OutcomeMark.Kind.FAILED;
            case DUPLICATED, REORDERED, RESENT_BESIDE -> OutcomeMark.Kind.RETRYING;
            case WRITTEN_THOUGH_FAILED, UNKNOWN_WRITTEN, UNKNOWN_ABSENT -> OutcomeMark.Kind.UNKNOWN;
            case REMOVED, IN_OUTBOX, NOT_READ, FOREIGN -> OutcomeMark.Kind.WAITING;
        };
    }
}
