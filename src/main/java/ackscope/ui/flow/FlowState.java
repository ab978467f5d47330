package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Everything the diagram shows at one moment.
 *
 * @param rows    the lines of the stations other than the broker
 * @param live    whether samples come
 * @param balance what does not add up while nothing is on its way, in words; empty when all does
 * @param quirks  where the client's own counts differ from the reports or from the wire, in words; empty where they agree
 * @param faults  the badges that stand on edges
 * @param client  the badge of faults in the client
 * @param gate    the circuit breaker
 * @param watched whether the counts come from the wire
 */
record FlowState(Map<FlowEdge, EdgeState> edges, Map<Station, List<Row>> rows, BrokerState broker,
        Map<Station, Stress> stress, boolean live, String balance, String quirks, Map<FlowEdge, FaultBadge> faults,
        FaultBadge client, GateState gate, boolean watched) {

    FaultBadge fault(FlowEdge edge) {
        return faults.getOrDefault(edge, FaultBadge.NONE);
    }

    EdgeState edge(FlowEdge edge) {
        return edges.getOrDefault(edge, EdgeState.NONE);
    }

    List<Row> rows(Station station) {
        return rows.getOrDefault(station, List.of());
    }

    Stress stress(Station station) {
        return stress.getOrDefault(station, Stress.CALM);
    }

    static FlowState nothing() {
        return new FlowState(new EnumMap<>(FlowEdge.class), new EnumMap<>(Station.class),
                new BrokerState("", List.of(), "", "", Stress.CALM, FaultBadge.NONE), new EnumMap<>(Station.class),
                false,
                "",
                "", Map.of(), FaultBadge.NONE, GateState.OFF, false);
    }
}
