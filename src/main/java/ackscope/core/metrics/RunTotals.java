package ackscope.core.metrics;

import ackscope.core.event.FlowEdge;
import java.util.Map;

/**
 * The sums of a run at one moment. {@code sent = acked + open + failed + unreported}, always.
 *
 * @param sent         records given to {@code send()}
 * @param acked        reported ok (with acks=0: handed to the socket)
 * @param open         no report yet
 * @param failed       reported failed
 * @param unreported   the producer ended without a report
 * @param maybeWritten those of failed and unreported that may nevertheless be in the log
 * @param neverSent    those of failed that certainly never left the client
 * @param doubles      reports that came for a record that had one already; the first stands
 * @param unconfirmed  those of acked that were sent with acks=0: handed to the socket, and no broker answered
 * @param held         those of open that wait in the outbox: no producer has them
 * @param edges        record-attempts by edge of the failure-flow diagram
 */
public record RunTotals(long sent, long acked, long open, long failed, long unreported, long maybeWritten,
        long neverSent, long doubles, long unconfirmed, long held, Map<FlowEdge, Long> edges) {

    /** Nothing sent yet. */
    public static final RunTotals NONE = new RunTotals(0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of());

    public RunTotals {
        edges = Map.copyOf(edges);
    }

    /** Nothing is held. */
    public RunTotals(long sent, long acked, long open, long failed, long unreported, long maybeWritten, long neverSent,
            long doubles, long unconfirmed, Map<FlowEdge, Long> edges) {
        this(sent, acked, open, failed, unreported, maybeWritten, neverSent, doubles, unconfirmed, 0, edges);
    }

    /** Those of open that a producer has. */
    public long waiting() {
        return open - held;
    }

    /** Record-attempts that took this edge. */
    public long edge(FlowEdge edge) {
        return edges.getOrDefault(edge, 0L);
    }
}
