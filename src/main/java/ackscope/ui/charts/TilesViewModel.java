package ackscope.ui.charts;

import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Receiver;
import ackscope.ui.base.SampleStep;
import ackscope.ui.base.Silence;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * The run's sums: sent = acked + open + failed, plus those that the outbox holds, which the tile of the open ones names, and
 * those without a report, which the violet tile names. The violet tile counts what
 * was not acknowledged and may nevertheless be in the log; while records are open it says so, for any of them may be there too. FX thread.
 */
public final class TilesViewModel implements Receiver {
    private static final long RATE_OVER_MS = 1_000;

    private final ReadOnlyObjectWrapper<Tile> sent = new ReadOnlyObjectWrapper<>(Tile.BLANK);
    private final ReadOnlyObjectWrapper<Tile> acked = new ReadOnlyObjectWrapper<>(Tile.BLANK);
    private final ReadOnlyObjectWrapper<Tile> open = new ReadOnlyObjectWrapper<>(Tile.BLANK);
    private final ReadOnlyObjectWrapper<Tile> failed = new ReadOnlyObjectWrapper<>(Tile.BLANK);
    private final ReadOnlyObjectWrapper<Tile> maybe = new ReadOnlyObjectWrapper<>(Tile.BLANK);
    private final ReadOnlyObjectWrapper<Tile> latency = new ReadOnlyObjectWrapper<>(Tile.BLANK);
    private Sample base;
    private Sample last;
    private final Silence silence = new Silence();

    @Override
    public void receive(FeedBatch batch) {
        for (Sample sample : batch.samples()) {
            take(sample);
        }
    }

    ReadOnlyObjectProperty<Tile> sentProperty() {
        return sent.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tile> ackedProperty() {
        return acked.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tile> openProperty() {
        return open.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tile> failedProperty() {
        return failed.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tile> maybeProperty() {
        return maybe.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<Tile> latencyProperty() {
        return latency.getReadOnlyProperty();
    }

    private void take(Sample sample) {
        if (last == null || base == null || sample.run() != base.run()) {
            base = sample;
        }
        silence.take(sample);
        last = sample;
        SampleStep second = new SampleStep(base, sample);
        show(sample, second);
        if (sample.atMs() - base.atMs() >= RATE_OVER_MS) {
            base = sample;
        }
    }

    private void show(Sample sample, SampleStep second) {
        RunTotals t = sample.totals();
        boolean rates = second.longEnough() && sample.atMs() - base.atMs() >= RATE_OVER_MS;
        sent.set(tile(t.sent(), rates ? Figures.rate(second.rate(s -> s.totals().sent())) : sent.get().detail()));
        long silent = silence.ms(sample.atMs());
        acked.set(tile(t.acked(), silent > 0
                ? "none for " + Figures.span(silent)
                : t.unconfirmed() > 0
                        ? t.unconfirmed() == t.acked()
                                ? "to the socket"
                                : Figures.shortCount(t.unconfirmed()) + " to the socket"
                        : rates ? Figures.rate(second.rate(s -> s.totals().acked())) : acked.get().detail()));
        open.set(tile(t.waiting(), waiting(sample)));
        failed.set(tile(t.failed(), failures(t)));
        maybe.set(new Tile(Figures.shortCount(t.maybeWritten()), t.open() > 0 ? "so far" : "", doubt(t)));
        latency.set(latency(sample));
    }

    private static String doubt(RunTotals t) {
        if (t.unconfirmed() > 0) {
            return "acks=0: not known";
        }
        if (t.unreported() > 0) {
            return Figures.count(t.unreported()) + " without report";
        }
        if (t.waiting() > 0) {
            return Figures.shortCount(t.waiting()) + " still open";
        }
        if (t.held() > 0) {
            return Figures.shortCount(t.held()) + " in outbox";
        }
        return t.maybeWritten() > 0 ? "not acked" : "none in doubt";
    }

    private static String waiting(Sample sample) {
        double requests = sample.client().requestsInFlight();
        if (sample.client().waitingThreads() > 0) {
            return "buffer is full";
        }
        if (sample.totals().held() > 0) {
            return Figures.shortCount(sample.totals().held()) + " in outbox";
        }
        return sample.totals().open() == 0 || Double.isNaN(requests)
                ? "none waiting"
                : Figures.counted(Math.round(requests), "request", "requests") + " out";
    }

    private static String failures(RunTotals t) {
        if (t.failed() == 0) {
            return "none";
        }
        return Figures.count(t.neverSent()) + " never sent";
    }

    private static Tile latency(Sample sample) {
        if (Double.isNaN(sample.runP99Ms())) {
            return Tile.BLANK;
        }
        String[] value = Figures.ms(sample.runP99Ms()).split(" ", 2);
        return new Tile(value[0], value[1], "p50 " + Figures.ms(sample.runP50Ms()));
    }

    private static Tile tile(long count, String detail) {
        return new Tile(Figures.shortCount(count), "", detail);
    }
}
