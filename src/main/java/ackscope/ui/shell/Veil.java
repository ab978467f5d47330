package ackscope.ui.shell;

import ackscope.core.cluster.ClusterView;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.metrics.Alert;
import ackscope.core.wire.AttemptNews;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the names of faults from the panels while a drill goes on: they see what a producer and a cluster's own tools could see, and not
 * what the lab knows because it does it; of an alert what was measured, and not what is behind it or helps. What faults did is handed on as
 * soon as the veil is lifted, and the alerts have all of their words from then on. {@link #hang} and {@link #hangs} on any thread, the rest
 * on the FX thread, save {@link #over(List)}.
 */
final class Veil {
    private static final Answer.None UNTOLD = new Answer.None("not told during a drill", 0);

    private final List<LabEvent> held = new ArrayList<>();
    private volatile boolean hung;

    /** Whether it hangs. */
    boolean hangs() {
        return hung;
    }

    /** Hides, or lifts the veil. */
    void hang(boolean now) {
        hung = now;
    }

    /** What the panels may see of a batch. */
    FeedBatch over(FeedBatch batch) {
        if (!hung) {
            if (held.isEmpty()) {
                return batch;
            }
            List<LabEvent> all = new ArrayList<>(held);
            all.addAll(batch.events());
            held.clear();
            return new FeedBatch(all, batch.missed(), batch.samples(), batch.cluster(), batch.nowMs(),
                    batch.insight());
        }
        List<LabEvent> seen = new ArrayList<>();
        for (LabEvent event : batch.events()) {
            switch (event) {
                case FaultEvent _,ClusterEvent.LeverPulled _ -> held.add(event);
                case AlertEvent.Raised e ->
                    seen.add(new AlertEvent.Raised(e.id(), e.rule(), "", e.evidence(), "", e.atMs()));
                case ClusterEvent.NodeDown(int node, String role, String _, long atMs) ->
                    seen.add(new ClusterEvent.NodeDown(node, role, "it does not answer", atMs));
                default -> seen.add(event);
            }
        }
        Insight insight = batch.insight();
        AttemptNews attempts = insight.attempts();
        return new FeedBatch(seen, batch.missed(), batch.samples(), over(batch.cluster()), batch.nowMs(), new Insight(
                new AttemptNews(attempts.watched(), over(attempts.changed()), attempts.missed()), insight.wire(),
                List.of(), insight.breaker(), insight.alerts().stream().map(Alert::withoutWords).toList()));
    }

    /** A node that is not up is one that does not answer, whatever was done to it. */
    private static ClusterView over(ClusterView view) {
        return new ClusterView(view.phase(), view.progress(), view.bootstrap(), view.nodes().stream()
                .map(n -> switch (n.state()) {
                    case UP, STARTING, UNKNOWN -> n;
                    case PAUSED, STOPPED, DEAD -> new ClusterView.Node(n.id(), n.controller(),
                            ClusterView.NodeState.UNKNOWN, n.address(), n.sinceMs(), n.logFile());
                }).toList(), view.topic(), view.partitions(), view.atMs(), view.partitionsAtMs());
    }

    /** Batches as the client knows them: where something interfered, what it did is left out. Any thread. */
    List<BatchLife> over(List<BatchLife> lives) {
        return hung
                ? lives.stream().map(l -> new BatchLife(l.id(), l.clientId(), l.topic(), l.partition(), l.first(),
                        l.last(), l.records(), l.parent(), l.transactional(), l.compression(),
                        l.attempts().stream().map(Veil::over).toList())).toList()
                : lives;
    }

    private static Attempt over(Attempt a) {
        if (a.fault().isEmpty()) {
            return a;
        }
        Answer said = a.heard() == Attempt.Heard.AS_SAID ? a.said() : a.open() ? new Answer.Awaited() : UNTOLD;
        return new Attempt(a.number(), a.node(), a.correlationId(), a.producerId(), a.epoch(), a.sequence(), a.acks(),
                a.records(), a.bytes(), a.sentUs(), true, said, a.heard(), a.heardError(), a.endedUs(), "");
    }
}
