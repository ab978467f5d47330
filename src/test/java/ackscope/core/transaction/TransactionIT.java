package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditDesk;
import ackscope.core.audit.AuditReport;
import ackscope.core.audit.RunJournal;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.compose.ComposeException;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.Ending;
import ackscope.core.event.LabEvent;
import ackscope.core.lab.TopicStarts;
import ackscope.core.send.SendEngine;
import ackscope.core.transaction.ReadersView.Fate;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Transactions on real brokers: what the engine says of them, what the experiments show, and what readers then find. */
@ExtendWith(SharedLab.Extension.class)
class TransactionIT {
    private static final long LIMIT_MS = 60_000;

    private final SharedLab lab;
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;
    private SendEngine engine;
    private TopicLogs logs;
    private String topic;

    TransactionIT(SharedLab lab) {
        this.lab = lab;
    }

    static IntStream rounds() {
        return IntStream.rangeClosed(1, Integer.getInteger("repeat", 1));
    }

    static Stream<Arguments> experiments() {
        return rounds().boxed()
                .flatMap(round -> Experiment.ALL.stream().map(e -> Arguments.of(e.title(), round, e)));
    }

    @BeforeEach
    void open() {
        topic = lab.topic(2, 3, 2);
        engine = new SendEngine(folder, () -> Long.MAX_VALUE, events::add);
        logs = new TopicLogs(lab.cluster()::directClientProperties);
        engine.starts(name -> TopicStarts.of(Optional.of(logs), name));
        use("transaction.timeout.ms", "60000");
    }

    @AfterEach
    void close() {
        engine.close();
        logs.close();
    }

    /** What the audit says of the run, which is over then: so many were delivered and so many aborted, and nothing is wrong. */
    private void assertAudited(long delivered, long aborted) {
        AuditReport audit = new AuditDesk(engine, lab::cluster, Optional::empty, new RunJournal(),
                (_, _, _) -> {
                }).finish(_ -> {
                }, () -> false);
        assertEquals(Map.of(Verdict.DELIVERED, delivered, Verdict.ABORTED, aborted), audit.counts(), audit::toString);
        assertTrue(audit.clean(), audit::toString);
        assertEquals(List.of(), audit.obstacles());
    }

    private void use(String... pairs) {
        Map<String, Object> settings = new HashMap<>(lab.clientProperties());
        settings.put("transactional.id", "tx-" + topic);
        settings.put("max.block.ms", "10000");
        for (int i = 0; i < pairs.length; i += 2) {
            settings.put(pairs[i], pairs[i + 1]);
        }
        engine.use(settings);
    }

    private void send(LoadPlan plan, OptionalInt partition) {
        try {
            engine.send(RecordSource.of(new RecordDraft(topic, Payload.NULL, Payload.string("v${n}"), List.of(),
                    partition, OptionalLong.empty()), plan, true, System::currentTimeMillis));
        } catch (ComposeException e) {
            throw new IllegalStateException(e);
        }
    }

    private void send(int partition, int from, int count) {
        send(LoadPlan.of(count, 1, from), OptionalInt.of(partition));
    }

    private void await(TransactionState state) {
        SharedLab.await("the state " + state, LIMIT_MS,
                () -> engine.transactions().view().state() == state
                        && engine.transactions().view().waiting().isEmpty());
    }

    private void awaitReports(long sent) {
        SharedLab.await("every report", LIMIT_MS,
                () -> engine.totals().sent() >= sent && engine.totals().open() == 0 && !engine.progress().busy());
    }

