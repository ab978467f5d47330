package ackscope.core.wire;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;

/**
 * Where the frames of one direction wait that a fault holds, delays or slows, and all that came behind them. Its thread writes them in
 * order; it is made when the first frame has to wait and ends with the line. At most {@link #LIMIT_BYTES} wait: then {@link #add} waits
 * too, so nobody reads on, and the sender meets a full connection as on any slow network.
 */
final class Line {
    static final int LIMIT_BYTES = 16 << 20;
    private static final int PIECE_BYTES = 64 * 1024;
    private static final int PIECES_PER_SECOND = 50;
    private static final long LOOK_NS = TimeUnit.SECONDS.toNanos(1);
    private static final int STACK_BYTES = 256 * 1024;

    private final String name;
    private final SocketChannel to;
    private final WireClock clock;
    private final LongPredicate active;
    private final Runnable broken;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final ArrayDeque<Held> waiting = new ArrayDeque<>();
    private int bytes;
    private boolean started;
    private boolean ending;
    private boolean dropped;
    private boolean swallowing;
    private boolean writerDone = true;
    private long pacedNs = Long.MIN_VALUE;
    private volatile boolean empty = true;

    /**
     * @param name   of its thread
     * @param to     where the frames go
     * @param active whether a fault still acts
     * @param broken told on the line's thread when the receiver broke off
     */
    Line(String name, SocketChannel to, WireClock clock, LongPredicate active, Runnable broken) {
        this.name = name;
        this.to = to;
        this.clock = clock;
        this.active = active;
        this.broken = broken;
    }

    /** Whether nothing waits and nothing is being written: what comes next need not wait in the line. */
    boolean empty() {
        return empty;
    }

    /** Puts a frame at the end; waits while the line is full. */
    void add(Held held) {
        put(held, LIMIT_BYTES);
    }

    /** Puts an answer at the end that the proxy made itself; never waits. */
    void offer(Held held) {
        put(held, Integer.MAX_VALUE);
    }

    private void put(Held held, int limit) {
        lock.lock();
        try {
            while (bytes >= limit && !dropped) {
                changed.awaitUninterruptibly();
            }
            if (dropped || swallowing) {
                return;
            }
            waiting.add(held);
            bytes += held.bytes().remaining();
            empty = false;
            start();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void start() {
        if (!started) {
            started = true;
            writerDone = false;
            Thread.ofPlatform().name(name).daemon(true).stackSize(STACK_BYTES).start(this::write);
        }
    }

    /** What comes from now on is dropped; what waits already still leaves. */
    void swallow() {
        lock.lock();
        try {
            swallowing = true;
        } finally {
            lock.unlock();
        }
    }

    /** The faults have changed: what waits is decided about again. */
    void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Drops what waits, for good. */
    void drop() {
        lock.lock();
        try {
            dropped = true;
            waiting.clear();
            bytes = 0;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until everything has left or was dropped, and ends the thread. Nothing is added afterwards. */
    void finish() {
        lock.lock();
        try {
            ending = true;
            changed.signalAll();
            while (!writerDone) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write() {
        try {
            for (Held next = take(); next != null; next = take()) {
                next.leaving().run();
                write(next);
                left(next);
            }
        } catch (IOException | InterruptedException _) {
            drop();
            broken.run();
        } finally {
            done();
        }
    }

    private void done() {
        lock.lock();
        try {
            writerDone = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** The first frame once it may leave; null when there will be none. It counts as waiting until it has left. */
    private Held take() throws InterruptedException {
        lock.lock();
        try {
            while (!dropped) {
                Held first = waiting.peek();
                if (first == null) {
                    empty = true;
                    if (ending) {
                        return null;
                    }
                    changed.awaitUninterruptibly();
                } else {
                    long waitNs = waitNs(first);
                    if (waitNs <= 0) {
                        return first;
                    }
                    long _ = changed.awaitNanos(Math.min(waitNs, LOOK_NS));
                }
            }
            return null;
        } finally {
            lock.unlock();
        }
    }

    private long waitNs(Held held) {
        if (held.dueNs() == Held.AT_ONCE && !held.untilReleased()) {
            return 0;
        }
        if (held.fault() != 0 && !active.test(held.fault())) {
            // A way that is well again keeps nobody waiting.
            return 0;
        }
        // Looking again now and then costs nothing, and a word that was missed then holds nobody for ever.
        return held.untilReleased() ? LOOK_NS : held.dueNs() - clock.ns();
    }

    private void left(Held held) {
        lock.lock();
        try {
            if (!dropped) {
                waiting.poll();
                bytes -= held.bytes().capacity();
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private void write(Held held) throws IOException, InterruptedException {
        ByteBuffer all = held.bytes();
        int end = all.limit();
        while (all.position() < end && !gone()) {
            boolean slow = held.bytesPerSecond() > 0 && active.test(held.fault());
            int piece = Math.min(end - all.position(), slow ? slowPiece(held.bytesPerSecond()) : PIECE_BYTES);
            if (slow && !paced(held, piece)) {
                continue;
            }
            all.limit(all.position() + piece);
            while (all.hasRemaining()) {
                to.write(all);
            }
            all.limit(end);
        }
    }

    private static int slowPiece(long bytesPerSecond) {
        return Math.clamp(bytesPerSecond / PIECES_PER_SECOND, 1, PIECE_BYTES);
    }

    /** Waits until a piece may leave; false when something changed meanwhile. */
    private boolean paced(Held held, int piece) throws InterruptedException {
        lock.lock();
        try {
            long now = clock.ns();
            long due = Math.max(pacedNs, now) + TimeUnit.SECONDS.toNanos(piece) / held.bytesPerSecond();
            while (!dropped && active.test(held.fault()) && clock.ns() < due) {
                long _ = changed.awaitNanos(Math.min(due - clock.ns(), LOOK_NS));
            }
            pacedNs = due;
            return !dropped && active.test(held.fault());
        } finally {
            lock.unlock();
        }
    }

    private boolean gone() {
        lock.lock();
        try {
            return dropped;
        } finally {
            lock.unlock();
        }
    }
}
