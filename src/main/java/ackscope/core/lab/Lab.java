package ackscope.core.lab;

import ackscope.core.audit.AuditDesk;
import ackscope.core.audit.RunJournal;
import ackscope.core.breaker.BreakerSettings;
import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.LabOptions;
import ackscope.core.cluster.RemoteCluster;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.cluster.Topics;
import ackscope.core.compose.RecordSource;
import ackscope.core.connection.Connection;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.EventLog;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.fault.ClientOverlay;
import ackscope.core.fault.FaultBoard;
import ackscope.core.metrics.Alerts;
import ackscope.core.metrics.MetricsSampler;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecorder;
import ackscope.core.scenario.PlayTerms;
import ackscope.core.scenario.Turn;
import ackscope.core.scenario.TwinRunner;
import ackscope.core.secret.Secrets;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.send.Witness;
import ackscope.core.transaction.Experiments;
import ackscope.core.transaction.Readers;
import ackscope.core.wire.AttemptBook;
import ackscope.core.wire.AttemptNews;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Everything below the window, and the owner of all of it: the cluster, the sending engine, the event log, the sampler and their
 * threads. Its methods return at once, unless they say otherwise; any thread may call them.
 */
public final class Lab implements AutoCloseable {
    /** The topic that a new lab cluster starts with. */
    public static final String FIRST_TOPIC = "orders";

    private static final Logger LOG = LoggerFactory.getLogger(Lab.class);
    /** The engine makes bytes itself; only a fault puts another serializer in. */
    private static final Set<String> SERIALIZERS = Set.of("key.serializer", "value.serializer");
    private static final int EVENTS_KEPT = 8192;
    /** How long a producer may go on delivering to a cluster that is left. */
    private static final long LEAVE_MS = 10_000;
    private static final long LEAVE_LOOK_MS = 20;
    private static final int PARTITIONS = 6;
    private static final int REPLICATION = 3;
    private static final int MIN_INSYNC = 2;
    private static final int MAX_MESSAGE_BYTES = 1_048_588;

    private final EventLog events = new EventLog(EVENTS_KEPT);
    private final ExecutorService work = Executors
            .newCachedThreadPool(Thread.ofPlatform().daemon().name("ackscope-work-", 0).factory());
    private final ScheduledExecutorService ticker = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-sampler").factory());
    private final SendEngine engine;
    private final MetricsSampler sampler;
    private final Alerts alerts = new Alerts(events::publish);
    private final Readers readers = new Readers(this::whereToRead);
    private final Experiments experiments = new Experiments();
    private final RunJournal journal = new RunJournal();
    private final AuditDesk audits;
    private final Turn turn = new Turn(this::watchAgain);
    private final Plays plays = new Plays(this, turn);
    private final Path runsFolder;
    private final RunFiles runFiles;
    private final RunRecorder recorder;
    private final LabOptions options;
    private volatile Optional<TopicLogs> logs = Optional.empty();
    private volatile Cluster cluster;
    private volatile String failure = "";
    private volatile boolean closing;
    private volatile boolean leaving;
    private volatile Optional<Connection> connection = Optional.empty();
    private volatile String watched = FIRST_TOPIC;
    private volatile Map<String, Object> settings = Map.of();
    /** Guards who has the breaker: what is played, or the console. */
    private final Object terms = new Object();
    private volatile BreakerSettings breakerSettings = BreakerSettings.DEFAULTS;
    private volatile Optional<PlayTerms> played = Optional.empty();
    private volatile Optional<FaultBoard> faults = Optional.empty();
    private volatile Optional<TwinRunner> twins = Optional.empty();
    private volatile ClientOverlay overlay = ClientOverlay.NONE;

    /**
     * Starts the engine; no cluster yet.
     *
     * @param runsFolder where runs work, and are kept
     */
    public Lab(Path runsFolder, LabOptions options) {
        this(runsFolder, runsFolder.resolve("outbox"), runsFolder.resolve("run-records"), options);
    }

