package ackscope.core.cluster;

import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A port of 127.0.0.1 that passes everything on to another one, and counts the connections. */
public final class PortFront implements AutoCloseable {
    private final ServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();

    /** In plain. */
    public static PortFront plain(InetSocketAddress target) throws IOException {
        return new PortFront(new ServerSocket(), target);
    }

    /** @param server not bound yet; closed with this */
    public PortFront(ServerSocket server, InetSocketAddress target) throws IOException {
        this.server = server;
        server.bind(Loopback.at(0));
        Thread.ofPlatform().daemon().name("port-front").start(() -> accept(target));
    }

    private void accept(InetSocketAddress target) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                open.add(client);
                connections.incrementAndGet();
                Socket there = new Socket(target.getHostString(), target.getPort());
                open.add(there);
                pump(client, there);
                pump(there, client);
            } catch (IOException _) {
                // The test is over.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // One side went; both are closed.
            }
        });
    }

    /** Its address, as bootstrap servers. */
    public String servers() {
        return Loopback.HOST + ":" + server.getLocalPort();
    }

    /** How many connections were made to it. */
    public int connections() {
        return connections.get();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
