package ackscope.command;

import ackscope.core.scenario.Played;
import ackscope.core.scenario.Quantity;
import ackscope.core.scenario.ScenarioResult;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A result as one JSON object in one line. The figures are those of the first half of twins; the second's stand in "twin". */
final class VerdictJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<Quantity> FIGURES = List.of(Quantity.SENT, Quantity.ACKED, Quantity.FAILED,
            Quantity.UNKNOWN, Quantity.LOST, Quantity.DUPLICATED, Quantity.REORDERED, Quantity.WRITTEN_THOUGH_FAILED,
            Quantity.ABORTED_VISIBLE);

    private VerdictJson() {
    }

    static String line(ScenarioResult result) {
        return object(result, result.asExpected()).toString();
    }

    /** @param plays how many there were, of which {@code result} is one */
    static String line(ScenarioResult result, int plays, long asExpected) {
        ObjectNode all = object(result, plays == asExpected);
        all.put("plays", plays);
        all.put("playsAsExpected", asExpected);
        return all.toString();
    }

    private static ObjectNode object(ScenarioResult result, boolean asExpected) {
        ObjectNode all = JSON.createObjectNode();
        all.put("scenario", result.scenario().name());
        all.put("asExpected", asExpected);
        half(all, result.halves().getFirst());
        all.put("durationMs", result.tookMs());
        if (result.halves().size() > 1) {
            half(all.putObject("twin"), result.halves().get(1));
        }
        return all;
    }

    private static void half(ObjectNode to, Played half) {
        FIGURES.forEach(q -> to.put(q.id(), half.measured().of(q)));
        ArrayNode missed = JSON.createArrayNode();
        half.checks().stream().filter(c -> !c.holds()).forEach(c -> {
            ObjectNode one = missed.addObject();
            one.put("quantity", c.expected().id());
            one.put("expected", c.expected().range().words());
            one.put("found", c.found());
        });
        half.audit().obstacles().forEach(missed::add);
        if (!missed.isEmpty()) {
            to.set("notAsExpected", missed);
        }
    }
}
