package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import ackscope.core.metrics.RunTotals;
import ackscope.ui.base.Figures;

/**
 * Whether the diagram's sums hold: send = acknowledge + fail, and fail = retry + exhausted + not retriable. They need only hold at rest,
 * when no record waits for its report. A difference is told, never hidden.
 *
 * @param send how many attempts more went out than ended, 0 when it adds up
 * @param fail how many failures more there were than ways they left, 0 when it adds up
 */
record Balance(long send, long fail) {
    static final Balance EVEN = new Balance(0, 0);

    /** The sums of a run; {@link #EVEN} while records are open. */
    static Balance of(RunTotals t) {
        if (t.open() > 0) {
            return EVEN;
        }
        return new Balance(t.edge(FlowEdge.SEND) - t.edge(FlowEdge.ACKNOWLEDGE) - t.edge(FlowEdge.FAIL),
                t.edge(FlowEdge.FAIL) - t.edge(FlowEdge.RETRY) - t.edge(FlowEdge.EXHAUSTED)
                        - t.edge(FlowEdge.NOT_RETRIABLE));
    }

    boolean even() {
        return send == 0 && fail == 0;
    }

    /** What does not add up; empty when everything does. */
    String inWords() {
        String first = send == 0
                ? ""
                : "send is " + apart(send) + " than acknowledge + fail";
        String second = fail == 0
                ? ""
                : "fail is " + apart(fail) + " than retry + exhausted + not retriable";
        return first + (first.isEmpty() || second.isEmpty() ? "" : "; ") + second;
    }

    private static String apart(long n) {
        return Figures.count(Math.abs(n)) + (n > 0 ? " more" : " fewer");
    }
}
