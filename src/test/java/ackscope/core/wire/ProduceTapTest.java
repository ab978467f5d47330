package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Random;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.ApiKeys;
import org.apache.kafka.common.protocol.Errors;
import org.apache.kafka.common.record.internal.MemoryRecords;
import org.apache.kafka.common.utils.internals.BufferSupplier;
import org.junit.jupiter.api.Test;

class ProduceTapTest {
    private final TopicNames names = new TopicNames();

    @Test
    void everyVersionOfAProduceRequestIsUnderstood() {
        for (short version : ApiKeys.PRODUCE.allVersions()) {
            MemoryRecords batch = Frames.batch(Compression.NONE, 77, 3, 40, 5, 10);
            Seen seen = ProduceTap.request(ByteBuffer.wrap(Frames.produce(version, 99, -1, 2, batch))).orElseThrow();

            assertEquals(99, seen.correlationId());
            assertEquals(Frames.CLIENT, seen.clientId());
            assertEquals(-1, seen.acks());
            Seen.Part part = seen.parts().getFirst();
            assertEquals(new BatchHead(77, 3, 40, 10, batch.sizeInBytes(), false, "none"), part.batch());
            assertEquals(2, part.partition());
            assertEquals(ProduceTap.topicIds(version) ? Frames.TOPIC_ID : Uuid.ZERO_UUID, part.topicId());
            assertEquals(batch.sizeInBytes(), seen.contents().getFirst().length);
        }
    }

    @Test
    void theAcksOfARequestWhoseEndIsMissingAreKnown() {
        for (short version : ApiKeys.PRODUCE.allVersions()) {
            byte[] frame = Frames.produce(version, 1, 0, 0, Frames.batch(Compression.NONE, 1, 0, 0, 0, 100));
            assertEquals(0, ProduceTap.acks(ByteBuffer.wrap(frame, 0, 60)));
        }
    }

    @Test
    void anAnswerGivesErrorAndOffset() {
        var answers = ProduceTap.answer(ByteBuffer.wrap(Frames.answer(5, 2, Errors.NOT_ENOUGH_REPLICAS, -1)),
                Frames.VERSION).orElseThrow();
        assertEquals(List.of(new ProduceTap.PartAnswer("", Frames.TOPIC_ID, 2, "NOT_ENOUGH_REPLICAS", -1)), answers);
    }

    @Test
    void metadataTellTheTopicsNames() {
        assertTrue(ProduceTap.learn(ByteBuffer.wrap(Frames.metadata(1)), ApiKeys.METADATA.latestVersion(), names));
        assertEquals(Frames.TOPIC, names.name(Frames.TOPIC_ID));
        assertFalse(names.knows(Uuid.ONE_UUID));
    }

    @Test
    void aMadeAnswerIsOneThatTheClientUnderstands() {
        for (short version : ApiKeys.PRODUCE.allVersions()) {
            Seen seen = ProduceTap.request(ByteBuffer.wrap(
                    Frames.produce(version, 31, 1, 4, Frames.batch(Compression.NONE, 1, 0, 0, 0, 1)))).orElseThrow();
            ByteBuffer made = MadeAnswer.of(seen, "NOT_LEADER_OR_FOLLOWER").orElseThrow();

            assertEquals(made.remaining() - 4, made.getInt(0));
            assertEquals(31, made.getInt(4));
            var answer = ProduceTap.answer(made, version).orElseThrow().getFirst();
            assertEquals("NOT_LEADER_OR_FOLLOWER", answer.error());
            assertEquals(4, answer.partition());
            assertEquals(seen.parts().getFirst().topicId(), answer.topicId());
            assertEquals(seen.parts().getFirst().name(), answer.name());
        }
        assertTrue(MadeAnswer.of(new Seen(Frames.VERSION, 1, "", 1, List.of(), List.of()), "NO_SUCH").isEmpty());
    }

    @Test
    void whateverIsDoneToAFrameReadingItNeverThrowsAndChangesNothing() {
        Random random = new Random(21);
        byte[][] good = {Frames.produce(1, -1, 0, 5),
                Frames.produce((short) 9, 2, 1, 1, Frames.batch(Compression.gzip().build(), 9, 0, 0, 0, 20)),
                Frames.produce((short) 3, 2, 1, 1, Frames.batch(Compression.NONE, -1, -1, -1, 0, 2)),
                Frames.answer(3, 0, Errors.NONE, 17), Frames.metadata(4)};
        BufferSupplier buffers = BufferSupplier.create();
        for (int round = 0; round < 60_000; round++) {
            byte[] frame = mutate(good[random.nextInt(good.length)].clone(), random);
            byte[] before = frame.clone();
            ByteBuffer bytes = ByteBuffer.wrap(frame);

            ProduceTap.clientId(bytes);
            ProduceTap.acks(bytes);
            ProduceTap.request(bytes).ifPresent(seen -> seen.contents().forEach(c -> BatchIds.of(c, buffers)));
            ProduceTap.answer(bytes, Frames.VERSION);
            ProduceTap.learn(bytes, ApiKeys.METADATA.latestVersion(), names);

            assertArrayEquals(before, frame);
            assertEquals(0, bytes.position());
            assertEquals(frame.length, bytes.limit());
        }
    }

    /** Some bytes changed, cut off, doubled, or lengths made huge. */
    private static byte[] mutate(byte[] frame, Random random) {
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = 4 + random.nextInt(frame.length - 4);
            switch (random.nextInt(4)) {
                case 0 -> frame[at] = (byte) random.nextInt();
                case 1 -> frame[at] ^= (byte) (1 << random.nextInt(8));
                case 2 -> ByteBuffer.wrap(frame).putInt(Math.min(at, frame.length - 4),
                        random.nextBoolean() ? Integer.MAX_VALUE - random.nextInt(9) : -random.nextInt(9));
                default -> {
                    return ByteBuffer.allocate(Math.max(12, at)).put(frame, 0, Math.min(frame.length, Math.max(12, at)))
                            .array();
                }
            }
        }
        return frame;
    }
}
