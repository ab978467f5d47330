package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.breaker.BreakerView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.compose.RecordStamp;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.RunTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The circuit breaker and its outbox while every real broker is away. */
@ExtendWith(SharedLab.Extension.class)
class DetourIT {
    private static final long LIMIT_MS = 90_000;
    private static final int PARTITIONS = 3;

    @TempDir
    private Path folder;
    private SharedLab lab;
    private SendEngine engine;
    private final List<LabEvent> events = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        engine = engine("runs");
    }

    private SendEngine engine(String runs) {
        SendEngine made = new SendEngine(folder.resolve(runs), folder.resolve("outbox"), () -> Long.MAX_VALUE,
                events::add);
        Map<String, Object> settings = new HashMap<>(lab.clientProperties());
        settings.putAll(Map.of("delivery.timeout.ms", "2500", "request.timeout.ms", "1000", "linger.ms", "5",
                "max.block.ms", "1500"));
        made.use(settings);
        made.breaker(new BreakerSettings(true, Window.COUNT, 100, 20, 50, 60_000, 100, 1_500, 10,
                BreakerSettings.DEFAULTS.counted(), true, 1_000, 50_000, 64));
        return made;
    }

    @AfterEach
    void close() {
        engine.close();
        lab.heal();
    }

    private List<Integer> brokers() {
        return lab.cluster().view().nodes().stream().filter(n -> !n.controller()).map(n -> n.id()).toList();
    }

    private static RecordSource load(String topic, double rate) throws Exception {
        return RecordSource.of(
                new RecordDraft(topic, Payload.NULL, Payload.NULL, List.of(), OptionalInt.empty(),
                        OptionalLong.empty()),
                new LoadPlan(OptionalLong.empty(), rate, OptionalInt.of(100), 0, 7, 50), true,
                System::currentTimeMillis);
    }

    private void breakAll(String how) {
        LabCluster cluster = lab.cluster();
        for (int broker : brokers()) {
            if (how.equals("kill")) {
                cluster.kill(broker);
            } else {
                cluster.pause(broker);
            }
        }
    }

    /** How often each number of this run is in the topic. */
    private Map<Long, Integer> stored(String topic, int run) {
        Map<Long, Integer> found = new HashMap<>();
        Map<String, Object> config = new HashMap<>(lab.clientProperties());
        config.put("isolation.level", "read_uncommitted");
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            List<TopicPartition> all = IntStream.range(0, PARTITIONS).mapToObj(p -> new TopicPartition(topic, p))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            SharedLab.await("the whole topic", LIMIT_MS, () -> {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    RecordId id = RecordStamp.read(record.value()).orElseThrow();
                    assertEquals(run, id.run());
                    found.merge(id.number(), 1, Integer::sum);
                }
                return ends.entrySet().stream().allMatch(e -> consumer.position(e.getKey()) >= e.getValue());
            });
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"kill", "pause"})
    void whileEveryBrokerIsAwayRecordsAreKeptAndAckedOnceTheyAreBack(String how) throws Exception {
        String topic = lab.topic(PARTITIONS, 3, 2);
        engine.send(load(topic, 400));
        SharedLab.await("some acknowledgements", LIMIT_MS, () -> engine.totals().acked() > 400);
        long began = System.nanoTime();
        breakAll(how);
        SharedLab.await("the breaker to open", LIMIT_MS, () -> engine.breaker().state() == State.OPEN);
        double opened = (System.nanoTime() - began) / 1e9;
        SharedLab.await("the outbox to fill", LIMIT_MS, () -> engine.breaker().held() > 1_500);
        lab.heal();
        SharedLab.await("the breaker to close", LIMIT_MS, () -> engine.breaker().state() == State.CLOSED);
        SharedLab.await("the outbox to empty beside the load", LIMIT_MS, () -> engine.breaker().held() == 0);
        engine.stop();
        SharedLab.await("every report", LIMIT_MS, () -> !engine.progress().busy() && engine.totals().open() == 0);

        RunTotals totals = engine.totals();
        BreakerView view = engine.breaker();
        assertEquals(totals.sent(), totals.acked() + totals.failed());
        SharedLab.await("the groups to be told", LIMIT_MS,
                () -> events.stream().filter(BreakerEvent.Kept.class::isInstance)
                        .mapToLong(e -> ((BreakerEvent.Kept) e).count()).sum() == view.kept());
        assertTrue(view.replayed() >= view.kept(), view.toString());
        Map<Long, Integer> stored = stored(topic, engine.run().id());
        long keptOrAcked = 0;
        long doubled = 0;
        long failedYetStored = 0;
        for (long n = 0; n < engine.run().size(); n++) {
            int copies = stored.getOrDefault(n, 0);
            if (engine.run().read(n).outcome() == Outcome.ACKED) {
                keptOrAcked++;
                assertTrue(copies >= 1, "record " + n + " was acked and is not there");
                doubled += copies > 1 ? 1 : 0;
            } else {
                failedYetStored += copies > 0 ? 1 : 0;
            }
        }
        assertEquals(totals.acked(), keptOrAcked);
        assertTrue(doubled <= view.mayDouble(), doubled + " doubled, " + view);
        assertTrue(failedYetStored <= totals.maybeWritten(), failedYetStored + " failed yet stored, " + totals);
        System.out.printf("%s: open after %.1f s; sent %d acked %d failed %d; kept %d replayed %d, may double %d,"
                + " doubled %d, failed yet stored %d of %d maybe%n", how, opened, totals.sent(), totals.acked(),
                totals.failed(), view.kept(), view.replayed(), view.mayDouble(), doubled, failedYetStored,
                totals.maybeWritten());
    }

    @Test
    void whatIsHeldWhenTheAppEndsIsReplayedByTheNextOne() throws Exception {
        String topic = lab.topic(PARTITIONS, 3, 2);
        engine.send(load(topic, 400));
        SharedLab.await("some acknowledgements", LIMIT_MS, () -> engine.totals().acked() > 200);
        breakAll("kill");
        SharedLab.await("the outbox to fill", LIMIT_MS, () -> engine.breaker().held() > 500);
        engine.close();
        long held = engine.breaker().held();
        lab.heal();
        engine = engine("later");
        SharedLab.await("the outbox to be offered", LIMIT_MS, () -> engine.breaker().held() == held);
        engine.replay(0);
        SharedLab.await("every report", LIMIT_MS,
                () -> engine.totals().sent() == held && engine.totals().open() == 0);
        assertEquals(held, engine.totals().acked());
        assertEquals(0, engine.breaker().held());
    }
}
