package ackscope.core.send;

import java.util.concurrent.locks.LockSupport;

/** The engine's time, handed in so that tests need not wait. */
public interface SendClock {
    /** ms since the epoch. */
    long ms();

    /** A time in ns that only differences have meaning of. */
    long nanos();

    /** Waits about this long, or shorter when interrupted. */
    void park(long nanos);

    /** The machine's clocks. */
    SendClock SYSTEM = new SendClock() {
        @Override
        public long ms() {
            return System.currentTimeMillis();
        }

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void park(long nanos) {
            LockSupport.parkNanos(nanos);
        }
    };
}