    /**
     * Starts the engine; no cluster yet.
     *
     * @param runsFolder    where runs work
     * @param outboxFolder  where the circuit breaker's outbox is kept, so that the next start finds what this one left
     * @param recordsFolder where runs that are over are kept
     */
    public Lab(Path runsFolder, Path outboxFolder, Path recordsFolder, LabOptions options) {
        this.options = options;
        this.runsFolder = runsFolder;
        runFiles = new RunFiles(recordsFolder);
        engine = new SendEngine(runsFolder, outboxFolder, this::freeBytes, events::publish);
        engine.starts(topic -> TopicStarts.of(logs, topic));
        audits = new AuditDesk(engine, this::cluster, this::faults, journal,
                (run, totals, report) -> recorder().audited(run, totals, report));
        sampler = new MetricsSampler(() -> engine.run().id(), () -> engine.totals(), engine::clientMetrics,
                () -> engine.run().latencyUs(), engine::waiting, System::currentTimeMillis);
        recorder = new RunRecorder(runFiles, this::clusterName, this::topicOf, journal::since, work,
                words -> say(LogEvent.Level.WARNING, words));
        engine.whenRunEnds(recorder::ended);
        ScheduledFuture<?> _ = ticker.scheduleAtFixedRate(this::tick, MetricsSampler.PERIOD_MS,
                MetricsSampler.PERIOD_MS, TimeUnit.MILLISECONDS);
    }

    private void tick() {
        try {
            engine.flush();
            sampler.turn().ifPresent(sample -> {
                alerts.take(sample, engine.breaker(), faults.map(board -> !board.active().isEmpty()).orElse(false));
                recorder.sampled(sample);
            });
        } catch (RuntimeException e) {
            LOG.error("sampling failed", e);
        }
    }

    /** Where everything that happens is published. */
    public EventLog events() {
        return events;
    }

    /** Takes a sample four times a second. */
    public MetricsSampler sampler() {
        return sampler;
    }

    /** The runs that are kept. */
    public RunFiles runFiles() {
        return runFiles;
    }

    /** Gathers what is kept of the runs of {@link #engine}. */
    public RunRecorder recorder() {
        return recorder;
    }

    private Optional<RunRecord.RunTopic> topicOf(String name) {
        return cluster().topics().describe(name).map(
                t -> new RunRecord.RunTopic(name, t.partitions(), t.replication(), t.minInsyncReplicas()));
    }

    /** Runs twins on the lab's own cluster; empty on another, and while there is none. */
    public Optional<TwinRunner> twins() {
        return twins;
    }

    private TwinRunner twins(LabCluster lab, FaultBoard board) {
        return new TwinRunner(lab, board, runsFolder.resolve("twins"), folder -> twinEngine(lab, folder), journal,
                runFiles, turn, words -> say(LogEvent.Level.WARNING, words));
    }

    /** An engine beside the console's. What befalls single records stays out of the console's panels; its troubles are told. */
    private SendEngine twinEngine(LabCluster lab, Path folder) {
        SendEngine own = new SendEngine(folder, lab::freeDiskBytes, event -> {
            if (event instanceof LogEvent log && log.level() != LogEvent.Level.INFO) {
                publish(log);
            }
        });
        own.watch(new LabWitness(lab.attempts()));
        own.starts(topic -> TopicStarts.of(logs, topic));
        return own;
    }

    /** Looks at every sample by its rules. */
    public Alerts alerts() {
        return alerts;
    }

    /** Reads the topic that the transactions' panel shows, as both kinds of readers do. */
    public Readers readers() {
        return readers;
    }

    /** Shows on purpose how transactions fail. */
    public Experiments experiments() {
        return experiments;
    }

