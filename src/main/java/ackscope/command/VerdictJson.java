package ackscope.command;

import ackscope.core.scenario.Played;
import ackscope.core.scenario.Quantity;
import ackscope.core.scenario.ScenarioResult;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * Plays of one scenario as one JSON object in one line: scenario, asExpected, counts of records, durationMs. The counts are sums over the
 * halves of twins and over repeated plays; as expected is what came so in every one of them.
 */
final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Quantity> FIGURES = List.of(Quantity.SENT, Quantity.ACKED, Quantity.FAILED,
            Quantity.UNKNOWN, Quantity.LOST, Quantity.DUPLICATED, Quantity.REORDERED, Quantity.WRITTEN_THOUGH_FAILED,
            Quantity.ABORTED_VISIBLE);

    private VerdictJson() {
    }

    /** @param plays of the same scenario, at least one */
    static String line(List<ScenarioResult> plays) {
        ObjectNode all = JSON.createObjectNode();
        all.put("scenario", plays.getFirst().scenario().name());
        all.put("asExpected", plays.stream().allMatch(ScenarioResult::asExpected));
        List<Played> halves = plays.stream().flatMap(p -> p.halves().stream()).toList();
        FIGURES.forEach(q -> all.put(q.id(), halves.stream().mapToLong(h -> h.measured().of(q)).sum()));
        all.put("durationMs", plays.stream().mapToLong(ScenarioResult::tookMs).sum());
        return all.toString();
    }
}
