package ackscope.core.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What the proxies of one cluster have in common: the faults in force, the topics' names, and the book of what passed. Safe for any
 * thread.
 */
public final class Wire implements AutoCloseable {
    private final WireClock clock;
    private final AttemptBook attempts;
    private final TopicNames names = new TopicNames();
    private final Set<Proxy> proxies = ConcurrentHashMap.newKeySet();
    private final AtomicLong links = new AtomicLong();
    private final Switch interference = new Switch();

    /** Nothing interferes yet. Starts the book's thread. */
    public Wire() {
        this(WireClock.system());
    }

    Wire(WireClock clock) {
        this.clock = clock;
        this.attempts = AttemptBook.started(clock, names);
    }

    /** The faults in force, whichever they are when one is asked about. */
    private static final class Switch implements Interference {
        private volatile Interference to = Interference.NONE;

        @Override
        public boolean idle() {
            return to.idle();
        }

        @Override
        public Decision decide(Frame frame) {
            return to.decide(frame);
        }

        @Override
        public boolean active(long fault) {
            return to.active(fault);
        }
    }

    /** What passed. */
    public AttemptBook attempts() {
        return attempts;
    }

    /** Puts frames under these faults from now on. */
    public void interfere(Interference with) {
        interference.to = with;
        faultsChanged();
    }

    /** Asks the interference in force again about everything that is held or swallowed. */
    public void faultsChanged() {
        proxies.forEach(Proxy::faultsChanged);
    }

    Interference interference() {
        return interference;
    }

    WireClock clock() {
        return clock;
    }

    TopicNames names() {
        return names;
    }

    long nextLink() {
        return links.incrementAndGet();
    }

    void joined(Proxy proxy) {
        proxies.add(proxy);
    }

    void left(Proxy proxy) {
        proxies.remove(proxy);
    }

    /** Ends the book's thread. The proxies are closed by their owners. */
    @Override
    public void close() {
        attempts.close();
    }
}
