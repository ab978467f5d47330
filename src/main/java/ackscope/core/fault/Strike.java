package ackscope.core.fault;

import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import ackscope.core.wire.Interference.Frame;
import java.util.concurrent.atomic.AtomicLong;

/** A fault on the wire that is in force: matches frames, counts them, and says which it strikes. Safe for any thread, without locks. */
final class Strike {
    private static final short PRODUCE = 0;

    private final long id;
    private final WireFault fault;
    private final Decision decision;
    private final Runnable usedUp;
    private final AtomicLong counted = new AtomicLong();
    private final AtomicLong hits = new AtomicLong();

    /** @param usedUp called once, on the thread of the frame that used it up; must be quick */
    Strike(long id, WireFault fault, Runnable usedUp) {
        this.id = id;
        this.fault = fault;
        this.decision = new Decision(fault.action(), id, fault.label().title());
        this.usedUp = usedUp;
    }

    long id() {
        return id;
    }

    Action action() {
        return fault.action();
    }

    Decision decision() {
        return decision;
    }

    long hits() {
        return hits.get();
    }

    /** Whether it only slows frames, so that another fault may act on them as well. */
    boolean slows() {
        return fault.action() instanceof Action.Delay || fault.action() instanceof Action.Throttle;
    }

    boolean matches(Frame frame) {
        String client = fault.trigger().clientId();
        if ((!client.isEmpty() && !client.equals(frame.clientId())) || !possible(frame)) {
            return false;
        }
        for (int i = 0; i < fault.paths().size(); i++) {
            if (fault.paths().get(i).matches(frame)) {
                return true;
            }
        }
        return false;
    }

    /** An error can be told only to a client that awaits the answer to a produce request. */
    private boolean possible(Frame frame) {
        return !(fault.action() instanceof Action.Answer) || (frame.apiKey() == PRODUCE && frame.acks() != 0);
    }

    /** Counts a frame that matches; true if it is struck. */
    boolean strikes() {
        long number = counted.getAndIncrement();
        if (!fault.trigger().pick().strikes(number)) {
            return false;
        }
        hits.incrementAndGet();
        if (fault.trigger().pick() instanceof Trigger.Pick.Next(long count) && number == count - 1) {
            usedUp.run();
        }
        return true;
    }
}
