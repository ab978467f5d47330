package ackscope.core.scenario;

import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Waits that end: when something holds, when a limit is over, or when a person cancels. For one thread. */
final class Patience {
    private static final long LOOK_MS = 10;

    private final BooleanSupplier cancelled;

    /** @param cancelled asked a hundred times a second */
    Patience(BooleanSupplier cancelled) {
        this.cancelled = cancelled;
    }

    /**
     * Waits until something holds.
     *
     * @throws ScenarioException     in words when it does not in time
     * @throws CancellationException when cancelled
     */
    void until(String what, long limitMs, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (sinceMs(began) > limitMs) {
                throw new ScenarioException(
                        "It ended early: it waited " + limitMs / 1000 + " s in vain for " + what
                                + ". Heal all, look at the nodes' logs, and run it again.");
            }
            pause();
        }
    }

    /** As {@link #until}, but goes on when the time is over. Returns whether it holds. */
    boolean orGoOn(long limitMs, BooleanSupplier holds) {
        long began = System.nanoTime();
        while (!holds.getAsBoolean()) {
            if (sinceMs(began) > limitMs) {
                return false;
            }
            pause();
        }
        return true;
    }

    /** Lets time pass since a moment of {@link System#nanoTime}. */
    void pass(long sinceNanos, long ms) {
        while (sinceMs(sinceNanos) < ms) {
            pause();
        }
    }

    private static long sinceMs(long nanos) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - nanos);
    }

    private void pause() {
        check();
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }

    /** @throws CancellationException when cancelled */
    void check() {
        if (cancelled.getAsBoolean()) {
            throw new CancellationException();
        }
    }
}
