package ackscope.core.fault;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The system's clock. Its two threads leave one to end faults on time while the other waits for a broker to start. */
final class SystemFaultClock implements FaultClock {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFaultClock.class);
    private static final int THREADS = 2;

    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(THREADS,
            Thread.ofPlatform().daemon().name("ackscope-fault-", 0).factory());

    SystemFaultClock() {
        timer.setRemoveOnCancelPolicy(true);
    }

    @Override
    public long ms() {
        return System.currentTimeMillis();
    }

    @Override
    public Runnable after(long ms, Runnable todo) {
        try {
            Future<?> task = timer.schedule(() -> perform(todo), ms, TimeUnit.MILLISECONDS);
            return () -> task.cancel(false);
        } catch (RejectedExecutionException _) {
            return () -> {
                // Closed: it will never be done.
            };
        }
    }

    private static void perform(Runnable todo) {
        try {
            todo.run();
        } catch (RuntimeException e) {
            LOG.error("a fault was not ended as it should", e);
        }
    }

    @Override
    public void sleep(long ms) throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(ms);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
