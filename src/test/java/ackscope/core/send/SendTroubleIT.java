package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.Topics.StoredRecord;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.compose.RecordStamp;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.event.TransactionEvent;
import ackscope.core.metrics.RunTotals;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person may do wrong, and what may go wrong, on real brokers: said in words, counted to the record, and nothing hangs. */
@ExtendWith(SharedLab.Extension.class)
class SendTroubleIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    private Path folder;
    private SharedLab lab;
    private SendEngine engine;
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        engine = new SendEngine(folder, () -> Long.MAX_VALUE, events::add);
    }

    @AfterEach
    void close() {
        engine.close();
        lab.heal();
    }

    private void use(String... pairs) {
        Map<String, Object> map = new HashMap<>(lab.clientProperties());
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        engine.use(map);
    }

    private static RecordSource source(String topic, LoadPlan plan, OptionalInt partition, String value)
            throws Exception {
        return RecordSource.of(
                new RecordDraft(topic, Payload.string("k-${n}"), Payload.string(value), List.of(), partition,
                        OptionalLong.empty()),
                plan, true,
                System::currentTimeMillis);
    }

    private static LoadPlan load(long count, double rate) {
        return new LoadPlan(OptionalLong.of(count), rate, OptionalInt.of(100), 0, 7, 50);
    }

    private RunTotals rest(long sent) {
        SharedLab.await("every report", LIMIT_MS,
                () -> engine.totals().sent() >= sent && !engine.progress().busy() && engine.totals().open() == 0);
        engine.flush();
        RunTotals totals = engine.totals();
        assertEquals(totals.edge(FlowEdge.SEND), totals.edge(FlowEdge.ACKNOWLEDGE) + totals.edge(FlowEdge.FAIL),
                "send = acknowledge + fail: " + totals);
        assertEquals(totals.edge(FlowEdge.FAIL),
                totals.edge(FlowEdge.RETRY) + totals.edge(FlowEdge.EXHAUSTED) + totals.edge(FlowEdge.NOT_RETRIABLE),
                "fail = retry + exhausted + not retriable: " + totals);
        return totals;
    }

    private RecordEvent.Failed failure() {
        return events.stream().filter(RecordEvent.Failed.class::isInstance).map(RecordEvent.Failed.class::cast)
                .findFirst().orElseThrow();
    }

    @Test
    void aRecordThatWasAckedIsInTheLogWithItsNumber() throws Exception {
        String topic = lab.topic(3, 3, 2);
        use();
        engine.send(source(topic, LoadPlan.of(1), OptionalInt.empty(), "hello"));
        rest(1);
        SendLedger.Entry entry = engine.run().read(0);
        StoredRecord stored = lab.cluster().topics().read(topic, entry.partition(), entry.offset()).orElseThrow();
        assertEquals("hello", new String(stored.value(), StandardCharsets.UTF_8));
        assertEquals(Optional.of(new RecordId(engine.run().id(), 0, 0)),
                RecordStamp.read(stored.headers().getFirst().value()));
    }

    @Test
    void aValueOverMaxRequestSizeNeverLeavesTheClient() throws Exception {
        String topic = lab.topic(1, 3, 2);
        use("max.request.size", "1000");
        engine.send(source(topic, LoadPlan.of(1), OptionalInt.empty(), "x".repeat(2000)));
        RunTotals totals = rest(1);
        assertEquals(1, totals.failed());
        assertEquals(1, totals.edge(FlowEdge.NEVER_SENT));
        assertEquals(FailureKind.TOO_LARGE, failure().kind());
        assertEquals(Certainty.NO, failure().certainty());
        assertTrue(failure().message().contains("max.request.size"), failure().message());
    }

    @Test
    void anUnknownTopicFailsAfterMaxBlockAndSaysWhatToCheck() throws Exception {
        use("max.block.ms", "600");
        engine.send(source("no-such-topic", LoadPlan.of(1), OptionalInt.empty(), "x"));
        rest(1);
        assertEquals(FailureKind.NO_METADATA, failure().kind());
        assertTrue(failure().message().contains("topic"), failure().message());
    }

    @Test
    void aPartitionThatDoesNotExistFailsAfterMaxBlock() throws Exception {
        String topic = lab.topic(2, 3, 2);
        use("max.block.ms", "600");
        engine.send(source(topic, LoadPlan.of(1), OptionalInt.of(7), "x"));
        rest(1);
        assertEquals(FailureKind.NO_METADATA, failure().kind());
    }

    @Test
    void aStopEndsASendThatBlocksForMetadata() throws Exception {
        use("max.block.ms", "60000");
        engine.send(source("no-such-topic-either", LoadPlan.of(5), OptionalInt.empty(), "x"));
        SharedLab.await("send() to block", LIMIT_MS, () -> engine.run().size() == 1);
        engine.stop();
        RunTotals totals = rest(1);
        assertEquals(1, totals.sent());
        assertEquals(FailureKind.CANCELLED, failure().kind());
    }

    @Test
    void withEveryBrokerDeadRecordsExpireAndTheNextOnesAreAckedOnceTheyAreBack() throws Exception {
        String topic = lab.topic(3, 3, 2);
        use("delivery.timeout.ms", "2500", "request.timeout.ms", "1000", "linger.ms", "0");
        engine.send(source(topic, load(1500, 500), OptionalInt.empty(), ""));
        SharedLab.await("some acknowledgements", LIMIT_MS, () -> engine.totals().acked() > 100);
        for (int broker : lab.cluster().view().nodes().stream().filter(n -> !n.controller()).map(n -> n.id())
                .toList()) {
            lab.cluster().kill(broker);
        }
        SharedLab.await("the first expiries", LIMIT_MS, () -> engine.totals().failed() > 0);
        // With no broker left the client forgets the topic and starts from its bootstrap servers again: send() now blocks.
        engine.stop();
        RunTotals totals = rest(engine.run().size());
        assertEquals(totals.sent(), totals.acked() + totals.failed());
        assertEquals(totals.failed(), engine.clientMetrics().recordErrorTotal(), "the client counts the same failures");
        assertEquals("TimeoutException", failure().error());
        lab.heal();
        engine.send(source(topic, LoadPlan.of(20), OptionalInt.empty(), "again"));
        assertEquals(totals.acked() + 20, rest(totals.sent() + 20).acked());
    }

    @Test
    void aPausedLeaderDelaysAndLosesNothing() throws Exception {
        String topic = lab.topic(1, 3, 2);
        use("request.timeout.ms", "1500", "delivery.timeout.ms", "60000");
        engine.send(source(topic, load(3000, 300), OptionalInt.empty(), ""));
        SharedLab.await("some acknowledgements", LIMIT_MS, () -> engine.totals().acked() > 100);
        int leader = lab.cluster().view().partitions().getFirst().leader();
        lab.cluster().pause(leader);
        SharedLab.await("another leader", LIMIT_MS, () -> {
            int now = lab.cluster().view().partitions().getFirst().leader();
            return now >= 0 && now != leader;
        });
        RunTotals totals = rest(3000);
        lab.cluster().resume(leader);
        assertEquals(3000, totals.acked());
        assertTrue(totals.edge(FlowEdge.RETRY) > 0, "no retry was counted: " + totals);
        assertTrue(events.stream().anyMatch(AttemptEvent.Retried.class::isInstance), "no retry was heard of");
    }

    static IntStream repeats() {
        return IntStream.range(0, Integer.getInteger("repeat", 1));
    }

    @ParameterizedTest
    @MethodSource("repeats")
    void aKilledLeaderIsRetriedAroundAndTheSumsAgreeToTheRecord(int repeat) throws Exception {
        String topic = lab.topic(3, 3, 2);
        use();
        engine.send(source(topic, load(6000, 750), OptionalInt.empty(), ""));
        SharedLab.await("some acknowledgements", LIMIT_MS, () -> engine.totals().acked() > 300);
        int leader = lab.cluster().view().partitions().getFirst().leader();
        lab.cluster().kill(leader);
        SharedLab.await("the leader to be seen dead", LIMIT_MS, () -> lab.cluster().view().nodes().stream()
                .anyMatch(n -> n.id() == leader && n.state() == NodeState.DEAD));
        RunTotals totals = rest(6000);
        assertEquals(6000, totals.acked());
        assertEquals(totals.edge(FlowEdge.SEND), engine.clientMetrics().recordSendTotal());
        assertEquals(totals.edge(FlowEdge.RETRY), engine.clientMetrics().recordRetryTotal());
        assertEquals(0, engine.clientMetrics().recordErrorTotal());
        long acked = 0;
        for (long number = 0; number < engine.run().size(); number++) {
            acked += engine.run().read(number).outcome() == Outcome.ACKED ? 1 : 0;
        }
        assertEquals(totals.acked(), acked, "the ledger agrees");
    }

    @Test
    void newSettingsInMidLoadDrainCloseAndOpenWithoutLoss() throws Exception {
        String topic = lab.topic(2, 3, 2);
        use();
        engine.send(source(topic, load(2000, 1000), OptionalInt.empty(), ""));
        SharedLab.await("half of it", LIMIT_MS, () -> engine.totals().sent() > 900);
        use("acks", "1", "enable.idempotence", "false", "linger.ms", "20");
        RunTotals totals = rest(2000);
        assertEquals(2000, totals.acked());
        assertEquals(2000, engine.clientMetrics().recordSendTotal());
    }

    @Test
    void eachTransactionOfALoadIsCommitted() throws Exception {
        String topic = lab.topic(2, 3, 2);
        use("transactional.id", "trouble-it");
        engine.send(source(topic, load(120, 0), OptionalInt.empty(), ""));
        assertEquals(120, rest(120).acked());
        assertEquals(List.of(50L, 50L, 20L),
                events.stream().filter(TransactionEvent.Committed.class::isInstance)
                        .map(e -> ((TransactionEvent.Committed) e).records()).toList());
    }

    @Test
    void closingInMidLoadTakesUnderFiveSecondsEvenWithABrokerThatHangs() throws Exception {
        String topic = lab.topic(3, 3, 2);
        use();
        engine.send(source(topic, new LoadPlan(OptionalLong.empty(), 0, OptionalInt.of(100), 0, 1, 1),
                OptionalInt.empty(), ""));
        SharedLab.await("a load", LIMIT_MS, () -> engine.totals().acked() > 1000);
        lab.cluster().pause(lab.cluster().view().partitions().getFirst().leader());
        long start = System.nanoTime();
        engine.close();
        assertTrue(System.nanoTime() - start < 5_000_000_000L, "closing took too long");
        assertEquals(0, engine.totals().open(), "every record has an outcome");
    }
}
