package ackscope.core.wire;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;

/**
 * Moves one direction of a connection, frame by frame, until the sending side ends it. A frame that fits the buffer leaves in one write
 * (two writes would meet delayed acknowledgements: 40 ms that no network made); whole frames that came together leave together. A
 * receiver that does not read blocks the write, and so the sender: nothing is queued here.
 */
final class Pump {
    private final SocketChannel from;
    private final SocketChannel to;
    private final FrameReader frames;
    private final int bufferBytes;

    Pump(SocketChannel from, SocketChannel to, FrameReader frames, int bufferBytes) {
        this.from = from;
        this.to = to;
        this.frames = frames;
        this.bufferBytes = bufferBytes;
    }

    /** Returns at the end of the stream, with every byte passed; throws when either side broke off. */
    void run() throws IOException {
        // Memory outside the heap that is given back at once: links may come and go by the hundred.
        try (Arena arena = Arena.ofConfined()) {
            pump(arena.allocate(bufferBytes).asByteBuffer());
        }
    }

    private void pump(ByteBuffer buffer) throws IOException {
        while (from.read(buffer) >= 0) {
            buffer.flip();
            pass(buffer, whole(buffer));
            buffer.compact();
        }
        buffer.flip();
        pass(buffer, buffer.limit());
    }

    /** How many bytes may leave now. */
    private int whole(ByteBuffer buffer) {
        int ready = 0;
        int piece = frames.next(buffer, 0);
        while (piece > 0) {
            ready += piece;
            piece = frames.next(buffer, ready);
        }
        return ready;
    }

    private void pass(ByteBuffer buffer, int count) throws IOException {
        int limit = buffer.limit();
        buffer.limit(count);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
        buffer.limit(limit);
    }
}
