package ackscope.core.wire;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.internals.BufferSupplier;

/**
 * Reads the records' ids out of batches, off the threads that the batches pass on. What waits is bounded in bytes and in number; a batch
 * that finds no room is told of all the same, in its turn, without its ids. {@link #turn} belongs to one thread.
 */
final class Decoder implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];
    private static final int LEAST_BYTES = 256;

    private final long mostBytes;
    private final BiConsumer<Try, BatchIds> decoded;
    private final LinkedBlockingQueue<Job> jobs = new LinkedBlockingQueue<>();
    private final AtomicLong bytes = new AtomicLong();
    private final BufferSupplier buffers = BufferSupplier.create();
    private Thread thread;

    private record Job(Try one, byte[] batch) {
        /** An empty one takes room as well. */
        int cost() {
            return LEAST_BYTES + batch.length;
        }
    }

    /**
     * @param mostBytes how much may wait
     * @param decoded   told of each batch, in the order in which they came
     */
    Decoder(long mostBytes, BiConsumer<Try, BatchIds> decoded) {
        this.mostBytes = mostBytes;
        this.decoded = decoded;
    }

    /** Decodes on a thread of its own from now on. */
    void start() {
        thread = Thread.ofPlatform().name("ackscope-wire-decoder").daemon(true).start(this::run);
    }

    private void run() {
        try {
            while (true) {
                decode(jobs.take());
            }
        } catch (InterruptedException _) {
            // Closed.
        } finally {
            buffers.close();
        }
    }

    /** A batch came; whether there was room for its bytes. Any thread. */
    boolean offer(Try one, byte[] batch) {
        boolean room = bytes.get() + batch.length <= mostBytes;
        Job job = new Job(one, room ? batch : NOTHING);
        bytes.addAndGet(job.cost());
        jobs.add(job);
        return room;
    }

    /** Decodes the next batch; false if none waits. */
    boolean turn() {
        Job job = jobs.poll();
        if (job != null) {
            decode(job);
        }
        return job != null;
    }

    private void decode(Job job) {
        decoded.accept(job.one(), job.batch().length == 0 ? BatchIds.NONE : BatchIds.of(job.batch(), buffers));
        bytes.addAndGet(-job.cost());
    }

    @Override
    public void close() {
        if (thread != null) {
            thread.interrupt();
        }
    }
}
