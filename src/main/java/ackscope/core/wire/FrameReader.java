package ackscope.core.wire;

import java.nio.ByteBuffer;

/**
 * Finds the Kafka frames in one direction of a connection: a four byte length, then a header (request: api key, api version,
 * correlation id; response: correlation id; {@code RequestHeader.json}, {@code ResponseHeader.json}), then the body.
 *
 * <p>It never throws, and allocates nothing: a frame larger than the buffer is handed on in pieces as its bytes come, unless it is wanted
 * whole. From the first
 * length that no Kafka frame can have, the stream is not Kafka's and everything passes as it comes. Belongs to one thread.
 */
public final class FrameReader {
    /** Which side speaks. */
    public enum Direction {
        REQUESTS, RESPONSES
    }

    /** Says which frames are wanted whole even when the buffer has to grow for them. */
    interface Wanted {
        /** Of what a frame's header says; apiKey and apiVersion are -1 for responses. */
        boolean whole(short apiKey, short apiVersion, int correlationId);
    }

    private static final int LENGTH_BYTES = 4;

    private final Direction direction;
    private final Wanted wanted;
    private final int wantedBytes;
    private final int headerBytes;
    private long left;
    private boolean opaque;
    private boolean starts;
    private short apiKey = -1;
    private short apiVersion = -1;
    private int correlationId;
    private long frames;

    /** A reader at the start of a connection that wants no larger frames than fit the buffer. */
    public FrameReader(Direction direction) {
        this(direction, (_, _, _) -> false, 0);
    }

    /**
     * A reader at the start of a connection.
     *
     * @param wanted      which frames it waits for that do not fit the buffer
     * @param wantedBytes how large those may be, the length included; larger ones are handed on in pieces all the same
     */
    FrameReader(Direction direction, Wanted wanted, int wantedBytes) {
        this.direction = direction;
        this.wanted = wanted;
        this.wantedBytes = wantedBytes;
        this.headerBytes = direction == Direction.REQUESTS ? 8 : 4;
    }

    /**
     * Looks at the next piece that may pass: a whole frame, or what is there of a frame that does not fit the buffer. Reads by absolute
     * index and leaves the buffer's position and limit alone.
     *
     * @param bytes what was read, up to its limit; its capacity decides whether a frame fits
     * @param from  where the piece begins: at the start of a frame, or where the last piece ended
     * @return the bytes in the piece, 0 when more must be read first, into a larger buffer if this one is full
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
        boolean header = there >= LENGTH_BYTES + headerBytes;
        if (there < whole && (!header || whole <= bytes.capacity() || wants(bytes, from + LENGTH_BYTES, whole))) {
            return 0;
        }
        readHeader(bytes, from + LENGTH_BYTES);
        left = whole;
        return take((int) Math.min(whole, there));
    }

    private boolean wants(ByteBuffer bytes, int at, long whole) {
        if (whole > wantedBytes) {
            return false;
        }
        return direction == Direction.REQUESTS
                ? wanted.whole(bytes.getShort(at), bytes.getShort(at + 2), bytes.getInt(at + 4))
                : wanted.whole((short) -1, (short) -1, bytes.getInt(at));
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
