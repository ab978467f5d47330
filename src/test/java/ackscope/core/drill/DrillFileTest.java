package ackscope.core.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultGroup;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.Trigger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrillFileTest {
    @TempDir
    private Path folder;

    @Test
    void everyGroupHasACauseAndTheCatalogueTakesEachOfThem() {
        List<DrillCause> all = DrillFile.builtIn();
        assertEquals(EnumSet.allOf(FaultGroup.class),
                all.stream().map(DrillCause::group).collect(Collectors.toCollection(
                        () -> EnumSet.noneOf(FaultGroup.class))));
        FaultContext context = new FaultContext("t", List.of(1, 2, 3), 100, 1, List.of(1, 2, 3), 300_000, 2);
        for (DrillCause cause : all) {
            FaultKind kind = new FaultCatalogue().find(cause.fault()).orElseThrow();
            Map<String, String> values = new HashMap<>(cause.values());
            values.replaceAll((_, v) -> v.equals("leader") ? "1" : v);
            List<String> known = kind.parameters(context).stream().map(p -> p.id()).toList();
            assertTrue(known.containsAll(values.keySet()), cause.fault() + " has " + known);
            Fault fault = kind.build(context, values,
                    cause.every().isPresent() ? Trigger.everyKth(cause.every().getAsInt()) : Trigger.NOW);
            assertTrue(fault.label().title().length() > 3);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {"version": 2, "causes": []} | not of version 1
            {"version": 1, "causes": [{"fault": "x", "name": "a", "signs": ["s"]}, {"fault": "y"}]} | There is no fault 'x'
            {"version": 1, "causes": [{"fault": "broker-kill", "signs": ["s"]}, {"fault": "y"}]} | no name of its own
            {"version": 1, "causes": [{"fault": "broker-kill", "name": "a"}, {"fault": "y"}]} | does not say what tells it
            {"version": 1, "cause": []} | Unrecognized field "cause"
            """)
    void whatIsNoDrillIsRefusedInWords(String text, String said) {
        String message = assertThrows(IllegalArgumentException.class, () -> DrillFile.read(text)).getMessage();
        assertTrue(message.contains(said), message);
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 100", "10000, 0, 100", "12000, 0, 99", "60000, 0, 75", "10000, 2, 60", "180000, 4, 10"})
    void timeAndWrongAnswersCost(long tookMs, int wrong, int points) {
        assertEquals(points, DrillScore.points(tookMs, wrong));
    }

    @Test
    void historyIsThereAgainAndOneThatMakesNoSenseIsKeptAside() throws Exception {
        List<String> said = new ArrayList<>();
        Path file = folder.resolve("drills.json");
        DrillHistory history = new DrillHistory(file, said::add);
        for (int i = 0; i < 52; i++) {
            history.add(new DrillHistory.Done("broker-kill", i, 0, 1_000, 2_000));
        }
        DrillHistory next = new DrillHistory(file, said::add);
        next.load();
        assertEquals(50, next.all().size());
        assertEquals(51, next.all().getLast().points());
        assertEquals(List.of(), said);
        Files.writeString(file, "{\"version\": 1, \"drills\": [null]}");
        new DrillHistory(file, said::add).load();
        assertTrue(said.getFirst().contains(".damaged"), said::toString);
    }
}