    /** Empty while the cluster is not reached: what it refuses must not be tried by readers again and again. */
    private Map<String, Object> whereToRead() {
        Cluster now = cluster;
        return now == null || now.view().phase() != ClusterView.Phase.READY ? Map.of() : now.clientProperties();
    }

    /** What sends. */
    public SendEngine engine() {
        return engine;
    }

    /** Where the current run is audited. */
    public AuditDesk audits() {
        return audits;
    }

    /** What happened to the cluster, and was done to it. */
    public RunJournal journal() {
        return journal;
    }

    /** Runs calls that may block. */
    public ExecutorService work() {
        return work;
    }

    /** What is known of the cluster; never null. */
    public ClusterView view() {
        Cluster now = cluster;
        return now == null ? ClusterView.starting("No cluster is connected.", System.currentTimeMillis()) : now.view();
    }

    /**
     * The cluster in use.
     *
     * @throws ClusterException if there is none yet
     */
    public Cluster cluster() {
        Cluster now = cluster;
        if (now == null) {
            throw new ClusterException("No cluster is connected.");
        }
        return now;
    }

    /** Whether the cluster in use is the lab's own; also true before there is any. */
    public boolean isLab() {
        return !(cluster instanceof RemoteCluster);
    }

    /** Whether typed records carry their number in a header: always on the lab's own cluster, elsewhere where that was asked for. */
    public boolean stampsTyped() {
        return isLab() || connection.map(Connection::stamps).orElse(false);
    }

    /** The name of the cluster in use. */
    public String clusterName() {
        Cluster now = cluster;
        return now == null ? "Lab cluster" : now.name();
    }

    /** Chooses the topic whose partitions are watched, now and on the next cluster; "" for none. */
    public void watch(String topic) {
        watched = topic;
        Cluster now = cluster;
        // What is played looks at a topic of its own.
        if (now != null && !turn.taken()) {
            now.watch(topic);
        }
    }

    /** What was played looked at another topic, and the console's may have been chosen meanwhile. */
    private void watchAgain() {
        watch(watched);
    }

    /** Starts the lab's own cluster in the background, in place of the one in use. */
    public void startLabCluster() {
        work.execute(() -> replace(() -> {
            LabCluster lab = new LabCluster(options, this::publish);
            engine.watch(new LabWitness(lab.attempts()));
            FaultBoard board = FaultBoard.of(lab, this::publish, this::overlay);
            faults = Optional.of(board);
            twins = Optional.of(twins(lab, board));
            logs = Optional.of(new TopicLogs(lab::directClientProperties));
            cluster = lab;
            lab.start();
        }));
    }

    /** Connects to a cluster that is there already, in place of the one in use. */
    public void connect(Connection to) {
        work.execute(() -> replace(() -> {
            RemoteCluster remote = new RemoteCluster(to.name(), to.clientProperties(), this::publish);
            faults = Optional.of(FaultBoard.clientsOnly(this::publish, this::overlay));
            logs = Optional.of(new TopicLogs(remote::clientProperties));
            connection = Optional.of(to);
            cluster = remote;
            remote.start();
        }));
    }

    /** How the cluster in use is reached; empty on the lab's own, and while there is none. */
    public Optional<Connection> connection() {
        return connection;
    }

    /** Why the cluster in use cannot be left now, in words, or "". */
    public String leaveObstacle() {
        if (plays.running()) {
            return "What is being played belongs to the cluster in use. Wait for its end, or cancel it; then change the"
                    + " cluster.";
        }
        return audits.running()
                ? "The audit that is being made reads the cluster in use. Wait for its end, or cancel it; then change the"
                        + " cluster."
                : "";
    }

