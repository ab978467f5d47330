package ackscope.ui.charts;

import static ackscope.ui.base.Feeds.batch;
import static ackscope.ui.base.Feeds.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.fault.ActiveFault;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import ackscope.ui.base.SampleStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the charts keep and how rates come about; no toolkit. */
class ChartsViewModelTest {
    private OptionalLong play = OptionalLong.empty();
    private final ChartsViewModel model = new ChartsViewModel(Background.sameThread(), () -> play);

    @Test
    void rateIsTheDifferenceOverTheTimeThatReallyPassed() {
        feed(sample(1, 1_000, 100, 90), sample(1, 1_400, 140, 130));
        assertEquals(100, rate(Column.ATTEMPTS, 0), 1e-9);
        assertEquals(100, rate(Column.ACKED, 0), 1e-9);
    }

    @Test
    void aNewRunCountsFromNothingAndNeverBelow() {
        feed(sample(1, 1_000, 5_000, 4_000), sample(2, 1_500, 50, 40), sample(2, 2_000, 100, 90));
        assertEquals(100, rate(Column.ATTEMPTS, 0), 1e-9);
        assertEquals(80, rate(Column.ACKED, 0), 1e-9);
        assertEquals(100, rate(Column.ATTEMPTS, 1), 1e-9);
    }

    @Test
    void noRateIsEverNegativeAndNothingIsLostWhateverTheSamplesDo() {
        Random random = new Random(7);
        long at = 1_000;
        long sent = 0;
        long sentInAll = 0;
        int run = 1;
        double charted = 0;
        feed(sample(run, at, 0, 0));
        long chartedUntil = at;
        for (int i = 0; i < 2_000; i++) {
            at += SampleStep.SHORTEST_MS + random.nextInt(500);
            if (random.nextInt(50) == 0) {
                run++;
                sent = 0;
            }
            long more = random.nextInt(100);
            sent += more;
            sentInAll += more;
            feed(sample(run, at, sent, sent));
            RateHistory history = model.picture().history();
            double rate = history.value(Column.ATTEMPTS, history.size() - 1);
            assertTrue(rate >= 0);
            charted += rate * (at - chartedUntil) / 1000;
            chartedUntil = at;
        }
        assertEquals((double) sentInAll, charted, 1e-3);
    }

    @Test
    void readingsThatComeTogetherMakeNoSpike() {
        feed(sample(1, 1_000, 0, 0), sample(1, 1_250, 25, 25), sample(1, 1_251, 26, 26), sample(1, 1_500, 50, 50));
        assertEquals(2, model.picture().history().size());
        assertEquals(100, rate(Column.ATTEMPTS, 1), 1e-9);
    }

    @Test
    void memoryIsFixedAndTheNewestStay() {
        for (int i = 0; i <= 2 * RateHistory.CAPACITY; i++) {
            feed(sample(1, i * 250L, i, i));
        }
        RateHistory history = model.picture().history();
        assertEquals(RateHistory.CAPACITY, history.size());
        assertEquals(2L * RateHistory.CAPACITY * 250, history.at(history.size() - 1));
        assertTrue(history.at(history.size() - 1) - history.at(0) >= ChartsViewModel.Span.TEN_MINUTES.ms());
    }

    @Test
    void aPauseHoldsThePictureWhileDataKeepComing() {
        feed(sample(1, 1_000, 0, 0), sample(1, 1_250, 10, 10));
        model.pausedProperty().set(true);
        long revision = model.revisionProperty().get();
        long end = model.picture().endMs();
        feed(sample(1, 1_500, 20, 20), sample(1, 1_750, 30, 30));
        assertEquals(revision, model.revisionProperty().get());
        assertEquals(end, model.picture().endMs());
        assertEquals(1, model.picture().history().size());
        model.pausedProperty().set(false);
        assertEquals(3, model.picture().history().size());
        assertNotEquals(revision, model.revisionProperty().get());
    }

