package ackscope.ui.base;

import ackscope.core.cluster.ClusterView;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Batches and samples for tests. */
public final class Feeds {
    private Feeds() {
    }

    public static FeedBatch batch(long nowMs, List<LabEvent> events, List<Sample> samples) {
        return new FeedBatch(events, 0, samples, ClusterView.starting("", nowMs), nowMs);
    }

    /** Everything that was sent went out once; what is not acked is open. */
    public static Sample sample(int run, long atMs, long sent, long acked) {
        return sample(run, atMs, totals(sent, acked, 0, 0, Map.of(FlowEdge.SEND, sent, FlowEdge.ACKNOWLEDGE, acked)));
    }

    public static Sample sample(int run, long atMs, RunTotals totals) {
        return new Sample(atMs, run, totals,
                new ClientMetrics(totals.edge(FlowEdge.SEND), totals.edge(FlowEdge.RETRY),
                        totals.failed(), 0, 2, 32e6, 24e6, 0, 5, 5, 1000),
                0, Double.NaN, Double.NaN, 6, 41);
    }

    public static RunTotals totals(long sent, long acked, long failed, long maybe, Map<FlowEdge, Long> edges) {
        Map<FlowEdge, Long> all = new EnumMap<>(FlowEdge.class);
        for (FlowEdge edge : FlowEdge.values()) {
            all.put(edge, edges.getOrDefault(edge, 0L));
        }
        return new RunTotals(sent, acked, sent - acked - failed, failed, 0, maybe,
                all.get(FlowEdge.NEVER_SENT), 0, 0, all);
    }
}
