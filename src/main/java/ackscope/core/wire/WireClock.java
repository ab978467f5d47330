package ackscope.core.wire;

import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * The proxies' time, handed in so that tests need not wait.
 *
 * @param epochUs µs since the epoch, never going back
 * @param nanos   a time in ns that only differences have meaning of
 */
record WireClock(LongSupplier epochUs, LongSupplier nanos) {

    /** The machine's clocks; the wall clock is read once, so that two times of one batch can be subtracted whatever is done to it. */
    static WireClock system() {
        Instant start = Instant.now();
        long startUs = TimeUnit.SECONDS.toMicros(start.getEpochSecond()) + start.getNano() / 1000;
        long startNs = System.nanoTime();
        return new WireClock(() -> startUs + (System.nanoTime() - startNs) / 1000, System::nanoTime);
    }

    long us() {
        return epochUs.getAsLong();
    }

    long ns() {
        return nanos.getAsLong();
    }
}
