package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Happening;
import ackscope.core.audit.Happening.Kind;
import ackscope.core.audit.Verdict;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.event.FaultEvent.Recipe;
import ackscope.core.event.FlowEdge;
import ackscope.core.fault.Trigger;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.MadeUpRuns;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.run.Workload;
import ackscope.core.scenario.Expectation.Range;
import ackscope.core.scenario.Step.After;
import ackscope.core.scenario.Step.Until;
import ackscope.core.send.SentBy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final RunRecord RUN = MadeUpRuns.lost();
    private static final String TOPIC = RUN.topics().getFirst().name();
    private static final long START = RUN.startedMs();
    private static final long LOAD = START + 700;
    private static final Happening STALL = fault("replication-stall", Place.REPLICATION, 1,
            Map.of("broker", "1", "follower", "all"), Map.of(), START + 600, START + 6_300);
    private static final Happening KILL = fault("broker-kill", Place.BROKER, 1, Map.of("broker", "1"), Map.of(),
            START + 1_500, Long.MAX_VALUE);
    private static final Happening CHANGE = new Happening(Kind.LEADER_CHANGE, "leader of t-0: 1 → 2", "", Place.BROKER,
            1, TOPIC + "-0", START + 4_600, START + 4_600);

    private static Happening fault(String kind, Place place, int node, Map<String, String> values,
            Map<String, String> trigger, long from, long to) {
        return new Happening(Kind.FAULT, kind, kind, place, node, "", from, to, new Recipe(kind, values, trigger));
    }

    private static RunRecord with(List<Happening> happenings, Asked... more) {
        List<Asked> work = new ArrayList<>(RUN.work());
        work.addAll(List.of(more));
        return new RunRecord(RunRecord.VERSION, RUN.id(), RUN.name(), START, RUN.endedMs(), RUN.cluster(),
                RUN.topics(), RUN.producers(), work, happenings, RUN.series(), RUN.totals(), RUN.latency(),
                RUN.audit());
    }

    private static Scenario saved(RunRecord run) {
        return ScenarioFile.read(Recording.text(run, "As I saw it"), "saved", "saved");
    }

    private static String refusal(RunRecord run) {
        return assertThrows(ScenarioException.class, () -> Recording.text(run, "x")).getMessage();
    }

    @Test
    void whatWasDoneIsDoneAgainAtItsTimeAndPlace() {
        Scenario scenario = saved(with(List.of(STALL, KILL, CHANGE)));
        assertEquals("As I saw it", scenario.title());
        assertEquals(new Scenario.Shape(1, 3, 2), scenario.topic());
        assertEquals(Map.of("acks", "1", "enable.idempotence", "false"), scenario.settings());
        assertEquals(50, scenario.load().orElseThrow().count());
        assertEquals(List.of(
                new Step.Break(After.NOTHING, "replication-stall", Map.of("broker", "leader", "follower", "all"),
                        Trigger.NOW, Until.NOTHING),
                new Step.Break(After.ms(800), "broker-kill", Map.of("broker", "leader"), Trigger.NOW,
                        Until.ANOTHER_LEADER),
                new Step.Undo(After.ms(5_600), "replication-stall", 1)), scenario.steps());
    }

    @Test
    void onlyWhatTheFaultsSurelyMakeIsExpectedAndTheRestIsToldInWords() {
        Scenario scenario = saved(with(List.of(STALL, KILL, CHANGE)));
        assertEquals(List.of(some(Quantity.LOST), some(Quantity.LEADER_CHANGES)), scenario.expected());
        assertTrue(
                scenario.words().endsWith("Seen in the run: 50 of 50 acked, 50 lost, 3 retries, 1 change of a leader,"
                        + " 4,100 ms to the slowest acknowledgement."),
                scenario::words);
    }

    @Test
    void recordsThatWereReorderedOrDoubledByChanceAreNotAskedForAgain() {
        Map<Verdict, Long> verdicts = Map.of(Verdict.DELIVERED, 301L, Verdict.DUPLICATED, 27L, Verdict.REORDERED, 10L);
        Happening dropped = fault("answer-reset", Place.ANSWER, -1, Map.of(), Map.of("forMs", "300"), LOAD + 40,
                LOAD + 340);
        Scenario scenario = saved(answers(dropped, 1_500, "false", verdicts));
        assertEquals(List.of(some(Quantity.DUPLICATED), some(Quantity.RETRIES)), scenario.expected());
        assertEquals(After.records(60, 0), scenario.steps().getFirst().after(), "at the same record again");
        assertTrue(scenario.words().contains("27 duplicated, 10 reordered"), scenario::words);
        assertEquals(List.of(some(Quantity.RETRIES)), saved(answers(dropped, 1_500, "true", verdicts)).expected());

        String chance = refusal(answers(dropped, 0, "false", verdicts));
        assertTrue(chance.contains("hung on the moment") && chance.contains("10 reordered"), chance);
        Happening before = fault("answer-reset", Place.ANSWER, -1, Map.of(), Map.of("forMs", "300"), LOAD - 40,
                LOAD + 260);
        assertEquals(List.of(some(Quantity.DUPLICATED), some(Quantity.RETRIES)),
                saved(answers(before, 0, "false", verdicts)).expected());
        Happening random = fault("answer-reset", Place.ANSWER, -1, Map.of(), Map.of("chance", "0.2"), LOAD - 40,
                LOAD + 260);
        assertTrue(refusal(answers(random, 0, "false", verdicts)).contains("hung on the moment"));
    }

    private static RunRecord answers(Happening fault, double perSecond, String idempotence,
            Map<Verdict, Long> verdicts) {
        Workload load = Workload.random(300, perSecond, 100, 7);
        return new RunRecord(RunRecord.VERSION, "id", "n", START, START + 9_000, "", RUN.topics(),
                List.of(new SentBy(1, 0, START, Map.of("acks", "-1", "enable.idempotence", idempotence))),
                List.of(RUN.work().getFirst(), new Asked(load, TOPIC, LOAD, 1, false)), List.of(fault), List.of(),
                new RunTotals(301, 301, 0, 0, 0, 0, 0, 0, 0, Map.of(FlowEdge.RETRY, 31L)), RUN.latency(),
                Optional.of(MadeUpRuns.audit(301, verdicts)));
    }

    private static Expectation some(Quantity quantity) {
        return new Expectation(quantity, "", new Range(1, Long.MAX_VALUE));
    }

    @Test
    void withNothingBrokenAllOfItIsExpectedAgain() {
        RunRecord calm = new RunRecord(RunRecord.VERSION, "", "calm", START, START + 900, "", RUN.topics(),
                RUN.producers(), RUN.work(), List.of(), List.of(),
                new RunTotals(51, 51, 0, 0, 0, 0, 0, 0, 0, Map.of()), RunRecord.Latency.NONE,
                Optional.of(MadeUpRuns.audit(51, Map.of(Verdict.DELIVERED, 51L))));
        List<Expectation> expected = saved(calm).expected();
        assertEquals(new Expectation(Quantity.ACKED, "", new Range(50, 50)), expected.getFirst());
        assertTrue(expected.contains(new Expectation(Quantity.LOST, "", new Range(0, 0))), expected::toString);
    }

    @Test
    void aTriggerIsKeptAndNeedsNoUndoing() {
        Happening next = fault("answer-reset", Place.ANSWER, -1, Map.of(), Map.of("next", "3", "forMs", "300"),
                LOAD - 40, LOAD + 90);
        assertEquals(List.of(new Step.Break(After.NOTHING, "answer-reset", Map.of(), Trigger.next(3).during(300),
                Until.NOTHING)), saved(with(List.of(next))).steps());
    }

    @Test
    void faultsOfOneKindAreUndoneInTheOrderInWhichTheyEnded() {
        Happening first = slow("610", LOAD - 50, LOAD + 4_000);
        Happening second = slow("620", LOAD + 1_000, LOAD + 3_000);
        Happening third = slow("630", LOAD + 3_500, LOAD + 5_000);
        List<Step> steps = saved(with(List.of(third, first, second))).steps();
        assertEquals(List.of(delay("610", After.NOTHING), delay("620", After.ms(1_000)),
                new Step.Undo(After.ms(3_000), "request-delay", 2), delay("630", After.ms(3_500)),
                new Step.Undo(After.ms(4_000), "request-delay", 1),
                new Step.Undo(After.ms(5_000), "request-delay", 3)), steps);
    }

    @Test
    void faultsOfOneKindThatEndedTogetherAreEachUndone() {
        Happening first = slow("610", LOAD - 10, LOAD + 4_000);
        Happening second = slow("620", LOAD + 20, LOAD + 4_000);
        assertEquals(List.of(new Step.Undo(After.ms(4_000), "request-delay", 1),
                new Step.Undo(After.ms(4_000), "request-delay", 2)),
                saved(with(List.of(first, second))).steps().subList(2, 4));
    }

    private static Happening slow(String ms, long from, long to) {
        return fault("request-delay", Place.REQUEST, -1, Map.of("ms", ms), Map.of(), from, to);
    }

    private static Step delay(String ms, After after) {
        return new Step.Break(after, "request-delay", Map.of("ms", ms), Trigger.NOW, Until.NOTHING);
    }

    @Test
    void aLoadUntilStoppedIsAsLongAsItCameToBe() {
        Workload endless = Workload.random(-1, 100, 100, 7);
        RunRecord run = with(List.of());
        RunRecord stopped = new RunRecord(RunRecord.VERSION, run.id(), run.name(), START, run.endedMs(), "",
                run.topics(), run.producers(), List.of(run.work().getFirst(),
                        new Asked(endless, TOPIC, LOAD, 1, false),
                        new Asked(Workload.random(10, 0, 100, 7), TOPIC, LOAD + 2_000, 2, false)),
                List.of(), List.of(), run.totals(), run.latency(), run.audit());
        Scenario scenario = saved(stopped);
        assertEquals(30, scenario.load().orElseThrow().count());
        assertEquals(List.of(new Step.Send(After.ms(2_000), Workload.random(20, 0, 100, 7))), scenario.steps());
    }

    @Test
    void whatAClientFaultChangedIsNoSettingOfThePerson() {
        RunRecord run = with(List.of(fault("client-max-request", Place.CLIENT, -1, Map.of("bytes", "50"), Map.of(),
                START + 100, Long.MAX_VALUE), KILL, CHANGE));
        RunRecord overlaid = new RunRecord(RunRecord.VERSION, run.id(), run.name(), START, run.endedMs(), "",
                run.topics(), List.of(new SentBy(1, 0, START,
                        Map.of("acks", "-1", "max.request.size", "50"))),
                run.work(), run.happenings(), List.of(), run.totals(), run.latency(), run.audit());
        assertEquals(Map.of(), saved(overlaid).settings());
    }

    @Test
    void whatProvesNothingOrCannotBeDoneAgainIsRefusedInWords() {
        Happening idle = fault("request-delay", Place.REQUEST, -1, Map.of("ms", "1"), Map.of(), LOAD, LOAD + 10);
        RunRecord nothing = new RunRecord(RunRecord.VERSION, "", "calm", START, START + 900, "", RUN.topics(),
                RUN.producers(), RUN.work(), List.of(idle), List.of(),
                new RunTotals(51, 51, 0, 0, 0, 0, 0, 0, 0, Map.of()), RunRecord.Latency.NONE,
                Optional.of(MadeUpRuns.audit(51, Map.of(Verdict.DELIVERED, 51L))));
        assertTrue(refusal(nothing).contains("hung on the moment"), () -> refusal(nothing));
        Happening old = new Happening(Kind.FAULT, "stall replication", "replication-stall", Place.REPLICATION, 1, "",
                START + 600, START + 6_300);
        assertTrue(refusal(with(List.of(old))).contains("an earlier Ackscope kept this run"));
    }
}
