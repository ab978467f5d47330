package ackscope.ui.transaction;

import ackscope.core.transaction.Call;
import ackscope.core.transaction.TransactionState;
import ackscope.core.transaction.TransactionView;
import ackscope.ui.base.Figures;
import java.util.List;
import java.util.stream.Collectors;

/** The transactional producer in sentences. */
final class TransactionWords {
    private static final int PARTS = 6;

    private TransactionWords() {
    }

    /** A state as it stands in the diagram. */
    static String name(TransactionState state) {
        return switch (state) {
            case CLOSED -> "No producer";
            case UNINITIALIZED, INITIALIZING -> "Initializing";
            case READY -> "Ready";
            case IN_TRANSACTION -> "In transaction";
            case COMMITTING -> "Committing";
            case ABORTING -> "Aborting";
            case ABORTABLE_ERROR -> "Abortable error";
            case FATAL_ERROR -> "Fatal error";
        };
    }

    /** What a state means, with the client's own name. */
    static String meaning(TransactionState state) {
        return switch (state) {
            case CLOSED -> "No transactional producer is open. Begin opens one.";
            case UNINITIALIZED, INITIALIZING ->
                "INITIALIZING: initTransactions waits for the coordinator, which fences an earlier producer of this id"
                        + " and aborts what that left open.";
            case READY ->
                "READY: no transaction is open. A transaction can be begun; nothing can be sent outside of one.";
            case IN_TRANSACTION -> "IN_TRANSACTION: records join it until it is committed or aborted.";
            case COMMITTING ->
                "COMMITTING_TRANSACTION: every record is delivered first, then the coordinator writes the commit.";
            case ABORTING ->
                "ABORTING_TRANSACTION: what has not left yet is dropped, then the coordinator writes the abort.";
            case ABORTABLE_ERROR ->
                "ABORTABLE_ERROR: something in it failed. After an abort the same producer goes on.";
            case FATAL_ERROR -> "FATAL_ERROR: the producer can only be closed.";
        };
    }

    /** Where the producer is. */
    static String headline(TransactionView view) {
        return switch (view.state()) {
            case CLOSED -> view.last().isEmpty() ? "No producer is open. Begin opens one." : last(view);
            case UNINITIALIZED, INITIALIZING -> "A producer is being opened.";
            case READY -> view.last().isEmpty() ? "Ready for a transaction." : "Ready. " + last(view);
            case IN_TRANSACTION -> view.byHand()
                    ? "A transaction is open: what you send joins it."
                    : "A load has a transaction open.";
            case COMMITTING -> view.repeat().isPresent() ? "The commit got no answer in time." : "Committing.";
            case ABORTING -> view.repeat().isPresent() ? "The abort got no answer in time." : "Aborting.";
            case ABORTABLE_ERROR -> "Failed: it can only be aborted.";
            case FATAL_ERROR -> "This producer can do nothing any more.";
        };
    }

    private static String last(TransactionView view) {
        return view.last().startsWith("not ")
                ? Character.toUpperCase(view.last().charAt(0)) + view.last().substring(1)
                : "The last transaction: " + view.last() + ".";
    }

    /** What is in the open transaction, or "". */
    static String contents(TransactionView view) {
        if (view.contents().isEmpty()) {
            return "";
        }
        TransactionView.Contents in = view.contents().get();
        String sent = Figures.counted(in.sent(), "record", "records")
                + (in.failed() > 0 ? ", " + Figures.count(in.failed()) + " failed" : "")
                + (in.unreported() > 0 ? ", " + Figures.count(in.unreported()) + " on the way" : "");
        return in.parts().isEmpty() ? sent : sent + " · " + parts(in.parts());
    }

    private static String parts(List<TransactionView.Part> parts) {
        String some = parts.stream().limit(PARTS)
                .map(p -> p.topic() + "-" + p.partition() + ": " + Figures.count(p.records()))
                .collect(Collectors.joining(", "));
        return parts.size() > PARTS ? some + " and " + (parts.size() - PARTS) + " more partitions" : some;
    }

    /** How long until the coordinator aborts, or "". */
    static String deadline(TransactionView view, long nowMs) {
        if (view.deadlineMs().isEmpty()) {
            return view.contents().isPresent() ? "its time runs from the first record on" : "";
        }
        long left = view.deadlineMs().getAsLong() - nowMs;
        return left > 0
                ? "coordinator aborts in " + Figures.span(left)
                : "its " + Figures.span(view.timeoutMs()) + " are over";
    }

    /** What the call that waits waits for, or "". */
    static String waiting(TransactionView view, long nowMs) {
        return view.waiting()
                .map(w -> w.what() + " waits for " + view.waitsFor() + ": "
                        + Figures.span(Math.max(0, nowMs - w.sinceMs())) + " of " + Figures.span(w.limitMs())
                        + " (max.block.ms)")
                .orElse("");
    }

    /** What went wrong and what to do about it, or "". */
    static String trouble(TransactionView view) {
        return view.trouble()
                .map(t -> t.error() + ". " + t.words() + view.next().map(TransactionWords::advice).orElse(""))
                .orElse("");
    }

    private static String advice(Call next) {
        return switch (next) {
            case COMMIT -> " Repeat the commit.";
            case ABORT -> " Abort it; then the producer goes on.";
            case REPLACE -> " Close it and open a new one.";
            case BEGIN, SEND -> "";
        };
    }

    /** A button's text. */
    static String button(Call call) {
        return switch (call) {
            case BEGIN -> "Begin";
            case COMMIT -> "Commit";
            case ABORT -> "Abort";
            case REPLACE -> "Replace";
            case SEND -> "Send";
        };
    }
}
