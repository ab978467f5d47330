package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.Ending;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.TransactionEvent;
import ackscope.core.transaction.Call;
import ackscope.core.transaction.TransactionState;
import ackscope.core.transaction.TransactionView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionsTest {
    @TempDir
    private Path folder;
    private final FakeClock clock = new FakeClock();
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<ScriptedProducer> producers = new CopyOnWriteArrayList<>();
    private boolean autoComplete = true;
    private Consumer<ScriptedProducer> script = _ -> {
    };
    private SendEngine engine;
    private Transactions transactions;

    @BeforeEach
    void open() {
        engine = new SendEngine(folder, folder.resolve("outbox"), _ -> {
            ScriptedProducer producer = new ScriptedProducer("" + (char) ('A' + producers.size()), autoComplete, calls);
            calls.add((char) ('A' + producers.size()) + " open");
            producers.add(producer);
            script.accept(producer);
            return producer;
        }, clock, () -> Long.MAX_VALUE, events::add);
        transactions = engine.transactions();
        use("transactional.id", "tx", "transaction.timeout.ms", "9000", "max.block.ms", "5000");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void use(String... pairs) {
        Map<String, Object> map = new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:9"));
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        engine.use(map);
        work();
    }

    private void work() {
        while (engine.turn()) {
            // Until there is nothing to do.
        }
    }

    private void begin() {
        transactions.begin();
        work();
    }

    private void commit() {
        transactions.commit();
        work();
    }

    private void abort() {
        transactions.abort();
        work();
    }

    private void replace() {
        transactions.replace();
        work();
    }

    private void send(String topic, LoadPlan plan) {
        try {
            engine.send(RecordSource.of(new RecordDraft(topic, Payload.string("k"), Payload.string("v${n}"), List.of(),
                    OptionalInt.empty(), OptionalLong.empty()), plan, true, clock::ms));
        } catch (ComposeException e) {
            throw new IllegalArgumentException(e);
        }
        work();
    }

    private void send(String topic, long count) {
        send(topic, LoadPlan.of(count));
    }

    private TransactionView view() {
        return transactions.view();
    }

    private List<Ending> endings() {
        return LongStream.range(0, engine.run().size()).mapToObj(engine.run()::ending).toList();
    }

    private List<String> calls(String... kinds) {
        return calls.stream().filter(c -> List.of(kinds).contains(c.substring(2).replaceAll(" .*", "")))
                .map(c -> c.replaceAll(" \\d+$", "")).toList();
    }

    private <T extends LabEvent> List<T> told(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private String lastWarning() {
        return told(LogEvent.class).stream().filter(e -> e.level() != LogEvent.Level.INFO).map(LogEvent::text).toList()
                .getLast();
    }

    // By hand

    @Test
    void whatIsSentWhileOneIsOpenJoinsItAndDoesNotEndIt() {
        begin();
        assertEquals(TransactionState.IN_TRANSACTION, view().state());
        assertTrue(view().byHand());
        send("a", 2);
        send("b", 3);
        send("a", new LoadPlan(OptionalLong.of(4), 0, OptionalInt.empty(), 0, 1, 2).abortingEvery(1));
        assertEquals(List.of("A init", "A begin"), calls("init", "begin", "commit", "abort"));
        assertEquals(List.of(Ending.OPEN), endings().stream().distinct().toList());
        TransactionView.Contents contents = view().contents().orElseThrow();
        assertEquals(9, contents.sent());
        assertEquals(List.of(new TransactionView.Part("a", 0, 6), new TransactionView.Part("b", 0, 3)),
                contents.parts());
        assertEquals(0, contents.unreported());

        commit();
        assertEquals(TransactionState.READY, view().state());
        assertEquals(List.of(Ending.COMMITTED), endings().stream().distinct().toList());
        assertEquals(List.of(9L), told(TransactionEvent.Committed.class).stream()
                .map(TransactionEvent.Committed::records).toList());
        assertEquals(Optional.empty(), view().contents());
    }

    @Test
    void anAbortIsToldAsAskedForAndTheNextOneCanBeCommitted() {
        begin();
        send("a", 2);
        abort();
        begin();
        send("a", 1);
        commit();
        assertEquals(List.of(Ending.ABORTED, Ending.ABORTED, Ending.COMMITTED), endings());
        assertTrue(told(TransactionEvent.Aborted.class).getFirst().asked());
        assertEquals(1, producers.size());
    }

    @Test
    void theCoordinatorsTimeRunsFromTheFirstRecordOn() {
        begin();
        clock.pass(4000);
        assertEquals(OptionalLong.empty(), view().deadlineMs());
        send("a", 1);
        long first = clock.ms();
        clock.pass(1000);
        send("a", 1);
        assertEquals(OptionalLong.of(first + 9000), view().deadlineMs());
    }

    @Test
    void aCallThatTheClientWouldRefuseIsNotMadeAndToldWhy() {
        commit();
        assertTrue(lastWarning().contains("No transaction is open"), lastWarning());
        abort();
        replace();
        begin();
        begin();
        assertTrue(lastWarning().contains("open already"), lastWarning());
        replace();
        assertTrue(lastWarning().contains("Nothing is wrong"), lastWarning());
        assertEquals(List.of("A begin"), calls("begin", "commit", "abort"));
    }

    @Test
    void withoutATransactionalIdNoneIsBegunAndWhatToChangeIsSaid() {
        use();
        begin();
        assertTrue(view().last().contains("Set one in the delivery settings"), view().last());
        assertEquals(List.of(), calls("begin"));
        send("a", 1);
        assertEquals(List.of(Ending.NONE), endings());
    }

    @Test
    void afterACommitThatTimedOutOnlyTheSameCallMayFollow() {
        script = p -> p.commitTransactionException = new TimeoutException("Timeout expired after 5000ms");
        begin();
        send("a", 1);
        commit();
        assertEquals(TransactionState.COMMITTING, view().state());
        assertEquals(Optional.of(Call.COMMIT), view().repeat());
        assertEquals(Optional.of(Call.COMMIT), view().next());
        abort();
        send("a", 1);
        assertEquals(1, engine.run().size(), "the record would stay queued for good");
        producers.getFirst().commitTransactionException = null;
        commit();
        assertEquals(List.of("A commit", "A commit"), calls("commit", "abort"));
        assertEquals(List.of(Ending.COMMITTED), endings());
        assertEquals(Optional.empty(), view().repeat());
    }

    @Test
    void aCommitWithoutAnAnswerIsInDoubtOnceTheProducerIsGivenUp() {
        script = p -> p.commitTransactionException = new TimeoutException("Timeout expired after 5000ms");
        begin();
        send("a", 2);
        commit();
        script = _ -> {
        };
        replace();
        assertEquals(List.of(Ending.IN_DOUBT, Ending.IN_DOUBT), endings());
        assertEquals(TransactionState.READY, view().state());
        assertEquals(2, producers.size());
    }

    @Test
    void aFencedCommitAfterOneWithoutAnAnswerIsInDoubtAsWell() {
        script = p -> p.commitTransactionException = new TimeoutException("Timeout expired after 5000ms");
        begin();
        send("a", 1);
        commit();
        producers.getFirst().commitTransactionException = new ProducerFencedException("There is a newer producer");
        commit();
        assertEquals(List.of(Ending.IN_DOUBT), endings());
    }

    @Test
    void aFatalCommitOffersANewProducerAndNothingElse() {
        script = p -> p.commitTransactionException = new InvalidTxnStateException("wrong state");
        begin();
        send("a", 1);
        commit();
        assertEquals(TransactionState.FATAL_ERROR, view().state());
        assertEquals(Optional.of(Call.REPLACE), view().next());
        assertEquals(List.of(Ending.IN_DOUBT), endings());
        abort();
        begin();
        assertEquals(List.of("A begin", "A commit"), calls("begin", "commit", "abort"));
        script = _ -> {
        };
        replace();
        assertEquals(TransactionState.READY, view().state());
        begin();
        commit();
        assertEquals(List.of("B begin", "B commit"), calls("begin", "commit").subList(2, 4));
    }

    @Test
    void anAbortableCommitKeepsTheTransactionOpenUntilTheAbort() {
        script = p -> p.commitTransactionException = new KafkaException(
                "Cannot execute transactional method because we are in an error state",
                new InvalidProducerEpochException("old epoch"));
        begin();
        send("a", 1);
        commit();
        assertEquals(TransactionState.ABORTABLE_ERROR, view().state());
        assertEquals(Optional.of(Call.ABORT), view().next());
        assertEquals(List.of(Ending.OPEN), endings());
        send("a", 1);
        assertTrue(engine.progress().problem().contains("can only be aborted"), engine.progress().problem());
        abort();
        assertEquals(TransactionState.READY, view().state());
        assertEquals(List.of(Ending.ABORTED), endings());
    }

    @Test
    void aFatalErrorBeforeAnyCommitLeavesNothingInDoubt() {
        script = p -> p.sendException = new ProducerFencedException("There is a newer producer");
        begin();
        send("a", 1);
        assertEquals(TransactionState.FATAL_ERROR, view().state());
        script = _ -> {
        };
        replace();
        assertEquals(List.of(Ending.ABORTED), endings());
    }

    @Test
    void aLoadWhoseProducerFailedBeforeTheCommitLeavesNothingInDoubt() {
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 2) {
                p.sendException = new ProducerFencedException("There is a newer producer");
                p.commitTransactionException = p.sendException;
            }
        });
        send("a", new LoadPlan(OptionalLong.of(3), 0, OptionalInt.empty(), 0, 1, 100));
        assertEquals(List.of(Ending.ABORTED), endings().stream().distinct().toList());
    }

    @Test
    void anAbortThatFindsItselfFencedIsTheEndOfTheProducer() {
        script = p -> p.abortTransactionException = new ProducerFencedException("There is a newer producer");
        begin();
        send("a", 1);
        abort();
        assertEquals(TransactionState.FATAL_ERROR, view().state());
        assertEquals(List.of(Ending.ABORTED), endings());
        assertTrue(lastWarning().contains("newer producer"), lastWarning());
    }

    @Test
    void aRecordThatFailsOnItsWayMakesTheTransactionAbortable() {
        autoComplete = false;
        begin();
        clock.whileParked(() -> producers.getFirst().errorNext(new TimeoutException("Expiring 1 record(s) for a-0")));
        send("a", 1);
        assertEquals(TransactionState.ABORTABLE_ERROR, view().state());
        assertEquals("TimeoutException", view().trouble().orElseThrow().error());
        assertFalse(view().obstacle(Call.COMMIT).isEmpty());
        assertEquals("", view().obstacle(Call.ABORT));
        assertEquals(1, view().contents().orElseThrow().failed());
    }

    @Test
    void newSettingsWaitForTheEndOfTheOpenTransaction() {
        begin();
        send("a", 1);
        use("transactional.id", "tx", "linger.ms", "7");
        send("a", 1);
        assertEquals(1, producers.size());
        commit();
        assertTrue(producers.getFirst().closed());
        assertEquals(List.of(Ending.COMMITTED, Ending.COMMITTED), endings());
        assertEquals(TransactionState.CLOSED, view().state());
    }

    @Test
    void aNewRunEndsTheTransactionOfTheOldOne() {
        begin();
        send("a", 2);
        Run old = engine.run();
        engine.newRun();
        work();
        assertEquals(Ending.ABORTED, old.ending(1));
        assertEquals(TransactionState.CLOSED, view().state());
        assertFalse(transactions.held());
    }

    @Test
    void cancellingAWaitingCommitLeavesItInDoubt() throws InterruptedException {
        script = p -> p.blockIn("commit");
        begin();
        send("a", 1);
        transactions.commit();
        Thread sender = Thread.ofPlatform().start(this::work);
        producers.getFirst().awaitBlocked();
        TransactionView waits = view();
        assertEquals(TransactionState.COMMITTING, waits.state());
        assertEquals(new TransactionView.Waiting("commitTransaction", clock.ms(), 5000),
                waits.waiting().orElseThrow());
        engine.cancel();
        sender.join();
        assertEquals(List.of(Ending.IN_DOUBT), endings());
        assertTrue(producers.getFirst().closed());
        assertEquals(TransactionState.CLOSED, view().state());
    }

    @Test
    void aCoordinatorThatDoesNotAnswerIsToldAndBeginCanBeTriedAgain() {
        script = p -> p.initTransactionException = new TimeoutException("Timeout expired while initializing");
        begin();
        assertEquals(TransactionState.CLOSED, view().state());
        assertTrue(view().last().contains("Timeout expired while initializing"), view().last());
        script = _ -> {
        };
        begin();
        assertEquals(TransactionState.IN_TRANSACTION, view().state());
    }

    // Loads

    @Test
    void everyKthTransactionOfALoadIsAbortedAndTheRunKnowsWhich() {
        send("a", new LoadPlan(OptionalLong.of(10), 0, OptionalInt.empty(), 0, 1, 2).abortingEvery(3));
        assertEquals(List.of("commit", "commit", "abort", "commit", "commit"),
                calls("commit", "abort").stream().map(c -> c.substring(2)).toList());
        for (long n = 0; n < 10; n++) {
            assertEquals(n / 2 == 2 ? Ending.ABORTED : Ending.COMMITTED, engine.run().ending(n), "record " + n);
        }
        assertEquals(List.of(true), told(TransactionEvent.Aborted.class).stream().map(TransactionEvent.Aborted::asked)
                .toList());
    }

    @Test
    void anErrorInMidLoadLeavesNoTransactionOpen() {
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 3) {
                throw new IllegalArgumentException("out of the blue");
            }
            if (engine.run().size() == 5) {
                throw new OutOfMemoryError("for the test");
            }
        });
        send("a", new LoadPlan(OptionalLong.of(9), 0, OptionalInt.empty(), 0, 1, 100));
        assertEquals(0, endings().stream().filter(e -> e == Ending.OPEN).count(), endings().toString());
        assertEquals(5, engine.run().size());
        assertEquals(Ending.ABORTED, engine.run().ending(4));
    }
}
