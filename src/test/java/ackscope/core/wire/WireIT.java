package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.RecordStamp;
import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.BatchLife;
import ackscope.core.event.Certainty;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.wire.Interference.Action;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the wire says of real producers on real brokers, while hand-written faults act. */
@ExtendWith(SharedLab.Extension.class)
class WireIT {
    private static final long LIMIT_MS = 30_000;
    private static final int RECORDS = 10;
    private static final AtomicInteger CLIENTS = new AtomicInteger();

    private final String clientId = "wire-it-" + CLIENTS.incrementAndGet();
    private final Script faults = new Script();
    private SharedLab lab;
    private AttemptBook book;
    private String topic;

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        book = lab.cluster().attempts();
        topic = lab.topic(1, 3, 2);
        lab.cluster().interfere(faults);
    }

    @AfterEach
    void heal() {
        lab.cluster().interfere(Interference.NONE);
    }

    private KafkaProducer<byte[], byte[]> producer(Object... more) {
        Map<String, Object> config = new HashMap<>(lab.clientProperties());
        config.put("client.id", clientId);
        config.put("linger.ms", 100);
        for (int i = 0; i < more.length; i += 2) {
            config.put((String) more[i], more[i + 1]);
        }
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private List<Future<RecordMetadata>> send(KafkaProducer<byte[], byte[]> producer, int from, int count) {
        List<Future<RecordMetadata>> reports = new ArrayList<>();
        for (int number = from; number < from + count; number++) {
            byte[] value = new byte[100];
            RecordStamp.write(value, id(number), RecordStamp.crc(value, RecordStamp.LENGTH));
            reports.add(producer.send(new ProducerRecord<>(topic, 0, null, value)));
        }
        return reports;
    }

    private static RecordId id(long number) {
        return new RecordId(1, number, 0);
    }

    private BatchLife onlyLife() {
        return onlyLife(1);
    }

    private BatchLife onlyLife(int tries) {
        SharedLab.await("the life to be decoded", LIMIT_MS, () -> !book.lives(id(0), topic, 0).isEmpty()
                && book.lives(id(0), topic, 0).getLast().attempts().size() >= tries
                && !book.lives(id(0), topic, 0).getLast().latest().open());
        List<BatchLife> lives = book.lives(id(0), topic, 0);
        assertEquals(1, lives.size(), lives.toString());
        return lives.getFirst();
    }

    private List<Long> stored() {
        Map<String, Object> config = new HashMap<>(lab.clientProperties());
        List<Long> numbers = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition partition = new TopicPartition(topic, 0);
            consumer.assign(Set.of(partition));
            consumer.seekToBeginning(Set.of(partition));
            long end = consumer.endOffsets(Set.of(partition)).get(partition);
            SharedLab.await("the log to be read", LIMIT_MS, () -> {
                consumer.poll(Duration.ofMillis(200))
                        .forEach(r -> numbers.add(RecordStamp.read(r.value()).orElseThrow().number()));
                return consumer.position(partition) >= end;
            });
        }
        return numbers;
    }

    private static Answer.Given given(Attempt attempt) {
        return (Answer.Given) attempt.said();
    }

    @Test
    void withoutIdempotenceADroppedAnswerWritesTheSameBatchTwice() throws Exception {
        faults.strike(1, Script::produceAnswer, new Action.Reset());
        try (var producer = producer("enable.idempotence", false, "acks", "all")) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        BatchLife life = onlyLife(2);
        Attempt first = life.attempts().get(0);
        Attempt second = life.attempts().get(1);
        assertEquals(2, life.attempts().size());
        assertEquals(Heard.NOTHING, first.heard());
        assertEquals("NONE", given(first).error());
        assertEquals("fault 1", first.fault());
        assertEquals(Heard.AS_SAID, second.heard());
        assertEquals(given(first).baseOffset() + RECORDS, given(second).baseOffset());
        assertEquals(-1, second.producerId());
        assertEquals(2 * RECORDS, stored().size());
        assertEquals(new WireSums(2 * RECORDS, 0, RECORDS, 2, 2, 0, 0), book.sums(clientId));
    }

    @Test
    void withIdempotenceTheSecondTryHasTheSameSequenceAndNothingIsWrittenAgain() throws Exception {
        faults.strike(1, Script::produceAnswer, new Action.Reset());
        try (var producer = producer()) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        BatchLife life = onlyLife(2);
        Attempt first = life.attempts().get(0);
        Attempt second = life.attempts().get(1);
        assertTrue(first.producerId() >= 0);
        assertEquals(first.producerId(), second.producerId());
        assertEquals(first.epoch(), second.epoch());
        assertEquals(first.sequence(), second.sequence());
        assertEquals("NONE", given(second).error(), "the broker remembers the batch and says so as a success");
        assertEquals(given(first).baseOffset(), given(second).baseOffset());
        assertEquals(RECORDS, stored().size());
    }

    @Test
    void aSwallowedRequestIsSentAgainAfterTheTimeOut() throws Exception {
        faults.strike(1, Script::produceRequest, new Action.Swallow());
        try (var producer = producer("request.timeout.ms", 1000)) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        BatchLife life = onlyLife();
        Attempt first = life.attempts().getFirst();
        assertFalse(first.forwarded());
        assertEquals(Heard.NOTHING, first.heard());
        assertTrue(first.said() instanceof Answer.None(String why, long _) && why.contains("kept"), first.toString());
        assertTrue(first.endedUs() - first.sentUs() >= 900_000, first.toString());
        assertEquals(Heard.AS_SAID, life.latest().heard());
        assertEquals(RECORDS, stored().size());
    }

    @Test
    void aDelayedAnswerReachesTheClientThatMuchLater() throws Exception {
        faults.strike(1, Script::produceAnswer, new Action.Delay(400));
        try (var producer = producer()) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        Attempt only = onlyLife().latest();
        assertEquals(1, only.number());
        // The delay counts from when the answer came, a moment before it was read: its own time is too late to measure from.
        assertTrue(only.endedUs() - only.sentUs() >= 400_000, only.toString());
        assertEquals("fault 1", only.fault());
    }

    @Test
    void aMadeErrorIsHeardAndTheBrokerWasNotAsked() throws Exception {
        faults.strike(2, Script::produceRequest, new Action.Answer("NOT_LEADER_OR_FOLLOWER"));
        try (var producer = producer()) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        BatchLife life = onlyLife();
        assertEquals(List.of(Heard.REPLACED, Heard.REPLACED, Heard.AS_SAID),
                life.attempts().stream().map(Attempt::heard).toList());
        assertEquals(List.of(false, false, true), life.attempts().stream().map(Attempt::forwarded).toList());
        assertEquals("NOT_LEADER_OR_FOLLOWER", life.attempts().getFirst().heardError());
        assertEquals(RECORDS, stored().size());
    }

    @Test
    void anAnswerThatIsReplacedKeepsWhatTheBrokerSaid() throws Exception {
        faults.strike(Integer.MAX_VALUE, Script::produceAnswer, new Action.Answer("TOPIC_AUTHORIZATION_FAILED"));
        try (var producer = producer()) {
            for (var report : send(producer, 0, RECORDS)) {
                try {
                    report.get();
                } catch (ExecutionException e) {
                    assertTrue(e.getCause() instanceof org.apache.kafka.common.errors.TopicAuthorizationException, e
                            .getCause().toString());
                }
            }
        }
        Attempt only = onlyLife().latest();
        assertEquals("NONE", given(only).error());
        assertEquals(Heard.REPLACED, only.heard());
        Tries tries = book.tries(id(0), topic, 0, clientId);
        assertEquals(Certainty.YES, tries.written(), tries.reason());
        assertEquals(RECORDS, stored().size());
    }

    @Test
    void withAcksZeroNoAnswerIsDue() throws Exception {
        try (var producer = producer("acks", "0", "enable.idempotence", false)) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        Attempt only = onlyLife().latest();
        assertEquals(Heard.NOT_DUE, only.heard());
        assertTrue(only.said() instanceof Answer.NotDue && only.forwarded());
        assertEquals(new WireSums(RECORDS, 0, RECORDS, 1, 1, 0, 0), book.sums(clientId));
        assertEquals(Certainty.MAYBE, book.tries(id(0), topic, 0, clientId).written());
    }

    @Test
    void compressedRecordsAreKnownByTheirNumbers() throws Exception {
        for (String codec : List.of("zstd", "lz4", "gzip", "snappy")) {
            topic = lab.topic(1, 3, 2);
            try (var producer = producer("compression.type", codec)) {
                for (var report : send(producer, 0, RECORDS)) {
                    report.get();
                }
            }
            BatchLife life = onlyLife();
            assertEquals(codec, life.compression());
            assertEquals(id(RECORDS - 1), life.last().orElseThrow());
        }
        assertEquals(0, book.sums(clientId).notUnderstood());
    }

    @Test
    void theTriesOfASplitBatchBeginAtOneAgain() throws Exception {
        // The first time the client makes one batch of the same size again, the second time it halves it.
        faults.strike(2, f -> Script.produceRequest(f) && f.clientId().equals(clientId),
                new Action.Answer("MESSAGE_TOO_LARGE"));
        try (var producer = producer()) {
            for (var report : send(producer, 0, RECORDS)) {
                report.get();
            }
        }
        SharedLab.await("parent and part", LIMIT_MS, () -> book.lives(id(0), topic, 0).size() == 2);
        List<BatchLife> lives = book.lives(id(0), topic, 0);
        assertEquals(lives.getFirst().id(), lives.getLast().parent());
        assertEquals(1, lives.getLast().latest().number());
        assertEquals(Certainty.YES, book.tries(id(0), topic, 0, clientId).written());
        assertEquals(3, book.tries(id(0), topic, 0, clientId).count());
        assertEquals(RECORDS, stored().size());
    }

    @Test
    void aRecordThatStillWaitedBehindAHeldRequestNeverLeft() throws Exception {
        long hold = faults.strike(Integer.MAX_VALUE, f -> Script.produceRequest(f) && f.clientId().equals(clientId),
                new Action.Hold());
        Map<Long, Tries> asked = new ConcurrentHashMap<>();
        try (var producer = producer("max.in.flight.requests.per.connection", 1, "linger.ms", 0)) {
            sendAndAsk(producer, 0, asked);
            SharedLab.await("the first to leave", LIMIT_MS, () -> book.lives(id(0), topic, 0).size() == 1);
            sendAndAsk(producer, 1, asked);
            producer.close(Duration.ZERO);
        }
        assertEquals(Certainty.MAYBE, asked.get(0L).written(), asked.get(0L)::reason);
        assertEquals(new Tries(true, 0, Certainty.NO, "no produce request with it left the client"), asked.get(1L));
        faults.end(hold);
        lab.cluster().faultsChanged();
        SharedLab.await("the held request to be written", LIMIT_MS, () -> stored().equals(List.of(0L)));
    }

    private void sendAndAsk(KafkaProducer<byte[], byte[]> producer, int number, Map<Long, Tries> asked) {
        byte[] value = new byte[100];
        RecordStamp.write(value, id(number), 0);
        var _ = producer.send(new ProducerRecord<>(topic, 0, null, value),
                (_, _) -> asked.put((long) number, book.tries(id(number), topic, 0, clientId)));
    }

    @Test
    void connectionsBetweenTheNodesSayWhoOpenedThem() {
        SharedLab.await("frames of every kind", LIMIT_MS,
                () -> peers(Interference.Kind.REPLICATION).size() >= 3
                        && peers(Interference.Kind.CONTROLLER).size() >= 3);
        assertEquals(Set.of(1, 2, 3), peers(Interference.Kind.REPLICATION));
        assertEquals(Set.of(1, 2, 3), peers(Interference.Kind.CONTROLLER));
    }

    private Set<Integer> peers(Interference.Kind kind) {
        return faults.asked().stream().filter(f -> f.kind() == kind && f.request()).map(Interference.Frame::peer)
                .filter(p -> p >= 0).collect(Collectors.toSet());
    }
}
