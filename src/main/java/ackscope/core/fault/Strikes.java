package ackscope.core.fault;

import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import ackscope.core.wire.Interference.Frame;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The faults on the wire, and which of them acts on a frame when there are several. First come those that change what happens to a frame,
 * the oldest first: the first that strikes has it alone. Those that only slow see what the others let pass: delays add up, of several
 * throttles the slowest counts, and of a delay and a throttle the older. A fault counts only the frames that it sees. Frames are decided
 * about without a lock, and without a new object when at most one fault strikes.
 */
final class Strikes {
    private volatile Strike[] strikes = {};
    /** Used up, but what they swallow stays swallowed until its connection ends, and what they slow stays slow until it has left. */
    private final Set<Long> lingering = ConcurrentHashMap.newKeySet();

    synchronized void add(Strike strike) {
        Strike[] more = Arrays.copyOf(strikes, strikes.length + 1);
        more[strikes.length] = strike;
        strikes = more;
    }

    /** Takes a fault out of force. With {@code linger} what it swallows stays so. */
    synchronized void remove(long id, boolean linger) {
        if (linger) {
            lingering.add(id);
        } else {
            lingering.remove(id);
        }
        strikes = Arrays.stream(strikes).filter(s -> s.id() != id).toArray(Strike[]::new);
    }

    synchronized void clear() {
        lingering.clear();
        strikes = new Strike[0];
    }

    boolean idle() {
        return strikes.length == 0;
    }

    boolean active(long id) {
        for (Strike strike : strikes) {
            if (strike.id() == id) {
                return true;
            }
        }
        return lingering.contains(id);
    }

    Decision decide(Frame frame) {
        Strike[] now = strikes;
        for (Strike strike : now) {
            if (!strike.slows() && strike.matches(frame) && strike.strikes()) {
                return strike.decision();
            }
        }
        Decision slowed = Decision.PASS;
        for (Strike strike : now) {
            if (strike.slows() && (slowed.fault() == 0 || slowed.action().getClass() == strike.action().getClass())
                    && strike.matches(frame) && strike.strikes()) {
                slowed = slowed.fault() == 0 ? strike.decision() : both(slowed, strike.decision());
            }
        }
        return slowed;
    }

    private static Decision both(Decision older, Decision newer) {
        String words = older.words() + " and " + newer.words();
        if (older.action() instanceof Action.Delay(long a) && newer.action() instanceof Action.Delay(long b)) {
            return new Decision(new Action.Delay(a + b), older.fault(), words);
        }
        if (older.action() instanceof Action.Throttle(long a) && newer.action() instanceof Action.Throttle(long b)) {
            return new Decision(new Action.Throttle(Math.min(a, b)), older.fault(), words);
        }
        return older;
    }
}
