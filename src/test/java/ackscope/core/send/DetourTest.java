package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.breaker.BreakerView;
import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.compose.RecordStamp;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.RunTotals;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetourTest {
    private static final Map<String, Object> SETTINGS = Map.of("bootstrap.servers", "127.0.0.1:9");
    private final RuntimeException certain = new NotEnoughReplicasException("too few");
    private final RuntimeException doubtful = new NetworkException("cut");

    @TempDir
    private Path folder;
    private final FakeClock clock = new FakeClock();
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();
    private final List<ScriptedProducer> producers = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private SendEngine engine;
    /** What brokers answer at this time; null for success. */
    private Supplier<RuntimeException> brokers = () -> null;
    private long limitNanos;

    @BeforeEach
    void open() {
        engine = engine("runs");
    }

    private SendEngine engine(String runs) {
        SendEngine made = new SendEngine(folder.resolve(runs), folder.resolve("outbox"), _ -> {
            ScriptedProducer producer = new ScriptedProducer("A", false, calls);
            producers.add(producer);
            return producer;
        }, clock, () -> Long.MAX_VALUE, events::add);
        limitNanos = clock.nanos() + 300_000_000_000L;
        clock.whileParked(() -> {
            producers.forEach(this::answer);
            if (clock.nanos() > limitNanos) {
                throw new AssertionError("it does not come to rest");
            }
        });
        made.use(SETTINGS);
        return made;
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void answer(ScriptedProducer producer) {
        if (producer.closed()) {
            return;
        }
        RuntimeException error = brokers.get();
        while (error == null ? producer.completeNext() : producer.errorNext(error)) {
            // Until nothing is on its way.
        }
    }

    private void breaker(boolean byItself, int outboxRecords) {
        engine.breaker(new BreakerSettings(true, Window.COUNT, 10, 4, 50, 60_000, 100, 1_000, 2,
                Set.of(FailureKind.RETRIES_USED_UP), byItself, 100, outboxRecords, 1));
    }

    private void work() {
        while (engine.turn()) {
            // Until there is nothing to do.
        }
        engine.outbox().turn();
        engine.flush();
    }

    private RecordSource load(long count, double rate, OptionalInt random) {
        try {
            return RecordSource.of(
                    new RecordDraft("t", Payload.NULL, Payload.string("v${n}"), List.of(), OptionalInt.empty(),
                            OptionalLong.empty()),
                    new LoadPlan(OptionalLong.of(count), rate, random, 0, 1, 1000), true, clock::ms);
        } catch (ComposeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void send(long count, double rate) {
        engine.send(load(count, rate, OptionalInt.of(40)));
        work();
    }

    private void downBetween(long fromMs, long toMs, RuntimeException error) {
        long start = clock.ms();
        brokers = () -> clock.ms() >= start + fromMs && clock.ms() < start + toMs ? error : null;
    }

    private <T extends LabEvent> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<String> said() {
        return told(LogEvent.class).stream().map(LogEvent::text).toList();
    }

    private List<RecordId> stored() {
        return producers.stream().flatMap(p -> p.history().stream())
                .map(r -> RecordStamp.read(r.value()).orElseThrow()).toList();
    }

    private void assertSums(long sent) {
        RunTotals t = engine.totals();
        assertEquals(sent, t.sent());
        assertEquals(t.sent(), t.acked() + t.open() + t.failed() + t.unreported(), t.toString());
    }

    @Test
    void withoutABreakerNothingIsKept() {
        downBetween(100, 900, certain);
        send(100, 100);
        assertTrue(engine.totals().failed() >= 70, engine.totals().toString());
        assertEquals(0, engine.breaker().held());
        assertFalse(engine.breaker().on());
    }

    @Test
    void whatItTurnsAwayIsKeptReplayedByItselfAndAcked() {
        breaker(true, 1000);
        downBetween(100, 2_500, certain);
        send(500, 100);
        RunTotals totals = engine.totals();
        BreakerView view = engine.breaker();
        assertSums(500);
        assertEquals(0, totals.open());
        assertEquals(500 - totals.failed(), totals.acked());
        assertTrue(totals.failed() >= 4 && totals.failed() <= 6, "those that opened it, no tries: " + totals);
        assertEquals(0, totals.maybeWritten());
        assertTrue(view.kept() > 150, view.toString());
        assertEquals(0, view.held());
        assertEquals(0, view.mayDouble());
        assertEquals(State.CLOSED, view.state());
        assertEquals(view.kept(), told(BreakerEvent.Kept.class).stream().mapToLong(BreakerEvent.Kept::count).sum());
        assertEquals(view.replayed(),
                told(BreakerEvent.Replayed.class).stream().mapToLong(BreakerEvent.Replayed::count).sum());
        assertEquals(LongStream.range(0, 500).boxed().toList(),
                stored().stream().map(RecordId::number).distinct().sorted().toList());
        assertTrue(stored().stream().anyMatch(id -> id.resend() == 1));
    }

    @Test
    void replaysGoInTheOrderOfKeepingAtTheirPace() {
        breaker(false, 1000);
        downBetween(100, 1_900, certain);
        send(200, 100);
        long held = engine.breaker().held();
        assertTrue(held > 100, "" + held);
        assertEquals(held, engine.totals().open());
        assertFalse(engine.progress().busy());
        int before = stored().size();
        clock.pass(2_000);
        long start = clock.nanos();
        engine.replay(50);
        work();
        assertEquals((held - 1) / 50.0, (clock.nanos() - start) / 1e9, 0.5);
        List<Long> numbers = stored().subList(before, stored().size()).stream().map(RecordId::number).toList();
        assertEquals(numbers.stream().sorted().toList(), numbers);
        assertEquals(held, numbers.size());
        assertEquals(0, engine.totals().open());
    }

    @Test
    void replaysMakeTheTriesWhenNothingElseIsSent() {
        breaker(true, 1000);
        downBetween(0, 4_500, certain);
        send(60, 100);
        assertEquals(0, engine.totals().open());
        assertEquals(State.CLOSED, engine.breaker().state());
        List<State> states = told(BreakerEvent.Changed.class).stream().map(BreakerEvent.Changed::to).toList();
        assertTrue(states.stream().filter(s -> s == State.HALF_OPEN).count() >= 3, states.toString());
        assertTrue(stored().stream().anyMatch(id -> id.resend() > 1), "a try that failed was tried again");
        assertEquals(0, engine.breaker().mayDouble(), "each try failed for certain");
    }

    @Test
    void aReplayThatMayHaveBeenWrittenIsCountedWhenItIsReplayedAgain() {
        breaker(true, 1000);
        downBetween(0, 2_500, doubtful);
        send(60, 100);
        BreakerView view = engine.breaker();
        assertEquals(0, engine.totals().open());
        assertTrue(view.mayDouble() > 0, view.toString());
        assertEquals(view.mayDouble(),
                stored().stream().filter(id -> id.resend() >= 2).map(RecordId::number).distinct().count());
    }

    @Test
    void aReplayThatCannotSucceedIsReportedFailedAndLeaves() {
        breaker(false, 1000);
        downBetween(0, 900, certain);
        send(60, 100);
        long held = engine.breaker().held();
        clock.pass(3_000);
        brokers = () -> new RecordTooLargeException("max.message.bytes");
        long failed = engine.totals().failed();
        engine.replay(0);
        work();
        assertEquals(0, engine.breaker().held());
        assertEquals(failed + held, engine.totals().failed());
        assertSums(60);
    }

    @Test
    void whenTheOutboxIsFullSendingStopsThereAndNothingIsDropped() {
        breaker(false, 20);
        downBetween(0, Long.MAX_VALUE / 2, certain);
        send(500, 100);
        RunTotals totals = engine.totals();
        assertEquals(20, engine.breaker().held());
        assertEquals(20, totals.open());
        assertSums(totals.failed() + 20);
        assertTrue(engine.progress().problem().contains("the outbox is full (20 records of 20"),
                engine.progress().problem());
        assertEquals(totals.sent(), engine.progress().done());
        assertEquals(1, told(BreakerEvent.OutboxFull.class).size());
    }

    @Test
    void aDrainDoesNotWaitForWhatIsHeldAndAClosedProducerDoesNotTakeItForUnreported() {
        breaker(false, 1000);
        downBetween(0, Long.MAX_VALUE / 2, certain);
        long start = clock.nanos();
        send(100, 100);
        assertTrue(clock.nanos() - start < 2_000_000_000L, "no drain");
        long held = engine.breaker().held();
        Map<String, Object> other = new HashMap<>(SETTINGS);
        other.put("linger.ms", "7");
        engine.use(other);
        work();
        assertEquals(0, engine.totals().unreported());
        assertEquals(held, engine.totals().open());
        assertEquals(-1, engine.waiting().oldestMs(), "the producer has none of them");
    }

    @Test
    void replaysThatNobodyReportsWaitInTheOutboxAgain() {
        breaker(false, 1000);
        downBetween(0, 900, certain);
        send(60, 100);
        long held = engine.breaker().held();
        clock.pass(3_000);
        clock.whileParked(() -> engine.cancel());
        engine.replay(0);
        work();
        assertEquals(held, engine.breaker().held());
        assertEquals(held, engine.totals().open());
        assertEquals(0, engine.totals().unreported());
        open();
        assertSums(0);
    }

    @Test
    void aStopLeavesTheRestOfAReplayInTheOutbox() {
        breaker(true, 1000);
        downBetween(0, 900, certain);
        clock.whileParked(() -> {
            producers.forEach(this::answer);
            if (engine.breaker().replayed() == 20) {
                engine.stop();
            }
        });
        send(100, 100);
        assertTrue(engine.breaker().held() > 0, engine.breaker().toString());
        assertTrue(said().contains("The replay is stopped. What it did not reach stays in the outbox."),
                said().toString());
        engine.replay(0);
        clock.whileParked(() -> producers.forEach(this::answer));
        work();
        assertEquals(0, engine.breaker().held());
        assertSums(100);
    }

    @Test
    void aTransactionalProducerIsNotGuardedAndItIsSaid() {
        breaker(true, 1000);
        Map<String, Object> settings = new HashMap<>(SETTINGS);
        settings.put("transactional.id", "tx");
        engine.use(settings);
        brokers = () -> null;
        assertTrue(engine.breakerObstacle().contains("a transaction must be sent whole"), engine.breakerObstacle());
        assertFalse(engine.breaker().on());
        send(5, 0);
        assertEquals(5, engine.totals().acked());
        assertTrue(said().contains(engine.breakerObstacle()), said().toString());
    }

    @Test
    void whatIsThrownAwayIsReportedFailed() {
        breaker(false, 1000);
        downBetween(0, 900, certain);
        send(60, 100);
        long held = engine.breaker().held();
        long failed = engine.totals().failed();
        engine.discardOutbox();
        work();
        assertEquals(0, engine.breaker().held());
        assertEquals(failed + held, engine.totals().failed());
        RecordEvent.Failed last = told(RecordEvent.Failed.class).getLast();
        assertEquals(held, last.count());
        assertEquals(Certainty.NO, last.certainty());
        assertSums(60);
    }

    @Test
    void whatOnlyThisRunKeptIsThrownAwayAndNothingElse() {
        breaker(false, 1000);
        downBetween(0, Long.MAX_VALUE / 2, certain);
        send(60, 100);
        long ofBefore = engine.breaker().held();
        assertTrue(ofBefore > 20, "" + ofBefore);
        engine.newRun();
        send(30, 100);
        long kept = engine.breaker().kept();
        assertTrue(kept > 10, "" + kept);
        // Some of what the run before kept is tried in this one, in vain.
        clock.whileParked(() -> {
            producers.forEach(this::answer);
            if (engine.breaker().replayed() > 0) {
                engine.stop();
            }
        });
        engine.replay(0);
        work();
        assertTrue(engine.outbox().waiting().stream().anyMatch(h -> h.ofThisRun() && h.keptIn() != engine.run().id()),
                "one of before is of this run's ledger now");
        long failed = engine.totals().failed();

        engine.discardKept(engine.run());
        work();
        assertEquals(ofBefore, engine.breaker().held());
        assertEquals(failed + kept, engine.totals().failed());
        assertTrue(said().contains(kept + " records of run 2 were thrown away from the outbox, for what sent them is"
                + " over."), said().toString());
        int events = said().size();
        engine.discardKept(engine.run());
        work();
        assertEquals(events, said().size(), "nothing more to throw away, and nothing to say");
        brokers = () -> null;
        clock.pass(5_000);
        clock.whileParked(() -> producers.forEach(this::answer));
        engine.replay(0);
        work();
        assertEquals(0, engine.breaker().held());
    }

    @Test
    void whatAnEarlierProcessLeftIsReplayedOnRequestWithNumbersOfThisRun() {
        breaker(false, 1000);
        downBetween(0, 900, certain);
        send(60, 100);
        long held = engine.breaker().held();
        engine.close();
        producers.clear();
        brokers = () -> null;
        engine = engine("later");
        breaker(true, 1000);
        send(3, 0);
        assertEquals(held, engine.breaker().held(), "not before it is asked for");
        assertSums(3);
        engine.replay(0);
        work();
        assertSums(3 + held);
        assertEquals(3 + held, engine.totals().acked());
        assertEquals(LongStream.range(0, 3 + held).boxed().toList(), stored().stream().map(RecordId::number).toList());
        assertEquals(new RecordId(1, 3, 1), stored().get(3));
        assertEquals(0, engine.breaker().mayDouble());
        for (long n = 3; n < 3 + held; n++) {
            int place = (int) n;
            assertEquals(RecordStamp.checksum(producers.getFirst().history().get(place).value()),
                    engine.run().read(n).checksum());
        }
    }

    @Test
    void aNewRunLeavesWhatIsHeldToLater() {
        breaker(true, 1000);
        downBetween(0, Long.MAX_VALUE / 2, certain);
        engine.send(load(60, 100, OptionalInt.of(40)));
        engine.newRun();
        work();
        long held = engine.breaker().held();
        assertTrue(held > 20, "" + held);
        assertSums(0);
        assertEquals(0, engine.breaker().kept());
        brokers = () -> null;
        clock.pass(5_000);
        engine.replay(0);
        work();
        assertSums(held);
        assertEquals(held, engine.totals().acked());
        assertEquals(new RecordId(2, 0, 1), stored().get((int) (stored().size() - held)));
    }

    @Test
    void aFewReplaysAreAnnouncedOneByOneWithTheirResend() {
        breaker(false, 1000);
        downBetween(0, 900, certain);
        send(30, 100);
        List<RecordEvent.Sent> before = told(RecordEvent.Sent.class);
        clock.pass(3_000);
        brokers = () -> null;
        long held = engine.breaker().held();
        engine.replay(0);
        work();
        List<RecordId> sent = told(RecordEvent.Sent.class).stream().skip(before.size()).map(RecordEvent.Sent::id)
                .toList();
        assertEquals(held, sent.size());
        assertTrue(sent.stream().allMatch(id -> id.resend() == 1), sent.toString());
        List<RecordId> acked = told(RecordEvent.Acked.class).stream().map(RecordEvent.Acked::id).toList();
        assertTrue(acked.containsAll(sent), acked.toString());
    }

    @Test
    void aLoadWithoutAnEndIsReplayedBeside() {
        breaker(true, 5000);
        downBetween(100, 2_000, certain);
        clock.whileParked(() -> {
            producers.forEach(this::answer);
            if (engine.run().size() > 3_000) {
                engine.stop();
            }
        });
        engine.send(load(1_000_000, 200, OptionalInt.of(40)));
        work();
        assertEquals(0, engine.breaker().held(), engine.breaker().toString());
        assertEquals(0, engine.totals().open());
        assertTrue(engine.totals().failed() < 20, engine.totals().toString());
    }

    @Test
    void aPaceThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> engine.replay(-1));
        assertThrows(IllegalArgumentException.class, () -> engine.replay(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> breaker(true, 0));
    }
}
