package ackscope.core.cluster;

import ackscope.core.wire.Interference;
import ackscope.core.wire.Loopback;
import ackscope.core.wire.Proxy;
import ackscope.core.wire.Wire;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/**
 * One node of the lab: its proxies, which keep their ports for life, and the process behind them, which comes and goes. Answers what
 * state it is in from the process itself and from its port, so never late and never stuck. Safe for any thread.
 */
final class LabNode implements AutoCloseable {
    private static final int KILL_LIMIT_MS = 2_000;
    private static final int STOP_LIMIT_MS = 10_000;
    private static final int PROBE_LIMIT_MS = 200;
    private static final int MORE_TRIES = 2;

    private final int id;
    private final boolean controller;
    private final Wire wire;
    private final Map<Listener, Proxy> proxies = new EnumMap<>(Listener.class);

    private volatile Optional<LabSetup> setup = Optional.empty();
    private volatile Optional<BrokerProcess> process = Optional.empty();
    private volatile Map<Listener, Integer> bound = Map.of();
    private volatile boolean answered;
    private volatile boolean paused;
    private volatile ClusterView.NodeState ended = ClusterView.NodeState.STARTING;
    private volatile String how = "";
    private int triesLeft = MORE_TRIES;
    private boolean keepData;
    private boolean closed;

    private LabNode(int id, boolean controller, Wire wire) {
        this.id = id;
        this.controller = controller;
        this.wire = wire;
    }

    /** Opens a broker's proxies. */
    static LabNode broker(int id, Wire wire) {
        LabNode node = new LabNode(id, false, wire);
        for (Listener listener : new Listener[]{Listener.CLIENT, Listener.REPL, Listener.SECURE}) {
            node.open(listener);
        }
        return node;
    }

    /** Opens the controller's proxy. */
    static LabNode controller(int id, Wire wire) {
        LabNode node = new LabNode(id, true, wire);
        node.open(Listener.CONTROLLER);
        return node;
    }

    private void open(Listener listener) {
        String place = controller ? "controller" : listener.name().toLowerCase(Locale.ROOT) + "-" + id;
        try {
            proxies.put(listener, new Proxy(place, listener.kind(), id, wire));
        } catch (UncheckedIOException e) {
            throw new ClusterException("No port could be opened for " + words() + ": " + e.getCause().getMessage()
                    + ". Too many programs may be using the network; close some, then start the lab again.", e);
        }
    }

    int id() {
        return id;
    }

    boolean isController() {
        return controller;
    }

    String role() {
        return controller ? "controller" : "broker";
    }

    /** In words: "broker 2", "the controller". */
    String words() {
        return controller ? "the controller" : "broker " + id;
    }

    /** The port that a listener tells clients. */
    int advertised(Listener listener) {
        return listener.proxied() ? proxies.get(listener).port() : bound.getOrDefault(listener, 0);
    }

    String address() {
        return Loopback.HOST + ":" + advertised(controller ? Listener.CONTROLLER : Listener.CLIENT);
    }

    /** Its log; exists once it was launched. */
    Optional<Path> logFile() {
        return setup.map(s -> s.folder().node(id).resolve("node.log"));
    }

    /** The process's state; STARTING until its port answers. */
    ClusterView.NodeState state() {
        if (process.isEmpty() || !process.get().alive()) {
            return ended;
        }
        if (paused) {
            return ClusterView.NodeState.PAUSED;
        }
        return answers() ? ClusterView.NodeState.UP : ClusterView.NodeState.STARTING;
    }

    /** Whether a lever has ended or paused it, or is about to. */
    boolean leverPulled() {
        return !how.isEmpty();
    }

    /** How it went down, in words; "" while it was never ended on purpose. */
    String how() {
        return how.isEmpty()
                ? "ended by itself (exit code " + process.map(BrokerProcess::exitCode).orElse(0) + ")"
                : how;
    }

    private boolean answers() {
        if (!answered) {
            // A broker opens its ports only once the controller has let it in.
            try (Socket socket = new Socket()) {
                socket.connect(Loopback.at(bound.get(controller ? Listener.CONTROLLER : Listener.CLIENT)),
                        PROBE_LIMIT_MS);
                answered = true;
            } catch (IOException _) {
                return false;
            }
        }
        return true;
    }

    /** The first start, with empty folders. */
    synchronized void launch(LabSetup with) {
        setup = Optional.of(with);
        keepData = false;
        triesLeft = MORE_TRIES;
        spawn(with);
    }

    /** A start with the data of the last one. */
    synchronized void relaunch() {
        keepData = true;
        triesLeft = MORE_TRIES;
        spawn(setup.orElseThrow());
    }

