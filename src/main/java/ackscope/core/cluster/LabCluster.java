package ackscope.core.cluster;

import static java.util.stream.Collectors.joining;

import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.wire.AttemptBook;
import ackscope.core.wire.Interference;
import ackscope.core.wire.Loopback;
import ackscope.core.wire.Wire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;

/**
 * The lab's own cluster: one controller and three brokers, each a process of its own, on 127.0.0.1 only, every listener behind a proxy.
 * {@link #start()} returns at once; what happens is told by events and by {@link #view()}. A thread of its own looks at the nodes a few
 * times a second, with limits on every call, so that no broker that stands still can hold it up. Safe for any thread.
 */
public final class LabCluster implements Cluster {
    private static final int BROKERS = 3;
    private static final int CONTROLLER_ID = 100;
    private static final int POLL_MS = 300;
    private static final int START_POLL_MS = 50;
    private static final int START_LIMIT_MS = 120_000;
    private static final String NAME = "Lab cluster";

    private final LabOptions options;
    private final ClusterEvents events;
    private final Wire wire = new Wire();
    private final Host host = Host.current();
    private final List<LabNode> nodes = new CopyOnWriteArrayList<>();
    private final LabLevers levers;
    private final LabWatch watch;
    private final Sabotage sabotage = new Sabotage(this::directClientProperties, this::folder, this::view);
    private final Poller poller;
    private final Thread hook = new Thread(this::close, "ackscope-lab-hook");

    private volatile Optional<LabFolder> folder = Optional.empty();
    private volatile Optional<LabIdentity> identity = Optional.empty();
    private volatile Optional<AdminTopics> topics = Optional.empty();
    private volatile Optional<AotTraining> training = Optional.empty();
    private volatile long startedMs;
    private boolean closed;

    /**
     * Makes nothing yet but the object.
     *
     * @param options where and how
     * @param events  told what happens, on threads of the cluster's; must be quick
     */
    public LabCluster(LabOptions options, Consumer<LabEvent> events) {
        this.options = options;
        this.events = new ClusterEvents(events, InstantSource.system());
        this.watch = new LabWatch(nodes, this.events);
        this.poller = new Poller("ackscope-lab", POLL_MS, this::bringUp, watch::turn);
        this.levers = new LabLevers(nodes, host, this.events, () -> watch.view().phase(), poller::wake);
    }

    /** Begins to start the nodes and returns. Call it once. */
    public void start() {
        startedMs = events.now();
        Runtime.getRuntime().addShutdownHook(hook);
        poller.start();
    }

