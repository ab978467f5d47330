package ackscope.core.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.function.Consumer;

/**
 * One connection through a proxy: the accepted side, the side to the broker, and a pump for each direction on a thread of its own. An
 * end of stream is handed on as one, a reset as a reset, so that each side sees of the other what it would see without a proxy. Platform
 * threads: virtual ones took more processor time in a trial (10.6 s against 8.7 s for the same load, one run each, busy machine).
 */
final class ProxyLink {
    private static final int CONNECT_LIMIT_MS = 5_000;
    private static final int BUFFER_BYTES = 128 * 1024;
    private static final int STACK_BYTES = 256 * 1024;

    private final String name;
    private final SocketChannel client;
    private final SocketChannel broker;
    private final Consumer<ProxyLink> ended;
    private int open = 2;

    /**
     * @param name        of its threads
     * @param client      the accepted side, owned by the link from now on
     * @param ended       told once, when both directions are over
     */
    ProxyLink(String name, SocketChannel client, Consumer<ProxyLink> ended) throws IOException {
        this.name = name;
        this.client = client;
        this.ended = ended;
        try {
            this.broker = SocketChannel.open();
        } catch (IOException e) {
            close(client);
            throw e;
        }
    }

    /** Connects to the broker and starts pumping; returns at once. */
    void start(InetSocketAddress target) {
        thread("up", () -> connect(target));
    }

    private void thread(String direction, Runnable body) {
        Thread.ofPlatform().name(name + "-" + direction).daemon(true)
                .stackSize(STACK_BYTES).start(body);
    }

    private void connect(InetSocketAddress target) {
        try {
            client.setOption(StandardSocketOptions.TCP_NODELAY, true);
            broker.setOption(StandardSocketOptions.TCP_NODELAY, true);
            broker.socket().connect(target, CONNECT_LIMIT_MS);
        } catch (IOException _) {
            reset();
            ended.accept(this);
            return;
        }
        thread("down", () -> pump(broker, client, FrameReader.Direction.RESPONSES));
        pump(client, broker, FrameReader.Direction.REQUESTS);
    }

    private void pump(SocketChannel from, SocketChannel to, FrameReader.Direction direction) {
        try {
            new Pump(from, to, new FrameReader(direction), BUFFER_BYTES).run();
            to.shutdownOutput();
        } catch (IOException _) {
            reset();
        }
        directionOver();
    }

    private synchronized void directionOver() {
        if (--open == 0) {
            close(client);
            close(broker);
            ended.accept(this);
        }
    }

    /** Breaks both sides off with a reset. Any thread; a link that is over stays so. */
    void reset() {
        abort(client);
        abort(broker);
    }

    private static void abort(SocketChannel side) {
        try {
            side.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException _) {
            // Already closed or never connected: nothing to linger.
        }
        close(side);
    }

    private static void close(SocketChannel side) {
        try {
            side.close();
        } catch (IOException _) {
            // It is gone either way.
        }
    }
}
