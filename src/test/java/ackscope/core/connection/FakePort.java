package ackscope.core.connection;

import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A port of 127.0.0.1 where something made up answers. */
final class FakePort implements AutoCloseable {
    private final ServerSocket server = new ServerSocket();
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();

    /** What is done with a connection. */
    @FunctionalInterface
    interface Habit {
        void meet(Socket socket) throws IOException;
    }

    FakePort(Habit habit) throws IOException {
        server.bind(Loopback.at(0));
        Thread.ofPlatform().daemon().name("fake-port").start(() -> {
            while (!server.isClosed()) {
                try {
                    Socket socket = server.accept();
                    open.add(socket);
                    habit.meet(socket);
                } catch (IOException _) {
                    // The other side went, or the test is over.
                }
            }
        });
    }

    InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    String servers() {
        return Loopback.HOST + ":" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
