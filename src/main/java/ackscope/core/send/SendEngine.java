package ackscope.core.send;

import ackscope.core.compose.RecordSource;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Sends. One thread allots the numbers and calls {@code send()}; what it is asked to do is done in the order of asking, save
 * {@link #stop} and {@link #cancel}, which act at once. New settings take effect with a new producer, in order: drain, close, open; also in
 * the middle of a load. All methods return at once; any thread may call them.
 */
public final class SendEngine implements AutoCloseable {
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(1500);

    private final Path runsFolder;
    private final Function<Map<String, Object>, Producer<byte[], byte[]>> factory;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final LongSupplier freeBytes;
    private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
    private final AtomicReference<Wanted> settings = new AtomicReference<>(new Wanted(Map.of(), 0));
    private final Thread thread;

    private volatile Progress progress = Progress.NONE;
    private volatile boolean stopping;
    private volatile boolean cancelled;
    private volatile boolean ended;
    private volatile boolean inSend;
    private volatile Run run;
    private volatile OpenProducer open;
    private volatile ClientMetrics earlier = ClientMetrics.NONE;
    private int openedVersion;
    private int generation;

    /** The settings that were asked for last; each change has the next version. */
    private record Wanted(Map<String, Object> map, int version) {
    }

    /**
     * @param runsFolder one folder a run is made in it
     * @param freeBytes  bytes left on the disk that the brokers write to; a load stops when it falls below the limit
     * @param events     where events go; called by the sending thread
     */
    public SendEngine(Path runsFolder, LongSupplier freeBytes, Consumer<LabEvent> events) {
        this(runsFolder, KafkaProducer::new, SendClock.SYSTEM, freeBytes, events);
        thread.start();
    }

    /** For tests: a producer and a clock of one's own, and no thread; {@link #turn} does one piece of work. */
    SendEngine(Path runsFolder, Function<Map<String, Object>, Producer<byte[], byte[]>> factory, SendClock clock,
            LongSupplier freeBytes,
            Consumer<LabEvent> events) {
        this.runsFolder = runsFolder;
        this.factory = factory;
        this.clock = clock;
        this.freeBytes = freeBytes;
        this.events = events;
        thread = Thread.ofPlatform().name("ackscope-send").daemon().unstarted(this::loop);
        run = new Run(1, runsFolder.resolve("run-1"), clock.ms(), clock.nanos());
    }

    /** The settings of the next producer, {@code bootstrap.servers} among them. With equal settings the producer stays open. One thread. */
    public void use(Map<String, Object> producerSettings) {
        Map<String, Object> copy = Map.copyOf(producerSettings);
        Wanted before = settings.get();
        if (!copy.equals(before.map())) {
            settings.set(new Wanted(copy, before.version() + 1));
            work.add(this::reopenIfOpen);
        }
    }

    /** Sends one action's records, after what was asked before. */
    public void send(RecordSource source) {
        work.add(() -> perform(source));
    }

    /** Ends the current action after the record at hand; what was given to the producer is still delivered. */
    public void stop() {
        stopping = true;
        if (inSend) {
            thread.interrupt();
        }
    }

    /** Ends the current action and gives up waiting: the producer is closed at once, and what it has not delivered is reported so. */
    public void cancel() {
        cancelled = true;
        stopping = true;
        if (progress.busy()) {
            thread.interrupt();
        }
    }

    /** Ends the run, after what was asked before, and begins another with its sums at 0. */
    public void newRun() {
        work.add(() -> {
            closeProducer(drainLimit());
            Run old = run;
            earlier = ClientMetrics.NONE;
            run = new Run(old.id() + 1, runsFolder.resolve("run-" + (old.id() + 1)), clock.ms(), clock.nanos());
            progress = Progress.NONE;
            say(LogEvent.Level.INFO, "Run " + run.id() + " begins.");
        });
    }

    /** The current run. */
    public Run run() {
        return run;
    }

    /** Where it is now. */
    public Progress progress() {
        return progress;
    }

    /** What the clients of this run counted. */
    public ClientMetrics clientMetrics() {
        OpenProducer producer = open;
        return producer == null ? earlier : producer.metrics(earlier);
    }

    /** The sums of this run. */
    public RunTotals totals(long alerts) {
        return run.totals(clientMetrics(), alerts);
    }

    /** Publishes what callbacks gathered since the last call; called several times a second by one thread. */
    public void flush() {
        run.flush(clock.ms()).forEach(events);
        OpenProducer producer = open;
        if (producer != null) {
            producer.retries().flush().forEach(events);
        }
    }

    private void loop() {
        while (!ended) {
            try {
                work.take().run();
            } catch (InterruptedException e) {
                // A stop that came between two pieces of work.
            } catch (RuntimeException e) {
                progress = progress.ended(words(e));
                say(LogEvent.Level.ERROR, "Sending stopped: " + words(e));
            }
        }
    }

    /** One piece of work, if there is any; for tests. */
    boolean turn() {
        Runnable next = work.poll();
        if (next == null) {
            return false;
        }
        next.run();
        return true;
    }

    private void perform(RecordSource source) {
        stopping = false;
        cancelled = false;
        Thread.interrupted();
        progress = new Progress(Progress.Phase.OPENING, 0, source.plan().count(), clock.nanos(),
                source.plan().ratePerSecond(), "");
        String problem = "";
        try {
            run.stretch(source.topic());
            problem = new SendAction(this, source, clock, events, freeBytes).perform();
            if (!ended) {
                progress = progress.with(Progress.Phase.DRAINING);
                awaitReports();
            }
        } catch (RuntimeException e) {
            problem = words(e);
        } finally {
            Thread.interrupted();
            if (cancelled && !ended) {
                closeProducer(Duration.ZERO);
            }
            progress = progress.ended(problem);
            if (!problem.isEmpty()) {
                say(LogEvent.Level.ERROR, "Sending stopped after " + progress.done() + " records: " + problem);
            }
        }
    }

    private void awaitReports() {
        OpenProducer producer = open;
        while (!cancelled && !ended && producer != null && run.open() > 0) {
            if (settingsChanged()) {
                reopen();
                return;
            }
            if (!work.isEmpty()) {
                return;
            }
            clock.park(2_000_000);
        }
    }

    /** The producer of the current settings, opened if there is none. Sending thread. */
    OpenProducer producer() {
        if (open == null || settingsChanged()) {
            reopen();
        }
        return open;
    }

    boolean settingsChanged() {
        return open != null && settings.get().version() != openedVersion;
    }

    private void reopenIfOpen() {
        if (settingsChanged()) {
            reopen();
        }
    }

    private void reopen() {
        if (open != null) {
            Progress.Phase before = progress.phase();
            progress = progress.with(Progress.Phase.CLOSING);
            say(LogEvent.Level.INFO, "Settings changed: the producer drains and closes, then a new one opens.");
            closeProducer(drainLimit());
            progress = progress.with(before);
        }
        Wanted wanted = settings.get();
        Map<String, Object> map = new HashMap<>(wanted.map());
        map.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "ackscope-" + run.id() + "-" + ++generation);
        map.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        map.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        ProducerConfig config = new ProducerConfig(map);
        RetryLog retries = new RetryLog(String.valueOf(map.get(ProducerConfig.CLIENT_ID_CONFIG)));
        try {
            OpenProducer next = new OpenProducer(factory.apply(map), config, retries);
            openedVersion = wanted.version();
            open = next;
            if (next.transactional()) {
                next.producer().initTransactions();
            }
        } catch (RuntimeException e) {
            if (open != null) {
                closeProducer(Duration.ZERO);
            } else {
                retries.close();
            }
            throw e;
        }
    }

    /** Closes the producer when there is one; records that it never reported are marked so. */
    void closeProducer(Duration limit) {
        OpenProducer producer = open;
        if (producer == null) {
            return;
        }
        Thread.interrupted();
        try {
            producer.close(limit);
        } catch (KafkaException e) {
            say(LogEvent.Level.WARNING, "The producer was closed at once: " + words(e));
        }
        earlier = producer.metrics(earlier);
        open = null;
        if (run.open() > 0) {
            long none = run.unreported(0);
            if (none > 0) {
                say(LogEvent.Level.WARNING,
                        none + " records have no report: the producer ended first. They may be in the log.");
            }
        }
    }

    private Duration drainLimit() {
        OpenProducer producer = open;
        return producer == null || cancelled
                ? Duration.ZERO
                : Duration.ofMillis(Math.min(producer.deliveryTimeoutMs() + 1000, 600_000));
    }

    boolean stopping() {
        return stopping || ended;
    }

    boolean cancelled() {
        return cancelled || ended;
    }

    /** Marks that the sending thread is in {@code send()}, where alone a stop may interrupt it. */
    void inSend(boolean now) {
        inSend = now;
    }

    void done(long records) {
        progress = progress.with(records);
    }

    void phase(Progress.Phase phase) {
        progress = progress.with(phase);
    }

    private void say(LogEvent.Level level, String text) {
        events.accept(new LogEvent(level, text, clock.ms()));
    }

    static String words(Throwable e) {
        StringBuilder words = new StringBuilder(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
        for (Throwable cause = e.getCause(); cause != null && words.length() < 500; cause = cause.getCause()) {
            if (cause.getMessage() != null && words.indexOf(cause.getMessage()) < 0) {
                words.append(words.charAt(words.length() - 1) == '.' ? " " : ": ").append(cause.getMessage());
            }
        }
        return words.toString();
    }

    /** Ends sending within about 2 s, whatever is on its way, and gives the ledger back. */
    @Override
    public void close() {
        ended = true;
        cancelled = true;
        stopping = true;
        thread.interrupt();
        work.add(() -> {
        });
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        OpenProducer producer = open;
        if (producer != null) {
            closeProducer(CLOSE_LIMIT);
        }
        flush();
    }
}
