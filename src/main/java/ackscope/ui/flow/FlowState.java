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
 * @param quirks  where the client's own counts differ from the reports, in words; empty where they agree
 */
record FlowState(Map<FlowEdge, EdgeState> edges, Map<Station, List<Row>> rows, BrokerState broker,
        Map<Station, Stress> stress, boolean live, String balance, String quirks) {

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
                new BrokerState("", List.of(), "", Stress.CALM), new EnumMap<>(Station.class), false, "", "");
    }
}
