package ackscope.core.breaker;

import ackscope.core.event.BreakerEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Records that the circuit breaker turned away, in a file, until a replay of them is reported. It takes only what was never handed to
 * a producer in this run: a record that failed before the breaker opened has its report and stays failed.
 *
 * <p>A record counts as held as soon as the system has its line, so it outlives a crash or a kill of the app; {@link #turn} puts lines
 * on the disk in groups, at most 50 ms apart, and only then tells of them as kept: what is told outlives a power cut too. The thread that
 * sends waits for neither.
 *
 * <p>A first replay doubles nothing, because no producer had the record. One may double if an earlier replay of it failed and may have
 * been written, or if it was on its way when the app or its producer ended; the file remembers that, and such replays are counted.
 *
 * <p>Bounded by records and by bytes of living lines; the file may grow to twice the bytes and 1 MiB before it is compacted. Keeping and
 * handing out is one thread's, the rest any thread's.
 */
public final class Outbox implements AutoCloseable {
    private static final long GROUP_MS = 20;
    private static final long AGAIN_MS = 1000;
    private static final long CLOSE_MS = 1000;
    private static final long SLACK = 1 << 20;

    private final Path folder;
    private final LongSupplier clockMs;
    private final Consumer<LabEvent> events;
    private final Semaphore news = new Semaphore(0);
    private final Thread thread = Thread.ofPlatform().daemon().name("ackscope-outbox").unstarted(this::loop);
    private final boolean ownThread;
    private final Disk disk;

    private final TreeMap<Long, Held> waiting = new TreeMap<>();
    private final TreeMap<Long, Held> waitingOfEarlier = new TreeMap<>();
    private final Map<Long, Held> handed = new LinkedHashMap<>();
    private final List<Held> gone = new ArrayList<>();
    private final OutboxGroups groups = new OutboxGroups();
    /** Files of earlier processes, with how many of their records have no report. */
    private final Map<OutboxFile, Integer> left = new HashMap<>();
    private volatile OutboxFile file;
    private volatile boolean ready;
    private volatile Sums sums = new Sums(0, BreakerSettings.DEFAULTS.outboxRecords(), 0, 0, 0);
    private boolean dirty;
    private volatile boolean troubled;
    private boolean fat;
    private volatile boolean closed;
    private long nextLine = 1;
    private long bytes;
    private long bytesLeft;
    private long mostRecords = BreakerSettings.DEFAULTS.outboxRecords();
    private long mostBytes = (long) BreakerSettings.DEFAULTS.outboxMegabytes() << 20;
    private long kept;
    private long replayed;
    private long mayDouble;

    /** Where files are put. */
    interface Disk {
        void force(OutboxFile file) throws IOException;
    }

    /** What there is to see. */
    private record Sums(int held, long most, long kept, long replayed, long mayDouble) {
    }

    /** A record that has room, as a line. */
    public record Draft(RecordId id, byte[] line) {
    }

    /**
     * Reads and writes nothing yet.
     *
     * @param folder    holds the file; made when there is something to keep
     * @param clockMs   ms since the epoch
     * @param events    called by whoever calls, and by the outbox's own thread
     * @param ownThread whether a thread of its own calls {@link #turn}; else somebody else must
     */
    public Outbox(Path folder, LongSupplier clockMs, Consumer<LabEvent> events, boolean ownThread) {
        this(folder, clockMs, events, ownThread, OutboxFile::force);
    }

    /** @param disk puts a file on it */
    Outbox(Path folder, LongSupplier clockMs, Consumer<LabEvent> events, boolean ownThread, Disk disk) {
        this.disk = disk;
        this.folder = folder;
        this.clockMs = clockMs;
        this.events = events;
        this.ownThread = ownThread;
    }

    /** Takes over what earlier processes left, if there is anything, and says so. The sending thread's; nobody else waits for it. */
    public void open() {
        try {
            if (file == null && Files.isDirectory(folder)) {
                openFile();
            }
        } catch (IOException e) {
            say(LogEvent.Level.ERROR, "The outbox in " + folder + " cannot be read: " + e.getMessage()
                    + ". Records that an earlier session left in it stay there.");
        }
        int left = sums.held();
        if (left > 0) {
            say(LogEvent.Level.WARNING, Figures.count(left, "record of an earlier session is",
                    "records of an earlier session are") + " in the outbox. Replay or discard "
                    + (left == 1 ? "it." : "them."));
        }
        ready = true;
    }

    /** Whether what earlier processes left has been read. */
    public boolean ready() {
        return ready;
    }

    private void openFile() throws IOException {
        if (closed) {
            throw new IOException("it is closed");
        }
        OutboxLoad load = OutboxLoad.of(folder);
        load.words().forEach(words -> say(LogEvent.Level.WARNING, words));
        synchronized (this) {
            if (closed) {
                load.close();
                throw new IOException("it is closed");
            }
            waitingOfEarlier.putAll(load.living());
            nextLine = load.next();
            left.putAll(load.others());
            load.living().values().forEach(held -> {
                bytes += held.length;
                bytesLeft += load.own() == held.file ? 0 : held.length;
            });
            file = load.own();
            count();
            if (ownThread) {
                thread.start();
            }
        }
    }

    /** How much it takes from now on. What is in it stays. */
    public synchronized void limit(BreakerSettings settings) {
        mostRecords = settings.outboxRecords();
        mostBytes = (long) settings.outboxMegabytes() << 20;
        count();
    }

    /**
     * The record as a line; empty if there is no room for it, which is told.
     *
     * @throws IOException if the file cannot be opened
     */
    public Optional<Draft> draft(ProducerRecord<byte[], byte[]> record, RecordId id) throws IOException {
        if (file == null) {
            openFile();
        }
        return drafted(record, id);
    }

    private synchronized Optional<Draft> drafted(ProducerRecord<byte[], byte[]> record, RecordId id) {
        byte[] line = OutboxLine.Codec.write(new OutboxLine.Kept(nextLine, id, clockMs.getAsLong(), record));
        if (size() >= mostRecords || bytes + line.length > mostBytes) {
            events.accept(new BreakerEvent.OutboxFull(size(), mostRecords, clockMs.getAsLong()));
            return Optional.empty();
        }
        return Optional.of(new Draft(id, line));
    }

    /** Why it takes no more, and what to do. */
    public synchronized String fullWords() {
        return "the circuit breaker is open and the outbox is full (" + Figures.count(size(), "record", "records")
                + " of "
                + String.format("%,d", mostRecords) + ", " + (bytes >> 20) + " of " + (mostBytes >> 20)
                + " MiB). What it did not take was not sent and has no number. Mend the cause, let it replay, or raise its limits.";
    }

    /**
     * Keeps the draft made last.
     *
     * @throws IOException if the disk refused it; nothing is kept then
     */
    public synchronized void keep(Draft draft) throws IOException {
        long at = append(file, draft.line());
        Held held = new Held(nextLine, draft.id(), at, draft.line().length, true);
        held.file = file;
        waiting.put(nextLine++, held);
        bytes += held.length;
        kept++;
        count();
        groups.kept(draft.id());
    }

    private long append(OutboxFile to, byte[] line) throws IOException {
        long at = to.append(line);
        dirty = true;
        news.release();
        return at;
    }

    /** The record that is next to be replayed, oldest first, up to a line; empty if none waits. */
    public synchronized Optional<Held> next(long upTo, boolean ofEarlierRunsToo) {
        Map.Entry<Long, Held> first = ofEarlierRunsToo && !waitingOfEarlier.isEmpty()
                ? waitingOfEarlier.firstEntry()
                : waiting.firstEntry();
        return first == null || first.getKey() > upTo ? Optional.empty() : Optional.of(first.getValue());
    }

    /** The last line so far. */
    public synchronized long lastLine() {
        return nextLine - 1;
    }

    /** Whether any is handed out. */
    public synchronized boolean anyOut() {
        return !handed.isEmpty();
    }

    /** Whether it is handed out, under this id. */
    public synchronized boolean isOut(Held held, RecordId as) {
        return handed.containsKey(held.line) && held.id.equals(as);
    }

    /**
     * A record as it was kept.
     *
     * @throws IOException if the file cannot be read
     */
    public synchronized ProducerRecord<byte[], byte[]> read(Held held) throws IOException {
        if (OutboxLine.Codec.read(held.file.read(held.at, held.length)) instanceof OutboxLine.Kept kept) {
            return kept.record();
        }
        throw new IOException("another line is in the place of " + held.was);
    }

    /** The checksum of its value, for the ledger of a run that did not make it. */
    public static int checksum(Held held, ProducerRecord<byte[], byte[]> record) {
        return Stamps.checksum(record, held.was);
    }

    /**
     * Hands a record out under an id of this run, which its stamp then bears. {@link #back}, {@link #done} or {@link #allBack} must
     * follow.
     *
     * @param record what {@link #read} gave
     * @throws IOException if the file cannot be written; it waits as before then
     */
    public synchronized ProducerRecord<byte[], byte[]> handOut(Held held, ProducerRecord<byte[], byte[]> record,
            RecordId as) throws IOException {
        append(held.file, OutboxLine.Codec.write(new OutboxLine.Given(held.mark)));
        waiting.remove(held.line);
        waitingOfEarlier.remove(held.line);
        handed.put(held.line, held);
        held.id = as;
        held.ofThisRun = true;
        replayed++;
        if (held.mayBeWritten && !held.countedTwice) {
            held.countedTwice = true;
            mayDouble++;
        }
        count();
        groups.replayed(as);
        return Stamps.as(record, held.was, as);
    }

    /** Its replay failed in a way that another may not: it waits again, in its old place. */
    public synchronized void back(Held held, boolean mayBeWritten) {
        if (handed.remove(held.line) != null) {
            held.mayBeWritten |= mayBeWritten;
            (held.ofThisRun ? waiting : waitingOfEarlier).put(held.line, held);
        }
    }

    /** Whether an earlier replay of it may have been written. */
    public synchronized boolean mayBeWritten(Held held) {
        return held.mayBeWritten;
    }

    /** Its report came, whichever: it leaves. */
    public synchronized void done(Held held) {
        if (handed.remove(held.line) != null || waiting.remove(held.line) != null
                || waitingOfEarlier.remove(held.line) != null) {
            bytes -= held.length;
            bytesLeft -= held.file == file ? 0 : held.length;
            left.computeIfPresent(held.file, (_, living) -> living - 1);
            gone.add(held);
            count();
            news.release();
        }
    }

    /** The producer ended: what was handed out and has no report waits again. Returns those of them that are of this run. */
    public synchronized List<Held> allBack() {
        List<Held> all = List.copyOf(handed.values());
        all.forEach(held -> back(held, true));
        return all.stream().filter(Held::ofThisRun).toList();
    }

    /** Those that wait, of all runs, oldest first. */
    public synchronized List<Held> waiting() {
        List<Held> all = new ArrayList<>(waitingOfEarlier.values());
        all.addAll(waiting.values());
        return all;
    }

    /** How many wait. */
    public synchronized int waiting(boolean ofEarlierRunsToo) {
        return waiting.size() + (ofEarlierRunsToo ? waitingOfEarlier.size() : 0);
    }

    /** Another run begins: what is in it is of an earlier one from now on. */
    public synchronized void runEnded() {
        waiting.values().forEach(held -> held.ofThisRun = false);
        handed.values().forEach(held -> held.ofThisRun = false);
        waitingOfEarlier.putAll(waiting);
        waiting.clear();
        kept = 0;
        replayed = 0;
        mayDouble = 0;
        count();
    }

    private int size() {
        return waiting.size() + waitingOfEarlier.size() + handed.size();
    }

    private void count() {
        sums = new Sums(size(), mostRecords, kept, replayed, mayDouble);
    }

    /** The breaker's view with what is in here. Waits for nobody. */
    public BreakerView view(BreakerView of) {
        Sums now = sums;
        return new BreakerView(of.on(), of.state(), of.failureRate(), of.failureLimit(), of.slowRate(), of.slowLimit(),
                of.outcomes(), of.least(), of.nextTryMs(), of.permits(), now.held(), now.most(), now.kept(),
                now.replayed(), now.mayDouble());
    }

    /**
     * Puts on the disk what was written since the last turn, tells of it, and makes the file smaller when it is worth it. When the disk
     * refuses, nothing is told as kept, and the next turn tries again: with a new file, because a system may forget what it could not
     * write, and call the next try a success.
     */
    public void turn() {
        try {
            List<OutboxFile> written = mark();
            for (OutboxFile one : written) {
                if (!troubled || one != file) {
                    disk.force(one);
                }
            }
            if (!troubled) {
                shrink();
            } else {
                compact(true);
                troubled = false;
                say(LogEvent.Level.INFO, "The outbox is on the disk again.");
            }
        } catch (IOException e) {
            dirtyAgain();
            if (!troubled) {
                troubled = true;
                say(LogEvent.Level.ERROR, "The outbox could not be put on the disk: " + e.getMessage() + ". "
                        + unsafe() + "It is tried again every second. Free some room.");
            }
            return;
        }
        groups.take(clockMs.getAsLong()).forEach(events);
    }

    private void shrink() {
        try {
            compact(false);
            fat = false;
        } catch (IOException e) {
            if (!fat) {
                fat = true;
                say(LogEvent.Level.WARNING, "The outbox's file cannot be made smaller, and grows with every record: "
                        + e.getMessage() + ". Free some room. No record is lost.");
            }
        }
    }

    private synchronized String unsafe() {
        long records = groups.unsafe();
        return records == 0
                ? "What is in it may be replayed again after a power cut. "
                : Figures.count(records, "record is", "records are")
                        + " kept but not safe on the disk yet: a power cut may lose "
                        + (records == 1 ? "it. " : "them. ");
    }

    private synchronized void dirtyAgain() {
        dirty = true;
    }

    /** Notes what has its report. Returns the files that are to be put on the disk. */
    private synchronized List<OutboxFile> mark() throws IOException {
        groups.written();
        if (file == null || (!dirty && gone.isEmpty())) {
            return List.of();
        }
        List<OutboxFile> all = new ArrayList<>(left.keySet());
        all.add(file);
        for (OutboxFile one : all) {
            ByteArrayOutputStream marks = new ByteArrayOutputStream();
            gone.stream().filter(held -> held.file == one)
                    .forEach(held -> marks.writeBytes(OutboxLine.Codec.write(new OutboxLine.Gone(held.mark))));
            if (one == file ? size() == 0 : left.get(one) == 0) {
                one.cut(0);
            } else if (marks.size() > 0) {
                one.append(marks.toByteArray());
            }
        }
        gone.clear();
        for (OutboxFile one : all) {
            if (one != file && left.get(one) == 0) {
                left.remove(one);
                all = all.stream().filter(other -> other != one).toList();
                one.close();
            }
        }
        dirty = false;
        return all;
    }

    /** Living lines do not change, so they are copied while others come; only what came since is copied under the lock. */
    private void compact(boolean always) throws IOException {
        OutboxFile mine;
        List<Held> living;
        long since;
        synchronized (this) {
            long own = bytes - bytesLeft;
            mine = file;
            if (mine == null) {
                return;
            }
            if (!always && (closed || mine.length() - own <= Math.max(SLACK, own))) {
                return;
            }
            living = own();
            since = mine.length();
        }
        try (OutboxFile.Smaller smaller = mine.smaller()) {
            Map<Held, Long> places = new HashMap<>();
            for (Held held : living) {
                places.put(held, smaller.append(smaller.read(held.at, held.length)));
            }
            for (Held held : living) {
                if (handedOnce(held)) {
                    smaller.append(OutboxLine.Codec.write(new OutboxLine.Given(held.mark)));
                }
            }
            smaller.force();
            synchronized (this) {
                long moved = smaller.replace(since);
                own().forEach(held -> held.at = places.containsKey(held) ? places.get(held) : held.at + moved);
            }
        }
    }

    private List<Held> own() {
        return Stream.of(waitingOfEarlier, waiting, handed).flatMap(map -> map.values().stream())
                .filter(held -> held.file == file)
                .sorted(Comparator.comparingLong(held -> held.line)).toList();
    }

    private synchronized boolean handedOnce(Held held) {
        return held.mayBeWritten || handed.containsKey(held.line);
    }

    private void loop() {
        while (!closed) {
            try {
                if (!troubled) {
                    news.acquire();
                } else if (!news.tryAcquire(AGAIN_MS, TimeUnit.MILLISECONDS)) {
                    turn();
                    continue;
                }
                TimeUnit.MILLISECONDS.sleep(GROUP_MS);
                news.drainPermits();
            } catch (InterruptedException e) {
                // It is closing; the last turn follows.
                continue;
            }
            turn();
        }
    }

    private void say(LogEvent.Level level, String text) {
        events.accept(new LogEvent(level, text, clockMs.getAsLong()));
    }

    /** Puts everything on the disk and lets go of the file. Waits for at most about a second. */
    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join(CLOSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        turn();
        synchronized (this) {
            try {
                if (file != null) {
                    file.close();
                }
                for (OutboxFile one : left.keySet()) {
                    one.close();
                }
            } catch (IOException e) {
                say(LogEvent.Level.WARNING, "The outbox did not close as it should: " + e.getMessage());
            }
            file = null;
        }
    }
}
