package ackscope.ui.flow;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.PartitionCounts;
import ackscope.ui.base.Receiver;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/**
 * The failure-flow diagram's values: one new state a tick, from the latest sample, the cluster's snapshot and the events. What was
 * clicked is the {@link #filterProperty filter}. FX thread.
 */
public final class FlowViewModel implements Receiver {
    private static final long RATE_OVER_MS = 1_000;
    private static final double BUFFER_STUCK = 0.8;

    private final ReadOnlyObjectWrapper<FlowState> state = new ReadOnlyObjectWrapper<>(this, "state",
            FlowState.nothing());
    private final ObjectProperty<FlowFilter> filter = new SimpleObjectProperty<>(this, "filter", new FlowFilter.All());
    private final Recent second = new Recent(RATE_OVER_MS);
    private final Alarms alarms = new Alarms();
    private final Levers levers = new Levers();
    private final Map<FlowEdge, Long> shown = new EnumMap<>(FlowEdge.class);
    private int run;
    private RunTotals totals = RunTotals.NONE;
    private ClientMetrics client = ClientMetrics.NONE;
    private PartitionCounts counts = PartitionCounts.NONE;
    private String lastError = "";

    /** What was clicked, for the tables; a second click on it, or Escape, shows all again. */
    public ObjectProperty<FlowFilter> filterProperty() {
        return filter;
    }

    @Override
    public void receive(FeedBatch batch) {
        for (LabEvent event : batch.events()) {
            levers.take(event);
            if (event instanceof AttemptEvent.Retried retried) {
                lastError = retried.error();
            }
        }
        for (Sample sample : batch.samples()) {
            take(sample);
        }
        second.settle(batch.nowMs());
        state.set(next(batch));
    }

    /** Chooses it, or shows all if it was chosen. */
    void choose(FlowFilter next) {
        filter.set(filter.get().equals(next) ? new FlowFilter.All() : next);
    }

    ReadOnlyObjectProperty<FlowState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    private void take(Sample sample) {
        if (sample.run() != run) {
            run = sample.run();
            shown.clear();
            lastError = "";
        }
        second.take(sample);
        alarms.take(sample);
        totals = sample.totals();
        client = sample.client();
    }

    private FlowState next(FeedBatch batch) {
        long now = batch.nowMs();
        counts = counts.of(batch.cluster().partitions());
        BrokerWords words = new BrokerWords(batch.cluster(), counts, levers.badges(batch.cluster(), now), now);
        BrokerState broker = words.state();
        List<Row> alerts = alarms.now(words.leaderless(), now).stream().map(s -> Row.sentence(s, Tone.FAILED)).toList();
        Map<FlowEdge, EdgeState> edges = new EnumMap<>(FlowEdge.class);
        for (FlowEdge edge : FlowEdge.values()) {
            edges.put(edge, edge(edge, now));
        }
        Map<Station, List<Row>> rows = new EnumMap<>(Map.of(Station.PRODUCER, producer(), Station.RETRY, retry(),
                Station.ERROR_LOG, errorLog(), Station.MONITORING, alerts));
        Map<Station, Stress> stress = new EnumMap<>(Map.of(Station.PRODUCER, buffer(), Station.BROKER, broker.stress(),
                Station.RETRY, second.rate(FlowEdge.RETRY) > 0 ? Stress.STUCK : Stress.CALM, Station.ERROR_LOG,
                failing() ? Stress.FAILING : Stress.CALM, Station.MONITORING,
                alerts.isEmpty() ? Stress.CALM : Stress.FAILING));
        return new FlowState(edges, rows, broker, stress, !second.empty(), Balance.of(totals).inWords(),
                Balance.quirks(totals, client));
    }

    private EdgeState edge(FlowEdge edge, long nowMs) {
        boolean alert = edge == FlowEdge.ALERT;
        long count = alert ? alarms.raised() : totals.edge(edge);
        long fresh = Math.max(0, count - shown.getOrDefault(edge, 0L));
        shown.put(edge, count);
        double rate = alert ? alarms.rate() : second.rate(edge);
        long silent = edge == FlowEdge.ACKNOWLEDGE ? alarms.silentMs(nowMs) : 0;
        return silent > 0
                ? new EdgeState(count, rate, fresh, "none for " + silent / 1000 + " s", Tone.FAILED)
                : new EdgeState(count, rate, fresh, Figures.rate(rate), Tone.QUIET);
    }

    private List<Row> producer() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("records", Figures.shortCount(totals.sent())));
        rows.add(new Row("open", Figures.shortCount(totals.open())));
        rows.add(new Row("requests out", Figures.number(client.requestsInFlight())));
        double used = used();
        rows.add(client.waitingThreads() > 0
                ? new Row("buffer full", Math.round(client.waitingThreads()) + " waiting", Tone.FAILED)
                : new Row("buffer", Double.isNaN(used) ? "–" : Figures.number(Math.rint(used * 100)) + " %",
                        used >= BUFFER_STUCK ? Tone.RETRYING : Tone.PLAIN));
        return rows;
    }

    private List<Row> retry() {
        long retried = totals.edge(FlowEdge.RETRY);
        double rate = second.rate(FlowEdge.RETRY);
        return List.of(
                new Row("records retried", Figures.shortCount(retried), retried > 0 ? Tone.RETRYING : Tone.PLAIN),
                new Row("now", Figures.rate(rate)),
                lastError.isEmpty()
                        ? Row.sentence("no error yet", Tone.QUIET)
                        : Row.sentence(lastError, Tone.QUIET));
    }

    private List<Row> errorLog() {
        List<Row> rows = new ArrayList<>(List.of(
                new Row("failed", Figures.shortCount(totals.failed()), totals.failed() > 0 ? Tone.FAILED : Tone.QUIET),
                new Row("maybe in log", Figures.shortCount(totals.maybeWritten()),
                        totals.maybeWritten() > 0 ? Tone.UNKNOWN : Tone.QUIET),
                new Row("never sent", Figures.shortCount(totals.neverSent()))));
        if (totals.unreported() > 0) {
            rows.add(1, new Row("no report", Figures.shortCount(totals.unreported()), Tone.UNKNOWN));
        }
        return rows;
    }

    private Stress buffer() {
        return client.waitingThreads() > 0 || used() >= BUFFER_STUCK ? Stress.STUCK : Stress.CALM;
    }

    private boolean failing() {
        return second.rate(s -> s.totals().failed() + s.totals().unreported()) > 0;
    }

    private double used() {
        return 1 - client.bufferAvailableBytes() / client.bufferTotalBytes();
    }
}
