package ackscope.core.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakerGateTest {
    private static final long MS = 1_000_000;
    private static final int OPEN_MS = 2_000;

    private long nanos = 77;
    private final List<LabEvent> events = new ArrayList<>();
    private final BreakerGate gate = new BreakerGate(() -> nanos, () -> nanos / MS, events::add);

    private static BreakerSettings settings(Window window, int size, int least, int permits) {
        return new BreakerSettings(true, window, size, least, 50, 1_000, 80, OPEN_MS, permits,
                Set.of(FailureKind.EXPIRED), true, 0, 100, 1);
    }

    private void on() {
        gate.set(settings(Window.COUNT, 10, 4, 3));
    }

    private void succeed(int count, long tookMs) {
        for (int i = 0; i < count; i++) {
            gate.succeeded(gate.tryPass(), tookMs * MS);
        }
    }

    private void fail(int count) {
        for (int i = 0; i < count; i++) {
            gate.failed(gate.tryPass(), FailureKind.EXPIRED, 5 * MS);
        }
    }

    private void pass(long ms) {
        nanos += ms * MS;
    }

    private String why() {
        return ((BreakerEvent.Changed) events.getLast()).why();
    }

    @Test
    void offItLetsEverythingPassAndJudgesNothing() {
        fail(1000);
        assertEquals(BreakerGate.UNJUDGED, gate.tryPass());
        assertEquals(BreakerView.OFF, gate.view());
        assertEquals(List.of(), events);
    }

    @Test
    void itOpensAtTheShareOfFailuresOnceThereAreEnoughOutcomes() {
        on();
        fail(3);
        assertEquals(State.CLOSED, gate.state());
        assertTrue(Double.isNaN(gate.view().failureRate()), "three are too few to judge");
        succeed(1, 1);
        assertEquals(State.OPEN, gate.state());
        assertEquals(new BreakerEvent.Changed(State.CLOSED, State.OPEN,
                "75 % of the last 4 failed, it opens at 50 %", nanos / MS), events.getLast());
        assertEquals(BreakerGate.REFUSED, gate.tryPass());
        assertEquals(OPEN_MS, gate.view().nextTryMs());
    }

    @Test
    void slowOutcomesOpenItToo() {
        on();
        succeed(1, 1);
        succeed(4, 1_001);
        assertEquals(State.OPEN, gate.state());
        assertEquals("80 % of the last 5 took longer than 1 s, it opens at 80 %", why());
    }

    @Test
    void aTimeWindowForgetsWhatIsOlder() {
        gate.set(settings(Window.TIME, 5, 4, 3));
        fail(3);
        pass(6_000);
        fail(1);
        assertEquals(State.CLOSED, gate.state());
        fail(3);
        assertEquals(State.OPEN, gate.state());
        assertEquals("100 % of the 4 of the last 5 s failed, it opens at 50 %", why());
    }

    @Test
    void failuresThatDoNotCountAreAsIfTheyHadNotBeenSent() {
        on();
        for (int i = 0; i < 50; i++) {
            gate.failed(gate.tryPass(), FailureKind.TOO_LARGE, MS);
        }
        assertEquals(State.CLOSED, gate.state());
        assertEquals(0, gate.view().outcomes());
    }

    @Test
    void afterItsWaitItLetsItsPermitsThroughAndTurnsTheRestAway() {
        on();
        fail(4);
        pass(OPEN_MS);
        assertFalse(gate.passable());
        assertEquals(BreakerGate.REFUSED, gate.tryPass());
        pass(1);
        assertTrue(gate.passable());
        assertTrue(gate.tryPass() > 0);
        assertEquals("2 s are over: 3 records go through to see", why());
        assertTrue(gate.tryPass() > 0);
        assertTrue(gate.tryPass() > 0);
        assertFalse(gate.passable());
        assertEquals(BreakerGate.REFUSED, gate.tryPass());
        assertEquals(0, gate.view().permits());
    }

    @Test
    void triesThatGoWellCloseIt() {
        on();
        fail(4);
        pass(OPEN_MS + 1);
        succeed(2, 1);
        assertEquals(State.HALF_OPEN, gate.state());
        succeed(1, 1);
        assertEquals(State.CLOSED, gate.state());
        assertEquals("3 of 3 tries went well", why());
        fail(3);
        assertEquals(State.CLOSED, gate.state(), "the window is empty after closing");
    }

    @Test
    void triesThatFailOpenItAgainForAnotherWait() {
        on();
        fail(4);
        pass(OPEN_MS + 1);
        succeed(1, 1);
        fail(2);
        assertEquals(State.OPEN, gate.state());
        assertEquals("66.7 % of the 3 tries failed, it opens at 50 %", why());
        assertEquals(OPEN_MS, gate.view().nextTryMs());
    }

    @Test
    void asManyTriesAreJudgedAsOutcomesAreNeededAndTheRestSaysNothing() {
        gate.set(settings(Window.COUNT, 10, 2, 5));
        fail(2);
        pass(OPEN_MS + 1);
        long[] tries = {gate.tryPass(), gate.tryPass(), gate.tryPass()};
        assertEquals(2, gate.view().least());
        gate.succeeded(tries[0], MS);
        gate.succeeded(tries[1], MS);
        assertEquals(State.CLOSED, gate.state());
        gate.failed(tries[2], FailureKind.EXPIRED, MS);
        assertEquals(0, gate.view().outcomes(), "the third is of a state that is over");
    }

    @Test
    void aTryThatSaysNothingIsMadeByAnotherRecord() {
        on();
        fail(4);
        pass(OPEN_MS + 1);
        for (int i = 0; i < 20; i++) {
            gate.failed(gate.tryPass(), FailureKind.SERIALIZATION, MS);
        }
        assertEquals(3, gate.view().permits());
        succeed(3, 1);
        assertEquals(State.CLOSED, gate.state());
    }

    @Test
    void newsOfRecordsThatPassedBeforeItOpenedDisturbsNothing() {
        on();
        List<Long> before = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            before.add(gate.tryPass());
        }
        fail(4);
        pass(OPEN_MS + 1);
        long probe = gate.tryPass();
        before.subList(0, 50).forEach(t -> gate.succeeded(t, MS));
        before.subList(50, 100).forEach(t -> gate.failed(t, FailureKind.EXPIRED, MS));
        assertEquals(State.HALF_OPEN, gate.state());
        assertEquals(2, gate.view().permits());
        gate.succeeded(probe, MS);
        succeed(2, 1);
        assertEquals(State.CLOSED, gate.state());
    }

    @Test
    void aProducerThatEndsGivesItsTriesBack() {
        on();
        fail(4);
        pass(OPEN_MS + 1);
        long lost = gate.tryPass();
        gate.tryPass();
        gate.succeeded(gate.tryPass(), MS);
        gate.producerEnded();
        assertEquals(2, gate.view().permits());
        gate.failed(lost, FailureKind.EXPIRED, MS);
        succeed(2, 1);
        assertEquals(State.CLOSED, gate.state());
        assertEquals("3 of 3 tries went well", why());
    }

    @Test
    void otherSettingsStartItAnewAndThoseOfTheOutboxAloneDoNot() {
        on();
        fail(4);
        BreakerSettings now = gate.settings();
        gate.set(new BreakerSettings(true, now.window(), now.size(), now.least(), now.failurePercent(), now.slowMs(),
                now.slowPercent(), now.openMs(), now.permits(), now.counted(), false, 7, 5, 5));
        assertEquals(State.OPEN, gate.state());
        gate.set(settings(Window.COUNT, 20, 4, 3));
        assertEquals(State.CLOSED, gate.state());
        assertEquals("new settings: it starts anew", why());
        fail(4);
        gate.set(gate.settings().with(false));
        assertEquals("it was switched off", why());
        assertEquals(BreakerGate.UNJUDGED, gate.tryPass());
    }

    @Test
    void settingsThatCannotBeUsedAreRefusedInWordsAndChangeNothing() {
        on();
        IllegalArgumentException e = assertThrows(IllegalArgumentException.class,
                () -> gate.set(settings(Window.COUNT, 10, 4, 0)));
        assertTrue(e.getMessage().contains("from 1 to"), e.getMessage());
        assertEquals(settings(Window.COUNT, 10, 4, 3), gate.settings());
    }

    /** What a breaker over a count of outcomes is, said as simply as it can be. */
    private static final class Model {
        private final int size;
        private final int least;
        private final int permits;
        private State state = State.CLOSED;
        private long period;
        private long openedMs;
        private int given;
        private final Deque<Boolean> window = new ArrayDeque<>();

        Model(int size, int least, int permits) {
            this.size = size;
            this.least = least;
            this.permits = permits;
        }

        boolean tryPass(long ms) {
            if (state == State.OPEN && ms > openedMs + OPEN_MS) {
                enter(State.HALF_OPEN, ms);
            }
            boolean passes = state == State.CLOSED || (state == State.HALF_OPEN && given < permits);
            given += passes ? 1 : 0;
            return passes;
        }

        void outcome(long ofPeriod, boolean well, long ms) {
            if (ofPeriod != period) {
                return;
            }
            window.addLast(well);
            int span = state == State.HALF_OPEN ? permits : size;
            if (window.size() > span) {
                window.removeFirst();
            }
            if (window.size() < (state == State.HALF_OPEN ? Math.min(least, permits) : least)) {
                return;
            }
            long bad = window.stream().filter(w -> !w).count();
            if (bad * 100.0 / window.size() >= 50) {
                enter(State.OPEN, ms);
            } else if (state == State.HALF_OPEN) {
                enter(State.CLOSED, ms);
            }
        }

        void left(long ofPeriod) {
            given -= ofPeriod == period ? 1 : 0;
        }

        private void enter(State next, long ms) {
            state = next;
            openedMs = ms;
            period++;
            given = 0;
            window.clear();
        }
    }

    private record Flying(long ticket, long period) {
    }

    @Test
    void itDoesWhatTheModelDoes() {
        for (long seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            int size = 1 + random.nextInt(20);
            int least = 1 + random.nextInt(size);
            int permits = 1 + random.nextInt(6);
            gate.set(settings(Window.COUNT, size, least, permits).with(false));
            gate.set(settings(Window.COUNT, size, least, permits));
            Model model = new Model(size, least, permits);
            List<Flying> flying = new ArrayList<>();
            for (int step = 0; step < 400; step++) {
                nanos += random.nextInt(300) * MS;
                long ms = (nanos - 77) / MS;
                if (random.nextInt(5) < 3 || flying.isEmpty()) {
                    long ticket = gate.tryPass();
                    boolean passes = model.tryPass(ms);
                    assertEquals(passes, ticket != BreakerGate.REFUSED, "seed " + seed + " step " + step);
                    if (passes) {
                        flying.add(new Flying(ticket, model.period));
                    }
                } else {
                    Flying f = flying.remove(random.nextInt(flying.size()));
                    switch (random.nextInt(5)) {
                        case 0 -> {
                            gate.failed(f.ticket(), FailureKind.SERIALIZATION, MS);
                            model.left(f.period());
                        }
                        case 1, 2 -> {
                            gate.failed(f.ticket(), FailureKind.EXPIRED, MS);
                            model.outcome(f.period(), false, ms);
                        }
                        default -> {
                            gate.succeeded(f.ticket(), MS);
                            model.outcome(f.period(), true, ms);
                        }
                    }
                }
                assertEquals(model.state, gate.state(), "seed " + seed + " step " + step);
            }
        }
    }
}
