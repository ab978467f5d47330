package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Tries;
import ackscope.core.send.Outcome;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.records.RecordStory.Story;
import ackscope.ui.records.Timeline.Block;
import ackscope.ui.records.Timeline.Kind;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One picture for each way in which a record can go. */
class TimelineTest {
    private static Timeline at(Story story, long afterMs) {
        return TimelineBuilder.of(story, Stories.BEGIN + afterMs);
    }

    private static List<Kind> kinds(Timeline t) {
        return t.blocks().stream().map(Block::kind).toList();
    }

    private static List<OutcomeMark.Kind> marks(Timeline t) {
        return t.tries().stream().map(Timeline.Try::mark).toList();
    }

    @Test
    void retriedThenAcked() {
        Timeline t = at(Stories.retriedThenAcked(), 60_000);
        assertEquals(List.of(Kind.QUEUED, Kind.WAITING, Kind.BACKOFF, Kind.WAITING), kinds(t));
        assertEquals(List.of(OutcomeMark.Kind.FAILED, OutcomeMark.Kind.ACKED), marks(t));
        assertEquals("107 ms", t.blocks().get(2).brief());
        assertEquals(212, t.report().orElseThrow().atMs());
        assertEquals(1, t.inLog().size(), "the first try's answer was seen, and the second one's was heard");
        assertTrue(t.inLog().getFirst().atMs() > 5 && t.inLog().getFirst().atMs() < 95);
        assertTrue(t.cut());
        assertEquals(212 * 1.3, t.endMs(), 0.001);
        assertEquals(212, t.usedMs());
        assertEquals("2 tries, failed: no answer; acked. 212 ms of the delivery budget of 8 s used.", t.sentence());
    }

    @Test
    void whatIsHeardAtOnceOrRefusedHasNoMomentOfItsOwn() {
        for (Story story : List.of(Stories.ackedAtOnce(), Stories.stillRetrying(), Stories.split(),
                Stories.handedOver(), Stories.lostAnswerAndOpen())) {
            assertEquals(List.of(), at(story, 60_000).inLog());
        }
        assertEquals(1, at(Stories.answersLostUntilTheEnd(), 60_000).inLog().size(),
                "written once, however often told");
    }

    @Test
    void retriesUsedUp() {
        Timeline t = at(Stories.retriesUsedUp(), 60_000);
        assertEquals(4, t.tries().size());
        assertEquals(3, kinds(t).stream().filter(k -> k == Kind.BACKOFF).count());
        assertEquals("callback: NotEnoughReplicasException", t.report().orElseThrow().words());
        assertFalse(t.live());
    }

    @Test
    void whatSendThrewHadNoCallback() {
        Timeline t = at(Stories.story(0, false, Outcome.FAILED, "SerializationException", 0, 8_000, List.of()), 60_000);
        assertEquals("thrown by send(): SerializationException", t.report().orElseThrow().words());
    }

    @Test
    void deliveryTimeOutAfterTries() {
        Timeline t = at(Stories.deliveryTimeout(), 60_000);
        assertFalse(t.cut());
        assertEquals(Kind.BACKOFF, kinds(t).getLast());
        assertEquals(8_001, t.blocks().getLast().toMs());
        assertEquals(8_000, t.usedMs());
        assertEquals(0, t.leftMs());
        assertEquals("10 tries, failed: NOT_ENOUGH_REPLICAS; reported failed with TimeoutException."
                + " 8 s of the delivery budget of 8 s used.", t.sentence());
    }

    @Test
    void expiredInTheQueueWithoutATry() {
        Timeline t = at(Stories.expiredUnsent(), 60_000);
        assertEquals(List.of(Kind.QUEUED), kinds(t));
        assertEquals(8_000, t.blocks().getFirst().toMs());
        assertTrue(t.tries().isEmpty());
        assertTrue(t.sentence().startsWith("no try; reported failed"), t.sentence());
    }

    @Test
    void sendBlockedUntilMaxBlockAndTheBudgetNeverRan() {
        Timeline t = at(Stories.blockedForGood(), 60_000);
        assertEquals(List.of(Kind.BLOCKED), kinds(t));
        assertFalse(t.begun());
        assertEquals(0, t.usedMs());
        assertEquals(1, t.report().orElseThrow().atMs());
        assertEquals("send() blocked for 3 s. It never came into a batch: TimeoutException,"
                + " and the delivery budget never started.", t.sentence());
    }

