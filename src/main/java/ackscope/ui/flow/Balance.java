package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.ui.base.Figures;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whether the diagram's sums hold: send = acknowledge + fail, and fail = retry + exhausted + not retriable. They need only hold at rest,
 * when no record waits for its report, and every reported failure then stands in the error log once. A difference is told, never hidden.
 *
 * @param send how many attempts more went out than ended, 0 when it adds up
 * @param fail how many failures more there were than ways they left, 0 when it adds up
 * @param log  how many more reached the error log than were reported failed or lost without a report, 0 when it adds up
 */
record Balance(long send, long fail, long log) {
    static final Balance EVEN = new Balance(0, 0, 0);

    /** The sums of a run; {@link #EVEN} while records are open. */
    static Balance of(RunTotals t) {
        if (t.open() > 0) {
            return EVEN;
        }
        return new Balance(t.edge(FlowEdge.SEND) - t.edge(FlowEdge.ACKNOWLEDGE) - t.edge(FlowEdge.FAIL),
                t.edge(FlowEdge.FAIL) - t.edge(FlowEdge.RETRY) - t.edge(FlowEdge.EXHAUSTED)
                        - t.edge(FlowEdge.NOT_RETRIABLE),
                log(t));
    }

    private static long log(RunTotals t) {
        long arrived = t.edge(FlowEdge.EXHAUSTED) + t.edge(FlowEdge.NOT_RETRIABLE) + t.edge(FlowEdge.NEVER_SENT);
        // Of those without a report only the ones in flight take an edge.
        return arrived - Math.clamp(arrived, t.failed(), t.failed() + t.unreported());
    }

    /**
     * Where the client's own counts differ from the reports, or from the wire, while nothing is open, and why they may; empty where they
     * agree.
     *
     * @param watched whether the sums come from the wire
     */
    static String quirks(RunTotals t, ClientMetrics client, boolean watched) {
        if (t.open() > 0) {
            return "";
        }
        String errors = client.recordErrorTotal() == t.failed()
                ? ""
                : "record-error-total is " + Figures.count(client.recordErrorTotal()) + ", callbacks told of "
                        + Figures.count(t.failed()) + " failed. The client counts a batch twice that expires in"
                        + " flight and is answered late, and does not count what it drops on abort or close.";
        String doubles = t.doubles() == 0
                ? ""
                : Figures.counted(t.doubles(), "record was", "records were")
                        + " reported twice by the client; the first report stands.";
        String sends = !watched || client.recordSendTotal() == t.edge(FlowEdge.SEND)
                ? ""
                : "record-send-total is " + Figures.count(client.recordSendTotal()) + ", the wire saw "
                        + Figures.count(t.edge(FlowEdge.SEND)) + ". The client counts a batch when it takes it from its"
                        + " queue, even if the connection breaks before a byte has left.";
        String retries = !watched || client.recordRetryTotal() == t.edge(FlowEdge.RETRY)
                ? ""
                : "record-retry-total is " + Figures.count(client.recordRetryTotal()) + ", tried again were "
                        + Figures.count(t.edge(FlowEdge.RETRY))
                        + ". The client counts a batch when it queues it again, also"
                        + " if it then expires, and does not count the parts of a split batch.";
        return Stream.of(errors, doubles, sends, retries).filter(s -> !s.isEmpty()).collect(Collectors.joining(" "));
    }

    boolean even() {
        return send == 0 && fail == 0 && log == 0;
    }

    /** What does not add up; empty when everything does. */
    String inWords() {
        String first = send == 0
                ? ""
                : "send is " + apart(send) + " than acknowledge + fail";
        String second = fail == 0
                ? ""
                : "fail is " + apart(fail) + " than retry + exhausted + not retriable";
        String third = log == 0 ? "" : "the error log has " + apart(log) + " than were reported failed";
        return Stream.of(first, second, third).filter(s -> !s.isEmpty()).collect(Collectors.joining("; "));
    }

    private static String apart(long n) {
        return Figures.count(Math.abs(n)) + (n > 0 ? " more" : " fewer");
    }
}
