package ackscope.ui.records;

import ackscope.core.send.Cause;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import ackscope.ui.records.Rows.Which;
import java.util.RandomAccess;
import javafx.collections.ObservableListBase;

/** Every record of a run by number, read from the ledger when it is looked at: nothing is held in memory. FX thread. */
final class LedgerRows extends ObservableListBase<Line> implements RandomAccess {
    private final Run run;
    private int size;

    /** The records that the run has now. */
    LedgerRows(Run run) {
        this.run = run;
        this.size = sizeNow();
    }

    @Override
    public Line get(int number) {
        return new Line(-1L - number, row(run, number));
    }

    /** A line tells its place, so that a table which looks for what is chosen need not read the whole ledger. */
    @Override
    public int indexOf(Object wanted) {
        return wanted instanceof Line line && line.row().run() == run.id() && line.key() < 0 && -1 - line.key() < size
                ? (int) (-1 - line.key())
                : -1;
    }

    @Override
    public int lastIndexOf(Object wanted) {
        return indexOf(wanted);
    }

    @Override
    public boolean contains(Object wanted) {
        return indexOf(wanted) >= 0;
    }

    @Override
    public int size() {
        return size;
    }

    /** Takes in the records that the run got since. */
    void grow() {
        int before = size;
        int now = sizeNow();
        if (now > before) {
            beginChange();
            size = now;
            nextAdd(before, now);
            endChange();
        }
    }

    private int sizeNow() {
        return (int) Math.min(run.size(), Integer.MAX_VALUE - 8);
    }

    /** One record of a run as a row. */
    static ResultRow row(Run run, long number) {
        SendLedger.Entry e = run.read(number);
        long at = run.startedMs() + e.sendMs() + e.reportMs();
        Which which = Which.one(run.id(), number, run.topic(number), e.partition());
        return switch (e.outcome()) {
            case OPEN -> Rows.open(at, which);
            case ACKED -> Rows.acked(at, which, e.offset(), -1, e.reportMs(), run.acksNone(number));
            case FAILED -> {
                Cause cause = run.cause(e.cause());
                yield Rows.failed(at, which, -1, e.reportMs(), cause.kind(), cause.error(), cause.message(),
                        cause.certainty(), cause.reason());
            }
            case UNREPORTED -> Rows.unreported(at, which, "the producer ended first");
        };
    }
}