    @Test
    void whatSendBlockedStandsBeforeTheBudgetAndLeavesRoom() {
        Timeline t = at(Stories.blockedThenAcked(), 60_000);
        assertEquals(List.of(Kind.BLOCKED, Kind.QUEUED, Kind.WAITING), kinds(t));
        assertEquals(0.35, t.x(0), 1e-9);
        assertEquals(0, t.x(-2_400), 1e-9);
        assertEquals(9, t.usedMs());
    }

    @Test
    void splitBatchCountsTriesAnewAndTheBudgetGoesOn() {
        Timeline t = at(Stories.split(), 60_000);
        assertEquals(List.of(1, 1, 2), t.tries().stream().map(y -> y.attempt().number()).toList());
        assertEquals(List.of(false, true, false), t.tries().stream().map(Timeline.Try::firstOfPart).toList());
        assertEquals(List.of(Kind.QUEUED, Kind.WAITING, Kind.QUEUED, Kind.WAITING, Kind.BACKOFF, Kind.WAITING),
                kinds(t));
        assertEquals(31, t.usedMs());
        assertTrue(t.sentence().contains("split into batch 6"), t.sentence());
    }

    @Test
    void acksNoneHasNoAnswerToWaitFor() {
        Timeline t = at(Stories.handedOver(), 60_000);
        assertEquals(List.of(Kind.QUEUED), kinds(t));
        assertEquals(List.of(OutcomeMark.Kind.SENT), marks(t));
        assertEquals("callback: handed over", t.report().orElseThrow().words());
    }

    @Test
    void aTryThatIsOpenWaitsUntilNowAndSpeaksOfItsTransaction() {
        Timeline t = at(Stories.lostAnswerAndOpen(), 2_130);
        assertEquals(Kind.WAITING, kinds(t).getLast());
        assertEquals("waiting 1 s", t.blocks().getLast().brief());
        assertEquals(2_130, t.blocks().getLast().toMs());
        assertTrue(t.tries().getLast().words().contains("in a transaction"));
        assertEquals(3_000, t.endMs());
    }

    @Test
    void theBudgetBurnsDownWhileItIsOpen() {
        Timeline t = at(Stories.stillRetrying(), 4_080);
        assertTrue(t.live());
        assertEquals(4_080, t.usedMs());
        assertEquals(3_920, t.leftMs());
        assertEquals("7 tries, failed: NOT_ENOUGH_REPLICAS; no report yet. 4.08 s of the delivery budget of 8 s used,"
                + " 3.92 s left.", t.sentence());
        assertEquals(0, at(Stories.stillRetrying(), 9_000).leftMs());
    }

    @Test
    void withoutAWireItSaysThatTriesAreNotSeen() {
        Timeline t = at(new Story(List.of(), false, Stories.BEGIN, 0, OptionalLong.of(Stories.BEGIN), Outcome.ACKED, "",
                false, OptionalInt.of(40), Tries.UNKNOWN, 120_000), 60_000);
        assertEquals(List.of(Kind.UNSEEN), kinds(t));
    }

    static Stream<Story> all() {
        return Stories.all().values().stream();
    }

    @ParameterizedTest
    @MethodSource("all")
    void blocksFollowEachOtherAndEverythingLiesOnTheAxis(Story story) {
        for (long now : new long[]{0, 3, 999, 4_080, 8_000, 130_000}) {
            Timeline t = at(story, now);
            Optional<Block> before = Optional.empty();
            for (Block block : t.blocks()) {
                assertTrue(block.toMs() > block.fromMs());
                assertTrue(before.isEmpty() || before.get().toMs() <= block.fromMs() + 0.06, block.toString());
                assertTrue(t.x(block.fromMs()) >= 0 && t.x(block.toMs()) <= 1);
                before = Optional.of(block);
            }
            assertTrue(t.endMs() > 0 && t.usedMs() <= t.budgetMs());
            assertFalse(t.sentence().isEmpty());
        }
    }
}
