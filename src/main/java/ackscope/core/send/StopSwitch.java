package ackscope.core.send;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Stop and cancel for one thread that works off numbered pieces of work. Both act on every piece that was asked for before them, the one
 * at hand as well as those that wait, and on none that comes after. The thread is interrupted only where it waits for the client, and
 * the mark of an interrupt never outlives that wait: it would break the next commit, park or file that the thread touches.
 */
final class StopSwitch {
    private final AtomicLong asked = new AtomicLong();
    private volatile long current;
    private volatile long stopped = -1;
    private volatile long cancelled = -1;
    private volatile Thread worker = Thread.currentThread();
    private volatile boolean inSend;
    private boolean waiting;

    /** The number of the next piece of work, when it is asked for. Any thread. */
    long next() {
        return asked.incrementAndGet();
    }

    /** The piece at hand from now on. Working thread. */
    void begin(long number) {
        worker = Thread.currentThread();
        current = number;
    }

    /** Whether the piece at hand should end after the record at hand. */
    boolean stopping() {
        return current <= stopped;
    }

    /** Whether the piece at hand should end without waiting for anything. */
    boolean cancelled() {
        return current <= cancelled;
    }

    /** Any thread. */
    synchronized void stop() {
        stopped = Math.max(stopped, asked.get());
        // The piece at hand may have been asked for since, and then nothing of it is to end.
        if (inSend && stopping()) {
            worker.interrupt();
        }
    }

    /** Any thread. */
    synchronized void cancel() {
        cancelUpTo(asked.get());
    }

    /** Cancels everything, also what will be asked for later. Any thread. */
    synchronized void end() {
        cancelUpTo(Long.MAX_VALUE);
    }

    /** Whether {@link #end} was called. */
    boolean ended() {
        return cancelled == Long.MAX_VALUE;
    }

    private void cancelUpTo(long number) {
        stopped = Math.max(stopped, number);
        cancelled = Math.max(cancelled, number);
        if ((inSend || waiting) && cancelled()) {
            worker.interrupt();
        }
    }

    /** Before {@code send()}, which both stop and cancel cut short. Costs one volatile write. Working thread. */
    void enterSend() {
        inSend = true;
    }

    /** After {@code send()}, whatever came of it. Working thread. */
    void leaveSend() {
        inSend = false;
        // Who stops writes first and reads inSend then, here it is the other way round: one of the two sees the other.
        if (stopping() || Thread.currentThread().isInterrupted()) {
            synchronized (this) {
                Thread.interrupted();
            }
        }
    }

    /** Runs a call of the client that waits, which only cancel cuts short: with an InterruptException. Working thread. */
    void await(Runnable call) {
        synchronized (this) {
            waiting = true;
            if (cancelled()) {
                Thread.currentThread().interrupt();
            }
        }
        try {
            call.run();
        } finally {
            synchronized (this) {
                waiting = false;
                Thread.interrupted();
            }
        }
    }
}
