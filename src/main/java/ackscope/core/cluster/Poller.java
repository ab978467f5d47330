package ackscope.core.cluster;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.LoggerFactory;

/** Takes turns on a thread of its own until closed. */
final class Poller implements AutoCloseable {
    private static final int CLOSE_LIMIT_MS = 1_000;

    private final Runnable turn;
    private final long everyMs;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition woken = lock.newCondition();
    private boolean due;
    private volatile boolean closed;

    /**
     * @param name    of the thread
     * @param everyMs pause between two turns
     * @param first   runs once before the first turn
     * @param turn    one turn; must come back in bounded time
     */
    Poller(String name, long everyMs, Runnable first, Runnable turn) {
        this.turn = turn;
        this.everyMs = everyMs;
        this.thread = Thread.ofPlatform().name(name).daemon(true).unstarted(() -> {
            first.run();
            run();
        });
    }

    void start() {
        thread.start();
    }

    /** Asks for a turn at once. */
    void wake() {
        lock.lock();
        try {
            due = true;
            woken.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean closed() {
        return closed;
    }

    private void run() {
        while (!closed) {
            try {
                turn.run();
            } catch (RuntimeException e) {
                if (!closed) {
                    LoggerFactory.getLogger(Poller.class).warn("A turn of {} failed; the next one follows.",
                            thread.getName(), e);
                }
            }
            pause();
        }
    }

    private void pause() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(everyMs);
            while (!due && !closed && left > 0) {
                left = woken.awaitNanos(left);
            }
            due = false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            closed = true;
        } finally {
            lock.unlock();
        }
    }

    /** Interrupts a turn under way and waits a little for its end. */
    @Override
    public void close() {
        closed = true;
        wake();
        thread.interrupt();
        if (Thread.currentThread() == thread) {
            return;
        }
        try {
            thread.join(CLOSE_LIMIT_MS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
