package ackscope.core.fault;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.Lever;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One way back to health, step by step, each tried again for a while: a cluster that comes back refuses things at first. A step that cannot
 * be done does not stop the others.
 */
final class Healing {
    private static final long LIMIT_MS = 60_000;
    /** One step that cannot be done leaves time for the others. */
    private static final long STEP_MS = 15_000;
    private static final long PAUSE_MS = 200;

    private final Levers levers;
    private final FaultClock clock;
    private final Consumer<String> progress;
    private final long deadline;
    /** Why nodes could not be raised; forgotten once all are up. */
    private final Map<String, String> down = new LinkedHashMap<>();
    private final List<String> failures = new ArrayList<>();

    Healing(Levers levers, FaultClock clock, Consumer<String> progress, long beganMs) {
        this.levers = levers;
        this.clock = clock;
        this.progress = progress;
        this.deadline = beganMs + LIMIT_MS;
    }

    /** Takes connections again everywhere. */
    void openPorts() {
        levers.nodes().stream().skip(1).forEach(
                node -> step("taking connections again at " + levers.words(node), () -> levers.refuse(node, false)));
    }

    void raiseController() {
        levers.nodes().stream().limit(1).forEach(this::raise);
    }

    void raiseBrokers() {
        levers.nodes().stream().skip(1).forEach(this::raise);
    }

    private void raise(int node) {
        if (levers.paused(node)) {
            boolean _ = raising("resuming " + levers.words(node), () -> levers.pull(Lever.RESUME, node));
        } else if (!levers.running(node)) {
            boolean _ = raising("restarting " + levers.words(node), () -> start(node));
        }
    }

    /** As {@link #step}, for what is made good once every node is up, whoever brings it up. */
    boolean raising(String words, Runnable todo) {
        Optional<String> failure = attempt(words, todo);
        failure.ifPresent(why -> down.put(words, why));
        return failure.isEmpty();
    }

    private void start(int node) {
        if (!levers.running(node)) {
            levers.pull(Lever.RESTART, node);
        }
    }

    /**
     * Waits until every node is up and every ISR full, and gives leadership back to whom it belongs.
     *
     * @throws FaultException with all that is not as it should be when the time is over
     */
    void awaitWell() {
        Optional<String> ailing = await();
        if (ailing.isEmpty()) {
            step("giving leadership back", levers::electPreferred);
            ailing = await();
        }
        List<String> missing = new ArrayList<>(failures);
        missing.addAll(down.values());
        ailing.ifPresent(what -> missing.add("The cluster is not well after " + LIMIT_MS / 1000 + " s: " + what
                + ". Look at the nodes' logs."));
        if (!missing.isEmpty()) {
            throw new FaultException(String.join(" ", missing) + " Then heal all again; the rest was healed.");
        }
    }

    private Optional<String> await() {
        String said = "";
        Optional<String> ailing = ailment();
        while (ailing.isPresent() && clock.ms() < deadline) {
            if (!said.equals(ailing.get())) {
                said = ailing.get();
                progress.accept("waiting: " + said);
            }
            raiseController();
            raiseBrokers();
            pause();
            ailing = ailment();
        }
        if (ailing.isEmpty()) {
            // What did not come up when it was told to has come up all the same.
            down.clear();
        }
        return ailing;
    }

    private Optional<String> ailment() {
        try {
            return levers.ailment();
        } catch (ClusterException e) {
            return Optional.of("the cluster does not answer");
        }
    }

    /**
     * Does something, again and again until it works or its time is over; what did not work is told at the end, after all the rest.
     *
     * @return whether it worked
     */
    boolean step(String words, Runnable todo) {
        Optional<String> failure = attempt(words, todo);
        failure.ifPresent(failures::add);
        return failure.isEmpty();
    }

    private Optional<String> attempt(String words, Runnable todo) {
        progress.accept(words);
        long until = Math.min(deadline, clock.ms() + STEP_MS);
        while (true) {
            try {
                todo.run();
                return Optional.empty();
            } catch (ClusterException e) {
                if (clock.ms() >= until) {
                    return Optional.of("Healing did not get past '" + words + "': " + e.getMessage());
                }
            }
            pause();
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
