package ackscope.core.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
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

    private final String name;
    private final ServerSocketChannel listener;
    private final int port;
    private final Set<ProxyLink> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong accepted = new AtomicLong();
    private final Thread acceptor;
    private volatile InetSocketAddress target;

    /**
     * Opens the proxy's port. Until {@link #target(int)} is called, connections are broken off.
     *
     * @param name of its threads
     * @throws UncheckedIOException when no port can be had
     */
    public Proxy(String name) {
        this.name = "ackscope-proxy-" + name;
        try {
            listener = ServerSocketChannel.open();
            listener.bind(Loopback.at(0), BACKLOG);
            port = listener.socket().getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        target = Loopback.at(0);
        acceptor = Thread.ofPlatform().name(this.name).daemon(true).start(this::accept);
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
        if (to.getPort() == 0) {
            client.close();
            return;
        }
        ProxyLink link = new ProxyLink(name + "-" + accepted.incrementAndGet(), client, links::remove);
        links.add(link);
        if (!listener.isOpen()) {
            link.reset();
        }
        link.start(to);
    }

    /** Resets every link and gives the port back. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException _) {
            // The port is given back either way.
        }
        links.forEach(ProxyLink::reset);
        try {
            // The port is free only once nobody waits on it any more.
            acceptor.join(CLOSE_LIMIT_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