    /**
     * Starts it again with new ports if its process ended before it answered, twice at most.
     *
     * @throws ClusterException when it ended once too often; the message says why
     */
    synchronized void retryIfDied() {
        if (process.isEmpty() || process.get().alive() || answered || closed) {
            return;
        }
        if (triesLeft-- > 0) {
            spawn(setup.orElseThrow());
            return;
        }
        Path log = logFile().orElseThrow();
        throw new ClusterException(
                StartFailure.explain(words(), process.get().exitCode(), StartFailure.tail(log), log));
    }

    private void spawn(LabSetup with) {
        if (closed) {
            throw new ClusterException("The lab is closed; " + words() + " was not started.");
        }
        Path folder = with.folder().node(id);
        try {
            if (!keepData) {
                LabFolder.remove(folder);
                Files.createDirectories(folder);
                NodeFormat.format(with.identity(), id, folder);
            }
            bind(with.ports());
            Path properties = folder.resolve("server.properties");
            try (OutputStream out = Files.newOutputStream(properties)) {
                config(with, folder).store(out, null);
            }
            answered = false;
            paused = false;
            with.events().starting(id, role());
            process = Optional.of(BrokerProcess.start(with.command().node(folder, with.classPath(),
                    with.aot().flatMap(AotCache::ready), properties), folder.resolve("node.log")));
            how = "";
            ended = ClusterView.NodeState.DEAD;
            with.folder().note(process.get().pid());
        } catch (IOException e) {
            throw new ClusterException(StartFailure.capital(words()) + " could not be started: " + e.getMessage()
                    + ". Check that the disk has room, and that the app runs on a full JDK 25 (its folder: "
                    + System.getProperty("java.home") + ").", e);
        }
    }

    private void bind(Ports ports) {
        Map<Listener, Integer> chosen = new EnumMap<>(Listener.class);
        proxies.keySet().forEach(listener -> chosen.put(listener, ports.next()));
        if (!controller) {
            chosen.put(Listener.DIRECT, ports.next());
        }
        bound = chosen;
        proxies.forEach((listener, proxy) -> proxy.target(chosen.get(listener)));
    }

    private Properties config(LabSetup with, Path folder) {
        Map<Listener, Integer> advertised = new EnumMap<>(Listener.class);
        bound.keySet().forEach(listener -> advertised.put(listener, advertised(listener)));
        return controller
                ? BrokerConfig.controller(with.identity(), folder, bound.get(Listener.CONTROLLER),
                        advertised.get(Listener.CONTROLLER))
                : BrokerConfig.broker(with.identity(), id, folder, bound, advertised);
    }

    /** While on, clients' connections are reset: those that are open now, and new ones at once. */
    void refuse(boolean on) {
        proxies.forEach((listener, proxy) -> {
            if (listener.kind() == Interference.Kind.CLIENT) {
                proxy.refuse(on);
            }
        });
    }

    /** SIGKILL. */
    synchronized void kill() {
        end(ClusterView.NodeState.DEAD, "killed (-9)");
        process.ifPresent(BrokerProcess::kill);
        if (!process.map(p -> p.ended(KILL_LIMIT_MS)).orElse(true)) {
            throw new ClusterException(StartFailure.capital(words())
                    + " was killed, but the system has not ended its process yet. Wait a moment.");
        }
        proxies.values().forEach(Proxy::dropHeld);
    }

    /** A graceful end; a process that does not come to it in time is killed. */
    synchronized void stop() {
        end(ClusterView.NodeState.STOPPED, "stopped");
        process.ifPresent(p -> {
            p.say(BrokerMain.STOP);
            if (!p.ended(STOP_LIMIT_MS)) {
                kill();
            }
        });
        proxies.values().forEach(Proxy::dropHeld);
    }

    private void end(ClusterView.NodeState as, String words) {
        ended = as;
        how = words;
        paused = false;
    }

    synchronized void pause() {
        process.orElseThrow().pause();
        how = "paused";
        paused = true;
    }

    synchronized void resume() {
        process.orElseThrow().resume();
        how = "";
        paused = false;
    }

    /** Kills the process and waits for nothing, not even for a lever under way. */
    void killNow() {
        process.ifPresent(BrokerProcess::kill);
    }

    /** Ends it for good: no lever starts it again. */
    @Override
    public void close() {
        killNow();
        proxies.values().forEach(Proxy::close);
        synchronized (this) {
            closed = true;
            process.ifPresent(BrokerProcess::kill);
        }
        process.ifPresent(p -> p.ended(KILL_LIMIT_MS));
    }
}
