package ackscope.core.wire;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What the proxies of one cluster have in common: the faults in force, and the book of what passed. Safe for any thread. */
public final class Wire implements AutoCloseable {
    private final AttemptBook attempts = new AttemptBook();
    private final Set<Proxy> proxies = ConcurrentHashMap.newKeySet();
    private volatile Interference interference = Interference.NONE;

    /** What passed. */
    public AttemptBook attempts() {
        return attempts;
    }

    /** Puts frames under these faults from now on. */
    public void interfere(Interference with) {
        interference = with;
        faultsChanged();
    }

    /** Asks the interference in force again about everything that is held or swallowed. */
    public void faultsChanged() {
        proxies.forEach(Proxy::faultsChanged);
    }

    Interference interference() {
        return interference;
    }

    void joined(Proxy proxy) {
        proxies.add(proxy);
    }

    void left(Proxy proxy) {
        proxies.remove(proxy);
    }

    @Override
    public void close() {
        attempts.close();
    }
}
