package ackscope.core.wire;

import ackscope.core.wire.Interference.Decision;
import java.nio.ByteBuffer;
import java.util.Optional;

/** One direction of a connection as its {@link Pump} sees it: looks into frames and says what becomes of them. Belongs to the pump's thread. */
interface Traffic extends FrameReader.Wanted {

    /** Whether something else must leave between the frames that passed and the next one; {@link #left()} lets it. */
    boolean waitsForLeft();

    /** All frames that passed so far have left, or stand in the line. */
    void left();

    /**
     * A frame begins.
     *
     * @param frame  all of it, or what is there of one that is too large, its length included
     * @param whole  whether all of it is there
     * @param frames what its header says
     * @param before what was decided about everything that comes in this direction, when it was
     */
    Verdict frame(ByteBuffer frame, boolean whole, FrameReader frames, Optional<Decision> before);

    /** Bytes of a stream that is not Kafka's. */
    Verdict bytes(Optional<Decision> before);
}
