package ackscope.core.send;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.Map;

/**
 * Record-attempts by edge of the failure-flow diagram, reckoned from what the client counts and what callbacks report, for as long as no
 * wire is watched. Every try ends in one of these: acknowledged, queued again, split, its last error reported, or no answer that
 * anybody waited for (the record expired, was discarded or never reported while it was in flight). The client counts all but the last
 * two, which at rest are what remains, as far as there are records that may have ended so. What then remains is booked nowhere, so the
 * diagram's sums do not hold. A split batch may have had any number of records, so a split explains any surplus.
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
 * @param expiredIdle records that expired with no retry seen: whether their first try had gone out is known only at rest
 * @param neverSent   records that certainly never left the client
 * @param dropped     records that the client dropped: most never left it, some were in flight; also known only at rest
 * @param unreported  records whose producer ended without a report
 * @param atRest      whether every record has its report
 */
record FlowAccounts(long sendTotal, long retryTotal, long splits, long acked, long usedUp, long refused, long expired,
        long expiredIdle, long neverSent, long dropped, long unreported, boolean atRest) {

    /** The sums by edge; every edge is present but {@code ALERT}, which is no record's. */
    Map<FlowEdge, Long> edges() {
        // A batch that the client drops unsent is reported with the producer's last error, which looks like an answer to it.
        long unsent = Math.clamp(acked + retryTotal + usedUp + refused - sendTotal, 0, usedUp + refused);
        long refusedSent = refused - Math.min(unsent, refused);
        long usedUpSent = usedUp - (unsent - (refused - refusedSent));
        // The client's two totals are not read at one moment, so only at rest are they taken as they are.
        long send = atRest ? sendTotal : Math.max(sendTotal, acked + retryTotal);

        long rest = atRest ? Math.max(0, send - acked - retryTotal - usedUpSent - refusedSent) : 0;
        long mayBeInFlight = expired + expiredIdle + dropped + unreported;
        long split = splits == 0 ? 0 : Math.max(rest - mayBeInFlight, Math.min(rest, 2 * splits));
        long inFlight = Math.min(rest - split, mayBeInFlight);

        long expiredInFlight = Math.min(inFlight, expired);
        long idleInFlight = Math.min(inFlight - expiredInFlight, expiredIdle);
        long droppedInFlight = Math.min(inFlight - expiredInFlight - idleInFlight, dropped);
        long backingOff = Math.min(expired - expiredInFlight, retryTotal + split);

        Map<FlowEdge, Long> edges = new EnumMap<>(FlowEdge.class);
        edges.put(FlowEdge.SEND, send);
        edges.put(FlowEdge.ACKNOWLEDGE, acked);
        edges.put(FlowEdge.FAIL, retryTotal + split + usedUpSent + refusedSent + inFlight);
        edges.put(FlowEdge.RETRY, retryTotal + split - backingOff);
        edges.put(FlowEdge.EXHAUSTED, usedUpSent + backingOff + inFlight);
        edges.put(FlowEdge.NOT_RETRIABLE, refusedSent);
        edges.put(FlowEdge.NEVER_SENT, neverSent + unsent
                + (atRest ? dropped - droppedInFlight + expiredIdle - idleInFlight : 0));
        return edges;
    }
}