    @Test
    void leversNodesAndLeadersAreMarkedAndAnOutageIsABand() {
        model.receive(batch(10_000, List.of(new ClusterEvent.NodeUp(1, "broker", 9_000),
                new ClusterEvent.LeverPulled(2, "kill -9 broker 2", 9_500),
                new ClusterEvent.NodeDown(2, "broker", "killed (-9)", 9_600),
                new ClusterEvent.LeaderChanged("orders", 0, 2, 3, 9_700),
                new ClusterEvent.LeaderChanged("orders", 1, 2, 3, 9_710),
                new ClusterEvent.LeaderChanged("orders", 2, 2, 1, 9_720),
                new ClusterEvent.NodeUp(2, "broker", 9_900)), List.of()));
        assertEquals(List.of("kill -9 broker 2", "leader 2 → 3 × 2", "leader 2 → 1",
                "broker 2 up"), model.picture().marks().stream().map(Mark::text).toList());
        assertEquals(List.of(new Band(2, 9_600, 9_900, "")), model.picture().bands());
    }

    @Test
    void aFaultIsABandFromItsBeginningToItsEndWithItsTitleOnce() {
        tick(10_000, List.of(1L), injected(1, 3, "delay the answer 500 ms", 9_000));
        tick(20_000, List.of(1L, 2L), injected(2, -1, "swallow the request", 15_000));
        assertEquals(List.of(new Band(1, 9_000, Long.MAX_VALUE, "delay the answer 500 ms"),
                new Band(2, 15_000, Long.MAX_VALUE, "swallow the request")), model.picture().bands());
        assertEquals(1, model.picture().broken().size(), "two at once are one band on the charts");
        tick(26_000, List.of(), ended(1, 25_000), ended(2, 22_000), new FaultEvent.AllHealed(4_200, 25_900));
        assertEquals(List.of(new Band(1, 9_000, 25_000, ""), new Band(2, 15_000, 22_000, "")), model.picture().bands()
                .stream().map(b -> new Band(b.id(), b.fromMs(), b.toMs(), "")).toList());
        assertEquals(List.of("delay the answer 500 ms", "swallow the request", "healed after 4.2 s"),
                model.picture().marks().stream().map(Mark::text).toList());
        assertEquals(List.of("delay the answer 500 ms"), model.picture().captions(12_000).stream()
                .filter(m -> m.atMs() == 12_000).map(Mark::text).toList(), "at the left edge once it began before it");
    }

    @Test
    void aFaultWhoseEndWasMissedIsOverWhenTwoTicksHaveNotSeenIt() {
        tick(10_000, List.of(1L), injected(1, -1, "hold the request", 9_000));
        tick(10_125, List.of());
        assertTrue(model.picture().bands().getFirst().lasts());
        tick(10_250, List.of());
        assertEquals(10_250, model.picture().bands().getFirst().toMs());
    }

    @Test
    void aFaultThatPullsALeverHasOneMark() {
        tick(10_000, List.of(1L), new ClusterEvent.LeverPulled(2, "kill -9 broker 2", 9_000),
                new ClusterEvent.NodeDown(2, "broker", "killed (-9)", 9_100),
                injected(1, 2, "kill a broker (broker 2)", 9_050));
        assertEquals(List.of("kill a broker (broker 2)"), model.picture().marks().stream().map(Mark::text).toList());
        assertEquals(1, model.picture().broken().size());
    }

    @Test
    void alertsAndTheBreakerAreMarked() {
        tick(10_000, List.of(), new AlertEvent.Raised(1, "error rate over 1 %", "", "", "", 9_000),
                new AlertEvent.Cleared(1, "error rate over 1 %", 500, 9_500),
                new BreakerEvent.Changed(BreakerEvent.State.CLOSED, BreakerEvent.State.OPEN, "", 9_800));
        assertEquals(List.of("alert: error rate over 1 %", "breaker open"),
                model.picture().marks().stream().map(Mark::text).toList());
    }

    @Test
    void marksOlderThanTheLongestWindowAreForgotten() {
        model.receive(batch(1_000, List.of(new ClusterEvent.LeverPulled(2, "kill", 1_000)), List.of()));
        model.receive(batch(700_000, List.of(), List.of()));
        assertEquals(List.of(), model.picture().marks());
    }

