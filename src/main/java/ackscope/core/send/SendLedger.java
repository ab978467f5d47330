package ackscope.core.send;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.VarHandle;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One fixed-width entry of 24 bytes for every record of a run, in memory-mapped files of the run's folder: the heap does not grow with
 * the count, and what was written survives a crash of the app. Entry: state (outcome, cause, partition) 4, send time 4, report time 4,
 * checksum 4 (the one that the record's stamp holds), offset 8.
 *
 * <p>{@link #opened} is called by the sending thread alone, in the order of the numbers; {@link #reported} by any thread; reading by
 * any thread; the files are unmapped when the ledger is no longer reached. The first report of a record wins, because the client can report one record twice.
 */
public final class SendLedger {
    /** Bytes of one entry. */
    public static final int ENTRY = 24;
    /** The partition while it is not known. */
    public static final int NO_PARTITION = 0xFFFF;

    private static final int PER_CHUNK = 1 << 20;
    private static final int MAX_CHUNKS = 1 << 12;
    /** The state while a report is being written; reads as open. */
    private static final int TAKEN = 0x7F000000 | NO_PARTITION;
    /** The report time while the record is in the outbox, where it has none. */
    private static final int HELD = -1;
    private static final VarHandle STATE = ValueLayout.JAVA_INT.varHandle();

    private final Path folder;
    private final Arena arena = Arena.ofAuto();
    private final AtomicReferenceArray<MemorySegment> chunks = new AtomicReferenceArray<>(MAX_CHUNKS);
    private volatile long size;

    /**
     * What the ledger holds of one record.
     *
     * @param cause     index into the run's table of causes, 0 for none
     * @param partition -1 while unknown
     * @param sendMs    when {@code send()} was called, ms since the run began
     * @param reportMs  from the call of {@code send()} to the report, ms
     * @param offset    -1 for none
     */
    public record Entry(long number, Outcome outcome, int cause, int partition, int sendMs, int reportMs, int checksum,
            long offset) {
    }

    /** @param folder the run's folder, which must exist */
    public SendLedger(Path folder) {
        this.folder = folder;
    }

    /**
     * Notes that a record is about to be sent; must be called with the next number.
     *
     * @throws UncheckedIOException when the disk has no room for the next chunk
     */
    public void opened(long number, int sendMs, int checksum) {
        MemorySegment chunk = chunk(number);
        long at = place(number);
        chunk.set(ValueLayout.JAVA_INT, at + 4, sendMs);
        chunk.set(ValueLayout.JAVA_INT, at + 8, 0);
        chunk.set(ValueLayout.JAVA_INT, at + 12, checksum);
        chunk.set(ValueLayout.JAVA_LONG, at + 16, -1);
        STATE.setRelease(chunk, at, state(Outcome.OPEN, 0, NO_PARTITION));
        size = number + 1;
    }

    /**
     * Notes a report.
     *
     * @return false if this record was reported before; the earlier report stands
     */
    public boolean reported(long number, Outcome outcome, int cause, int partition, long offset, int reportMs) {
        MemorySegment chunk = chunks.get((int) (number / PER_CHUNK));
        long at = place(number);
        // Taken first, so that of two reports at once one wins; the final state is set last, so that whoever sees it sees the rest.
        if (!STATE.compareAndSet(chunk, at, state(Outcome.OPEN, 0, NO_PARTITION), TAKEN)) {
            return false;
        }
        chunk.set(ValueLayout.JAVA_INT, at + 8, reportMs);
        chunk.set(ValueLayout.JAVA_LONG, at + 16, offset);
        STATE.setRelease(chunk, at, state(outcome, cause, partition < 0 ? NO_PARTITION : partition));
        return true;
    }

    /** Notes that a record without a report is in the outbox, and no producer has it. */
    void held(long number) {
        chunks.get((int) (number / PER_CHUNK)).set(ValueLayout.JAVA_INT, place(number) + 8, HELD);
    }

    /** Notes that a record from the outbox is given to the producer, {@code sendMs} after the run began. */
    void given(long number, int sendMs) {
        MemorySegment chunk = chunks.get((int) (number / PER_CHUNK));
        chunk.set(ValueLayout.JAVA_INT, place(number) + 4, sendMs);
        chunk.set(ValueLayout.JAVA_INT, place(number) + 8, 0);
    }

    /** Whether a record has no report and is in the outbox. */
    public boolean isHeld(long number) {
        return open(number)
                && chunks.get((int) (number / PER_CHUNK)).get(ValueLayout.JAVA_INT, place(number) + 8) == HELD;
    }

    /** Records opened so far. */
    public long size() {
        return size;
    }

    /** What is known of one record; {@code number} from 0 to {@link #size()} - 1. */
    public Entry read(long number) {
        if (number < 0 || number >= size) {
            throw new IndexOutOfBoundsException("record " + number + " of " + size);
        }
        MemorySegment chunk = chunks.get((int) (number / PER_CHUNK));
        long at = place(number);
        int state = (int) STATE.getAcquire(chunk, at);
        int partition = state & 0xFFFF;
        return new Entry(number, outcomeOf(state), state >>> 16 & 0xFF, partition == NO_PARTITION ? -1 : partition,
                chunk.get(ValueLayout.JAVA_INT, at + 4), Math.max(0, chunk.get(ValueLayout.JAVA_INT, at + 8)),
                chunk.get(ValueLayout.JAVA_INT, at + 12), chunk.get(ValueLayout.JAVA_LONG, at + 16));
    }

    /** Whether a record was reported ok with this partition, offset and checksum; quicker than {@link #read}, for who asks millions of times. */
    public boolean ackedAs(long number, int partition, long offset, int checksum) {
        MemorySegment chunk = chunks.get((int) (number / PER_CHUNK));
        long at = place(number);
        return (int) STATE.getAcquire(chunk, at) == state(Outcome.ACKED, 0, partition)
                && chunk.get(ValueLayout.JAVA_INT, at + 12) == checksum
                && chunk.get(ValueLayout.JAVA_LONG, at + 16) == offset;
    }

    /** Whether a record has no report yet. */
    public boolean open(long number) {
        return outcomeOf((int) STATE.getAcquire(chunks.get((int) (number / PER_CHUNK)), place(number))) == Outcome.OPEN;
    }

    private MemorySegment chunk(long number) {
        int index = (int) (number / PER_CHUNK);
        MemorySegment chunk = chunks.get(index);
        if (chunk == null) {
            // An interrupt would close the file's channel in the middle of mapping it, so it waits until after.
            boolean interrupted = Thread.interrupted();
            chunk = map(index);
            chunks.set(index, chunk);
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return chunk;
    }

    private MemorySegment map(int index) {
        long bytes = (long) PER_CHUNK * ENTRY;
        Path file = folder.resolve("ledger-%04d".formatted(index));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            // A mapped page that the disk cannot hold would end the process: refuse before, while it can be said in words.
            if (folder.toFile().getUsableSpace() < 2 * bytes) {
                throw new IOException("the disk of " + folder + " is nearly full");
            }
            return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
        } catch (IOException e) {
            throw new UncheckedIOException("The ledger cannot grow: " + e.getMessage(), e);
        }
    }

    private static long place(long number) {
        return number % PER_CHUNK * ENTRY;
    }

    private static int state(Outcome outcome, int cause, int partition) {
        return (outcome.code() << 24) | (cause << 16) | (partition & 0xFFFF);
    }

    private static Outcome outcomeOf(int state) {
        return switch (state >>> 24) {
            case 1 -> Outcome.ACKED;
            case 2 -> Outcome.FAILED;
            case 3 -> Outcome.UNREPORTED;
            default -> Outcome.OPEN;
        };
    }
}
