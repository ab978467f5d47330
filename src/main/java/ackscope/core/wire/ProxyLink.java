package ackscope.core.wire;

import ackscope.core.wire.Interference.Decision;
import ackscope.core.wire.Pump.End;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * One connection through a proxy: the accepted side, the side to the broker, and a pump for each direction on a thread of its own. An
 * end of stream is handed on as one, a reset as a reset, so that each side sees of the other what it would see without a proxy. Platform
 * threads: virtual ones took more processor time in a trial (10.6 s against 8.7 s for the same load, one run each, busy machine).
 */
final class ProxyLink {
    private static final int CONNECT_LIMIT_MS = 5_000;
    private static final int STACK_BYTES = 256 * 1024;
    private static final String CLIENT_CLOSED = "the client closed the connection; a producer does so when its request.timeout.ms has passed, or when it is closed";

    private final String name;
    private final Ends ends;
    private final SocketChannel client;
    private final SocketChannel broker;
    private final Interference interference;
    private final Consumer<ProxyLink> ended;
    private final Optional<LinkTap> tap;
    private final Line toBroker;
    private final Line toClient;
    private final Pump up;
    private final Pump down;
    private final Set<Long> swallowing = ConcurrentHashMap.newKeySet();
    private int open = 2;

    /**
     * @param name   of its threads
     * @param client the accepted side, owned by the link from now on
     * @param wire   the faults in force, and the book
     * @param ended  told once, when both directions are over
     */
    ProxyLink(String name, Ends ends, SocketChannel client, Wire wire, Consumer<ProxyLink> ended)
            throws IOException {
        this.name = name;
        this.ends = ends;
        this.client = client;
        this.interference = wire.interference();
        this.ended = ended;
        try {
            this.broker = SocketChannel.open();
        } catch (IOException e) {
            close(client);
            throw e;
        }
        tap = ends.kind() == Interference.Kind.CLIENT
                ? Optional.of(new LinkTap(wire.attempts(), ends.node(), this::quiet))
                : Optional.empty();
        toBroker = new Line(name + "-up-line", broker, wire.clock(), interference::active,
                () -> reset(brokerClosed()));
        toClient = new Line(name + "-down-line", client, wire.clock(), interference::active,
                () -> reset(CLIENT_CLOSED));
        Turns turns = new Turns(turn -> toClient.offer(Held.behind(turn.made().orElseThrow(), turn.leaving())));
        Requests requests = new Requests(ends, interference, tap, turns);
        up = new Pump(client, broker, reader(FrameReader.Direction.REQUESTS, requests), requests, toBroker,
                wire.clock(), this::swallowed);
        Answers answers = new Answers(ends, interference, tap, turns, wire.names());
        down = new Pump(broker, client, reader(FrameReader.Direction.RESPONSES, answers), answers, toClient,
                wire.clock(), this::swallowed);
    }

    private static FrameReader reader(FrameReader.Direction direction, Traffic traffic) {
        return new FrameReader(direction, traffic, FrameBuffer.MOST_BYTES);
    }

    private String brokerClosed() {
        return ends.nodeWords() + " closed the connection";
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
            reset(ends.nodeWords() + " could not be reached");
            ended.accept(this);
            return;
        }
        thread("down", this::answers);
        requests();
    }

    private void requests() {
        End end = End.RESET;
        try {
            end = up.run();
            if (end == End.SENDER_ENDED) {
                over(CLIENT_CLOSED);
                // Kafka's clients close both ways at once: nobody is left to hear what a fault holds back.
                toClient.drop();
                toBroker.finish();
                broker.shutdownOutput();
            }
        } catch (IOException _) {
            end = End.RECEIVER_BROKE;
        } finally {
            directionOver(end, CLIENT_CLOSED, brokerClosed());
        }
    }

    private void answers() {
        End end = End.RESET;
        try {
            end = down.run();
            if (end == End.SENDER_ENDED) {
                toClient.finish();
                client.shutdownOutput();
                over(brokerClosed());
                toBroker.drop();
            }
        } catch (IOException _) {
            end = End.RECEIVER_BROKE;
        } finally {
            directionOver(end, brokerClosed(), CLIENT_CLOSED);
        }
    }

    private void directionOver(End end, String sender, String receiver) {
        switch (end) {
            case SENDER_ENDED -> {
            }
            case SENDER_BROKE -> reset(sender);
            case RECEIVER_BROKE -> reset(receiver);
            case RESET -> reset("a fault reset the connection");
        }
        synchronized (this) {
            if (--open == 0) {
                close(client);
                close(broker);
                ended.accept(this);
            }
        }
    }

    private void over(String why) {
        tap.ifPresent(t -> t.over(why));
    }

    /** Whether all that the client has sent so far was read and looked into. */
    private boolean quiet() {
        try {
            InputStream in = client.socket().getInputStream();
            return up.waiting() && in.available() == 0 && up.waiting();
        } catch (IOException _) {
            // Closed: what was not read by now never will be.
            return true;
        }
    }

    private void swallowed(Decision decision) {
        swallowing.add(decision.fault());
        if (!interference.active(decision.fault())) {
            faultsChanged();
        }
    }

    /** Asks again about what is held, and resets what was swallowed when its fault is over. Any thread. */
    void faultsChanged() {
        toBroker.wake();
        toClient.wake();
        if (swallowing.stream().anyMatch(fault -> !interference.active(fault))) {
            reset("the fault that swallowed it ended with a reset of the connection");
        }
    }

    /** Drops what is held and breaks both sides off, if anything is held. Any thread. */
    void dropHeld() {
        // What is in a pump's hands may be on its way into a line.
        boolean inHand = !interference.idle() && !(up.waiting() && down.waiting());
        if (inHand || !toBroker.empty() || !toClient.empty()) {
            reset(ends.nodeWords() + " ended while a fault held the request");
        }
    }

    /**
     * Breaks both sides off with a reset and drops what is held. Any thread; a link that is over stays so.
     *
     * @param why in words, kept with the tries that have no end yet
     */
    void reset(String why) {
        toBroker.drop();
        toClient.drop();
        abort(client);
        abort(broker);
        // Last: an answer that still got through has been noted by then.
        over(why);
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
