package ackscope.core.send;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerView;
import ackscope.core.breaker.Outbox;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Waiting;
import ackscope.core.wire.WireSums;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends. One thread allots the numbers and calls {@code send()}; what it is asked to do is done in the order of asking, save
 * {@link #stop} and {@link #cancel}, which act at once. New settings take effect with a new producer, in order: drain, close, open; also in
 * the middle of a load. All methods but {@link #close} return at once; any thread may call them.
 */
public final class SendEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SendEngine.class);
    private static final Duration CLOSE_LIMIT = Duration.ofMillis(1500);
    private static final long DRAIN_LOOK_NANOS = 2_000_000;
    /** A transaction is all of its records or none: one that waits in the outbox would be left out of it. */
    private static final String BREAKER_OBSTACLE = "The circuit breaker does not stand in front of a producer with a transactional.id: a"
            + " transaction must be sent whole, so none of its records may be held back. Clear transactional.id to use it.";

    /** Runs of other sessions may be in the same log, so each session's numbers begin somewhere else. */
    private static final int SESSIONS = 1 << 20;
    private static final int RUNS = 1 << 11;

    private final int session;
    private final Path runsFolder;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final LongSupplier freeBytes;
    private final StopSwitch stops = new StopSwitch();
    private final WorkLine work = new WorkLine(stops, this::failed, this::replay);
    private final Transactions transactions;
    private final ProducerSlot slot;
    private final Detour detour;
    private final Thread thread;

    private volatile Progress progress = Progress.NONE;
    private volatile Function<String, TopicStart> starts = _ -> TopicStart.UNKNOWN;
    private volatile Run run;
    private volatile BiConsumer<Run, RunTotals> ended = (_, _) -> {
    };

    /**
     * @param runsFolder one folder a run is made in it
     * @param freeBytes  bytes left on the disk that the brokers write to; a load stops when it falls below the limit
     * @param events     where events go; called by the sending thread and by who flushes or closes
     */
    public SendEngine(Path runsFolder, LongSupplier freeBytes, Consumer<LabEvent> events) {
        this(runsFolder, runsFolder.resolve("outbox"), freeBytes, events);
    }

    /**
     * @param runsFolder   one folder a run is made in it
     * @param outboxFolder where the outbox keeps what the circuit breaker turns away; outlives the runs, and may be shared by processes
     * @param freeBytes    bytes left on the disk that the brokers write to; a load stops when it falls below the limit
     * @param events       where events go; called by the sending thread, the outbox's, the producer's, and by who flushes or closes
     */
    public SendEngine(Path runsFolder, Path outboxFolder, LongSupplier freeBytes, Consumer<LabEvent> events) {
        this(runsFolder, outboxFolder, RealProducer::of, SendClock.SYSTEM, freeBytes, events, true,
                RandomGenerator.getDefault().nextInt(SESSIONS) * RUNS);
        ask(detour.outbox()::open);
        thread.start();
    }

    /**
     * For tests: a producer and a clock of one's own, and no threads; {@link #turn} does one piece of work, and {@link Outbox#turn} puts
     * the outbox on the disk.
     */
    SendEngine(Path runsFolder, Path outboxFolder, Function<Map<String, Object>, Producer<byte[], byte[]>> factory,
            SendClock clock, LongSupplier freeBytes, Consumer<LabEvent> events) {
        this(runsFolder, outboxFolder, factory, clock, freeBytes, events, false, 0);
        ask(detour.outbox()::open);
    }

    private SendEngine(Path runsFolder, Path outboxFolder,
            Function<Map<String, Object>, Producer<byte[], byte[]>> factory, SendClock clock, LongSupplier freeBytes,
            Consumer<LabEvent> events, boolean ownThreads, int session) {
        this.session = session;
        this.runsFolder = runsFolder;
        this.clock = clock;
        this.freeBytes = freeBytes;
        this.events = events;
        detour = new Detour(outboxFolder, clock, events, ownThreads);
        transactions = new Transactions(this, stops, clock, events);
        slot = new ProducerSlot(factory, clock, stops, events, List.of(detour, transactions));
        thread = Thread.ofPlatform().name("ackscope-send").daemon().unstarted(work::loop);
        run = run(1);
    }

    private Run run(int ordinal) {
        return new Run(session + ordinal, ordinal, runsFolder.resolve("run-" + ordinal), clock,
                topic -> starts.apply(topic));
    }

    /**
     * The settings of the next producer, {@code bootstrap.servers} among them. With equal settings the producer stays open; else the open
     * one drains and closes, and a new one opens when there is something to send.
     */
    public void use(Map<String, Object> producerSettings) {
        if (slot.want(producerSettings)) {
            work.askLook(this::settle);
        }
    }

    /** Sends one action's records, after what was asked before. */
    public void send(RecordSource source) {
        send(source, SendEngine::nothing);
    }

    /**
     * Sends one action's records, after what was asked before.
     *
     * @param begins called by the sending thread before the first record, when the run that they belong to is the current one; not
     *               called if they are dropped before
     */
    public void send(RecordSource source, Runnable begins) {
        ask(() -> perform(source, begins));
    }

    /** Ends the current action after the record at hand, and drops those that wait; what was given to the producer is still delivered. */
    public void stop() {
        stops.stop();
    }

    /**
     * Ends the current action, drops those that wait, and gives up waiting: the producer is closed at once, and what it has not delivered
     * is reported so. A replay ends too; what the outbox has stays there.
     */
    public void cancel() {
        stops.cancel();
        detour.pause();
        ask(() -> {
            if (run.inFlight() > 0) {
                slot.close(run, Duration.ZERO);
            }
        });
    }

    /** Ends the run, after what was asked before, and begins another with its sums at 0. */
    public void newRun() {
        ask(() -> {
            end();
            beginNext();
        });
    }

    /**
     * Ends the run, after what was asked before: what the producer has is delivered or reported, and the producer closed. It stays the
     * current one, so that it can be looked at, until something is sent again: that belongs to the next run.
     */
    public void endRun() {
        ask(() -> {
            detour.pause();
            end();
        });
    }

    /** Whether the current run is over, and nothing more will be added to it. */
    public boolean over() {
        return run.endedMs() < Long.MAX_VALUE;
    }

    private void end() {
        if (over()) {
            return;
        }
        progress = progress.with(Progress.Phase.CLOSING);
        slot.close(run, run.inFlight() > 0 ? slot.drainLimit() : CLOSE_LIMIT);
        run.flush().forEach(events);
        run.ended();
        progress = Progress.NONE;
        ended.accept(run, totals());
    }

    private void beginNext() {
        Run old = run;
        detour.runEnded(old.ordinal());
        Run next = run(old.ordinal() + 1);
        synchronized (slot) {
            slot.forget();
            run = next;
        }
        say(LogEvent.Level.INFO, "Run " + next.ordinal() + " begins.");
    }

    /** Begins another run if the current one is over. Sending thread, before anything is sent. */
    void goOn() {
        if (over()) {
            beginNext();
        }
    }

    /** Who is told once, with its last sums, when a run is over; must be quick. The last run is over when the engine is closed. */
    public void whenRunEnds(BiConsumer<Run, RunTotals> listener) {
        ended = listener;
    }

    /** Only wakes the sending thread, which then looks what there is to do. */
    private static void nothing() {
    }

    void ask(Runnable todo) {
        work.ask(todo);
    }

    /** Completes when everything is done that was asked before; reports may still be on their way. */
    public CompletableFuture<Void> caughtUp() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        ask(() -> done.complete(null));
        return done;
    }

    /** The producer's transactions, when it has a transactional.id. */
    public Transactions transactions() {
        return transactions;
    }

    /** The current run. */
    public Run run() {
        return run;
    }

    /** Where it is now. */
    public Progress progress() {
        return progress;
    }

    /** The wire to the cluster that is used from now on; to be told before its settings. */
    public void watch(Witness wire) {
        slot.watch(wire);
    }

    /** Who says where a topic stands, asked before a run's first record for it. It may block for a moment, and never throws. */
    public void starts(Function<String, TopicStart> by) {
        starts = by;
    }

    /** What the wire counted of this run. */
    public WireSums wireSums() {
        return slot.wireSums();
    }

    /** What the clients of this run counted. */
    public ClientMetrics clientMetrics() {
        return slot.metrics();
    }

    /** The sums of this run. */
    public RunTotals totals() {
        synchronized (slot) {
            return run.totals(slot::metrics, slot::wireSums, slot.wire().watched());
        }
    }

    /**
     * Puts a circuit breaker in front of the producer, or takes it away. It does not stand in front of a transactional producer, see
     * {@link #breakerObstacle}.
     *
     * @throws IllegalArgumentException with words if the settings cannot be used
     */
    public void breaker(BreakerSettings settings) {
        detour.set(settings);
        ask(SendEngine::nothing);
    }

    /** The circuit breaker's settings. */
    public BreakerSettings breakerSettings() {
        return detour.gate().settings();
    }

    /** The circuit breaker and its outbox as they are now. */
    public BreakerView breaker() {
        return detour.view(!slot.wantsTransactions());
    }

    /** Why the breaker does not stand in front of the producer although it is on, in words, or "". */
    public String breakerObstacle() {
        return detour.gate().on() && slot.wantsTransactions() ? BREAKER_OBSTACLE : "";
    }

    /**
     * Gives what the outbox holds now to the producer, in order, while the breaker lets it through; beside a load that is under way. Also
     * what an earlier run or session left. {@link #stop} ends it when nothing else is under way, {@link #cancel} always.
     *
     * @param recordsPerSecond the pace, 0 for as fast as it goes
     * @throws IllegalArgumentException if the pace is negative or not a number
     */
    public void replay(double recordsPerSecond) {
        if (!(recordsPerSecond >= 0) || Double.isInfinite(recordsPerSecond)) {
            throw new IllegalArgumentException("The pace is in records a second, 0 for as fast as it goes.");
        }
        boolean planned = detour.ask(recordsPerSecond);
        ask(() -> {
            if (!planned) {
                detour.ask(recordsPerSecond);
            }
            if (!detour.pending()) {
                say(LogEvent.Level.INFO, "There is nothing to replay: nothing waits in the outbox.");
            }
        });
    }

    /** Throws away what waits in the outbox, after what was asked before: records of this run are reported failed. */
    public void discardOutbox() {
        ask(() -> detour.discard(run));
    }

    /**
     * Throws away what waits in the outbox and only this run kept, after what was asked before: it is reported failed. What other runs and
     * sessions kept stays, also what this run tried to replay of it.
     *
     * @param of the current run
     */
    public void discardKept(Run of) {
        ask(() -> detour.discardKept(of));
    }

    /** What the producer has had longest without a report; for one thread. */
    public Waiting waiting() {
        return run.waiting(slot.deliveryTimeoutMs());
    }

    /** For tests without threads. */
    Outbox outbox() {
        return detour.outbox();
    }

    /** Publishes what callbacks gathered since the last call; called several times a second by one thread. */
    public void flush() {
        run.flush().forEach(events);
        slot.flush();
    }

    /** One piece of work, if there is any; for tests. */
    boolean turn() {
        return work.turn();
    }

    private void failed(Throwable e) {
        LOG.error("sending failed", e);
        progress = progress.ended(Words.of(e));
        say(LogEvent.Level.ERROR, "Sending stopped: " + Words.of(e));
        try {
            transactions.abandon();
        } catch (RuntimeException also) {
            LOG.error("the producer could not be closed", also);
        }
    }

    /** While nothing else is to be done, the outbox is replayed: also to make the tries of a breaker whose wait is over. */
    private void replay() {
        if (!work.isEmpty() || !detour.underWay() || stops.ended()) {
            return;
        }
        // A stop that ended the last piece of work is no reason not to replay.
        stops.begin(stops.next());
        goOn();
        try {
            detour.whileIdle(this, run, stops, work::isEmpty, slot.wantsTransactions());
        } catch (RuntimeException e) {
            LOG.warn("a replay ended early", e);
            detour.pause();
            closeProducer();
            say(LogEvent.Level.ERROR, "The replay stopped: " + Words.of(e));
        }
    }

    private void perform(RecordSource source, Runnable begins) {
        if (stops.stopping()) {
            say(LogEvent.Level.INFO,
                    "Not sent, because it was stopped before it began: records for " + source.topic() + ".");
            return;
        }
        goOn();
        begins.run();
        progress = new Progress(Progress.Phase.OPENING, 0, source.plan().count(), clock.nanos(),
                source.plan().ratePerSecond(), "");
        String problem = "";
        try {
            problem = new SendAction(this, run, source, stops, clock, events, freeBytes, detour).perform();
            progress = progress.with(Progress.Phase.DRAINING);
            awaitReports();
        } catch (RuntimeException e) {
            problem = stops.cancelled() ? "" : Words.of(e);
            LOG.warn("a send action ended early", e);
            // It may be in the middle of a transaction, or beyond use: the next action gets a new one.
            closeProducer();
        } finally {
            if (stops.cancelled() && !stops.ended()) {
                slot.close(run, Duration.ZERO);
            }
            progress = progress.ended(problem);
            if (!problem.isEmpty()) {
                say(LogEvent.Level.ERROR, "Sending stopped after " + progress.done() + " records: " + problem);
            }
        }
    }

    private void awaitReports() {
        long limit = clock.nanos() + slot.drainLimit().toNanos();
        while (!stops.cancelled() && slot.isOpen() && run.inFlight() > 0) {
            WorkLine.Next next = work.next();
            if (next == WorkLine.Next.SETTINGS) {
                work.dropNext();
                closeIfOutdated();
            } else if (next == WorkLine.Next.WORK) {
                return;
            } else if (clock.nanos() - limit >= 0) {
                say(LogEvent.Level.WARNING,
                        run.inFlight() + " records have no report although delivery.timeout.ms is over: the producer"
                                + " is closed.");
                slot.close(run, Duration.ZERO);
            } else {
                clock.park(DRAIN_LOOK_NANOS);
            }
        }
    }

    /** The open producer, with the settings asked for last; opened if there is none. Sending thread. */
    OpenProducer producer() {
        closeIfOutdated();
        return slot.producer(run);
    }

    /** Whether other settings were asked for since the producer was opened. */
    boolean settingsChanged() {
        return slot.outdated() && !transactions.held();
    }

    private void settle() {
        if (slot.outdated() && transactions.held()) {
            say(LogEvent.Level.INFO, "Settings changed: they take effect once the open transaction has ended.");
        }
        closeIfOutdated();
    }

    /** Makes way for new settings, unless a person has a transaction open: then they wait for its end. Sending thread. */
    void closeIfOutdated() {
        if (settingsChanged()) {
            say(LogEvent.Level.INFO, "Settings changed: the producer drains and closes, then a new one opens.");
            closeProducer();
        }
    }

    /** Lets the producer deliver what it has, and closes it. Sending thread. */
    void closeProducer() {
        Progress.Phase before = progress.phase();
        progress = progress.with(Progress.Phase.CLOSING);
        slot.close(run, slot.drainLimit());
        progress = progress.with(before);
    }

    /** Closes the producer and waits for nothing. Sending thread. */
    void closeNow() {
        slot.close(run, Duration.ZERO);
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

    /** Ends sending within about 3 s, whatever is on its way. Waits that long at most. */
    @Override
    public void close() {
        stops.end();
        ask(SendEngine::nothing);
        try {
            thread.join(CLOSE_LIMIT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        slot.closeFromOutside(run, CLOSE_LIMIT);
        detour.outbox().close();
        flush();
        if (!over()) {
            run.ended();
            ended.accept(run, totals());
        }
    }
}
