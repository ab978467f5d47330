package ackscope.core.send;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.Map;

/**
 * Record-attempts by edge of the failure-flow diagram, from what the wire counted and what callbacks reported. Every try passes the wire;
 * a record whose try did not end in an acknowledgement was either tried again or is among those reported failed after a try. With acks=0
 * the client reports success for what it handed to its socket, which the wire may never have seen: then more is acknowledged than was
 * seen, and the difference counts as sent.
 *
 * @param sent         record-attempts that passed the wire
 * @param open         those whose try has not ended
 * @param heardOk      those whose try ended well for the client, as the wire saw it; ahead of {@code acked} by what callbacks have yet to tell
 * @param acked        records reported ok
 * @param exhausted    records reported failed after at least one try, and not because an answer forbade another
 * @param notRetriable records whose answer forbade another try
 * @param neverSent    records reported failed without a try
 * @param atRest       whether every record has its report
 */
record WireAccounts(long sent, long open, long heardOk, long acked, long exhausted, long notRetriable, long neverSent,
        boolean atRest) {

    /** The sums by edge; every edge is present but {@code ALERT}, which is no record's. */
    Map<FlowEdge, Long> edges() {
        long send = Math.max(sent, acked);
        // At rest an answer that came after the client had given up counts as the client took it: as a failed try.
        long fail = Math.max(0, atRest ? send - acked : send - open - Math.max(acked, heardOk));
        fail = Math.max(fail, exhausted + notRetriable);
        Map<FlowEdge, Long> edges = new EnumMap<>(FlowEdge.class);
        edges.put(FlowEdge.SEND, send);
        edges.put(FlowEdge.ACKNOWLEDGE, acked);
        edges.put(FlowEdge.FAIL, fail);
        edges.put(FlowEdge.RETRY, fail - exhausted - notRetriable);
        edges.put(FlowEdge.EXHAUSTED, exhausted);
        edges.put(FlowEdge.NOT_RETRIABLE, notRetriable);
        edges.put(FlowEdge.NEVER_SENT, neverSent);
        return edges;
    }
}
