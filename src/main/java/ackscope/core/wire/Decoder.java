package ackscope.core.wire;

import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import org.apache.kafka.common.utils.internals.BufferSupplier;

/**
 * Reads the records' ids out of batches, off the threads that the batches pass on. What waits is bounded in bytes and in number; a batch
 * that finds no room is told of all the same, in its turn, without its ids. Its thread works a few ms behind, so that it is not woken for
 * every batch: waking it cost more than the reading. Who cannot wait that long may lend a hand with {@link #help}.
 */
final class Decoder implements AutoCloseable {
    private static final byte[] NOTHING = new byte[0];
    private static final int LEAST_BYTES = 256;
    private static final long PAUSE_NS = 5_000_000;
    private static final int HELP_JOBS = 64;
    private static final long HELP_WAIT_NS = 200_000;

    private final long mostBytes;
    private final BiConsumer<Try, BatchIds> decoded;
    private final ConcurrentLinkedQueue<Job> jobs = new ConcurrentLinkedQueue<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();
    /** Whoever has it decodes, so that batches are told of in their order. */
    private final ReentrantLock reading = new ReentrantLock();
    private final BufferSupplier buffers = BufferSupplier.create();
    private Optional<Thread> thread = Optional.empty();
    private volatile boolean closed;

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
        thread = Optional.of(Thread.ofPlatform().name("ackscope-wire-decoder").daemon(true).start(this::run));
    }

    private void run() {
        while (!closed) {
            if (waiting.get() <= 0) {
                LockSupport.park(this);
            }
            LockSupport.parkNanos(this, PAUSE_NS);
            while (!closed && turn()) {
                // Until nothing waits.
            }
        }
    }

    /** A batch came; whether there was room for its bytes. Any thread. */
    boolean offer(Try one, byte[] batch) {
        boolean room = bytes.get() + batch.length <= mostBytes;
        Job job = new Job(one, room ? batch : NOTHING);
        bytes.addAndGet(job.cost());
        jobs.add(job);
        if (waiting.getAndIncrement() == 0) {
            thread.ifPresent(LockSupport::unpark);
        }
        return room;
    }

    /** Decodes the next batch; false if none waits. */
    boolean turn() {
        reading.lock();
        try {
            return next();
        } finally {
            reading.unlock();
        }
    }

    /** Decodes what waits, if it is not much; returns soon whatever happens. */
    void help() {
        try {
            if (waiting.get() <= HELP_JOBS && reading.tryLock(HELP_WAIT_NS, TimeUnit.NANOSECONDS)) {
                try {
                    for (int i = 0; i < HELP_JOBS && next(); i++) {
                        // One after the other.
                    }
                } finally {
                    reading.unlock();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean next() {
        Job job = jobs.poll();
        if (job == null) {
            return false;
        }
        waiting.decrementAndGet();
        decoded.accept(job.one(), job.batch().length == 0 ? BatchIds.NONE : BatchIds.of(job.batch(), buffers));
        bytes.addAndGet(-job.cost());
        return true;
    }

    /** Ends the thread; the rest stays undecoded. */
    @Override
    public void close() {
        closed = true;
        thread.ifPresent(LockSupport::unpark);
    }
}
