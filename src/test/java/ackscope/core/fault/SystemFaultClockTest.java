package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SystemFaultClockTest {
    private static final long LIMIT_MS = 10_000;

    @Test
    void whatDoesNotBlockIsDoneWhileNodesAreWaitedFor() throws InterruptedException {
        int nodes = 3;
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch wire = new CountDownLatch(1);
        try (SystemFaultClock clock = new SystemFaultClock()) {
            for (int i = 0; i < nodes; i++) {
                clock.after(0, () -> await(started));
            }
            clock.promptlyAfter(1, wire::countDown);
            assertTrue(wire.await(LIMIT_MS, TimeUnit.MILLISECONDS));
            started.countDown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertTrue(latch.await(LIMIT_MS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
