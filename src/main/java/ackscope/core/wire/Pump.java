package ackscope.core.wire;

import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Decision;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Moves one direction of a connection, frame by frame, until the sending side ends it, and does with each frame what was decided. Frames
 * that pass leave in one write with those that came with them (two writes would meet delayed acknowledgements: 40 ms that no network
 * made), and a receiver that does not read blocks the write, and so the sender. From the first frame that a fault holds back, all go
 * through the {@link Line} until it is empty again.
 */
final class Pump {
    /** How a direction came to its end. */
    enum End {
        /** The sender has no more to say. */
        SENDER_ENDED,
        /** The sender broke off. */
        SENDER_BROKE,
        /** The receiver takes no more. */
        RECEIVER_BROKE,
        /** A fault reset the connection. */
        RESET
    }

    private final SocketChannel from;
    private final SocketChannel to;
    private final FrameReader frames;
    private final Traffic traffic;
    private final Line line;
    private final WireClock clock;
    private final Consumer<Decision> swallows;
    private Verdict current = Verdict.PASS;
    private Optional<Decision> swallowing = Optional.empty();
    private long cameNs;
    private volatile boolean waiting;

    /** @param swallows told once, when a fault swallows this direction */
    Pump(SocketChannel from, SocketChannel to, FrameReader frames, Traffic traffic, Line line, WireClock clock,
            Consumer<Decision> swallows) {
        this.from = from;
        this.to = to;
        this.frames = frames;
        this.traffic = traffic;
        this.line = line;
        this.clock = clock;
        this.swallows = swallows;
    }

    /** Whether all that was read has been dealt with, and more is waited for. Any thread. */
    boolean waiting() {
        return waiting;
    }

    /** Returns when the direction is over; at the sender's own end with every byte passed or in the line. */
    End run() {
        try (FrameBuffer buffer = new FrameBuffer()) {
            return pump(buffer);
        }
    }

    private End pump(FrameBuffer buffer) {
        while (true) {
            int read = read(buffer.space());
            if (read < -1) {
                return End.SENDER_BROKE;
            }
            ByteBuffer bytes = buffer.filled();
            try {
                int passed = read < 0 ? rest(bytes) : pass(bytes);
                if (passed < 0) {
                    return End.RESET;
                }
                buffer.keepFrom(passed);
            } catch (IOException _) {
                return End.RECEIVER_BROKE;
            }
            if (read < 0) {
                return End.SENDER_ENDED;
            }
        }
    }

    /** As a channel's read; -2 when it broke off. */
    private int read(ByteBuffer into) {
        waiting = into.position() == 0;
        try {
            return from.read(into);
        } catch (IOException _) {
            return -2;
        } finally {
            waiting = false;
            cameNs = clock.ns();
        }
    }

    /** Deals with all frames that are there; the bytes dealt with, -1 when the connection is to be reset. */
    private int pass(ByteBuffer bytes) throws IOException {
        int start = 0;
        int at = 0;
        for (int piece = frames.next(bytes, at); piece > 0; piece = frames.next(bytes, at)) {
            if (frames.starts() && traffic.waitsForLeft()) {
                start = write(bytes, start, at);
                traffic.left();
            }
            judge(bytes.slice(at, piece));
            if (current.action() instanceof Action.Pass && line.empty()) {
                current.leaving().run();
            } else {
                write(bytes, start, at);
                if (!act(bytes.slice(at, piece))) {
                    return -1;
                }
                left();
                start = at + piece;
            }
            current = frames.ends() ? current : current.goesOn();
            at += piece;
        }
        write(bytes, start, at);
        left();
        return at;
    }

    /** In the middle of a frame nothing may come between its pieces. */
    private void left() {
        if (frames.ends() || frames.opaque()) {
            traffic.left();
        }
    }

    private void judge(ByteBuffer piece) {
        if (frames.opaque()) {
            current = traffic.bytes(swallowing);
        } else if (frames.starts()) {
            current = traffic.frame(piece, frames.ends(), frames, swallowing);
        }
    }

    private int write(ByteBuffer bytes, int from, int to) throws IOException {
        if (from < to) {
            ByteBuffer run = bytes.slice(from, to - from);
            while (run.hasRemaining()) {
                this.to.write(run);
            }
        }
        return to;
    }

    /** Does what was decided with a piece that cannot simply pass; false when the connection is to be reset. */
    private boolean act(ByteBuffer piece) {
        Decision decision = current.decision();
        switch (decision.action()) {
            case Action.Pass _ -> line.add(Held.behind(copy(piece), current.leaving()));
            case Action.Delay(long ms) -> line.add(new Held(copy(piece), decision.fault(),
                    cameNs + TimeUnit.MILLISECONDS.toNanos(ms), 0, false, current.leaving()));
            case Action.Throttle(long bytesPerSecond) -> line.add(new Held(copy(piece), decision.fault(),
                    Held.AT_ONCE, Math.max(1, bytesPerSecond), false, current.leaving()));
            case Action.Hold _ ->
                line.add(new Held(copy(piece), decision.fault(), Held.AT_ONCE, 0, true, current.leaving()));
            case Action.Answer _ -> current.instead()
                    .ifPresent(answer -> line.add(Held.behind(answer, current.leaving())));
            case Action.Swallow _ -> swallow(decision);
            case Action.Reset _ -> {
                return false;
            }
        }
        return true;
    }

    private void swallow(Decision decision) {
        if (swallowing.isEmpty()) {
            swallowing = Optional.of(decision);
            line.swallow();
            swallows.accept(decision);
        }
    }

    private static ByteBuffer copy(ByteBuffer piece) {
        return ByteBuffer.allocate(piece.remaining()).put(piece).flip();
    }

    /** The beginning of a frame that never came to its end goes the way of what came before it. */
    private int rest(ByteBuffer bytes) throws IOException {
        if (bytes.hasRemaining() && swallowing.isEmpty()) {
            if (line.empty()) {
                write(bytes, 0, bytes.limit());
            } else {
                line.add(Held.behind(copy(bytes.slice()), () -> {
                }));
            }
        }
        return bytes.limit();
    }
}
