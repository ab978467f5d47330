package ackscope.core.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Stands in front of one listener of one node. Its own port stays the same for life and is what the node advertises; the port behind it
 * changes when the node is started again. Listens on 127.0.0.1 only. Safe for any thread.
 */
public final class Proxy implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int CLOSE_LIMIT_MS = 500;
    private static final long ACCEPT_PAUSE_NS = 50_000_000;
    private static final String REFUSED = "a fault refuses connections";
    private static final String CLOSED = "the lab was closed";

    private final String name;
    private final Interference.Kind kind;
    private final int node;
    private final Wire wire;
    private final ServerSocketChannel listener;
    private final int port;
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final Thread acceptor;
    private volatile InetSocketAddress target;
    private volatile boolean refusing;

    /**
     * Opens the proxy's port. Until {@link #target(int)} is called, connections are broken off.
     *
     * @param name of its threads
     * @param kind what it leads to
     * @param node the node behind it
     * @param wire what it shares with the cluster's other proxies
     * @throws UncheckedIOException when no port can be had
     */
    public Proxy(String name, Interference.Kind kind, int node, Wire wire) {
        this.name = "ackscope-proxy-" + name;
        this.kind = kind;
        this.node = node;
        this.wire = wire;
        try {
            listener = ServerSocketChannel.open();
            listener.bind(Loopback.at(0), BACKLOG);
            port = listener.socket().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        target = Loopback.at(0);
        wire.joined(this);
        acceptor = Thread.ofPlatform().name(this.name).daemon(true).start(this::accept);
    }

    /** While on, connections are reset: those that are open now, and new ones at once. */
    public void refuse(boolean on) {
        refusing = on;
        if (on) {
            links.forEach(link -> link.reset(REFUSED));
        }
    }

    /** The node's process has ended: what is held for it is dropped, and the connections that held it are reset. */
    public void dropHeld() {
        links.forEach(ProxyLink::dropHeld);
    }

    /** Asks the faults in force again about everything that is held or swallowed. */
    void faultsChanged() {
        links.forEach(ProxyLink::faultsChanged);
    }

    /** The port to advertise. */
    public int port() {
        return port;
    }

    /** Connections open now. */
    public int links() {
        return links.size();
    }

    /** Sends new connections to this port of 127.0.0.1. */
    public void target(int brokerPort) {
        target = Loopback.at(brokerPort);
    }

    private void accept() {
        while (listener.isOpen()) {
            try {
                link(listener.accept());
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException _) {
                // Out of file handles, say: let some links end before the next try.
                LockSupport.parkNanos(ACCEPT_PAUSE_NS);
            }
        }
    }

    private void link(SocketChannel client) throws IOException {
        InetSocketAddress to = target;
        if (refusing) {
            client.setOption(StandardSocketOptions.SO_LINGER, 0);
            client.close();
            return;
        }
        if (to.getPort() == 0) {
            client.close();
            return;
        }
        Ends ends = new Ends(kind, node, wire.nextLink());
        ProxyLink link = new ProxyLink(name + "-" + accepted.incrementAndGet(), ends, client, wire, links::remove);
        links.add(link);
        if (!listener.isOpen()) {
            link.reset(CLOSED);
        } else if (refusing) {
            link.reset(REFUSED);
        }
        link.start(to);
    }

    /** Resets every link and gives the port back. */
    @Override
    public void close() {
        wire.left(this);
        try {
            listener.close();
        } catch (IOException _) {
            // The port is given back either way.
        }
        links.forEach(link -> link.reset(CLOSED));
        try {
            // The port is free only once nobody waits on it any more.
            acceptor.join(CLOSE_LIMIT_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
