package ackscope.core.wire;

import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What becomes of one frame.
 *
 * @param decision what the faults in force decided
 * @param instead  what leaves in its place, with {@link Action.Answer}
 * @param leaving  told before the frame, or what leaves in its place, is handed on; not told when nothing is
 */
record Verdict(Decision decision, Optional<ByteBuffer> instead, Runnable leaving) {
    /** It passes, and nobody wants to know. */
    static final Verdict PASS = of(Decision.PASS);

    static Verdict of(Decision decision) {
        return new Verdict(decision, Optional.empty(), Verdict::nobody);
    }

    static Verdict of(Decision decision, Runnable leaving) {
        return new Verdict(decision, Optional.empty(), leaving);
    }

    /** The same for bytes that go on with a frame that has begun. */
    Verdict goesOn() {
        return of(decision);
    }

    Action action() {
        return decision.action();
    }

    private static void nobody() {
        // What leaves concerns nobody.
    }
}
