package ackscope.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ackscope.core.breaker.BreakerView;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlertsTest {
    private final List<LabEvent> events = new ArrayList<>();
    private final Alerts alerts = new Alerts(events::add);

    private int run = 1;
    private long nowMs = 1_000_000;
    private long acked;
    private long failed;
    private long retries;
    private final Map<FlowEdge, Long> edges = new EnumMap<>(FlowEdge.class);
    private double p99 = 8;
    private double freePercent = 100;
    private double waitingThreads;
    private Waiting waiting = Waiting.NONE;
    private BreakerView breaker = BreakerView.OFF;
    private long ackedEach = 25;
    private boolean faultActs;

    private void tick() {
        nowMs += MetricsSampler.PERIOD_MS;
        acked += ackedEach;
        RunTotals totals = new RunTotals(acked + failed + 10, acked, 10, failed, 0, 0, 0, 0, 0, edges);
        ClientMetrics client = new ClientMetrics(acked + retries, retries, failed, 0, 1, 32 << 20,
                freePercent / 100 * (32 << 20), waitingThreads, 5, 5, 1000);
        alerts.take(new Sample(nowMs, run, totals, client, ackedEach, ackedEach == 0 ? Double.NaN : p99 / 2,
                ackedEach == 0 ? Double.NaN : p99, 1, 1, waiting), breaker, faultActs);
    }

    private void seconds(double s) {
        for (int i = 0; i < s * 4; i++) {
            tick();
        }
    }

    private List<String> standing() {
        return alerts.alerts().stream().filter(a -> a.clearedMs().isEmpty()).map(Alert::rule).toList();
    }

    private void only(AlertCondition condition) {
        for (AlertRule rule : alerts.rules()) {
            alerts.set(new AlertRule(rule.condition(), rule.condition() == condition, rule.threshold(), rule.holdMs(),
                    rule.clearMs()));
        }
    }

    private static BreakerView breaker(State state) {
        return new BreakerView(true, state, 0.5, 0.5, 0, 1, 20, 20, 100, -1, 42, 1000, 42, 0, 0);
    }

    private void failing(FlowEdge edge, int perTick) {
        failed += perTick;
        edges.merge(edge, (long) perTick, Long::sum);
        tick();
    }

    @Test
    void aRunThatGoesWellRaisesNothing() {
        seconds(120);
        assertEquals(List.of(), events);
    }

    /** Makes a condition hold for some seconds; the rest of the run stays well as far as it can. */
    private void breakIt(AlertCondition condition, double s) {
        for (int i = 0; i < s * 4; i++) {
            switch (condition) {
                case ERRORS, ERROR_SHARE -> failing(FlowEdge.EXHAUSTED, 1);
                case RETRIES_RISING -> {
                    retries += 10;
                    tick();
                }
                case SLOW -> {
                    p99 = 100;
                    tick();
                }
                case BUFFER_LOW -> {
                    freePercent = 3;
                    tick();
                }
                case BUDGET_USED -> {
                    waiting = new Waiting(80_000, 80_000, 120_000);
                    tick();
                }
                case SILENCE -> {
                    ackedEach = 0;
                    waiting = new Waiting((long) (i * 250.0), (long) (i * 250.0), 120_000);
                    tick();
                }
                case WAITS_LONG -> {
                    waiting = new Waiting((long) (i * 250.0), (long) (i * 250.0), 120_000);
                    tick();
                }
                case BREAKER_OPENED, BREAKER_STAYS_OPEN -> {
                    breaker = breaker(i % 8 == 0 ? State.HALF_OPEN : State.OPEN);
                    tick();
                }
            }
        }
    }

    @Test
    void whatSendWaitsForIsNoPartOfTheDeliveryBudget() {
        only(AlertCondition.BUDGET_USED);
        waiting = new Waiting(110_000, -1, 120_000);
        seconds(30);
        waiting = new Waiting(110_000, 20_000, 120_000);
        seconds(30);
        assertEquals(List.of(), standing());
    }

    private void mend() {
        p99 = 8;
        freePercent = 100;
        waiting = Waiting.NONE;
        ackedEach = 25;
        breaker = breaker(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void everyRuleIsRaisedWithEvidenceAndClearedOnce(AlertCondition condition) {
        only(condition);
        seconds(30);
        breakIt(condition, condition == AlertCondition.BREAKER_STAYS_OPEN ? 75 : 15);
        assertEquals(List.of(condition.title()), standing());
        Alert alert = alerts.alerts().getFirst();
        assertTrue(alert.evidence().matches(".*\\d.*"), alert.evidence());
        assertFalse(alert.cause().isBlank() || alert.next().isBlank());
        mend();
        seconds(90);
        assertEquals(List.of(), standing());
        assertEquals(2, events.size(), events.toString());
        AlertEvent.Raised raised = (AlertEvent.Raised) events.getFirst();
        AlertEvent.Cleared cleared = (AlertEvent.Cleared) events.getLast();
        assertEquals(new AlertEvent.Raised(1, condition.title(), alert.cause(), raised.evidence(), alert.next(),
                alert.raisedMs()), raised);
        assertTrue(raised.evidence().matches(".*\\d.*"), raised.evidence());
        assertEquals(1, cleared.id());
        assertEquals(cleared.atMs() - raised.atMs(), cleared.lastedMs());
        assertEquals(1, alerts.raised());
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"BREAKER_OPENED", "BREAKER_STAYS_OPEN"})
    void theAlertsOfAFinishedRunAreCleared(AlertCondition condition) {
        only(condition);
        seconds(30);
        breakIt(condition, 15);
        assertEquals(1, standing().size());
        run = 2;
        acked = 0;
        failed = 0;
        retries = 0;
        edges.clear();
        mend();
        tick();
        assertEquals(List.of(), standing());
        seconds(60);
        assertEquals(2, events.size(), "and what it knew is forgotten");
    }

    @Test
    void theBreakersAlertsOutliveARun() {
        only(AlertCondition.BREAKER_OPENED);
        breakIt(AlertCondition.BREAKER_OPENED, 1);
        run = 2;
        breakIt(AlertCondition.BREAKER_OPENED, 1);
        assertEquals(1, standing().size());
        assertEquals(1, events.size());
    }

    @Test
    void aRuleThatIsSwitchedOffClearsItsAlertAndRaisesNone() {
        breakIt(AlertCondition.BUFFER_LOW, 5);
        AlertRule rule = AlertCondition.BUFFER_LOW.preset();
        alerts.set(new AlertRule(rule.condition(), false, rule.threshold(), rule.holdMs(), rule.clearMs()));
        tick();
        assertEquals(List.of(), standing());
        seconds(60);
        assertEquals(2, events.size());
    }

    @Test
    void anotherThresholdActsFromTheNextSampleOn() {
        freePercent = 30;
        seconds(10);
        assertEquals(List.of(), standing());
        alerts.set(new AlertRule(AlertCondition.BUFFER_LOW, true, 40, 0, 1_000));
        tick();
        assertEquals(List.of("Buffer nearly full"), standing());
        assertEquals("9,830 KiB of 32,768 KiB of buffer.memory are free (30 %)",
                alerts.alerts().getFirst().evidence());
    }

    @Test
    void rulesThatCannotBeUsedAreRefusedInWords() {
        assertThrows(IllegalArgumentException.class,
                () -> alerts.set(new AlertRule(AlertCondition.BUFFER_LOW, true, 140, 0, 1_000)));
        assertThrows(IllegalArgumentException.class,
                () -> alerts.set(new AlertRule(AlertCondition.ERRORS, true, Double.NaN, 0, 1_000)));
        assertThrows(IllegalArgumentException.class,
                () -> alerts.set(new AlertRule(AlertCondition.ERRORS, true, 0, 0, 0)));
        assertEquals(AlertRule.presets(), alerts.rules());
    }

    @Test
    void latencyIsNotJudgedBeforeTheRunHasABaseline() {
        only(AlertCondition.SLOW);
        p99 = 500;
        seconds(5);
        p99 = 5000;
        seconds(4);
        assertEquals(List.of(), standing(), "too few samples to know what is usual");
        p99 = 500;
        seconds(30);
        assertEquals(List.of(), standing(), "half a second is usual here");
        p99 = 1_500;
        seconds(15);
        assertEquals("the 99th percentile is 1,500 ms, 3.0 times this run's baseline of 500 ms",
                alerts.alerts().getFirst().evidence());
    }

    @Test
    void theFirstRecordsOfARunAreNoBaselineNorAreAFewMilliseconds() {
        only(AlertCondition.SLOW);
        p99 = 3_000;
        seconds(2);
        p99 = 2;
        seconds(20);
        p99 = 18;
        seconds(10);
        assertEquals(List.of(), standing(), "18 ms are not twice the least baseline of 10 ms");
        p99 = 90;
        seconds(30);
        assertEquals(List.of(), standing(), "less than 100 ms is not slow");
        p99 = 120;
        seconds(15);
        assertEquals(1, standing().size());
        ackedEach = 0;
        seconds(3);
        assertEquals(List.of(), standing(), "nothing is slow once nothing is sent");
    }

    @Test
    void aBrokerThatIsStuckIsToldAlthoughOthersGoOn() {
        for (int i = 0; i < 40; i++) {
            waiting = new Waiting(i * 250L, i * 250L, 120_000);
            tick();
        }
        assertEquals(List.of("Record waits long"), standing());
    }

    @Test
    void whenAllIsSilentOnlyTheSilenceIsTold() {
        seconds(10);
        ackedEach = 0;
        for (int i = 0; i < 60; i++) {
            waiting = new Waiting(i * 250L, i * 250L, 120_000);
            tick();
        }
        assertEquals(List.of("Nothing acknowledged"), standing());
    }

    @Test
    void silenceWithNothingOpenIsRest() {
        seconds(10);
        ackedEach = 0;
        seconds(60);
        assertEquals(List.of(), events);
    }

    @Test
    void steadyRetriesAreNotRising() {
        only(AlertCondition.RETRIES_RISING);
        seconds(20);
        breakIt(AlertCondition.RETRIES_RISING, 10);
        assertEquals(1, standing().size());
        breakIt(AlertCondition.RETRIES_RISING, 60);
        assertEquals(List.of(), standing(), "as many as before");
    }

    @Test
    void fewerThanTwentyReportsHaveNoShare() {
        only(AlertCondition.ERROR_SHARE);
        ackedEach = 0;
        for (int i = 0; i < 19; i++) {
            failing(FlowEdge.NEVER_SENT, 1);
        }
        assertEquals(List.of(), standing());
        failing(FlowEdge.NEVER_SENT, 1);
        seconds(3);
        assertEquals(1, standing().size());
    }

    private Alert newest() {
        return alerts.alerts().getFirst();
    }

    @Test
    void anAlertTellsTheLatestWhileItGoesOnAndTheWorstInThePastWhenItIsOver() {
        only(AlertCondition.BUDGET_USED);
        for (long ms : List.of(70_000L, 90_000L, 110_000L, 110_000L, 100_000L, 80_000L, 80_000L, 80_000L, 80_000L)) {
            waiting = new Waiting(ms, ms, 120_000);
            tick();
        }
        assertEquals("the oldest open record has used 80.0 s of delivery.timeout.ms 120.0 s (67 %)",
                newest().evidence());
        assertTrue(newest().holds());
        waiting = Waiting.NONE;
        tick();
        assertFalse(newest().holds());
        assertTrue(newest().clearedMs().isEmpty(), "it stands until it has stayed over");
        assertEquals("the oldest open record used 110.0 s of delivery.timeout.ms 120.0 s (92 %)",
                newest().evidence());
        assertEquals("A record was queued, retried or unanswered for most of the time that it was allowed.",
                newest().cause());
        seconds(10);
        assertTrue(newest().clearedMs().isPresent());
        assertEquals("the oldest open record used 110.0 s of delivery.timeout.ms 120.0 s (92 %)",
                newest().evidence());
    }

    @Test
    void oneThatIsOverForAMomentSpeaksInThePresentAgainWhenItGoesOn() {
        only(AlertCondition.BUFFER_LOW);
        breakIt(AlertCondition.BUFFER_LOW, 3);
        freePercent = 100;
        tick();
        assertTrue(newest().evidence().contains("were free (3 %)"), newest().evidence());
        freePercent = 5;
        tick();
        assertTrue(newest().holds());
        assertTrue(newest().evidence().contains("are free (5 %)"), newest().evidence());
        assertEquals(1, alerts.raised());
    }

    @Test
    void toHealIsAdvisedOnlyWhileSomethingIsBroken() {
        only(AlertCondition.SILENCE);
        faultActs = true;
        breakIt(AlertCondition.SILENCE, 10);
        assertTrue(newest().next().contains("heal the faults that act"), newest().next());
        faultActs = false;
        waiting = new Waiting(10_000, 10_000, 120_000);
        tick();
        assertFalse(newest().next().contains("heal"), newest().next());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOverAsksForNothingThatIsNeededNoMore(AlertCondition condition) {
        AlertWords words = AlertWords.past(condition, Optional.of(FlowEdge.EXHAUSTED), false);
        assertFalse(words.next().matches(".*\\b(heal|[Mm]end|before then|before that)\\b.*"), words.next());
    }

    @Test
    void whatACleanUpDoesToARunRaisesNothingAndEndsWhatStood() {
        seconds(10);
        breakIt(AlertCondition.BUFFER_LOW, 3);
        assertEquals(List.of("Buffer nearly full"), standing());
        alerts.leave(1);
        events.clear();
        for (int i = 0; i < 20; i++) {
            failing(FlowEdge.NEVER_SENT, 5);
        }
        assertEquals(List.of(), standing());
        assertEquals(1, events.size(), "that the buffer's alert is cleared: " + events);
        run = 2;
        acked = 0;
        failed = 0;
        edges.clear();
        seconds(1);
        failing(FlowEdge.NEVER_SENT, 5);
        assertEquals(List.of("Errors"), standing().stream().filter("Errors"::equals).toList(),
                "of the next run it is told");
    }

    static Stream<Arguments> words() {
        return Stream.of(
                arguments(AlertCondition.ERRORS, Optional.of(FlowEdge.EXHAUSTED), false, "delivery.timeout.ms ran out",
                        "Attempts table"),
                arguments(AlertCondition.ERRORS, Optional.of(FlowEdge.NEVER_SENT), false, "never left the client",
                        "Records table"),
                arguments(AlertCondition.ERROR_SHARE, Optional.of(FlowEdge.NOT_RETRIABLE), false,
                        "forbids another try", "Waiting does not help"),
                arguments(AlertCondition.ERROR_SHARE, Optional.empty(), false, "without a report", "Records table"),
                arguments(AlertCondition.RETRIES_RISING, Optional.empty(), false, "leader moves", "down or paused"),
                arguments(AlertCondition.SLOW, Optional.empty(), false, "replica", "in sync"),
                arguments(AlertCondition.BUFFER_LOW, Optional.empty(), true, "already waits for memory",
                        "Lower the rate"),
                arguments(AlertCondition.BUFFER_LOW, Optional.empty(), false, "none are taken", "Lower the rate"),
                arguments(AlertCondition.BUDGET_USED, Optional.empty(), false, "reported failed when that is over",
                        "delivery.timeout.ms"),
                arguments(AlertCondition.SILENCE, Optional.empty(), false, "No broker answers", "cluster first"),
                arguments(AlertCondition.BREAKER_OPENED, Optional.empty(), false, "go to the outbox", "why it opened"),
                arguments(AlertCondition.BREAKER_STAYS_OPEN, Optional.empty(), false, "still there",
                        "replay the outbox"));
    }

    @ParameterizedTest
    @MethodSource
    void words(AlertCondition condition, Optional<FlowEdge> most, boolean queued, String cause, String next) {
        AlertWords words = AlertWords.of(condition, most, queued, false);
        assertTrue(words.cause().contains(cause), words.cause());
        assertTrue(words.next().contains(next), words.next());
    }

    @Test
    void theCauseNamesTheEdgeByWhichMostFailed() {
        only(AlertCondition.ERRORS);
        seconds(5);
        failing(FlowEdge.NOT_RETRIABLE, 5);
        assertTrue(alerts.alerts().getFirst().cause().contains("forbids another try"));
    }

    @Test
    void noRandomSeriesMakesAnAlertComeAndGoFasterThanItsTimes() {
        int changes = 0;
        List<AlertRule> presets = AlertRule.presets();
        for (long seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            AlertCondition condition = presets.get(random.nextInt(presets.size())).condition();
            AlertRule rule = new AlertRule(condition, true, random.nextInt(100), random.nextInt(4_000),
                    1_000 + random.nextInt(4_000));
            AlertWatch watch = new AlertWatch(rule);
            double value = random.nextInt(100);
            long raisedMs = Long.MIN_VALUE / 2;
            long clearedMs = Long.MIN_VALUE / 2;
            for (long ms = 0; ms < 200_000; ms += 250) {
                value = random.nextInt(40) == 0 ? random.nextInt(200) - 50 : value + random.nextGaussian() * 5;
                double measured = random.nextInt(30) == 0 ? Double.NaN : value;
                switch (watch.take(measured, ms)) {
                    case RAISED -> {
                        assertTrue(ms - clearedMs >= rule.holdMs(), "seed " + seed + " at " + ms);
                        assertTrue(ms - raisedMs >= rule.holdMs() + rule.clearMs(), "seed " + seed + " at " + ms);
                        assertTrue(condition.hot(measured, rule.threshold()));
                        raisedMs = ms;
                        changes++;
                    }
                    case CLEARED -> {
                        assertTrue(ms - raisedMs >= rule.clearMs(), "seed " + seed + " at " + ms);
                        assertTrue(condition.calm(measured, rule.threshold()));
                        clearedMs = ms;
                        changes++;
                    }
                    case NOTHING -> {
                    }
                }
            }
        }
        assertTrue(changes > 1_000, "the series must raise and clear, " + changes);
    }

    @Test
    void aValueOnTheMarkKeepsAnAlertUntilItIsWellBack() {
        for (AlertCondition condition : AlertCondition.values()) {
            assertFalse(condition.hot(Double.NaN, 50));
            assertTrue(condition.calm(Double.NaN, 50));
            assertFalse(condition.calm(50, 50), condition + ": on the mark is not back yet");
            assertFalse(condition.hot(50, 50), condition + ": nor over it");
            assertTrue(condition.calm(condition == AlertCondition.BUFFER_LOW ? 60 : 40, 50));
        }
    }
}
