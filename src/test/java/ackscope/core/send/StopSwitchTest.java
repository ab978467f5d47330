package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.InterruptException;
import org.junit.jupiter.api.Test;

class StopSwitchTest {
    private final StopSwitch stops = new StopSwitch();

    @Test
    void aStopHoldsForWhatWasAskedForBeforeAndNotForWhatComesAfter() {
        long first = stops.next();
        long second = stops.next();
        stops.begin(first);
        assertFalse(stops.stopping());
        stops.stop();
        assertTrue(stops.stopping());
        assertFalse(stops.cancelled());
        stops.begin(second);
        assertTrue(stops.stopping(), "it waited when stop was called");
        stops.begin(stops.next());
        assertFalse(stops.stopping());
    }

    @Test
    void anEndHoldsForEverythingToCome() {
        stops.end();
        stops.begin(stops.next());
        assertTrue(stops.ended() && stops.cancelled() && stops.stopping());
    }

    @Test
    void aStopLeavesALongWaitAloneAndACancelCutsItShort() throws InterruptedException {
        stops.begin(stops.next());
        stops.await(() -> {
            stops.stop();
            assertFalse(Thread.currentThread().isInterrupted());
            stops.cancel();
            assertTrue(Thread.currentThread().isInterrupted());
        });
        assertFalse(Thread.currentThread().isInterrupted(), "the mark does not outlive the wait");
    }

    @Test
    void aCancelThatCameBeforeTheWaitCutsItShortToo() {
        stops.begin(stops.next());
        stops.cancel();
        assertFalse(Thread.currentThread().isInterrupted(), "nothing was waiting");
        assertThrows(InterruptException.class, () -> stops.await(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            }
        }));
        assertFalse(Thread.currentThread().isInterrupted());
    }

    @Test
    void noMarkOfAnInterruptEverLeavesSend() throws InterruptedException {
        AtomicInteger leaked = new AtomicInteger();
        AtomicInteger stopped = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(1);
        Thread sender = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 100_000; i++) {
                stops.begin(stops.next());
                for (int n = 0; n < 5 && !stops.stopping(); n++) {
                    stops.enterSend();
                    stops.leaveSend();
                    if (Thread.currentThread().isInterrupted()) {
                        leaked.incrementAndGet();
                    }
                }
                stopped.addAndGet(stops.stopping() ? 1 : 0);
            }
            done.countDown();
        });
        while (done.getCount() > 0) {
            stops.stop();
        }
        sender.join();
        assertEquals(0, leaked.get());
        assertTrue(stopped.get() > 0, "no stop ever came while it was at work");
    }
}