    @Test
    void whileSomethingIsPlayedOnlyWhatBeganSinceIsMarkedAndAfterwardsAllIsThereAgain() {
        tick(10_000, List.of(1L), injected(1, -1, "delay", 8_000),
                new ClusterEvent.NodeDown(2, "broker", "killed", 9_000),
                new ClusterEvent.NodeUp(2, "broker", 9_900));
        play = OptionalLong.of(10_100);
        tick(10_200, List.of(1L), injected(2, -1, "hold", 10_150));
        assertEquals(List.of("play began", "hold"), model.picture().marks().stream().map(Mark::text).toList());
        assertEquals(List.of(2L), model.picture().bands().stream().map(Band::id).toList());
        assertEquals(List.of(), model.picture().captions(10_000).stream().filter(m -> m.atMs() == 10_000).toList(),
                "nor is a fault of before named at the left edge");
        play = OptionalLong.empty();
        tick(10_400, List.of(1L, 2L));
        assertEquals(List.of("delay", "broker 2 down", "broker 2 up", "play began", "hold"),
                model.picture().marks().stream().map(Mark::text).toList());
        assertEquals(3, model.picture().bands().size());
    }

    @Test
    void theNextPlayBeginsAnew() {
        play = OptionalLong.of(10_000);
        tick(10_100, List.of(), new ClusterEvent.NodeDown(2, "broker", "killed", 10_050));
        play = OptionalLong.of(20_000);
        tick(20_100, List.of());
        assertEquals(List.of(20_000L), model.picture().marks().stream().map(Mark::atMs).toList());
        assertEquals(List.of(), model.picture().bands());
    }

    @Test
    void whatIsSavedHoldsWhatWasBeforeThePlay(@TempDir Path folder) throws IOException {
        feed(sample(3, 1_000, 0, 0), sample(3, 2_000, 10, 10));
        tick(2_400, List.of(), new ClusterEvent.LeverPulled(2, "kill", 2_300));
        play = OptionalLong.of(2_500);
        feed(sample(3, 3_000, 30, 10));
        Path file = folder.resolve("a.csv");
        model.saveCsv(file);
        assertTrue(Files.readAllLines(file).getLast().endsWith("\"kill; play began\""));
    }

    @Test
    void csvHoldsEveryReadingAndTheEventsBesideIt(@TempDir Path folder) throws IOException {
        feed(sample(3, 1_000, 0, 0), sample(3, 2_000, 10, 10));
        model.receive(batch(2_400, List.of(new ClusterEvent.LeverPulled(2, "kill -9 \"broker 2\"", 2_300)), List.of()));
        feed(sample(3, 3_000, 30, 10));
        Path file = folder.resolve("a.csv");
        model.saveCsv(file);
        List<String> lines = Files.readAllLines(file);
        assertEquals(3, lines.size());
        assertTrue(lines.get(0).startsWith("time,run,attempts_per_s,acked_per_s,errors_per_s"), lines.get(0));
        assertTrue(lines.get(2).startsWith("1970-01-01T00:00:03Z,3,20.000,0.000,"), lines.get(2));
        assertTrue(lines.get(2).endsWith("\"kill -9 \"\"broker 2\"\"\""), lines.get(2));
        assertEquals("Saved a.csv: 2 rows.", model.messageProperty().get());
    }

    @Test
    void anExportThatFailsSaysWhyAndWhatToDo(@TempDir Path folder) {
        model.saveCsv(folder.resolve("gone").resolve("a.csv"));
        assertEquals("a.csv was not saved: the folder is not there. Choose another one.",
                model.messageProperty().get());
    }

    private static FaultEvent injected(long id, int node, String title, long atMs) {
        return new FaultEvent.Injected(id, title, "", FaultEvent.Place.ANSWER, node, atMs, FaultEvent.Recipe.NONE);
    }

    private static FaultEvent ended(long id, long atMs) {
        return new FaultEvent.Ended(id, "", FaultEvent.Place.ANSWER, -1, "undone", atMs);
    }

    private void tick(long nowMs, List<Long> active, LabEvent... events) {
        List<ActiveFault> faults = active.stream().map(id -> new ActiveFault(id, "", "", FaultEvent.Place.ANSWER, -1, 0,
                OptionalLong.empty(), 0, "")).toList();
        model.receive(new FeedBatch(List.of(events), 0, List.of(), ClusterView.starting("", nowMs), nowMs,
                new Insight(Insight.NONE.attempts(), Insight.NONE.wire(), faults, Insight.NONE.breaker(), List.of())));
    }

    private void feed(Sample... samples) {
        for (Sample sample : samples) {
            model.receive(batch(sample.atMs(), List.of(), List.of(sample)));
        }
    }

    private double rate(Column column, int i) {
        return model.picture().history().value(column, i);
    }
}
