package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.fault.WirePath.Direction;
import ackscope.core.fault.WirePath.Scope;
import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import ackscope.core.wire.Interference.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StrikesTest {
    private final Strikes strikes = new Strikes();
    private final AtomicInteger usedUp = new AtomicInteger();
    private long ids;

    private Strike add(WireFault fault) {
        Strike strike = new Strike(++ids, fault, usedUp::incrementAndGet);
        strikes.add(strike);
        return strike;
    }

    private static Action reset() {
        return new Action.Reset();
    }

    @Test
    void withoutFaultsItIsIdleAndEverythingPasses() {
        assertTrue(strikes.idle());
        assertSame(Decision.PASS, strikes.decide(Frames.produce(1)));
    }

    @Test
    void aPathIsMetByItsOwnFramesAlone() {
        add(Frames.fault("f", Trigger.NOW, reset(), WirePath.client(2, Direction.ANSWER, Scope.PRODUCE_ONLY)));
        assertSame(Decision.PASS, strikes.decide(Frames.answer(1)));
        assertSame(Decision.PASS, strikes.decide(Frames.produce(2)));
        assertSame(Decision.PASS, strikes.decide(Frames.fetch(2, 1, false)));
        assertEquals(reset(), strikes.decide(Frames.answer(2)).action());
    }

    @Test
    void theScopeDecidesAboutMetadata() {
        add(Frames.fault("f", Trigger.NOW, reset(), WirePath.client(1, Direction.BOTH, Scope.PRODUCE_ONLY)));
        assertSame(Decision.PASS, strikes.decide(Frames.metadata(1)));
        add(Frames.fault("g", Trigger.NOW, reset(), WirePath.client(1, Direction.BOTH, Scope.WHOLE_CONNECTION)));
        assertEquals(2, strikes.decide(Frames.metadata(1)).fault());
    }

    @Test
    void replicationIsMetByPairAndDirection() {
        add(Frames.fault("f", Trigger.NOW, reset(), WirePath.replication(1, 3, Direction.ANSWER)));
        assertSame(Decision.PASS, strikes.decide(Frames.fetch(1, 3, true)));
        assertSame(Decision.PASS, strikes.decide(Frames.fetch(1, 2, false)));
        assertSame(Decision.PASS, strikes.decide(Frames.fetch(3, 1, false)));
        assertEquals(1, strikes.decide(Frames.fetch(1, 3, false)).fault());
    }

    @Test
    void theControllersLinkIsMetByItsBroker() {
        add(Frames.fault("f", Trigger.NOW, reset(), WirePath.controller(2)));
        assertSame(Decision.PASS, strikes.decide(Frames.controller(1, true)));
        assertEquals(1, strikes.decide(Frames.controller(2, true)).fault());
        assertEquals(1, strikes.decide(Frames.controller(2, false)).fault());
    }

    @Test
    void oneClientAloneIsMet() {
        Strike strike = add(Frames.requests("f", Trigger.next(1).of("app"), reset()));
        assertSame(Decision.PASS, strikes.decide(Frames.produce(1, "other", -1)));
        assertEquals(1, strikes.decide(Frames.produce(1, "app", -1)).fault());
        assertEquals(1, strike.hits());
    }

    @Test
    void anErrorIsNotGivenWhereNoAnswerIsAwaitedAndDoesNotCountThere() {
        add(Frames.fault("f", Trigger.next(1), new Action.Answer("NOT_LEADER_OR_FOLLOWER"),
                WirePath.client(Fault.NO_NODE, Direction.BOTH, Scope.WHOLE_CONNECTION)));
        assertSame(Decision.PASS, strikes.decide(Frames.produce(1, "app", 0)));
        assertSame(Decision.PASS, strikes.decide(Frames.metadata(1)));
        assertEquals(1, strikes.decide(Frames.produce(1, "app", 1)).fault());
        assertEquals(1, usedUp.get());
    }

    @Test
    void theOldestThatStrikesHasTheFrameAlone() {
        Strike first = add(Frames.requests("first", Trigger.everyKth(2), reset()));
        Strike second = add(Frames.requests("second", Trigger.NOW, new Action.Swallow()));
        assertEquals(2, strikes.decide(Frames.produce(1)).fault());
        assertEquals(1, strikes.decide(Frames.produce(1)).fault());
        assertEquals(List.of(1L, 1L), List.of(first.hits(), second.hits()));
    }

    @Test
    void whatOnlySlowsGivesWayToWhatChangesTheFrameAndDoesNotCountIt() {
        Strike slow = add(Frames.requests("slow", Trigger.next(1), new Action.Delay(100)));
        add(Frames.requests("reset", Trigger.next(1), reset()));
        assertEquals(2, strikes.decide(Frames.produce(1)).fault());
        assertEquals(0, slow.hits());
        assertEquals(1, strikes.decide(Frames.produce(1)).fault());
    }

    @Test
    void delaysAddUpAndTheSlowestThrottleCounts() {
        add(Frames.requests("a", Trigger.NOW, new Action.Delay(100)));
        add(Frames.requests("b", Trigger.NOW, new Action.Throttle(10)));
        add(Frames.requests("c", Trigger.NOW, new Action.Delay(50)));
        Decision both = strikes.decide(Frames.produce(1));
        assertEquals(new Decision(new Action.Delay(150), 1, "a and c"), both);
        strikes.remove(1, false);
        strikes.remove(3, false);
        add(Frames.requests("d", Trigger.NOW, new Action.Throttle(5)));
        assertEquals(new Action.Throttle(5), strikes.decide(Frames.produce(1)).action());
    }

    @Test
    void aFaultAloneGivesTheSameDecisionObjectEachTime() {
        add(Frames.requests("a", Trigger.NOW, new Action.Delay(100)));
        assertSame(strikes.decide(Frames.produce(1)), strikes.decide(Frames.produce(2)));
    }

    @Test
    void whatLingersIsActiveButStrikesNoMore() {
        add(Frames.requests("a", Trigger.NOW, new Action.Swallow()));
        strikes.remove(1, true);
        assertTrue(strikes.active(1));
        assertTrue(strikes.idle());
        strikes.remove(1, false);
        assertFalse(strikes.active(1));
    }

    @Test
    void theSameFramesMeetTheSameFate() {
        Random random = new Random(11);
        for (int i = 0; i < 100; i++) {
            List<WireFault> faults = new ArrayList<>();
            for (int f = 0; f < 4; f++) {
                faults.add(Frames.requests("f" + f,
                        List.of(Trigger.chance(0.3, random.nextLong()), Trigger.everyKth(1 + random.nextInt(4)),
                                Trigger.next(random.nextInt(30)), Trigger.NOW.of("app")).get(random.nextInt(4)),
                        List.of(reset(), new Action.Delay(5), new Action.Swallow(), new Action.Throttle(9))
                                .get(random.nextInt(4))));
            }
            List<Frame> frames = new ArrayList<>();
            for (int f = 0; f < 200; f++) {
                frames.add(Frames.produce(1 + random.nextInt(3), random.nextBoolean() ? "app" : "other", 1));
            }
            assertEquals(fates(faults, frames), fates(faults, frames));
        }
    }

    private static List<Decision> fates(List<WireFault> faults, List<Frame> frames) {
        Strikes fresh = new Strikes();
        for (int i = 0; i < faults.size(); i++) {
            fresh.add(new Strike(i + 1, faults.get(i), () -> {
            }));
        }
        return frames.stream().map(fresh::decide).toList();
    }

    @Test
    void exactlyNAreStruckHoweverManyThreadsAsk() throws Exception {
        Strike strike = add(Frames.requests("a", Trigger.next(500), reset()));
        List<Future<Integer>> results = new ArrayList<>();
        try (ExecutorService pumps = Executors.newFixedThreadPool(4)) {
            for (int t = 0; t < 4; t++) {
                results.add(pumps.submit(() -> {
                    int struck = 0;
                    for (int i = 0; i < 1_000; i++) {
                        struck += strikes.decide(Frames.produce(1)).fault() == 1 ? 1 : 0;
                    }
                    return struck;
                }));
            }
        }
        int struck = 0;
        for (Future<Integer> result : results) {
            struck += result.get();
        }
        assertEquals(500, struck);
        assertEquals(500, strike.hits());
        assertEquals(1, usedUp.get());
    }
}