    private void bringUp() {
        try {
            watch.progress("preparing the nodes");
            sweep();
            LabSetup setup = prepare();
            // The controller first: brokers that find none wait longer and longer between two tries.
            nodes.reversed().forEach(node -> node.launch(setup));
            watch.connect(clientProperties());
            awaitBrokers();
            watch.ready();
            events.ready(NAME, BROKERS, events.now() - startedMs);
            train(setup);
        } catch (ClusterException e) {
            fail(e.getMessage());
        } catch (IOException e) {
            fail("The lab could not be started: its folder cannot be written (" + e.getMessage()
                    + "). Check the rights and the room of " + options.tempFolder() + ".");
        } catch (KafkaException | UncheckedIOException e) {
            fail("The lab could not be started: " + AdminErrors.words(e));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void fail(String message) {
        if (poller.closed()) {
            return;
        }
        String log = nodes.stream().filter(n -> n.state() == ClusterView.NodeState.DEAD).findFirst()
                .flatMap(LabNode::logFile).map(Path::toString).orElse("");
        nodes.forEach(LabNode::killNow);
        watch.failed(message);
        events.failed(NAME, message, log);
    }

    private void sweep() {
        Sweep.Swept swept = new Sweep(ProcessTable.system()).run(options.tempFolder());
        if (swept.folders() + swept.processes() > 0) {
            events.say(LogEvent.Level.INFO, "Cleaned up after an earlier run that did not end by itself: "
                    + swept.processes() + " processes ended, " + swept.folders() + " folders removed.");
        }
    }

    private synchronized LabSetup prepare() throws IOException {
        if (closed) {
            throw new ClusterException("The lab was closed before it had started.");
        }
        LabFolder made = LabFolder.create(options.tempFolder());
        folder = Optional.of(made);
        LabNode controller = LabNode.controller(CONTROLLER_ID, wire);
        for (int id = 1; id <= BROKERS; id++) {
            nodes.add(LabNode.broker(id, wire));
        }
        nodes.add(controller);
        identity = Optional.of(LabIdentity.random(CONTROLLER_ID, controller.advertised(Listener.CONTROLLER)));
        Path javaHome = Path.of(System.getProperty("java.home"));
        if (!Files.isRegularFile(host.java(javaHome))) {
            throw new ClusterException("The brokers need the program 'java', and this app's runtime has none ("
                    + host.java(javaHome) + "). Start the app with a JDK 25.");
        }
        BrokerClassPath classPath = BrokerClassPath.current();
        Optional<AotCache> aot = options.aot() == LabOptions.Aot.OFF
                ? Optional.empty()
                : AotCache.shipped(Optional.ofNullable(System.getProperty(LabOptions.SHIPPED_CACHE))).or(
                        () -> Optional.of(AotCache.of(options.cacheFolder(), javaHome + " " + Runtime.version(),
                                BrokerCommand.FLAGS, classPath.fingerprints())));
        topics = Optional.of(new AdminTopics(clientProperties(), LabTopicLimits::of));
        return new LabSetup(made, identity.get(), new Ports(RandomGenerator.getDefault()),
                new BrokerCommand(host.java(javaHome), made.path()), classPath, aot, events);
    }

    private void awaitBrokers() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(START_LIMIT_MS);
        while (!watch.allUp()) {
            nodes.forEach(LabNode::retryIfDied);
            if (System.nanoTime() > deadline) {
                throw new ClusterException("The lab did not come up within " + START_LIMIT_MS / 1000 + " s: "
                        + watch.view().progress() + ". The machine may be too busy; close other programs, then start"
                        + " the lab again.");
            }
            TimeUnit.MILLISECONDS.sleep(START_POLL_MS);
        }
    }

    private void train(LabSetup setup) {
        if (options.aot() != LabOptions.Aot.USE_AND_TRAIN || setup.aot().flatMap(AotCache::ready).isPresent()
                || !AotTraining.possible(host)) {
            return;
        }
        AotTraining run = new AotTraining(setup, setup.aot().get());
        training = Optional.of(run);
        Thread.ofPlatform().name("ackscope-aot-training").daemon(true)
                .start(() -> train(run));
    }

    private void train(AotTraining run) {
        try {
            run.run();
            events.say(LogEvent.Level.INFO, "The brokers' start-up cache was made; the next start will be quicker.");
        } catch (IOException e) {
            if (!poller.closed()) {
                events.say(LogEvent.Level.WARNING,
                        "The brokers' start-up cache could not be made, so starts stay slow: "
                                + e.getMessage().lines().findFirst().orElse("")
                                + ". It is tried again at the next start.");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            training = Optional.empty();
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Map<String, Object> clientProperties() {
        String servers = bootstrap(Listener.CLIENT);
        return servers.isEmpty() ? Map.of() : Map.of("bootstrap.servers", servers);
    }

    /** Like {@link #clientProperties()}, by the listener that wants a user and a password (SASL/PLAIN). */
    public Map<String, Object> secureClientProperties() {
        return identity.<Map<String, Object>>map(lab -> Map.of("bootstrap.servers", bootstrap(Listener.SECURE),
                "security.protocol", Listener.SECURE.protocol(), "sasl.mechanism", "PLAIN", "sasl.jaas.config",
                LabIdentity.login(LabIdentity.CLIENT_USER, lab.clientPassword()))).orElse(Map.of());
    }

    /** A {@code sasl.jaas.config} that logs in as the client's user with this password, right or wrong. */
    public static String clientLogin(String password) {
        return LabIdentity.login(LabIdentity.CLIENT_USER, password);
    }

    /** How to reach it past every proxy: for looking at it whatever stands in the way of clients. Empty until the nodes are started. */
    public Map<String, Object> directClientProperties() {
        String servers = directBootstrap();
        return servers.isEmpty() ? Map.of() : Map.of("bootstrap.servers", servers);
    }

    /** Bootstrap servers past every proxy; "" until the nodes are started. */
    public String directBootstrap() {
        return bootstrap(Listener.DIRECT);
    }

    private String bootstrap(Listener listener) {
        return watch.brokers().stream().map(n -> Loopback.HOST + ":" + n.advertised(listener)).collect(joining(","));
    }

    @Override
    public ClusterView view() {
        return watch.view();
    }

    /** @throws ClusterException while the lab has not started */
    @Override
    public Topics topics() {
        return topics.orElseThrow(() -> new ClusterException(
                "The lab cluster is not ready: " + watch.view().progress() + ". Wait until its brokers are up."));
    }

    @Override
    public void watch(String topic) {
        watch.topic(topic);
        poller.wake();
    }

    /** Bytes left on the disk that holds the records; {@link Long#MAX_VALUE} while there is nothing to ask. */
    public long freeDiskBytes() {
        return folder.map(LabFolder::path).filter(Files::isDirectory).map(path -> path.toFile().getUsableSpace())
                .orElse(Long.MAX_VALUE);
    }

    /** Every try of every batch that passed the proxies. */
    public AttemptBook attempts() {
        return wire.attempts();
    }

    /** Lets this decide about every frame that passes a proxy, in place of what decided before. */
    public void interfere(Interference with) {
        wire.interfere(with);
    }

    /** To be called after every change of the faults that decide: what is held or swallowed is decided about again. */
    public void faultsChanged() {
        wire.faultsChanged();
    }

    /**
     * While on, clients' connections to a broker are reset: those that are open now, and new ones at once. The broker itself, its
     * replication and its link to the controller are left alone.
     *
     * @throws ClusterException when there is no such broker
     */
    public void refuse(int node, boolean on) {
        nodes.stream().filter(n -> n.id() == node && !n.isController()).findFirst()
                .orElseThrow(() -> new ClusterException("There is no broker " + node + " in the lab.")).refuse(on);
    }

    /** What else can be done to it, and whether it is well. */
    public Sabotage sabotage() {
        return sabotage;
    }

    /**
     * Ends a broker, gracefully if it can, puts back the log directory that {@link Sabotage#failDisk} took, and starts it again. Blocks as
     * {@link #pull} does.
     *
     * @throws ClusterException when the broker cannot be started now, or the directory not be put back
     */
    public void repairDisk(int broker) {
        levers.whileDown(broker, () -> sabotage.repairDisk(broker));
    }

    private Optional<LabFolder> folder() {
        return folder;
    }

    /** Why a lever cannot be pulled now, in words; empty when it can. */
    public Optional<String> leverProblem(Lever lever, int node) {
        return levers.problem(lever, node);
    }

    /**
     * Pulls a lever and waits, seconds at most (a restart: until the node answers, 60 s at most). Never call it on the FX thread.
     *
     * @throws ClusterException when it cannot be pulled, or did not do what it should
     */
    public void pull(Lever lever, int node) {
        levers.pull(lever, node);
    }

    /** {@code kill -9}. As {@link #pull}. */
    public void kill(int node) {
        pull(Lever.KILL, node);
    }

    /** A graceful end. As {@link #pull}. */
    public void stop(int node) {
        pull(Lever.STOP, node);
    }

    /** SIGSTOP. As {@link #pull}. */
    public void pause(int node) {
        pull(Lever.PAUSE, node);
    }

    /** SIGCONT. As {@link #pull}. */
    public void resume(int node) {
        pull(Lever.RESUME, node);
    }

    /** Starts the node again with its data, ending it gracefully first if it runs. As {@link #pull}. */
    public void restart(int node) {
        pull(Lever.RESTART, node);
    }

    /** Kills every process and removes the folder: its records end with it, so nothing is gained by a graceful end. */
    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        training.ifPresent(AotTraining::close);
        nodes.forEach(LabNode::killNow);
        poller.close();
        nodes.parallelStream().forEach(LabNode::close);
        wire.close();
        watch.close();
        topics.ifPresent(AdminTopics::close);
        sabotage.close();
        folder.ifPresent(f -> LabFolder.remove(f.path()));
        removeHook();
    }

    private void removeHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The hook is what runs this.
        }
    }
}
