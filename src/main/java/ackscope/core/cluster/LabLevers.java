package ackscope.core.cluster;

import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Phase;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/** The levers: which can be pulled, and what pulling one does. One lever at a time for each node. Safe for any thread. */
final class LabLevers {
    private static final int RESTART_LIMIT_MS = 60_000;
    private static final int RESTART_POLL_MS = 50;
    private static final int BUSY_LIMIT_MS = 1_000;

    private final List<LabNode> nodes;
    private final Host host;
    private final ClusterEvents events;
    private final Supplier<Phase> phase;
    private final Runnable look;
    private final Map<Integer, ReentrantLock> busy = new ConcurrentHashMap<>();

    /**
     * @param phase where the cluster is in its life
     * @param look  asks for a fresh view at once
     */
    LabLevers(List<LabNode> nodes, Host host, ClusterEvents events, Supplier<Phase> phase, Runnable look) {
        this.nodes = nodes;
        this.host = host;
        this.events = events;
        this.phase = phase;
        this.look = look;
    }

    /** Why a lever cannot be pulled now; empty when it can. */
    Optional<String> problem(Lever lever, int id) {
        return switch (phase.get()) {
            case STARTING -> Optional.of("The lab cluster is still starting.");
            case FAILED -> Optional.of("The lab cluster failed to start.");
            case CLOSED -> Optional.of("The lab cluster is closed.");
            case READY -> nodes.stream().filter(n -> n.id() == id).findFirst().map(node -> problem(lever, node))
                    .orElse(Optional.of("There is no node " + id + " in the lab."));
        };
    }

    private Optional<String> problem(Lever lever, LabNode node) {
        NodeState state = node.state();
        String name = StartFailure.capital(node.words());
        boolean runs = state == NodeState.UP || state == NodeState.STARTING || state == NodeState.PAUSED;
        String reason = switch (lever) {
            case KILL -> runs ? "" : name + " is not running.";
            case STOP -> !runs ? name + " is not running." : notWhilePaused(state, name);
            case PAUSE -> !runs ? name + " is not running." : pauseProblem(state, name);
            case RESUME -> state == NodeState.PAUSED ? "" : name + " is not paused.";
            case RESTART -> restartProblem(node, state, name);
        };
        return node.isController() && lever != Lever.KILL && lever != Lever.RESTART
                ? Optional.of("The controller can be killed and restarted only.")
                : Optional.of(reason).filter(r -> !r.isEmpty());
    }

    private static String notWhilePaused(NodeState state, String name) {
        return state == NodeState.PAUSED
                ? name + " is paused and cannot end gracefully: resume it first, or kill it."
                : "";
    }

    private String restartProblem(LabNode node, NodeState state, String name) {
        boolean leaderless = !node.isController()
                && nodes.stream().anyMatch(n -> n.isController() && n.state() != NodeState.UP);
        return leaderless
                ? "The controller is down, and no broker can start without it. Restart the controller first."
                : notWhilePaused(state, name);
    }

    private String pauseProblem(NodeState state, String name) {
        if (host.windows()) {
            return "Windows cannot pause a process. Kill the broker instead, or use Linux or macOS.";
        }
        return state == NodeState.PAUSED ? name + " is paused already." : "";
    }

    /** Pulls a lever and waits until it did its work. */
    void pull(Lever lever, int id) {
        alone(id, () -> pull(lever, require(lever, id)));
    }

    /** Ends a node, does something, and starts the node again; no other lever of the node is pulled meanwhile. */
    void whileDown(int id, Runnable todo) {
        alone(id, () -> {
            LabNode node = nodes.stream().filter(n -> n.id() == id).findFirst().orElseThrow(
                    () -> new ClusterException("There is no node " + id + " in the lab."));
            if (node.state() == NodeState.PAUSED) {
                // Paused it cannot end gracefully.
                pull(Lever.KILL, node);
            }
            require(Lever.RESTART, id);
            if (node.state() == NodeState.UP || node.state() == NodeState.STARTING) {
                pull(Lever.STOP, node);
            }
            try {
                todo.run();
            } finally {
                pull(Lever.RESTART, node);
            }
        });
    }

    private LabNode require(Lever lever, int id) {
        problem(lever, id).ifPresent(reason -> {
            throw new ClusterException(reason);
        });
        return nodes.stream().filter(n -> n.id() == id).findFirst().orElseThrow();
    }

    private void alone(int id, Runnable todo) {
        ReentrantLock lock = busy.computeIfAbsent(id, _ -> new ReentrantLock());
        try {
            if (!lock.tryLock(BUSY_LIMIT_MS, TimeUnit.MILLISECONDS)) {
                throw new ClusterException("Another lever of node " + id + " is at work. Wait until it is done.");
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        try {
            todo.run();
        } finally {
            lock.unlock();
            look.run();
        }
    }

    private void pull(Lever lever, LabNode node) {
        events.pulled(node.id(), action(lever, node.words()));
        switch (lever) {
            case KILL -> node.kill();
            case STOP -> node.stop();
            case PAUSE -> node.pause();
            case RESUME -> node.resume();
            case RESTART -> restart(node);
        }
    }

    private static String action(Lever lever, String node) {
        return switch (lever) {
            case KILL -> "kill -9 " + node;
            case STOP -> "stop " + node;
            case PAUSE -> "pause " + node;
            case RESUME -> "resume " + node;
            case RESTART -> "restart " + node;
        };
    }

    private void restart(LabNode node) {
        if (node.state() == NodeState.UP || node.state() == NodeState.STARTING) {
            node.stop();
            look.run();
        }
        node.relaunch();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RESTART_LIMIT_MS);
        while (node.state() != NodeState.UP) {
            node.retryIfDied();
            if (phase.get() == Phase.CLOSED) {
                throw new ClusterException("The lab was closed while " + node.words() + " was starting.");
            }
            if (System.nanoTime() > deadline) {
                throw new ClusterException(
                        StartFailure.capital(node.words()) + " was started but does not answer after "
                                + RESTART_LIMIT_MS / 1000 + " s. Look at its log; check that the controller is up.");
            }
            try {
                TimeUnit.MILLISECONDS.sleep(RESTART_POLL_MS);
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
        }
    }

    private static ClusterException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new ClusterException("The lever was interrupted before it had done its work.", e);
    }
}
