package ackscope.ui.records;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FlowEdge;
import ackscope.ui.records.ResultRow.State;

/** The words for each fate of a record, the same whether an event tells of it or the ledger. */
final class Rows {
    private Rows() {
    }

    /** Which records a row is of. */
    record Which(int run, long first, long last, long count, String topic, int partition) {
        static Which one(int run, long number, String topic, int partition) {
            return new Which(run, number, number, 1, topic, partition);
        }
    }

    static ResultRow open(long atMs, Which w) {
        return row(atMs, w, -1, -1, -1, State.OPEN, FlowEdge.SEND, Certainty.MAYBE, "no report yet",
                "given to the producer");
    }

    /** @param offset -1 for none */
    static ResultRow acked(long atMs, Which w, long offset, int tries, int ms, boolean acksNone) {
        if (acksNone) {
            return row(atMs, w, offset, tries, ms, State.ACKED, FlowEdge.ACKNOWLEDGE, Certainty.MAYBE,
                    "handed to the socket", "handed to the socket (acks=0): no broker answers");
        }
        if (w.count() > 1) {
            return row(atMs, w, -1, tries, ms, State.ACKED, FlowEdge.ACKNOWLEDGE, Certainty.YES, "offsets by number",
                    "acknowledged; too many to list one by one");
        }
        return row(atMs, w, offset, tries, ms, State.ACKED, FlowEdge.ACKNOWLEDGE, Certainty.YES,
                offset >= 0 ? "" : "the broker had it already",
                "acknowledged by the leader of " + w.topic() + "-" + w.partition()
                        + (offset >= 0 ? "" : ", which had it from an earlier try and gave no offset"));
    }

    /** One that certainly never left the client was tried 0 times, whoever watched. */
    static ResultRow failed(long atMs, Which w, int tries, int ms, FailureKind kind, String error, String message,
            Certainty certainty, String reason) {
        boolean unsent = kind.edge() == FlowEdge.NEVER_SENT && certainty == Certainty.NO;
        return row(atMs, w, -1, unsent ? 0 : tries, ms, State.FAILED, kind.edge(), certainty, reason,
                error + ": " + message + (kind.retriable() ? " (retriable)" : " (not retriable)"));
    }

    static ResultRow unreported(long atMs, Which w, String reason) {
        return row(atMs, w, -1, -1, -1, State.UNREPORTED, FlowEdge.SEND, Certainty.MAYBE, reason,
                "the producer ended without a report");
    }

    static ResultRow row(long atMs, Which w, long offset, int tries, int ms, State state, FlowEdge edge,
            Certainty certainty, String reason, String words) {
        return new ResultRow(atMs, w.run(), w.first(), w.last(), w.count(), w.topic(), w.partition(), offset, tries,
                ms, state, edge, certainty, reason, words);
    }
}
