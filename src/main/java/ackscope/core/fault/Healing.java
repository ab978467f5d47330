package ackscope.core.fault;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.Lever;
import java.util.Optional;
import java.util.function.Consumer;

/** One way back to health, step by step, each tried again until the time is over: a cluster that comes back refuses things for a while. */
final class Healing {
    private static final long LIMIT_MS = 60_000;
    private static final long PAUSE_MS = 200;

    private final Levers levers;
    private final FaultClock clock;
    private final Consumer<String> progress;
    private final long deadline;

    Healing(Levers levers, FaultClock clock, Consumer<String> progress, long beganMs) {
        this.levers = levers;
        this.clock = clock;
        this.progress = progress;
        this.deadline = beganMs + LIMIT_MS;
    }

    /** Takes connections again everywhere. */
    void openPorts() {
        levers.nodes().stream().skip(1).forEach(node -> step("", () -> levers.refuse(node, false)));
    }

    void raiseController() {
        levers.nodes().stream().limit(1).forEach(this::raise);
    }

    void raiseBrokers() {
        levers.nodes().stream().skip(1).forEach(this::raise);
    }

    private void raise(int node) {
        if (levers.paused(node)) {
            step("resuming " + levers.words(node), () -> levers.pull(Lever.RESUME, node));
        } else if (!levers.running(node)) {
            step("restarting " + levers.words(node), () -> {
                if (!levers.running(node)) {
                    levers.pull(Lever.RESTART, node);
                }
            });
        }
    }

    /** Waits until every node is up and every ISR full, and gives leadership back to whom it belongs. */
    void awaitWell() {
        await();
        step("giving leadership back", levers::electPreferred);
        await();
    }

    private void await() {
        String said = "";
        for (Optional<String> ailment = ailment(); ailment.isPresent(); ailment = ailment()) {
            if (clock.ms() >= deadline) {
                throw new FaultException("The cluster is not well after " + LIMIT_MS / 1000 + " s: " + ailment.get()
                        + ". Look at the nodes' logs, then heal all again.");
            }
            if (!said.equals(ailment.get())) {
                said = ailment.get();
                progress.accept("waiting: " + said);
            }
            raiseController();
            raiseBrokers();
            pause();
        }
    }

    private Optional<String> ailment() {
        try {
            return levers.ailment();
        } catch (ClusterException e) {
            return Optional.of("the cluster does not answer");
        }
    }

    /** Does something, again and again until it works or the time is over. */
    void step(String words, Runnable todo) {
        if (!words.isEmpty()) {
            progress.accept(words);
        }
        for (boolean done = false; !done;) {
            try {
                todo.run();
                done = true;
            } catch (ClusterException e) {
                if (clock.ms() >= deadline) {
                    throw new FaultException("Healing stopped at '" + words + "': " + e.getMessage(), e);
                }
                pause();
            }
        }
    }

    private void pause() {
        try {
            clock.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException("Healing was stopped before the cluster was well. Heal all again to go on.", e);
        }
    }
}
