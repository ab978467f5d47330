package ackscope.ui.flow;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.fault.ActiveFault;
import ackscope.core.metrics.Alert;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Figures;
import ackscope.ui.base.PartitionCounts;
import ackscope.ui.base.Receiver;
import ackscope.ui.base.Silence;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
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
    private static final int ALERTS_SHOWN = 4;
    /** An error this old tells nothing of now. */
    private static final long LATELY_MS = 30_000;

    private final ReadOnlyObjectWrapper<FlowState> state = new ReadOnlyObjectWrapper<>(this, "state",
            FlowState.nothing());
    private final ObjectProperty<FlowFilter> filter = new SimpleObjectProperty<>(this, "filter", new FlowFilter.All());
    private final Recent second = new Recent(RATE_OVER_MS);
    private final Silence silence = new Silence();
    private final Levers levers = new Levers();
    private final Map<FlowEdge, Long> shown = new EnumMap<>(FlowEdge.class);
    private int run;
    private RunTotals totals = RunTotals.NONE;
    private ClientMetrics client = ClientMetrics.NONE;
    private PartitionCounts counts = PartitionCounts.NONE;
    private String lastError = "";
    private long lastErrorMs;
    private long raised;
    private long raisedBefore;
    private long lately;

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
                lastErrorMs = retried.atMs();
            }
        }
        for (Sample sample : batch.samples()) {
            take(sample);
        }
        List<Alert> alerts = batch.insight().alerts();
        raised = alerts.stream().mapToLong(Alert::id).max().orElse(raised);
        lately = alerts.stream().filter(a -> batch.nowMs() - a.raisedMs() < RATE_OVER_MS).count();
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
            raisedBefore = raised;
        }
        second.take(sample);
        silence.take(sample);
        totals = sample.totals();
        client = sample.client();
    }

    private FlowState next(FeedBatch batch) {
        long now = batch.nowMs();
        counts = counts.of(batch.cluster().partitions());
        List<ActiveFault> faults = batch.insight().faults();
        Map<Integer, String> badges = new HashMap<>();
        faults.stream().filter(f -> f.place() == Place.BROKER && f.node() >= 0)
                // The badge sits on the broker, so it need not name it.
                .forEach(f -> badges.put(f.node(), f.title().replace(" (broker " + f.node() + ")", "")));
        badges.putAll(levers.badges(batch.cluster(), now));
        BrokerState broker = new BrokerWords(batch.cluster(), counts, badges, FaultBadge.withinBrokers(faults), now)
                .state();
        List<String> alerts = batch.insight().alerts().stream().filter(Alert::holds).map(Alert::rule)
                .toList();
        boolean watched = batch.insight().attempts().watched();
        Map<FlowEdge, EdgeState> edges = new EnumMap<>(FlowEdge.class);
        for (FlowEdge edge : FlowEdge.values()) {
            edges.put(edge, edge(edge, now));
        }
        Map<Station, List<Row>> rows = new EnumMap<>(Map.of(Station.PRODUCER, producer(), Station.RETRY, retry(now),
                Station.ERROR_LOG, errorLog(), Station.MONITORING, monitoring(alerts)));
        Map<Station, Stress> stress = new EnumMap<>(Map.of(Station.PRODUCER, buffer(), Station.BROKER, broker.stress(),
                Station.RETRY, second.rate(FlowEdge.RETRY) > 0 ? Stress.STUCK : Stress.CALM, Station.ERROR_LOG,
                failing() ? Stress.FAILING : Stress.CALM, Station.MONITORING,
                alerts.isEmpty() ? Stress.CALM : Stress.FAILING));
        Map<FlowEdge, FaultBadge> struck = Map.of(FlowEdge.SEND, FaultBadge.at(Place.REQUEST, faults),
                FlowEdge.ACKNOWLEDGE, FaultBadge.at(Place.ANSWER, faults));
        return new FlowState(edges, rows, broker, stress, !second.empty(), Balance.of(totals).inWords(),
                Balance.quirks(totals, client, watched), struck, FaultBadge.at(Place.CLIENT, faults),
                GateState.of(batch.insight().breaker()), watched);
    }

    private EdgeState edge(FlowEdge edge, long nowMs) {
        boolean alert = edge == FlowEdge.ALERT;
        long count = alert ? raised - raisedBefore : totals.edge(edge);
        long fresh = Math.max(0, count - shown.getOrDefault(edge, 0L));
        shown.put(edge, count);
        double rate = alert ? lately : second.rate(edge);
        long silent = edge == FlowEdge.ACKNOWLEDGE ? silence.ms(nowMs) : 0;
        return silent > 0
                ? new EdgeState(count, rate, fresh, "none for " + silent / 1000 + " s", Tone.FAILED)
                : new EdgeState(count, rate, fresh, Figures.rate(rate), Tone.QUIET);
    }

    /** As many as the station has room for. */
    private static List<Row> monitoring(List<String> rules) {
        if (rules.isEmpty()) {
            return List.of(Row.sentence("no alert stands", Tone.QUIET));
        }
        List<Row> rows = new ArrayList<>(
                rules.stream().limit(rules.size() > ALERTS_SHOWN ? ALERTS_SHOWN - 1 : ALERTS_SHOWN)
                        .map(rule -> Row.sentence(rule, Tone.FAILED)).toList());
        if (rows.size() < rules.size()) {
            rows.add(Row.sentence("and " + (rules.size() - rows.size()) + " more", Tone.QUIET));
        }
        return rows;
    }

    private List<Row> producer() {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row("records", Figures.shortCount(totals.sent())));
        rows.add(new Row("open", Figures.shortCount(totals.waiting())));
        if (totals.held() > 0) {
            rows.add(new Row("held", Figures.shortCount(totals.held()), Tone.RETRYING));
        }
        rows.add(new Row("requests out", Figures.number(client.requestsInFlight())));
        double used = used();
        rows.add(client.waitingThreads() > 0
                ? new Row("buffer full", Math.round(client.waitingThreads()) + " waiting", Tone.FAILED)
                : new Row("buffer", Double.isNaN(used) ? "–" : Figures.number(Math.rint(used * 100)) + " %",
                        used >= BUFFER_STUCK ? Tone.RETRYING : Tone.PLAIN));
        return rows;
    }

    private List<Row> retry(long nowMs) {
        long retried = totals.edge(FlowEdge.RETRY);
        double rate = second.rate(FlowEdge.RETRY);
        long ago = Math.max(0, nowMs - lastErrorMs);
        boolean lately = !lastError.isEmpty() && ago < LATELY_MS;
        return List.of(
                new Row("records retried", Figures.shortCount(retried), retried > 0 ? Tone.RETRYING : Tone.PLAIN),
                lately && rate == 0
                        ? new Row("last error", ago / 1000 + " s ago")
                        : new Row("now", Figures.rate(rate)),
                Row.sentence(lately ? lastError : lastError.isEmpty() ? "no error yet" : "no error lately",
                        Tone.QUIET));
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
