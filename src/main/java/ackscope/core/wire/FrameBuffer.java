package ackscope.core.wire;

import java.lang.foreign.Arena;
import java.nio.ByteBuffer;

/**
 * The bytes that a pump has read and not yet passed. It grows while one frame needs it, by doubling, so never beyond twice what really
 * came, and becomes small again when no frame has needed it for a while. Memory outside the heap that is given back at once: links may
 * come and go by the hundred. Belongs to one thread.
 */
final class FrameBuffer implements AutoCloseable {
    /** The largest frame that it takes whole. */
    static final int MOST_BYTES = 16 << 20;
    private static final int BASE_BYTES = 128 * 1024;
    private static final int PATIENCE = 1_000;

    private Arena arena = Arena.ofConfined();
    private ByteBuffer bytes = arena.allocate(BASE_BYTES).asByteBuffer();
    private int unneeded;

    /** Room to read into, never none. */
    ByteBuffer space() {
        if (!bytes.hasRemaining()) {
            resize(Math.min(bytes.capacity() * 2, MOST_BYTES));
        } else if (bytes.position() == 0 && unneeded > PATIENCE) {
            resize(BASE_BYTES);
        }
        return bytes;
    }

    // The arena outlives the call: it is closed with the buffer, or when the next one takes its place.
    @SuppressWarnings("MustBeClosedChecker")
    private void resize(int capacity) {
        Arena larger = Arena.ofConfined();
        ByteBuffer fresh = larger.allocate(capacity).asByteBuffer();
        fresh.put(bytes.flip());
        arena.close();
        arena = larger;
        bytes = fresh;
        unneeded = 0;
    }

    /** What was read, from its first byte; until {@link #keepFrom}. */
    ByteBuffer filled() {
        unneeded = bytes.capacity() > BASE_BYTES && bytes.position() <= BASE_BYTES ? unneeded + 1 : 0;
        return bytes.flip();
    }

    /** Forgets what stands before this place. */
    void keepFrom(int passed) {
        bytes.position(passed).compact();
    }

    @Override
    public void close() {
        arena.close();
    }
}
