package ackscope.core.wire;

import java.nio.ByteBuffer;

/**
 * Bytes that wait in a {@link Line}.
 *
 * @param bytes          their own copy
 * @param fault          what holds, delays or slows them; 0 for nothing but those in front of them
 * @param dueNs          when they may leave, in the clock's ns, or {@link #AT_ONCE}
 * @param bytesPerSecond how fast they may leave; 0 for no limit
 * @param untilReleased  whether they wait until the fault is no longer active
 * @param leaving        told before they leave; not told when they are dropped
 */
record Held(ByteBuffer bytes, long fault, long dueNs, long bytesPerSecond, boolean untilReleased, Runnable leaving) {

    static final long AT_ONCE = Long.MIN_VALUE;

    /** Bytes that wait only for those in front of them. */
    static Held behind(ByteBuffer bytes, Runnable leaving) {
        return new Held(bytes, 0, AT_ONCE, 0, false, leaving);
    }
}
