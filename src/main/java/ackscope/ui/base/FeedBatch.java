package ackscope.ui.base;

import ackscope.core.cluster.ClusterView;
import ackscope.core.event.LabEvent;
import ackscope.core.metrics.Sample;
import java.util.List;

/**
 * What one tick brings to every view model, on the FX thread.
 *
 * @param events  what happened since the last tick, oldest first
 * @param missed  how many events were overwritten before they could be shown
 * @param samples new samples since the last tick, oldest first; often empty
 * @param cluster the cluster as last seen, never null
 * @param nowMs   the tick's time, ms since the epoch
 * @param insight attempts, faults, breaker and alerts
 */
public record FeedBatch(List<LabEvent> events, long missed, List<Sample> samples, ClusterView cluster, long nowMs,
        Insight insight) {

    /** A batch without insight. */
    public FeedBatch(List<LabEvent> events, long missed, List<Sample> samples, ClusterView cluster, long nowMs) {
        this(events, missed, samples, cluster, nowMs, Insight.NONE);
    }
}
