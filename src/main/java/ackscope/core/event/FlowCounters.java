package ackscope.core.event;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** One adder per edge of the failure-flow diagram: sees every record-attempt. Any thread may count. */
public final class FlowCounters {
    private final Map<FlowEdge, LongAdder> edges = new EnumMap<>(FlowEdge.class);

    public FlowCounters() {
        for (FlowEdge edge : FlowEdge.values()) {
            edges.put(edge, new LongAdder());
        }
    }

    /** Adds record-attempts to an edge. */
    public void add(FlowEdge edge, long count) {
        edges.get(edge).add(count);
    }

    /** The sum of one edge. */
    public long get(FlowEdge edge) {
        return edges.get(edge).sum();
    }
}
