package ackscope.ui.records;

import ackscope.core.event.Certainty;
import ackscope.core.event.FlowEdge;
import ackscope.core.send.Cause;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import ackscope.ui.records.ResultRow.State;
import java.util.AbstractList;
import java.util.RandomAccess;

/** Every record of a run by number, read from the ledger when it is looked at: nothing is held in memory. */
final class LedgerRows extends AbstractList<ResultRow> implements RandomAccess {
    private final Run run;
    private final int size;

    /** The records that the run has now. */
    LedgerRows(Run run) {
        this.run = run;
        this.size = (int) Math.min(run.size(), Integer.MAX_VALUE - 8);
    }

    @Override
    public ResultRow get(int number) {
        return row(run, number);
    }

    @Override
    public int size() {
        return size;
    }

    /** One record of a run as a row. */
    static ResultRow row(Run run, long number) {
        SendLedger.Entry e = run.read(number);
        long at = run.startedMs() + e.sendMs() + e.reportMs();
        return switch (e.outcome()) {
            case OPEN -> new ResultRow(at, run.id(), number, number, 1, run.topic(number), -1, -1, -1, -1, State.OPEN,
                    FlowEdge.SEND, Certainty.MAYBE, "no report yet",
                    "given to the producer");
            case ACKED -> new ResultRow(at, run.id(), number, number, 1, run.topic(number), e.partition(), e.offset(),
                    -1, e.reportMs(), State.ACKED, FlowEdge.ACKNOWLEDGE,
                    e.offset() >= 0 ? Certainty.YES : Certainty.MAYBE,
                    e.offset() >= 0 ? "" : "no broker told an offset", "acknowledged");
            case FAILED -> {
                Cause cause = run.cause(e.cause());
                yield new ResultRow(at, run.id(), number, number, 1, run.topic(number), e.partition(), -1, -1,
                        e.reportMs(), State.FAILED, cause.kind().edge(), cause.certainty(),
                        cause.reason(), cause.error() + ": " + cause.message());
            }
            case UNREPORTED -> new ResultRow(at, run.id(), number, number, 1, run.topic(number), -1, -1, -1, -1,
                    State.UNREPORTED, FlowEdge.SEND, Certainty.MAYBE,
                    "the producer ended first", "no report");
        };
    }
}