    private synchronized void replace(Runnable next) {
        if (closing) {
            return;
        }
        String obstacle = leaveObstacle();
        if (!obstacle.isEmpty()) {
            say(LogEvent.Level.WARNING, obstacle);
            return;
        }
        Cluster old = cluster;
        failure = "";
        dropFaults();
        experiments.cancel();
        if (old != null) {
            leave();
        }
        cluster = null;
        connection = Optional.empty();
        readers.restart();
        dropLogs();
        if (old != null) {
            old.close();
        }
        engine.watch(Witness.NONE);
        try {
            next.run();
        } catch (RuntimeException e) {
            LOG.warn("the cluster could not be used", e);
            failure = Secrets.said(e);
            publish(new ClusterEvent.ClusterFailed("cluster", failure, "", System.currentTimeMillis()));
        }
    }

    /** Lets the producer deliver what it has, up to a limit, and ends the run while its cluster is still known by name. */
    private void leave() {
        leaving = true;
        try {
            Run run = engine.run();
            engine.stop();
            engine.newRun();
            if (!awaitNext(run, LEAVE_MS)) {
                say(LogEvent.Level.WARNING, "The producer had not delivered everything after " + LEAVE_MS / 1_000
                        + " s, so the rest was given up: the cluster is being left.");
            }
            engine.cancel();
            if (!awaitNext(run, LEAVE_MS)) {
                say(LogEvent.Level.ERROR, "The producer of the cluster that is left did not end in another "
                        + LEAVE_MS / 1_000 + " s after it was cancelled, so it may go on sending there. Close the app"
                        + " if it must not.");
            }
        } finally {
            leaving = false;
        }
    }

