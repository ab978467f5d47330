package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.event.TransactionEvent;
import ackscope.core.event.Tries;
import ackscope.core.metrics.RunTotals;
import ackscope.core.wire.WireSums;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendEngineTest {
    private static final Map<String, Object> SETTINGS = Map.of("bootstrap.servers", "127.0.0.1:9");
    @TempDir
    private Path folder;
    private final FakeClock clock = new FakeClock();
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<ScriptedProducer> producers = new CopyOnWriteArrayList<>();
    private final List<Map<String, Object>> opened = new CopyOnWriteArrayList<>();
    private boolean autoComplete = true;
    private Consumer<ScriptedProducer> script = _ -> {
    };
    private RuntimeException onOpen;
    private long free = Long.MAX_VALUE;
    private SendEngine engine;

    @BeforeEach
    void open() {
        engine = new SendEngine(folder, folder.resolve("outbox"), map -> {
            if (onOpen != null) {
                throw onOpen;
            }
            opened.add(map);
            calls.add((char) ('A' + producers.size()) + " open");
            ScriptedProducer producer = new ScriptedProducer("" + (char) ('A' + producers.size()), autoComplete, calls);
            producers.add(producer);
            script.accept(producer);
            return producer;
        }, clock, () -> free, events::add);
        engine.use(SETTINGS);
        work();
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private void work() {
        while (engine.turn()) {
            // Until there is nothing to do.
        }
    }

    private void use(String... pairs) {
        Map<String, Object> map = new HashMap<>(SETTINGS);
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        engine.use(map);
    }

    private RecordSource source(LoadPlan plan, Payload value) {
        try {
            return RecordSource.of(
                    new RecordDraft("t", Payload.string("k${n}"), value, List.of(), OptionalInt.empty(),
                            OptionalLong.empty()),
                    plan, true,
                    clock::ms);
        } catch (ComposeException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private RecordSource load(long count, double rate, int perTransaction) {
        return source(
                new LoadPlan(count == 0 ? OptionalLong.empty() : OptionalLong.of(count), rate, OptionalInt.empty(), 0,
                        1, perTransaction),
                Payload.string("v${n}"));
    }

    private void send(long count) {
        engine.send(load(count, 0, 1000));
        work();
    }

    private <T extends LabEvent> List<T> told(Class<T> type) {
        engine.flush();
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private List<String> warnings() {
        return told(LogEvent.class).stream().filter(e -> e.level() != LogEvent.Level.INFO).map(LogEvent::text).toList();
    }

    private List<String> calls(String... kinds) {
        return calls.stream().filter(c -> List.of(kinds).contains(c.substring(2).replaceAll(" .*", "")))
                .map(c -> c.replaceAll(" \\d+$", "")).toList();
    }

    private void assertTotals(long sent, long acked, long open, long failed, long unreported) {
        RunTotals totals = engine.totals();
        assertEquals(List.of(sent, acked, open, failed, unreported),
                List.of(totals.sent(), totals.acked(), totals.open(), totals.failed(), totals.unreported()),
                "sent, acked, open, failed, unreported");
    }

    // What is sent, and how it is told

    @Test
    void oneRecordIsAnnouncedAckedAndInTheLedger() {
        send(1);
        assertTotals(1, 1, 0, 0, 0);
        assertEquals(List.of(new RecordEvent.Sent(new RecordId(1, 0, 0), "t", -1, clock.ms())),
                told(RecordEvent.Sent.class));
        assertEquals(List.of(new RecordEvent.Acked(new RecordId(1, 0, 0), "t", 0, 0, 0, false, clock.ms())),
                told(RecordEvent.Acked.class));
        assertEquals(Outcome.ACKED, engine.run().read(0).outcome());
        assertEquals("t", engine.run().topic(0));
        assertEquals(new Progress(Progress.Phase.IDLE, 1, OptionalLong.of(1), engine.progress().startNanos(), 0, ""),
                engine.progress());
    }

    @Test
    void whatTheWireSawDecidesTheEdgesAndTheDoubts() {
        autoComplete = false;
        WireSums[] passed = {WireSums.NONE};
        engine.watch(new Witness() {
            @Override
            public boolean watched() {
                return true;
            }

            @Override
            public Tries tries(RecordId id, String topic, int partition, String clientId) {
                return id.number() == 0
                        ? new Tries(true, 0, Certainty.NO, "")
                        : new Tries(true, 3, Certainty.NO, "");
            }

            @Override
            public WireSums sums(String clientId) {
                return passed[0];
            }
        });
        TimeoutException expired = new TimeoutException("Expiring 1 record(s) for t-0: 8000 ms has passed");
        clock.whileParked(() -> {
            passed[0] = new WireSums(3, 0, 0, 3, 3, 0, 0);
            producers.getFirst().errorNext(expired);
        });
        send(2);

        List<RecordEvent.Failed> failed = told(RecordEvent.Failed.class);
        assertEquals(List.of(FailureKind.EXPIRED_QUEUED, FailureKind.EXPIRED),
                failed.stream().map(RecordEvent.Failed::kind).toList());
        assertEquals(List.of(Certainty.NO, Certainty.NO), failed.stream().map(RecordEvent.Failed::certainty).toList());
        RunTotals totals = engine.totals();
        assertEquals(0, totals.maybeWritten());
        assertEquals(List.of(3L, 0L, 3L, 2L, 1L, 1L), List.of(totals.edge(FlowEdge.SEND),
                totals.edge(FlowEdge.ACKNOWLEDGE), totals.edge(FlowEdge.FAIL), totals.edge(FlowEdge.RETRY),
                totals.edge(FlowEdge.EXHAUSTED), totals.edge(FlowEdge.NEVER_SENT)));
    }

    @Test
    void aLateFailureIsAskedOfTheWireThatItsProducerWasOpenedOn() {
        autoComplete = false;
        engine.watch(new CountedWire(2));
        TimeoutException expired = new TimeoutException("Expiring 1 record(s) for t-0: 8000 ms has passed");
        clock.whileParked(() -> {
            engine.watch(new CountedWire(0));
            producers.getFirst().errorNext(expired);
        });
        send(1);

        assertEquals(FailureKind.EXPIRED, told(RecordEvent.Failed.class).getFirst().kind());
        assertEquals(2, engine.wireSums().sent());
        assertEquals(0, engine.totals().edge(FlowEdge.NEVER_SENT));
    }

    @Test
    void whatIsNeverReportedIsAskedOfTheWireThatItsProducerWasOpenedOn() {
        autoComplete = false;
        engine.watch(new CountedWire(1));
        clock.whileParked(() -> {
            engine.watch(new CountedWire(0));
            engine.cancel();
        });
        send(1);

        assertTotals(1, 0, 0, 0, 1);
        assertEquals(1, engine.totals().maybeWritten(), "the old wire saw it leave");
    }

    /** One that saw every record this often; its sums are 0 when they are read first, as for a client that is new. */
    private static final class CountedWire implements Witness {
        private final int seen;
        private int asked;

        CountedWire(int seen) {
            this.seen = seen;
        }

        @Override
        public boolean watched() {
            return true;
        }

        @Override
        public Tries tries(RecordId id, String topic, int partition, String clientId) {
            return new Tries(true, seen, seen == 0 ? Certainty.NO : Certainty.MAYBE, "");
        }

        @Override
        public WireSums sums(String clientId) {
            return asked++ == 0 ? WireSums.NONE : new WireSums(seen, 0, 0, seen, seen, 0, 0);
        }
    }

    @Test
    void numbersGoOnFromActionToAction() {
        send(3);
        send(2);
        assertEquals(LongStream.range(0, 5).boxed().toList(),
                told(RecordEvent.Sent.class).stream().map(e -> e.id().number()).toList());
        assertEquals(1, producers.size(), "the producer stays open");
    }

    @Test
    void theTopicOfARecordIsFoundByItsNumber() {
        for (int i = 0; i < 5; i++) {
            send(3);
        }
        for (long n = 0; n < 15; n++) {
            assertEquals("t", engine.run().topic(n));
            assertFalse(engine.run().acksNone(n));
        }
        assertEquals(Optional.of("t"), engine.run().onlyTopic());
        use("acks", "0");
        send(2);
        assertFalse(engine.run().acksNone(14));
        assertTrue(engine.run().acksNone(15), "from the new producer on");
        assertEquals(2, engine.totals().unconfirmed());
    }

    @Test
    void aFailureIsToldWithWordsAndCounted() {
        autoComplete = false;
        clock.whileParked(() -> producers.getFirst().errorNext(new NotEnoughReplicasException("too few")));
        send(2);
        assertTotals(2, 0, 0, 2, 0);
        RecordEvent.Failed failed = told(RecordEvent.Failed.class).getFirst();
        assertEquals(2, told(RecordEvent.Failed.class).size(), "announced records are told of one by one");
        assertEquals(1, failed.count());
        assertEquals(FailureKind.RETRIES_USED_UP, failed.kind());
        assertEquals(failed.message(), engine.run().cause(engine.run().read(1).cause()).message());
        assertEquals("", engine.progress().problem(), "records that fail do not end an action");
    }

    @Test
    void aRecordThatThrowsInMidLoadNeverLeavesAndTheLoadGoesOn() {
        script = p -> p.beforeSend(
                () -> p.sendException = engine.run().size() == 3 ? new SerializationException("not for me") : null);
        send(10);
        assertTotals(10, 9, 0, 1, 0);
        assertEquals(1, engine.totals().edge(FlowEdge.NEVER_SENT));
        assertEquals(Outcome.FAILED, engine.run().read(2).outcome());
        assertEquals(1, engine.run().ways().thrown());
        assertEquals(9, engine.run().ways().callbacks());
        assertTrue(told(RecordEvent.Failed.class).getFirst().message().contains("not for me"));
        assertEquals(1, producers.size());
    }

    @Test
    void aTextThatIsNotOfItsTypeInMidLoadIsCountedAndTheLoadGoesOn() {
        engine.send(source(new LoadPlan(OptionalLong.of(50), 0, OptionalInt.empty(), 0, 4, 1),
                new Payload(PayloadType.INT, "${pick 1|2|three}", false)));
        work();
        RunTotals totals = engine.totals();
        assertEquals(50, totals.sent());
        assertEquals(50, totals.acked() + totals.failed());
        assertTrue(totals.failed() > 5 && totals.acked() > 5, totals.toString());
        assertEquals(FailureKind.SERIALIZATION, told(RecordEvent.Failed.class).getFirst().kind());
    }

    @Test
    void theProducerGetsBytesWithSerializersAndAClientIdOfItsOwn() {
        send(1);
        use("acks", "1");
        send(1);
        assertEquals("1", opened.get(1).get("acks"));
        assertNotEquals(opened.get(0).get("client.id"), opened.get(1).get("client.id"));
        assertEquals("v0",
                new String(producers.getFirst().history().getFirst().value(), java.nio.charset.StandardCharsets.UTF_8));
    }

    // Pace and ends

    @Test
    void aLoadKeepsItsPace() {
        long start = clock.nanos();
        engine.send(load(501, 100, 1000));
        work();
        assertEquals(5.0, (clock.nanos() - start) / 1e9, 0.05, "501 records at 100 a second");
        assertTotals(501, 501, 0, 0, 0);
    }

    @Test
    void aPauseOfTheClientIsNotMadeUpForByABurst() {
        List<Long> times = new ArrayList<>();
        script = p -> p.beforeSend(() -> {
            times.add(clock.nanos());
            clock.pass(times.size() == 100 ? 10_000 : 0);
        });
        engine.send(load(300, 100, 1000));
        work();
        long after = times.get(100);
        assertEquals(100.0, (double) times.stream().filter(t -> t >= after && t < after + 1_000_000_000L).count(), 5.0,
                "in the second after the pause");
    }

    @Test
    void aStopEndsTheActionAfterTheRecordAtHandAndTheRestIsDelivered() {
        autoComplete = false;
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 7) {
                engine.stop();
            }
        });
        clock.whileParked(() -> producers.getFirst().completeNext());
        engine.send(load(0, 0, 1000));
        work();
        assertTotals(7, 7, 0, 0, 0);
        assertFalse(Thread.currentThread().isInterrupted());
        assertEquals("", engine.progress().problem());
        send(1);
        assertTotals(8, 8, 0, 0, 0);
    }

    @Test
    void aStopDropsWhatWaitsAndSaysSo() {
        engine.send(load(5, 0, 1000));
        engine.send(load(5, 0, 1000));
        engine.stop();
        work();
        assertTotals(0, 0, 0, 0, 0);
        assertEquals(2, told(LogEvent.class).stream().filter(e -> e.text().startsWith("Not sent")).count());
        send(5);
        assertTotals(5, 5, 0, 0, 0);
    }

    @Test
    void aStopEndsASendThatBlocks() throws InterruptedException {
        script = p -> p.blockIn("send");
        engine.send(load(5, 0, 1000));
        Thread sender = Thread.ofPlatform().start(this::work);
        awaitProducer().awaitBlocked();
        engine.stop();
        sender.join();
        assertTotals(1, 0, 0, 1, 0);
        assertEquals(FailureKind.CANCELLED, told(RecordEvent.Failed.class).getFirst().kind());
        assertEquals(List.of(), warnings());
    }

    private ScriptedProducer awaitProducer() {
        while (producers.isEmpty()) {
            Thread.onSpinWait();
        }
        return producers.getFirst();
    }

    @Test
    void aCancelGivesUpTheDrainAndWhatHasNoReportIsToldSo() {
        autoComplete = false;
        clock.whileParked(() -> engine.cancel());
        send(4);
        assertTotals(4, 0, 0, 0, 4);
        assertEquals(
                List.of(new RecordEvent.Unreported(new RecordId(1, 0, 0), new RecordId(1, 3, 0), 4, "t",
                        "the producer ended before any report", clock.ms())),
                told(RecordEvent.Unreported.class));
        assertEquals(List.of("A close 0"), calls.stream().filter(c -> c.contains("close")).toList());
        assertEquals(4, engine.totals().maybeWritten());
        assertFalse(engine.progress().busy());
    }

    @Test
    void aCancelCutsADrainShortThatWaitsForNewSettings() throws InterruptedException {
        autoComplete = false;
        script = p -> p.blockIn("drain");
        clock.whileParked(() -> use("acks", "1"));
        engine.send(load(3, 0, 1000));
        Thread sender = Thread.ofPlatform().start(this::work);
        awaitProducer().awaitBlocked();
        assertEquals(Progress.Phase.CLOSING, engine.progress().phase());
        engine.cancel();
        sender.join();
        assertTotals(3, 0, 0, 0, 3);
        assertFalse(engine.progress().busy());
    }

    @Test
    void recordsThatAreNeverReportedDoNotKeepItBusyForEver() {
        autoComplete = false;
        use("delivery.timeout.ms", "2000", "request.timeout.ms", "1000");
        long start = clock.nanos();
        send(2);
        assertTotals(2, 0, 0, 0, 2);
        assertEquals(7.0, (clock.nanos() - start) / 1e9, 0.1, "delivery.timeout.ms and a little more");
        assertTrue(warnings().getFirst().contains("2 records have no report"), warnings().toString());
    }

    @Test
    void aLoadStopsInWordsWhenTheBrokersDiskIsNearlyFull() {
        script = p -> p.beforeSend(() -> {
            clock.pass(100);
            free = engine.run().size() == 10 ? SendAction.DISK_LIMIT - 1 : free;
        });
        engine.send(load(0, 0, 1000));
        work();
        assertTotals(12, 12, 0, 0, 0);
        assertTrue(engine.progress().problem().contains("2 GB are left on the disk"), engine.progress().problem());
        assertTrue(warnings().getFirst().startsWith("Sending stopped after 12 records: less than"),
                warnings().toString());
    }

    // Settings and producers

    @Test
    void newSettingsInMidLoadDrainCloseAndOpenInThatOrder() {
        autoComplete = false;
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 3) {
                use("acks", "1");
            }
        });
        clock.whileParked(() -> producers.getLast().completeNext());
        send(5);
        assertEquals(List.of("A open", "A send", "A send", "A send", "A close 125000", "A drain", "A delivered",
                "A delivered", "A delivered", "B open", "B send",
                "B send"), calls);
        assertTotals(5, 5, 0, 0, 0);
        assertTrue(told(LogEvent.class).stream()
                .anyMatch(e -> e.text().contains("drains and closes, then a new one opens")));
    }

    @Test
    void equalSettingsKeepTheProducer() {
        send(1);
        use();
        send(1);
        assertEquals(1, producers.size());
    }

    @Test
    void newSettingsAtRestCloseTheProducerAndTheNextRecordOpensOne() {
        send(1);
        use("acks", "1");
        work();
        assertTrue(producers.getFirst().closed());
        assertEquals(1, producers.size());
        send(1);
        assertEquals(2, producers.size());
    }

    @Test
    void settingsThatTheClientRefusesAreToldInItsWordsAndCured() {
        use("acks", "7");
        send(1);
        assertTrue(engine.progress().problem().contains("Invalid value 7 for configuration acks"),
                engine.progress().problem());
        assertTotals(0, 0, 0, 0, 0);
        use();
        send(1);
        assertTotals(1, 1, 0, 0, 0);
    }

    @Test
    void aProducerThatCannotBeMadeIsToldWithItsCause() {
        onOpen = new KafkaException("Failed to construct kafka producer",
                new IllegalArgumentException("No resolvable bootstrap urls"));
        send(1);
        assertEquals("Failed to construct kafka producer: No resolvable bootstrap urls", engine.progress().problem());
        assertFalse(engine.progress().busy());
    }

    @Test
    void aProducerBeyondUseIsReplacedByTheNextAction() {
        script = p -> {
            if (producers.size() == 1) {
                p.sendException = new KafkaException(
                        "Cannot execute transactional method because we are in an error state",
                        new ClusterAuthorizationException("not allowed"));
            }
        };
        send(100);
        assertTotals(1, 0, 0, 1, 0);
        assertTrue(engine.progress().problem().contains("not allowed"), engine.progress().problem());
        send(3);
        assertEquals(2, producers.size());
        assertTotals(4, 3, 0, 1, 0);
    }

    @Test
    void anErrorInSendingIsToldAndTheNextActionWorks() {
        script = p -> p.beforeSend(() -> {
            if (producers.size() == 1) {
                throw new StackOverflowError();
            }
        });
        send(1);
        assertTrue(engine.progress().problem().contains("StackOverflowError"), engine.progress().problem());
        assertFalse(engine.progress().busy());
    }

    // Transactions

    @Test
    void aLoadIsCommittedEveryNRecords() {
        use("transactional.id", "tx");
        engine.send(load(25, 0, 10));
        work();
        assertEquals(List.of("A init", "A begin", "A commit", "A begin", "A commit", "A begin", "A commit"),
                calls("init", "begin", "commit", "abort"));
        assertEquals(List.of(10L, 10L, 5L),
                told(TransactionEvent.Committed.class).stream().map(TransactionEvent.Committed::records).toList());
        assertEquals(25, producers.getFirst().history().size());
    }

    @Test
    void eachActionIsATransactionOfItsOwn() {
        use("transactional.id", "tx");
        send(1);
        send(1);
        assertEquals(2, producers.getFirst().commitCount());
        assertEquals(1, producers.size());
    }

    @Test
    void aRecordThatFailsAbortsItsTransactionAndTheLoadGoesOn() {
        use("transactional.id", "tx");
        script = p -> p.beforeSend(
                () -> p.sendException = engine.run().size() == 3 ? new SerializationException("bad") : null);
        engine.send(load(6, 0, 1000));
        work();
        assertEquals(List.of("A begin", "A abort", "A begin", "A commit"), calls("begin", "commit", "abort"));
        TransactionEvent.Aborted aborted = told(TransactionEvent.Aborted.class).getFirst();
        assertEquals(3, aborted.records());
        assertEquals("one of its records failed", aborted.reason());
    }

    @Test
    void aCommitThatFailsIsAbortedWithTheReason() {
        use("transactional.id", "tx");
        script = p -> p.commitTransactionException = new TopicAuthorizationException("Not authorized to write");
        send(2);
        assertEquals(List.of("A begin", "A commit", "A abort"), calls("begin", "commit", "abort"));
        assertTrue(told(TransactionEvent.Aborted.class).getFirst().reason().contains("Not authorized to write"));
        assertEquals(List.of(), told(TransactionEvent.Committed.class));
    }

    @Test
    void aCommitWithoutAnAnswerIsAskedAgainThenInDoubtAndNeverCalledAborted() {
        use("transactional.id", "tx");
        script = p -> p.commitTransactionException = new TimeoutException("Timeout expired after 60000ms");
        send(2);
        assertEquals(List.of("A commit", "A commit", "A close"), calls("commit", "abort", "close"));
        assertEquals(List.of(), told(TransactionEvent.Aborted.class));
        assertEquals(List.of(), told(TransactionEvent.Committed.class));
        assertTrue(warnings().getFirst().contains("was committed is not known"), warnings().toString());
        assertFalse(engine.progress().busy());
    }

    @Test
    void anAbortThatFailsReplacesTheProducerAndTheLoadGoesOn() {
        use("transactional.id", "tx");
        script = p -> {
            if (producers.size() == 1) {
                p.commitTransactionException = new KafkaException("commit failed");
                p.abortTransactionException = new KafkaException("abort failed");
            }
        };
        engine.send(load(4, 0, 2));
        work();
        assertEquals(List.of("A open", "A begin", "A commit", "A abort", "B open", "B begin", "B commit"),
                calls("open", "begin", "commit", "abort"));
        assertTotals(4, 4, 0, 0, 0);
    }

    @Test
    void aFencedProducerEndsTheLoadInsteadOfTakingTheIdBack() {
        use("transactional.id", "tx");
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 3) {
                p.fenceProducer();
            }
        });
        engine.send(load(0, 0, 5));
        work();
        assertEquals(1, producers.size());
        assertTrue(producers.getFirst().closed());
        assertTrue(engine.progress().problem().contains("another producer with the transactional.id tx took over"),
                engine.progress().problem());
    }

    @Test
    void newSettingsInMidTransactionCommitItFirst() {
        use("transactional.id", "tx");
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 3) {
                use("transactional.id", "tx", "linger.ms", "1");
            }
        });
        engine.send(load(5, 0, 1000));
        work();
        assertEquals(List.of("A open", "A begin", "A commit", "A close", "B open", "B begin", "B commit"),
                calls("open", "begin", "commit", "abort", "close"));
    }

    @Test
    void aStopCommitsWhatWasSentAlsoWhenItCutsSendShort() throws InterruptedException {
        use("transactional.id", "tx");
        script = p -> p.beforeSend(() -> p.blockIn(engine.run().size() == 3 ? "send" : ""));
        engine.send(load(10, 0, 1000));
        Thread sender = Thread.ofPlatform().start(this::work);
        awaitProducer().awaitBlocked();
        engine.stop();
        sender.join();
        assertEquals(List.of("A begin", "A commit"), calls("begin", "commit", "abort"));
        assertTotals(3, 2, 0, 1, 0);
    }

    @Test
    void aCancelDuringACommitIsInDoubtAndClosesTheProducer() throws InterruptedException {
        use("transactional.id", "tx");
        script = p -> p.blockIn("commit");
        engine.send(load(3, 0, 1000));
        Thread sender = Thread.ofPlatform().start(this::work);
        awaitProducer().awaitBlocked();
        engine.cancel();
        sender.join();
        assertTrue(warnings().getFirst().contains("cancelled while the commit was on its way"), warnings().toString());
        assertTrue(producers.getFirst().closed());
        assertFalse(engine.progress().busy());
    }

    @Test
    void aCancelInMidTransactionWaitsForNoAbort() {
        use("transactional.id", "tx");
        script = p -> p.beforeSend(() -> {
            if (engine.run().size() == 3) {
                engine.cancel();
            }
        });
        engine.send(load(0, 0, 1000));
        work();
        assertEquals(List.of("A begin", "A close"), calls("begin", "commit", "abort", "close"));
        assertTrue(told(TransactionEvent.Aborted.class).getFirst().reason().startsWith("it was cancelled"));
    }

    @Test
    void aCoordinatorThatDoesNotAnswerIsToldAndTheNextActionTriesAgain() {
        use("transactional.id", "tx");
        script = p -> p.initTransactionException = producers.size() == 1
                ? new TimeoutException("Timeout expired while initializing")
                : null;
        send(1);
        assertEquals("Timeout expired while initializing", engine.progress().problem());
        assertTrue(producers.getFirst().closed());
        send(1);
        assertTotals(1, 1, 0, 0, 0);
    }

    @Test
    void anExceptionInMidTransactionLeavesNoneOpenForTheNextAction() {
        use("transactional.id", "tx");
        script = p -> p.beginTransactionException = producers.size() == 1
                ? new KafkaException("in an error state")
                : null;
        send(1);
        assertEquals("in an error state", engine.progress().problem());
        send(2);
        assertEquals(2, producers.size());
        assertEquals(2, producers.get(1).history().size());
    }

    @Test
    void aFencedBeginEndsTheActionInWords() {
        use("transactional.id", "tx");
        script = p -> p.beginTransactionException = new ProducerFencedException(
                "There is a newer producer with the same transactionalId");
        send(1);
        assertTrue(engine.progress().problem().contains("newer producer"), engine.progress().problem());
    }

    // Runs and ends

    @Test
    void aNewRunStartsItsSumsAt0AndLosesNothingOfTheOld() {
        autoComplete = false;
        clock.whileParked(() -> producers.getFirst().completeNext());
        engine.send(load(3, 0, 1000));
        engine.newRun();
        work();
        assertEquals(2, engine.run().id());
        assertTotals(0, 0, 0, 0, 0);
        assertEquals(3, events.stream().filter(RecordEvent.Acked.class::isInstance).count(),
                "told before the run ended");
        assertEquals(Progress.NONE, engine.progress());
        autoComplete = true;
        send(1);
        assertEquals(new RecordId(2, 0, 0), told(RecordEvent.Sent.class).getLast().id());
    }

    @Test
    void aRunThatIsOverStaysToBeLookedAtUntilSomethingIsSent() {
        send(2);
        engine.endRun();
        work();
        assertTrue(engine.over());
        assertTrue(producers.getFirst().closed());
        assertEquals(1, engine.run().id());
        assertTotals(2, 2, 0, 0, 0);
        send(1);
        assertEquals(2, engine.run().id());
        assertFalse(engine.over());
        assertTotals(1, 1, 0, 0, 0);
    }

    @Test
    void aRunIsToldOfOnceAndAsSoonAsItIsOver() {
        List<String> told = new ArrayList<>();
        engine.whenRunEnds((run, totals) -> told.add(run.ordinal() + ": " + totals.acked()));
        send(2);
        engine.endRun();
        work();
        assertEquals(List.of("1: 2"), told);
        send(1);
        engine.newRun();
        work();
        engine.close();
        assertEquals(List.of("1: 2", "2: 1", "3: 0"), told);
    }

    @Test
    void anActionBeginsInTheRunThatItsRecordsBelongToHoweverEarlyItWasAskedFor() {
        List<Integer> runs = new ArrayList<>();
        engine.send(load(2, 0, 1000), () -> runs.add(engine.run().ordinal()));
        engine.newRun();
        engine.send(load(2, 0, 1000), () -> runs.add(engine.run().ordinal()));
        engine.endRun();
        engine.send(load(2, 0, 1000), () -> runs.add(engine.run().ordinal()));
        assertEquals(List.of(), runs, "nothing begins before the sending thread comes to it");
        work();
        assertEquals(List.of(1, 2, 3), runs);
        engine.send(load(1, 0, 1000), () -> runs.add(engine.run().ordinal()));
        engine.stop();
        work();
        assertEquals(List.of(1, 2, 3), runs, "what is dropped never begins");
    }

    @Test
    void aRunEndsWhenItsProducerIsClosedAndNotWhenTheNextOneBegins() {
        send(2);
        Run first = engine.run();
        assertEquals(Long.MAX_VALUE, first.endedMs());
        engine.endRun();
        work();
        long then = clock.ms();
        clock.pass(60_000);
        send(1);
        assertEquals(then, first.endedMs());
        assertEquals(Long.MAX_VALUE, engine.run().endedMs());
    }

    @Test
    void closingTellsOfEveryRecordAndClosesTheProducer() {
        autoComplete = false;
        clock.whileParked(() -> engine.newRun());
        send(3);
        engine = new SendEngine(folder.resolve("other"), folder.resolve("outbox"), _ -> {
            ScriptedProducer producer = new ScriptedProducer("Z", false, calls);
            producers.add(producer);
            return producer;
        }, clock, () -> free, events::add);
        use();
        clock.whileParked(() -> engine.close());
        engine.send(load(3, 0, 1000));
        work();
        assertTotals(3, 3, 0, 0, 0);
        assertTrue(producers.getLast().closed());
        engine.send(load(3, 0, 1000));
        work();
        assertTotals(3, 3, 0, 0, 0);
    }

    @Test
    void theThreadEndsWhenTheEngineIsClosed() throws InterruptedException {
        SendEngine real = new SendEngine(folder.resolve("real"), () -> free, events::add);
        List<Thread> threads = Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.getName().equals("ackscope-send")).toList();
        assertEquals(1, threads.size());
        real.close();
        threads.getFirst().join();
    }
}
