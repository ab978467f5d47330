package ackscope.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.Scenarios;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictJsonTest {
    private static final Scenario TWINS = Scenarios.builtIn("leader-loss");

    private static JsonNode read(String line) throws IOException {
        assertFalse(line.contains("\n"), line);
        return new ObjectMapper().readTree(line);
    }

    @Test
    void itHasExactlyTheFieldsThatWerePromised() throws IOException {
        JsonNode one = read(VerdictJson.line(List.of(MadeUpPlays.asExpected(TWINS))));
        List<String> names = new ArrayList<>();
        one.fieldNames().forEachRemaining(names::add);
        assertEquals(List.of("scenario", "asExpected", "sent", "acked", "failed", "unknown", "lost", "duplicated",
                "reordered", "writtenThoughFailed", "abortedVisible", "durationMs"), names);
        assertEquals("leader-loss", one.get("scenario").asText());
        assertTrue(one.get("asExpected").asBoolean());
    }

    @Test
    void countsAreSumsOverHalvesAndPlays() throws IOException {
        JsonNode one = read(VerdictJson.line(List.of(MadeUpPlays.asExpected(TWINS))));
        assertEquals(100, one.get("acked").asLong());
        assertEquals(50, one.get("lost").asLong());
        JsonNode two = read(VerdictJson.line(List.of(MadeUpPlays.asExpected(TWINS), MadeUpPlays.asExpected(TWINS))));
        assertEquals(200, two.get("acked").asLong());
        assertEquals(12_800, two.get("durationMs").asLong());
    }

    @Test
    void oneThatWasMissedSpoilsThemAll() throws IOException {
        assertFalse(read(VerdictJson.line(List.of(MadeUpPlays.asExpected(TWINS), MadeUpPlays.otherwise(TWINS))))
                .get("asExpected").asBoolean());
    }
}
