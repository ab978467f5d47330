package ackscope.core.send;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.Map;

/**
 * Record-attempts by edge of the failure-flow diagram, reckoned from what the client counts and what callbacks report, for as long as no
 * wire is watched. Every try ends in one of these: acknowledged, queued again, split, its last error reported, or no answer that
 * anybody waited for (the record expired, was discarded or never reported while it was in flight). The client counts all but the last
 * two, which at rest are what remains.
 *
 * <p>{@code record-retry-total} counts every batch that is queued again, also one that expires before it goes out: that one leaves by
 * <em>exhausted</em>. {@code batch-split-total} counts batches, so how many records were split is known only when nothing was in flight
 * at its end; two a batch at least.
 *
 * @param sendTotal   {@code record-send-total}
 * @param retryTotal  {@code record-retry-total}
 * @param splits      {@code batch-split-total}
 * @param acked       records reported ok
 * @param usedUp      records whose last allowed try failed
 * @param refused     records whose answer forbids a retry
 * @param expired     records that expired after a retry was seen
 * @param expiredIdle records that expired with no retry seen
 * @param neverSent   records reported failed that left the client never, or without an answer being waited for
 * @param unreported  records whose producer ended without a report
 * @param alerts      alerts raised
 * @param atRest      whether every record has its report
 */
record FlowAccounts(long sendTotal, long retryTotal, long splits, long acked, long usedUp, long refused, long expired,
        long expiredIdle, long neverSent, long unreported, long alerts, boolean atRest) {

    /** The sums by edge; every edge is present. */
    Map<FlowEdge, Long> edges() {
        // A batch that the client drops unsent is reported with the producer's last error, which looks like an answer to it.
        long unsent = Math.clamp(acked + retryTotal + usedUp + refused - sendTotal, 0, usedUp + refused);
        long refusedSent = refused - Math.min(unsent, refused);
        long usedUpSent = usedUp - (unsent - (refused - refusedSent));
        long send = Math.max(sendTotal, acked + retryTotal);

        long rest = atRest ? send - acked - retryTotal - usedUpSent - refusedSent : 0;
        long mayBeInFlight = expired + expiredIdle + neverSent + unreported;
        long split = splits == 0 ? 0 : Math.max(rest - mayBeInFlight, Math.min(rest, 2 * splits));
        long inFlight = rest - split;

        long expiredInFlight = Math.min(inFlight, expired);
        long idleInFlight = Math.min(inFlight - expiredInFlight, expiredIdle);
        long droppedInFlight = Math.min(inFlight - expiredInFlight - idleInFlight, neverSent);
        long backingOff = Math.min(expired - expiredInFlight, retryTotal + split);

        Map<FlowEdge, Long> edges = new EnumMap<>(FlowEdge.class);
        edges.put(FlowEdge.SEND, send);
        edges.put(FlowEdge.ACKNOWLEDGE, acked);
        edges.put(FlowEdge.FAIL, retryTotal + split + usedUpSent + refusedSent + inFlight);
        edges.put(FlowEdge.RETRY, retryTotal + split - backingOff);
        edges.put(FlowEdge.EXHAUSTED, usedUpSent + backingOff + inFlight);
        edges.put(FlowEdge.NOT_RETRIABLE, refusedSent);
        edges.put(FlowEdge.NEVER_SENT, neverSent - droppedInFlight + expiredIdle - idleInFlight + unsent);
        edges.put(FlowEdge.ALERT, alerts);
        return edges;
    }
}
