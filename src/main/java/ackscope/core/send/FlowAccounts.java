package ackscope.core.send;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.Map;

/**
 * Record-attempts by edge of the failure-flow diagram, reckoned from what the client counts and what callbacks report, for as long as no
 * wire is watched. {@code record-retry-total} counts every batch that is queued again, also one that expires before it goes out: that
 * one leaves by <em>exhausted</em>. A record that expired in flight made a try that neither a retry nor an answer tells of; how many
 * did is known once nothing is open, as the tries that nothing else explains.
 *
 * @param sendTotal   {@code record-send-total}
 * @param retryTotal  {@code record-retry-total}
 * @param splits      {@code batch-split-total}
 * @param acked       records reported ok
 * @param usedUp      records whose last allowed try failed
 * @param refused     records whose answer forbids a retry
 * @param expired     records that expired after a retry was seen
 * @param expiredIdle records that expired with no retry seen
 * @param neverSent   records that never left the client for another reason
 * @param alerts      alerts raised
 * @param atRest      whether every record has its report
 */
record FlowAccounts(long sendTotal, long retryTotal, long splits, long acked, long usedUp, long refused, long expired,
        long expiredIdle,
        long neverSent, long alerts, boolean atRest) {

    /** The sums by edge; every edge is present. */
    Map<FlowEdge, Long> edges() {
        long unexplained = atRest ? Math.max(0, sendTotal - acked - retryTotal - usedUp - refused) : 0;
        long inFlightAfterRetry = Math.min(unexplained, expired);
        long inFlightAtOnce = Math.min(unexplained - inFlightAfterRetry, expiredIdle);
        long split = splits > 0 ? unexplained - inFlightAfterRetry - inFlightAtOnce : 0;
        long inFlight = inFlightAfterRetry + inFlightAtOnce;
        long backingOff = Math.min(expired - inFlightAfterRetry, retryTotal);
        Map<FlowEdge, Long> edges = new EnumMap<>(FlowEdge.class);
        edges.put(FlowEdge.SEND, sendTotal);
        edges.put(FlowEdge.ACKNOWLEDGE, acked);
        edges.put(FlowEdge.FAIL, retryTotal + split + usedUp + refused + inFlight);
        edges.put(FlowEdge.RETRY, retryTotal + split - backingOff);
        edges.put(FlowEdge.EXHAUSTED, usedUp + backingOff + inFlight);
        edges.put(FlowEdge.NOT_RETRIABLE, refused);
        edges.put(FlowEdge.NEVER_SENT, neverSent + expiredIdle - inFlightAtOnce);
        edges.put(FlowEdge.ALERT, alerts);
        return edges;
    }
}
