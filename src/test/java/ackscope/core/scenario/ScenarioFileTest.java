package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.fault.Trigger;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioFileTest {
    /** One member a line, so that a flaw's line tells which. */
    private static final String GOOD = """
            {
              "version": 1,
              "title": "A title",
              "settings": {"acks": "all"},
              "workload": {"records": 10},
              "steps": [
                {"fault": "answer-reset", "next": 3, "after": {"records": 2, "ms": 5}, "forMs": 300}
              ],
              "expect": {"retries": {"atLeast": 1}}
            }
            """;

    private static Scenario read(String text) {
        return ScenarioFile.read(text, "name", "name.json");
    }

    private static List<Flaw> flaws(String text) {
        return assertThrows(ScenarioException.class, () -> read(text)).flaws();
    }

    @Test
    void whatIsNotSaidHasADefault() {
        Scenario scenario = read(GOOD);
        assertEquals(new Scenario.Shape(1, 3, 2), scenario.topic());
        assertEquals(Map.of("acks", "all"), scenario.settings());
        assertTrue(scenario.warmUp());
        assertEquals(10, scenario.load().orElseThrow().count());
        assertEquals(List.of(new Step.Break(Step.After.records(2, 5), "answer-reset", Map.of(),
                Trigger.next(3).during(300), Step.Until.NOTHING)), scenario.steps());
        assertEquals(new Expectation.Range(1, Long.MAX_VALUE), scenario.expected().getFirst().range());
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                bad("", "", 1, 1, "The file is empty."),
                bad("\"version\": 1,", "\"version\": 1", 3, 3, "This is not JSON"),
                bad("\"expect\": {\"retries\": {\"atLeast\": 1}}\n}", "\"expect\": {\"retries\": {\"atLeast\": 1}}\n",
                        11, 1,
                        "ends too early"),
                bad("\"acks\": \"all\"", "\"acks\": \"all\", \"acks\": \"1\"", 4, 31, "stands here twice"),
                bad("\"version\": 1", "\"version\": 2", 2, 14, "version 2 of the format, and this Ackscope reads 1"),
                bad("\"version\": 1,", "", 1, 1, "'version' is missing"),
                bad("\"title\": \"A title\"", "\"title\": \" \"", 3, 12, "is empty"),
                bad("\"title\"", "\"titel\"", 3, 3, "'titel' is not known in the scenario. Did you mean 'title'?"),
                bad("\"acks\": \"all\"", "\"aks\": \"all\"", 4, 23,
                        "no setting 'aks'. Did you mean 'acks'?"),
                bad("\"acks\": \"all\"", "\"acks\": \"2\"", 4, 15, "The Kafka client refuses these settings"),
                bad("\"acks\": \"all\"", "\"bootstrap.servers\": \"a:1\"", 4, 37, "is the app's to say"),
                bad("\"acks\": \"all\"", "\"sasl.jaas.config\": \"x\"", 4, 36, "is a secret"),
                bad("\"records\": 10", "\"records\": 0", 5, 27, "a whole number from 1 to 1000000, not 0"),
                bad("\"records\": 10", "\"records\": \"ten\"", 5, 27, "is a number, not a text"),
                bad("\"records\": 10", "\"records\": 10, \"partition\": 3", 5, 44, "there is no 3"),
                bad("\"records\": 10", "\"records\": 10, \"value\": \"${nonsense}\"", 5, 15, "nonsense"),
                bad("answer-reset", "answer-rest", 7, 15, "no fault 'answer-rest' in the catalogue. Did you mean"),
                bad("\"next\": 3", "\"next\": 3, \"every\": 2", 7, 51, "Choose one"),
                bad("\"next\": 3", "\"with\": {\"brokr\": \"leader\"}", 7, 49, "has no 'brokr'"),
                bad("\"next\": 3", "\"with\": {\"broker\": \"7\"}", 7, 39, "'7' is not among the choices"),
                bad("\"fault\": \"answer-reset\"", "\"fault\": \"broker-restart\"", 7, 41,
                        "is over as soon as it is done"),
                bad("\"fault\": \"answer-reset\", \"next\": 3", "\"undo\": \"answer-reset\"", 7, 14, "No step before"),
                bad("\"fault\": \"answer-reset\", \"next\": 3", "\"rival\": true, \"heal\": true", 7, 5,
                        "exactly one of"),
                bad("\"fault\": \"answer-reset\", \"next\": 3, \"after\": {\"records\": 2, \"ms\": 5}, \"forMs\": 300",
                        "\"transaction\": \"begin\"", 6, 12, "no transactional.id"),
                bad("\"retries\": {\"atLeast\": 1}", "", 9, 13, "Nothing is expected"),
                bad("\"retries\": {\"atLeast\": 1}", "\"retrys\": 1", 9, 24, "Did you mean 'retries'?"),
                bad("\"atLeast\": 1", "\"atLeast\": 0", 9, 25, "cannot fail"),
                bad("\"retries\": {\"atLeast\": 1}", "\"lost\": {\"atMost\": 10}, \"retries\": 3", 9, 22,
                        "cannot fail"),
                bad("\"retries\": {\"atLeast\": 1}", "\"lost\": 11", 9, 22, "only 10 records are sent"),
                bad("\"atLeast\": 1", "\"atLeast\": 3, \"atMost\": 2", 9, 25, "can never be met"),
                bad("\"retries\": {\"atLeast\": 1}", "\"acked\": 10, \"lost\": 0", 9, 13,
                        "would also come of it with nothing broken"),
                bad("\"retries\": {\"atLeast\": 1}", "\"retries\": 1}, \"expectOfTwin\": {\"lost\": 1", 9, 45,
                        "no 'twin'"));
    }

    private static Arguments bad(String good, String bad, int line, int column, String words) {
        String text = good.isEmpty() ? "" : GOOD.replace(good, bad);
        return Arguments.of(text, new Flaw(line, column, words));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void aFlawIsToldWithItsPlace(String text, Flaw expected) {
        List<Flaw> flaws = flaws(text);
        assertTrue(flaws.stream().anyMatch(f -> f.line() == expected.line() && f.column() == expected.column()
                && f.words().contains(expected.words())), () -> expected + " is not among " + flaws);
    }

    private static String steps(String... steps) {
        return GOOD.replaceAll("(?s)\"steps\": \\[.*?\\]", "\"steps\": [" + String.join(",", steps).replace('\'', '"')
                + "]");
    }

    @Test
    void whichFaultIsUndoneNeedsNoSayingWhileOnlyOneCanBeMeant() {
        String kill = "{'fault': 'broker-kill', 'with': {'broker': 'leader'}}";
        String undo = "{'undo': 'broker-kill'}";
        assertEquals(List.of(1, 2), undone(read(steps(kill, undo, kill, undo))));
        assertEquals(List.of(2, 1), undone(read(steps(kill, kill, "{'undo': 'broker-kill', 'which': 2}", undo))));
        assertEquals(List.of(2), undone(read(steps(kill, "{'heal': true}", kill, undo))));
    }

    private static List<Integer> undone(Scenario scenario) {
        return scenario.steps().stream().filter(Step.Undo.class::isInstance).map(s -> ((Step.Undo) s).which()).toList();
    }

    static Stream<Arguments> ambiguous() {
        String kill = "{'fault': 'broker-kill', 'with': {'broker': 'leader'}}";
        String undo = "{'undo': 'broker-kill'}";
        return Stream.of(
                Arguments.of(steps(kill, kill, undo), "2 faults 'broker-kill' may be in force by then. Say with 'which'"
                        + " which of them ends: 1 and 2"),
                Arguments.of(steps(kill, undo, undo), "has been ended by then"),
                Arguments.of(steps(kill, "{'heal': true}", undo), "has been ended by then"),
                Arguments.of(steps(kill, kill, "{'undo': 'broker-kill', 'which': 3}"), "number 3 is not in force"),
                Arguments.of(steps(kill, "{'undo': 'broker-kill', 'which': 0}"), "a whole number from 1"),
                Arguments.of(steps("{'fault': 'answer-reset'}", "{'undo': 'answer-rest'}"),
                        "Did you mean 'answer-reset'?"),
                Arguments.of(steps(kill, "{'heal': true, 'which': 1}"), "'which' is not known"));
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void anUndoThatMeansNoOneFaultIsRefused(String text, String words) {
        List<Flaw> flaws = flaws(text);
        assertTrue(flaws.stream().anyMatch(f -> f.words().contains(words)), flaws::toString);
    }

    @Test
    void everyFlawIsToldInTheOrderOfTheText() {
        List<Flaw> flaws = flaws(GOOD.replace("\"title\"", "\"titel\"").replace("answer-reset", "no-such")
                .replace("\"atLeast\": 1", "\"atLeast\": 0"));
        assertEquals(List.of(1, 3, 7, 9, 9), flaws.stream().map(Flaw::line).toList(), flaws::toString);
    }

    @Test
    void twoObjectsAreOneTooMany() {
        assertTrue(flaws(GOOD + "{}").getFirst().words().contains("behind the end"));
    }
}
