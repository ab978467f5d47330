package ackscope.core.fault;

import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The system's clock. What may wait for a broker to start has two threads; what does not block has one of its own, so that faults on the
 * wire end on time however many nodes are being started.
 */
final class SystemFaultClock implements FaultClock {
    private static final Logger LOG = LoggerFactory.getLogger(SystemFaultClock.class);
    private static final int THREADS = 2;

    private final ScheduledThreadPoolExecutor patient = timer(THREADS, "ackscope-fault-");
    private final ScheduledThreadPoolExecutor prompt = timer(1, "ackscope-fault-wire-");

    private static ScheduledThreadPoolExecutor timer(int threads, String name) {
        ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(threads,
                Thread.ofPlatform().daemon().name(name, 0).factory());
        timer.setRemoveOnCancelPolicy(true);
        return timer;
    }

    @Override
    public long ms() {
        return System.currentTimeMillis();
    }

    @Override
    public Runnable after(long ms, Runnable todo) {
        return schedule(patient, ms, todo);
    }

    @Override
    public Runnable promptlyAfter(long ms, Runnable todo) {
        return schedule(prompt, ms, todo);
    }

    private static Runnable schedule(ScheduledThreadPoolExecutor timer, long ms, Runnable todo) {
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
        patient.shutdownNow();
        prompt.shutdownNow();
    }
}
