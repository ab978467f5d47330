package ackscope.core.audit;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Hands what was read to a thread of its own, in order, so that reading does not wait for the join. At most {@value #WAITING} batches wait.
 * What the worker did is seen by whoever called {@link #finish}. For one reading thread.
 */
final class Relay implements AutoCloseable {
    private static final int WAITING = 3;
    private static final long LOOK_MS = 100;

    private final BlockingQueue<List<ConsumerRecord<byte[], byte[]>>> queue = new ArrayBlockingQueue<>(WAITING);
    private final Consumer<ConsumerRecord<byte[], byte[]>> take;
    private final Thread worker;
    private volatile Optional<Throwable> failure = Optional.empty();
    private volatile boolean last;

    /** @param take called by the worker for every record; what it throws ends the reading */
    Relay(Consumer<ConsumerRecord<byte[], byte[]>> take) {
        this.take = take;
        worker = Thread.ofPlatform().daemon().name("ackscope-audit-join").start(this::work);
    }

    private void work() {
        try {
            while (true) {
                boolean end = last;
                List<ConsumerRecord<byte[], byte[]>> batch = queue.poll(LOOK_MS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    batch.forEach(take);
                } else if (end) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            // Closed before its end: nobody waits for the rest.
        } catch (RuntimeException | Error e) {
            failure = Optional.of(e);
        }
    }

    /** Hands over a batch; waits while the worker is behind. */
    void offer(List<ConsumerRecord<byte[], byte[]>> batch) {
        try {
            while (!queue.offer(batch, LOOK_MS, TimeUnit.MILLISECONDS)) {
                check();
            }
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    /** Waits until the worker has done all that was handed over. */
    void finish() {
        last = true;
        try {
            worker.join();
        } catch (InterruptedException e) {
            throw interrupted();
        }
        check();
    }

    private void check() {
        failure.ifPresent(e -> {
            throw new IllegalStateException("what was read could not be joined", e);
        });
    }

    private static CancellationException interrupted() {
        Thread.currentThread().interrupt();
        return new CancellationException();
    }

    /** Ends the worker, whatever still waits. */
    @Override
    public void close() {
        worker.interrupt();
    }
}