    private boolean awaitNext(Run run, long limitMs) {
        long began = System.nanoTime();
        while (engine.run() == run && !closing) {
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > limitMs) {
                return false;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(LEAVE_LOOK_MS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
        return true;
    }

    private void dropFaults() {
        twins = Optional.empty();
        faults.ifPresent(FaultBoard::close);
        faults = Optional.empty();
        journal.endAll(System.currentTimeMillis());
        overlay = ClientOverlay.NONE;
    }

    private void dropLogs() {
        logs.ifPresent(TopicLogs::close);
        logs = Optional.empty();
    }

    private void overlay(ClientOverlay next) {
        overlay = next;
        apply();
    }

    /** The producer settings to use from the next producer on, without what the cluster itself needs. */
    public void use(Map<String, Object> producerSettings) {
        settings = withoutSerializers(producerSettings);
        apply();
    }

    /** The circuit breaker in front of the producer; during a play from its end on. */
    public void use(BreakerSettings breaker) {
        synchronized (terms) {
            breakerSettings = breaker;
            if (played.isEmpty()) {
                engine.breaker(breaker);
            }
        }
    }

    /** The console's circuit breaker, whatever is played. */
    public BreakerSettings breakerSettings() {
        return breakerSettings;
    }

    private void apply() {
        Cluster now = cluster;
        if (now != null && now.view().phase() == ClusterView.Phase.READY) {
            engine.use(overlay.over(
                    played.map(p -> withoutSerializers(p.settings().clientMap())).orElse(settings), now));
        }
    }

    /** The types chosen for key and value say how to serialize; only a fault gives the engine other serializers. */
    private static Map<String, Object> withoutSerializers(Map<String, Object> settings) {
        Map<String, Object> own = new HashMap<>(settings);
        own.keySet().removeAll(SERIALIZERS);
        return Map.copyOf(own);
    }

    /** Terms that go before the console's until {@link #playOver}. */
    void play(PlayTerms terms) {
        synchronized (this.terms) {
            played = Optional.of(terms);
            engine.breaker(terms.breaker());
        }
        apply();
    }

    /** What is played sends with these; empty while nothing is, and before it is ready to send. */
    Optional<PlayTerms> played() {
        return played;
    }

    /** The console's settings and breaker again, as they are by now. */
    void playOver() {
        synchronized (terms) {
            played = Optional.empty();
            engine.breaker(breakerSettings);
        }
        apply();
    }

    /** Whether the console may act on the engine: not beside a play, for that would be its doing; says so in the log. */
    public boolean letsConsoleAct() {
        if (plays.running()) {
            say(LogEvent.Level.WARNING, Plays.GOES_ON);
            return false;
        }
        return true;
    }

    /** Plays scenarios here. */
    public Plays plays() {
        return plays;
    }

    /** Why nothing can be sent now, in words, or "". */
    public String obstacle() {
        if (!failure.isEmpty()) {
            return "There is no cluster to send to: " + failure;
        }
        if (leaving) {
            return "The cluster is being left: its producer delivers what it has, for " + LEAVE_MS / 1_000
                    + " s at most.";
        }
        return plays.running()
                ? Plays.GOES_ON
                : view().obstacle();
    }

    /** Sends one action's records with the settings in use, to the topic that a fault of the client names if there is one. */
    public void send(RecordSource source) {
        send(source, false, "");
    }

    /** What would be sent: to the topic that a fault of the client names, if there is one. */
    public RecordSource destination(RecordSource source) {
        return overlay.topic().map(source::to).orElse(source);
    }

    /**
     * @param warmUp whether it is sent only so that the producer is open
     * @param called the name of the run that it belongs to; "" for none of its own
     */
    void send(RecordSource source, boolean warmUp, String called) {
        RecordSource sent = destination(source);
        engine.send(sent, () -> recorder.began(sent, System.currentTimeMillis(), warmUp, called));
    }

    /** What can be broken: on the lab's own cluster everything, on another the producer alone. Empty while there is no cluster. */
    public Optional<FaultBoard> faults() {
        return faults;
    }

    /** What the wire saw since this was called last; for one reader. */
    public AttemptNews attemptNews() {
        return cluster instanceof LabCluster lab ? lab.attempts().poll() : AttemptNews.NONE;
    }

    /** Every try of every batch; empty on a cluster that is reached without proxies. */
    public Optional<AttemptBook> attempts() {
        return cluster instanceof LabCluster lab ? Optional.of(lab.attempts()) : Optional.empty();
    }

    /** Tells a sentence to the log panel. */
    public void say(LogEvent.Level level, String text) {
        publish(new LogEvent(level, text, System.currentTimeMillis()));
    }

    private void publish(LabEvent event) {
        faults.ifPresent(board -> board.saw(event));
        journal.saw(event);
        if (event instanceof ClusterEvent.ClusterReady) {
            work.execute(() -> ready(event));
        } else {
            events.publish(event);
        }
    }

    /** A lab cluster gets its first topic before it is called ready, so that the first record needs no wait. */
    private void ready(LabEvent event) {
        try {
            Cluster now = cluster();
            if (now instanceof LabCluster && now.topics().describe(FIRST_TOPIC).isEmpty()) {
                now.topics().create(
                        new Topics.NewTopic(FIRST_TOPIC, PARTITIONS, REPLICATION, MIN_INSYNC, MAX_MESSAGE_BYTES));
            }
        } catch (ClusterException e) {
            say(LogEvent.Level.WARNING, "The topic " + FIRST_TOPIC + " could not be created: " + e.getMessage());
        }
        watch(watched);
        apply();
        readers.restart();
        events.publish(event);
    }

    private long freeBytes() {
        return cluster instanceof LabCluster lab ? lab.freeDiskBytes() : Long.MAX_VALUE;
    }

    /** Ends everything, in under 5 s. */
    @Override
    public void close() {
        closing = true;
        ticker.shutdownNow();
        recorder.closing();
        dropFaults();
        // Each waits for a broker that may hang, up to its own limit: side by side they keep the whole within its.
        CompletableFuture<Void> others = CompletableFuture.allOf(CompletableFuture.runAsync(experiments::close, work),
                CompletableFuture.runAsync(readers::close, work), CompletableFuture.runAsync(this::dropLogs, work));
        engine.close();
        others.join();
        recorder.close();
        synchronized (this) {
            if (cluster != null) {
                cluster.close();
            }
        }
        work.shutdownNow();
    }
}
