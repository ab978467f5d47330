package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FrameReaderTest {
    private static final int CAPACITY = 64;

    @Test
    void readsTheHeaderOfARequest() {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS);
        ByteBuffer bytes = buffer(request((short) 0, (short) 13, 77, 5));

        assertEquals(17, reader.next(bytes, 0));
        assertEquals(0, reader.apiKey());
        assertEquals(13, reader.apiVersion());
        assertEquals(77, reader.correlationId());
        assertTrue(reader.starts() && reader.ends());
    }

    @Test
    void readsTheCorrelationIdOfAResponse() {
        FrameReader reader = new FrameReader(FrameReader.Direction.RESPONSES);

        assertEquals(8, reader.next(buffer(ByteBuffer.allocate(8).putInt(4).putInt(42).array()), 0));
        assertEquals(42, reader.correlationId());
    }

    @Test
    void holdsAFrameBackUntilItIsWhole() {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS);
        byte[] frame = request((short) 3, (short) 12, 1, 20);
        ByteBuffer bytes = buffer(frame);

        for (int there = 0; there < frame.length; there++) {
            assertEquals(0, reader.next(bytes.limit(there), 0), "with " + there + " bytes");
        }
        assertEquals(frame.length, reader.next(bytes.limit(frame.length), 0));
    }

    @Test
    void handsAFrameThatDoesNotFitOnInPieces() {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS);
        byte[] frame = request((short) 0, (short) 13, 9, 100_000_000);

        assertEquals(30, reader.next(buffer(frame).limit(30), 0));
        assertTrue(reader.starts());
        assertFalse(reader.ends());
        assertEquals(CAPACITY, reader.next(buffer(frame), 0));
        assertFalse(reader.starts());
        assertEquals(9, reader.correlationId());
    }

    @Test
    void letsEverythingPassFromALengthThatIsNotKafkas() {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS);
        ByteBuffer bytes = buffer(new byte[]{-1, 2, 3, 4, 5, 6, 7, 8, 9});

        assertEquals(9, reader.next(bytes, 0));
        assertTrue(reader.opaque());
        assertEquals(2, reader.next(buffer(new byte[]{0, 0}), 0));
    }

    @Test
    void findsEveryFrameHoweverTheStreamIsCut() {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            List<Integer> ids = new ArrayList<>();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            for (int i = 0; i < 1 + random.nextInt(12); i++) {
                ids.add(random.nextInt());
                stream.writeBytes(request((short) random.nextInt(90), (short) 1, ids.getLast(), random.nextInt(200)));
            }
            Passed passed = pump(stream.toByteArray(), random);
            assertArrayEquals(stream.toByteArray(), passed.bytes());
            assertEquals(ids, passed.ids());
        }
    }

    @Test
    void passesAnyNoiseUnchanged() {
        Random random = new Random(12);
        for (int round = 0; round < 20_000; round++) {
            byte[] noise = new byte[random.nextInt(300)];
            random.nextBytes(noise);
            if (noise.length > 4 && random.nextBoolean()) {
                noise[0] = 0;
                noise[1] = 0;
                noise[2] = 0;
            }
            assertArrayEquals(noise, pump(noise, random).bytes());
        }
    }

    @Test
    void waitsForAWantedFrameThatDoesNotFitUntilTheBufferHasGrown() {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS, (key, _, _) -> key == 0, 1_000);
        byte[] frame = request((short) 0, (short) 13, 9, 500);

        assertEquals(0, reader.next(buffer(frame), 0), "it is wanted whole");
        assertEquals(512, reader.next(ByteBuffer.wrap(frame), 0));
        assertTrue(reader.starts() && reader.ends());
        assertEquals(CAPACITY, reader.next(buffer(request((short) 1, (short) 13, 9, 500)), 0), "not wanted");
    }

    @Test
    void handsAWantedFrameOnInPiecesWhenItIsLargerThanAnyBuffer() {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS, (_, _, _) -> true, 1_000);

        assertEquals(CAPACITY, reader.next(buffer(request((short) 0, (short) 13, 9, 1_000)), 0));
        assertFalse(reader.ends());
    }

    @Test
    void neverTakesMoreThanIsThereWhateverTheLengthsSay() {
        Random random = new Random(13);
        for (int round = 0; round < 200_000; round++) {
            FrameReader reader = new FrameReader(
                    random.nextBoolean() ? FrameReader.Direction.REQUESTS : FrameReader.Direction.RESPONSES,
                    (key, _, _) -> key % 2 == 0, random.nextInt(2_000));
            byte[] noise = new byte[random.nextInt(CAPACITY + 1)];
            random.nextBytes(noise);
            ByteBuffer bytes = buffer(noise);
            if (noise.length >= 4) {
                bytes.putInt(0, switch (random.nextInt(5)) {
                    case 0 -> Integer.MAX_VALUE - random.nextInt(10);
                    case 1 -> Integer.MIN_VALUE + random.nextInt(10);
                    case 2 -> -random.nextInt(10);
                    case 3 -> random.nextInt(20);
                    default -> random.nextInt(2_000);
                });
            }
            int at = 0;
            for (int piece; (piece = reader.next(bytes, at)) > 0; at += piece) {
                assertTrue(at + piece <= bytes.limit(), "took " + piece + " at " + at + " of " + bytes.limit());
            }
            assertEquals(0, bytes.position());
        }
    }

    private record Passed(byte[] bytes, List<Integer> ids) {
    }

    /** Feeds a stream in random portions as {@link Pump} does; what is left at the end passes as it is. */
    private static Passed pump(byte[] stream, Random random) {
        FrameReader reader = new FrameReader(FrameReader.Direction.REQUESTS);
        ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> ids = new ArrayList<>();
        int fed = 0;
        while (fed < stream.length) {
            assertTrue(buffer.hasRemaining(), "a full buffer that nothing leaves would stand for ever");
            int portion = Math.min(Math.min(1 + random.nextInt(CAPACITY), buffer.remaining()), stream.length - fed);
            buffer.put(stream, fed, portion).flip();
            fed += portion;
            int ready = 0;
            for (int piece; (piece = reader.next(buffer, ready)) > 0; ready += piece) {
                if (reader.starts()) {
                    ids.add(reader.correlationId());
                }
            }
            out.write(buffer.array(), 0, ready);
            buffer.position(ready).compact();
        }
        out.write(buffer.array(), 0, buffer.position());
        return new Passed(out.toByteArray(), ids);
    }

    /** The first bytes of a request frame, all of it when it is small; the body is {@code body} bytes. */
    private static byte[] request(short apiKey, short apiVersion, int correlationId, int body) {
        int kept = Math.min(body, 1_000);
        ByteBuffer frame = ByteBuffer.allocate(12 + kept);
        return frame.putInt(8 + body).putShort(apiKey).putShort(apiVersion).putInt(correlationId).array();
    }

    private static ByteBuffer buffer(byte[] content) {
        ByteBuffer buffer = ByteBuffer.allocate(CAPACITY);
        return buffer.put(content, 0, Math.min(content.length, CAPACITY)).flip();
    }
}
