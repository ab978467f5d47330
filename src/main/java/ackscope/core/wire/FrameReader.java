package ackscope.core.wire;

import java.nio.ByteBuffer;

/**
 * Finds the Kafka frames in one direction of a connection: a four byte length, then a header (request: api key, api version,
 * correlation id; response: correlation id; {@code RequestHeader.json}, {@code ResponseHeader.json}), then the body.
 *
 * <p>It never throws, and allocates nothing: a frame larger than the buffer is handed on in pieces as its bytes come. From the first
 * length that no Kafka frame can have, the stream is not Kafka's and everything passes as it comes. Belongs to one thread.
 */
public final class FrameReader {
    /** Which side speaks. */
    public enum Direction {
        REQUESTS, RESPONSES
    }

    private static final int LENGTH_BYTES = 4;

    private final Direction direction;
    private final int headerBytes;
    private long left;
    private boolean opaque;
    private boolean starts;
    private short apiKey = -1;
    private short apiVersion = -1;
    private int correlationId;
    private long frames;

    /** A reader at the start of a connection. */
    public FrameReader(Direction direction) {
        this.direction = direction;
        this.headerBytes = direction == Direction.REQUESTS ? 8 : 4;
    }

    /**
     * Looks at the next piece that may pass: a whole frame, or what is there of a frame that does not fit the buffer. Reads by absolute
     * index and leaves the buffer's position and limit alone.
     *
     * @param bytes what was read, up to its limit; its capacity decides whether a frame fits
     * @param from  where the piece begins: at the start of a frame, or where the last piece ended
     * @return the bytes in the piece, 0 when more must be read first
     */
    public int next(ByteBuffer bytes, int from) {
        int there = bytes.limit() - from;
        if (opaque || there == 0) {
            starts = false;
            return there;
        }
        if (left > 0) {
            starts = false;
            return take((int) Math.min(left, there));
        }
        if (there < LENGTH_BYTES) {
            return 0;
        }
        int length = bytes.getInt(from);
        if (length < headerBytes) {
            opaque = true;
            starts = false;
            return there;
        }
        long whole = (long) LENGTH_BYTES + length;
        boolean fits = whole <= bytes.capacity();
        if (there < (fits ? whole : LENGTH_BYTES + headerBytes)) {
            return 0;
        }
        readHeader(bytes, from + LENGTH_BYTES);
        left = whole;
        return take((int) Math.min(whole, there));
    }

    private void readHeader(ByteBuffer bytes, int at) {
        if (direction == Direction.REQUESTS) {
            apiKey = bytes.getShort(at);
            apiVersion = bytes.getShort(at + 2);
            correlationId = bytes.getInt(at + 4);
        } else {
            correlationId = bytes.getInt(at);
        }
        starts = true;
        frames++;
    }

    private int take(int count) {
        left -= count;
        return count;
    }

    /** Whether the last piece was the beginning of a frame. */
    public boolean starts() {
        return starts;
    }

    /** Whether the last piece ended its frame. */
    public boolean ends() {
        return left == 0 && !opaque;
    }

    /** Whether the stream turned out not to be Kafka's. */
    public boolean opaque() {
        return opaque;
    }

    /** The last frame's api key ({@code ApiKeys}); -1 for responses, which carry none. */
    public short apiKey() {
        return apiKey;
    }

    /** The last frame's api version; -1 for responses. */
    public short apiVersion() {
        return apiVersion;
    }

    /** The last frame's correlation id. */
    public int correlationId() {
        return correlationId;
    }

    /** Frames begun so far. */
    public long frames() {
        return frames;
    }
}