    private static List<String> values(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> "v" + n).toList();
    }

    private List<String> read(String isolation) {
        Map<String, Object> config = new HashMap<>(lab.clientProperties());
        config.put("isolation.level", isolation);
        config.put("auto.offset.reset", "earliest");
        List<String> found = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> places = List.of(new TopicPartition(topic, 0), new TopicPartition(topic, 1));
            consumer.assign(places);
            consumer.seekToBeginning(places);
            Map<TopicPartition, Long> ends = consumer.endOffsets(places);
            while (places.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(100)).forEach(r -> found.add(new String(r.value(),
                        StandardCharsets.UTF_8)));
            }
        }
        return found.stream().sorted(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rounds")
    void aCommitOverTwoPartitionsShowsAllAndAnAbortNone(int round) {
        engine.transactions().begin();
        send(0, 0, 10);
        send(1, 10, 10);
        awaitReports(20);
        assertEquals(List.of(), read("read_committed"));
        assertEquals(values(0, 20), read("read_uncommitted"));
        assertEquals(List.of(new TransactionView.Part(topic, 0, 10), new TransactionView.Part(topic, 1, 10)),
                engine.transactions().view().contents().orElseThrow().parts());
        engine.transactions().commit();
        await(TransactionState.READY);
        SharedLab.await("the commit in both partitions", LIMIT_MS,
                () -> read("read_committed").equals(values(0, 20)));

        engine.transactions().begin();
        send(0, 20, 10);
        send(1, 30, 10);
        awaitReports(40);
        engine.transactions().abort();
        await(TransactionState.READY);
        SharedLab.await("the abort in both partitions", LIMIT_MS, this::allStable);
        assertEquals(values(0, 20), read("read_committed"));
        assertEquals(values(0, 40), read("read_uncommitted"));
        for (long n = 0; n < 40; n++) {
            assertEquals(n < 20 ? Ending.COMMITTED : Ending.ABORTED, engine.run().ending(n));
        }
        assertAudited(20, 20);
    }

    private boolean allStable() {
        return IntStream.range(0, 2).allMatch(partition -> {
            try (PartitionLog log = new PartitionLog(lab.clientProperties(), topic, partition, "")) {
                return log.lastStable() == log.end();
            }
        });
    }

    @ParameterizedTest(name = "{0} [{1}]")
    @MethodSource("experiments")
    void anExperimentComesOutAsItMust(String title, int round, Experiment experiment, TestReporter reporter) {
        try (Experiments experiments = new Experiments()) {
            experiments.start(experiment, lab.clientProperties(), topic);
            SharedLab.await("the end of " + title, LIMIT_MS,
                    () -> experiments.view().state() != ExperimentView.State.RUNNING);
            ExperimentView view = experiments.view();
            view.steps().forEach(s -> reporter.publishEntry(title, s.what() + ": " + s.result() + " (" + s.tookMs()
                    + " ms)"));
            reporter.publishEntry(title, view.conclusion());
            assertEquals(ExperimentView.State.SHOWN, view.state(), view.conclusion());
        }
        List<String> expected = switch (title) {
            case "Fenced producer sends", "Fenced producer commits" -> List.of("of B");
            case "Time-out, then a send", "Time-out, then a commit" -> List.of("in time");
            case "Producer killed in mid-transaction" -> List.of("later 1", "later 2", "later 3");
            case "Consume, transform, produce" -> List.of("in 1", "in 2", "in 3", "out 1", "out 2", "out 3");
            default -> throw new AssertionError(title);
        };
        assertEquals(expected, read("read_committed"));
        assertTrue(read("read_uncommitted").size() > expected.size());
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rounds")
    void aFencedEngineMayAbortThenMustBeReplaced(int round) {
        engine.transactions().begin();
        send(0, 0, 3);
        awaitReports(3);
        takeOver();
        send(0, 3, 1);
        await(TransactionState.ABORTABLE_ERROR);
        assertEquals("InvalidProducerEpochException",
                engine.transactions().view().trouble().orElseThrow().error());
        engine.transactions().abort();
        await(TransactionState.FATAL_ERROR);
        assertEquals("ProducerFencedException", engine.transactions().view().trouble().orElseThrow().error());
        assertEquals(Ending.ABORTED, engine.run().ending(2));
        engine.transactions().replace();
        await(TransactionState.READY);
        engine.transactions().begin();
        send(0, 4, 1);
        engine.transactions().commit();
        await(TransactionState.READY);
        SharedLab.await("the commit", LIMIT_MS, () -> read("read_committed").equals(List.of("v4")));
    }

    private void takeOver() {
        try (Producer<byte[], byte[]> other = new KafkaProducer<>(
                ClientConfig.producer(lab.clientProperties(), "tx-" + topic, 60_000), new ByteArraySerializer(),
                new ByteArraySerializer())) {
            other.initTransactions();
        }
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rounds")
    void aFencedEngineThatOnlyCommitsMustBeReplaced(int round) {
        engine.transactions().begin();
        send(0, 0, 3);
        awaitReports(3);
        takeOver();
        engine.transactions().commit();
        await(TransactionState.FATAL_ERROR);
        assertEquals("ProducerFencedException", engine.transactions().view().trouble().orElseThrow().error());
        // The first try of a commit may have got through before the second one was fenced: the log tells, the client does not.
        assertEquals(Ending.IN_DOUBT, engine.run().ending(0));
        assertEquals(List.of(), read("read_committed"));
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rounds")
    void aTransactionThatTimedOutIsAbortableByASendAndFatalByACommit(int round) {
        use("transaction.timeout.ms", "1000");
        engine.transactions().begin();
        send(0, 0, 1);
        awaitReports(1);
        SharedLab.await("the coordinator's abort", LIMIT_MS, this::allStable);
        send(0, 1, 1);
        await(TransactionState.ABORTABLE_ERROR);
        engine.transactions().abort();
        await(TransactionState.READY);

        engine.transactions().begin();
        send(0, 2, 1);
        awaitReports(3);
        SharedLab.await("the coordinator's abort", LIMIT_MS, this::allStable);
        engine.transactions().commit();
        await(TransactionState.FATAL_ERROR);
        assertEquals("InvalidTxnStateException", engine.transactions().view().trouble().orElseThrow().error());
        assertEquals(List.of(Ending.ABORTED, Ending.ABORTED, Ending.IN_DOUBT),
                LongStream.range(0, 3).mapToObj(engine.run()::ending).toList());
        assertEquals(List.of(), read("read_committed"));
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rounds")
    void everyThirdTransactionOfALoadIsInvisible(int round) {
        send(new LoadPlan(OptionalLong.of(60), 0, OptionalInt.empty(), 0, 1, 5).abortingEvery(3),
                OptionalInt.empty());
        awaitReports(60);
        SharedLab.await("the last marker", LIMIT_MS, this::allStable);
        List<String> visible = LongStream.range(0, 60).filter(n -> engine.run().ending(n) == Ending.COMMITTED)
                .mapToObj(n -> "v" + n).toList();
        assertEquals(40, visible.size());
        assertEquals(visible, read("read_committed"));
        assertEquals(values(0, 60), read("read_uncommitted"));
        assertAudited(40, 20);
    }

    @ParameterizedTest(name = "[{0}]")
    @MethodSource("rounds")
    void theReadersSeeTheOpenAndTheAbortedInOneOnly(int round) {
        try (Readers readers = new Readers(lab::clientProperties)) {
            readers.read(topic);
            readers.looked(true);
            SharedLab.await("the readers", LIMIT_MS, () -> readers.view().state() == ReadersView.State.READING);
            engine.transactions().begin();
            send(0, 0, 3);
            SharedLab.await("three records held back", LIMIT_MS, () -> readers.view().uncommitted().size() == 3
                    && readers.view().marks().getFirst().heldBack() == 3);
            assertEquals(List.of(), readers.view().committed());
            assertTrue(readers.view().uncommitted().stream().allMatch(r -> r.fate() == Fate.HELD_BACK));
            engine.transactions().abort();
            SharedLab.await("three aborted records", LIMIT_MS, () -> readers.view().uncommitted().stream()
                    .allMatch(r -> r.fate() == Fate.ABORTED));

            readers.pause(true);
            SharedLab.await("the pause", LIMIT_MS, () -> readers.view().state() == ReadersView.State.PAUSED);
            engine.transactions().begin();
            send(1, 3, 2);
            engine.transactions().commit();
            await(TransactionState.READY);
            assertEquals(3, readers.view().uncommitted().size());
            readers.pause(false);
            SharedLab.await("two committed records", LIMIT_MS, () -> readers.view().committed().size() == 2
                    && readers.view().uncommitted().stream().filter(r -> r.fate() == Fate.VISIBLE).count() == 2);
            assertEquals(5, readers.view().uncommitted().size());
        }
    }
}
