package ackscope.core.fault;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.Lever;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.secret.Secrets;
import ackscope.core.wire.Interference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The faults in force in one lab cluster: begins them, decides about frames while they last, ends them, and makes everything whole again.
 * A fault ends when it is undone, when its time is over, or when its trigger is used up. Several may be in force; the rules for one frame
 * are in {@link Strikes}, and settings become what they were before the first fault whatever the order of undoing. Safe for any thread;
 * {@link #inject}, {@link #undo} and {@link #healAll} may block and must not be called on the FX thread.
 */
public final class FaultBoard implements Interference, AutoCloseable {
    private final Levers levers;
    private final Deeds deeds;
    private final FaultClock clock;
    private final Consumer<LabEvent> events;
    private final Consumer<ClientOverlay> overlays;
    private final Strikes strikes = new Strikes();
    private final AtomicLong ids = new AtomicLong();
    /** What takes time is done one by one. Never waited for while the board itself is held. */
    private final ReentrantLock work = new ReentrantLock();
    private final Map<Long, Placed> placed = new LinkedHashMap<>();

    /**
     * A board for a lab cluster; its proxies ask it from now on.
     *
     * @param events   told what begins and ends; must be quick
     * @param overlays told what clients are to be changed by, whenever it changes
     */
    public static FaultBoard of(LabCluster cluster, Consumer<LabEvent> events, Consumer<ClientOverlay> overlays) {
        FaultBoard board = new FaultBoard(new ClusterLevers(cluster), new SystemFaultClock(), events, overlays);
        cluster.interfere(board);
        return board;
    }

    /**
     * A board for a cluster that is not the lab's own: only faults of the producer itself can be set, and healing ends those.
     *
     * @param events   told what begins and ends; must be quick
     * @param overlays told what clients are to be changed by, whenever it changes
     */
    public static FaultBoard clientsOnly(Consumer<LabEvent> events, Consumer<ClientOverlay> overlays) {
        return new FaultBoard(new NoLevers(), new SystemFaultClock(), events, overlays);
    }

    FaultBoard(Levers levers, FaultClock clock, Consumer<LabEvent> events, Consumer<ClientOverlay> overlays) {
        this.levers = levers;
        this.deeds = new Deeds(levers);
        this.clock = clock;
        this.events = events;
        this.overlays = overlays;
    }

    /**
     * Begins a fault and returns its id. What is over as soon as it is done is done when this returns.
     *
     * @throws FaultException   when it cannot be in force together with another
     * @throws ClusterException when the cluster does not do it; nothing is in force then, unless it may have been done all the same: it is listed then
     */
    public long inject(Fault fault) {
        return switch (fault) {
            case WireFault wire -> {
                levers.requireWire();
                long id = ids.incrementAndGet();
                Strike strike = new Strike(id, wire, () -> clock.promptlyAfter(0, () -> usedUp(id)));
                Placed now = new Placed(id, fault, clock.ms(), Optional.of(strike), Optional.empty());
                list(now);
                announce(now);
                strikes.add(strike);
                levers.wireChanged();
                yield id;
            }
            case ClientFault _ -> {
                Placed now = new Placed(ids.incrementAndGet(), fault, clock.ms(), Optional.empty(), Optional.empty());
                list(now);
                announce(now);
                overlays.accept(overlay());
                yield now.id();
            }
            case LeverFault _,RefuseFault _,SettingFault _,DiskFault _,TopicLossFault _ -> begin(fault);
        };
    }

    /**
     * Pulls a lever of a node. One that takes the node down is a fault in force from then on, like any other.
     *
     * @throws ClusterException when the cluster does not do it
     */
    public void pull(Lever lever, int node) {
        String id = (levers.nodes().indexOf(node) == 0 ? "controller-" : "broker-")
                + lever.name().toLowerCase(Locale.ROOT);
        Optional<FaultKind> kind = new FaultCatalogue().find(id);
        if (kind.isEmpty()) {
            levers.pull(lever, node);
        } else {
            inject(kind.get().build(
                    new FaultContext("", List.of(node), node, Fault.NO_NODE, List.of(), 0, 1), Map.of(), Trigger.NOW));
        }
    }

    private long begin(Fault fault) {
        work.lock();
        try {
            // Numbered in here: on one setting the younger must be the one that acts later.
            Placed now = new Placed(ids.incrementAndGet(), fault, clock.ms(), Optional.empty(), deeds.before(fault));
            if (!lasts(fault)) {
                deeds.perform(fault);
                events.accept(now.begun());
                events.accept(now.ended("done", clock.ms()));
                return now.id();
            }
            list(now);
            perform(now);
            announce(now);
            return now.id();
        } finally {
            work.unlock();
        }
    }

    private void perform(Placed now) {
        try {
            deeds.perform(now.fault());
        } catch (ClusterException e) {
            if (tookBack(now)) {
                throw e;
            }
            throw new ClusterException(
                    e.getMessage() + " It may act all the same and stays listed: undo it, or heal all.", e);
        } catch (RuntimeException e) {
            boolean _ = tookBack(now);
            throw e;
        }
    }

    private boolean tookBack(Placed now) {
        boolean gone = deeds.tookBack(now);
        if (gone) {
            synchronized (this) {
                placed.remove(now.id());
            }
        } else {
            announce(now);
        }
        return gone;
    }

    private static boolean lasts(Fault fault) {
        return !(fault instanceof TopicLossFault) && !(fault instanceof LeverFault lever && !lever.lasting());
    }

    private synchronized void list(Placed now) {
        placed.put(now.id(), now);
    }

    /** Tells of it, and lets its time begin. */
    private void announce(Placed now) {
        synchronized (this) {
            now.announced();
            now.fault().trigger().lastsMs().ifPresent(ms -> now.endsAt(clock.ms() + ms,
                    later(now.fault(), ms, () -> timeIsOver(now.id(), "its " + words(ms) + " are over"))));
        }
        events.accept(now.begun());
    }

    private Runnable later(Fault fault, long ms, Runnable todo) {
        return fault instanceof WireFault ? clock.promptlyAfter(ms, todo) : clock.after(ms, todo);
    }

    private static String words(long ms) {
        return ms % 1000 == 0 ? ms / 1000 + " s" : ms + " ms";
    }

    /**
     * Ends a fault; one that is over already is left alone.
     *
     * @throws ClusterException when the cluster does not do it; the fault stays in force then
     */
    public void undo(long id) {
        end(id, "undone");
    }

    private void timeIsOver(long id, String how) {
        try {
            end(id, how);
        } catch (ClusterException | FaultException e) {
            find(id).ifPresent(Placed::callOff);
            events.accept(new LogEvent(LogEvent.Level.WARNING,
                    "A fault's time is over, but it could not be ended: " + Secrets.said(e) + " Undo it, or heal all.",
                    clock.ms()));
        }
    }

    /**
     * On the wire: what still waits or is swallowed would be freed by its end, so a fault that holds stays as long as that is meant to
     * last, and one that slows or swallows goes on with what it has struck.
     */
    private void usedUp(long id) {
        Optional<Placed> found = find(id);
        if (found.isEmpty() || !(found.get().fault() instanceof WireFault(_, Trigger trigger, _, _, _, Action action))
                || !(trigger.pick() instanceof Trigger.Pick.Next(long count))) {
            return;
        }
        boolean keeps = action instanceof Action.Hold
                || (action instanceof Action.Swallow && trigger.lastsMs().isPresent());
        if (!keeps) {
            String how = count == 1 ? "its one request is used up" : "its " + count + " requests are used up";
            endWire(found.get(), how, action instanceof Action.Swallow || action instanceof Action.Delay
                    || action instanceof Action.Throttle);
        }
    }

    private void end(long id, String how) {
        Optional<Placed> found = find(id);
        if (found.isEmpty()) {
            strikes.remove(id, false);
            levers.wireChanged();
            return;
        }
        Placed now = found.get();
        switch (now.fault()) {
            case WireFault _ -> endWire(now, how, false);
            case ClientFault _ -> {
                if (unlist(now, how)) {
                    overlays.accept(overlay());
                }
            }
            case LeverFault _,RefuseFault _,SettingFault _,DiskFault _,TopicLossFault _ -> {
                work.lock();
                try {
                    if (find(id).isPresent()) {
                        restore(now);
                        unlist(now, how);
                    }
                } finally {
                    work.unlock();
                }
            }
        }
    }

    private void endWire(Placed now, String how, boolean linger) {
        strikes.remove(now.id(), linger);
        levers.wireChanged();
        unlist(now, how);
    }

    /** Only with the work's lock. */
    private void restore(Placed now) {
        deeds.restore(now, snapshot().stream().filter(p -> p != now).toList());
    }

    private synchronized Optional<Placed> find(long id) {
        return Optional.ofNullable(placed.get(id));
    }

    private boolean unlist(Placed now, String how) {
        synchronized (this) {
            now.callOff();
            if (placed.remove(now.id()) == null) {
                return false;
            }
        }
        events.accept(now.ended(how, clock.ms()));
        return true;
    }

    /** Tells it what happened in the cluster: a node that somebody else brought back ends the fault that had taken it down. */
    public void saw(LabEvent event) {
        if (event instanceof ClusterEvent.NodeUp(int node, _, _)) {
            for (Placed now : snapshot()) {
                if (now.isAnnounced() && now.fault() instanceof LeverFault lever && lever.node() == node
                        && levers.running(node)) {
                    unlist(now, levers.words(node) + " is up again");
                }
            }
        }
    }

    /** The faults in force, oldest first. */
    public List<ActiveFault> active() {
        return snapshot().stream().map(Placed::view).toList();
    }

    private synchronized List<Placed> snapshot() {
        return new ArrayList<>(placed.values());
    }

    /** What clients are changed by at the moment; where two faults differ, by the younger. */
    public ClientOverlay overlay() {
        ClientOverlay all = ClientOverlay.NONE;
        for (Placed now : snapshot()) {
            if (now.fault() instanceof ClientFault client) {
                all = all.with(client.overlay());
            }
        }
        return all;
    }

    /**
     * Ends every fault, brings back every node that is down or paused, whoever did it, and waits until the cluster is well: 60 s at most, or
     * until the thread is interrupted. Records that were deleted or lost stay so: deleted data cannot be restored.
     *
     * @param progress told what is done, in a few words
     * @throws FaultException when it is not well in time; the message says all that is missing, and what could not be undone stays listed
     */
    public void healAll(Consumer<String> progress) {
        long began = clock.ms();
        Healing healing = new Healing(levers, clock, progress, began);
        List<Placed> newestFirst;
        work.lock();
        try {
            newestFirst = snapshot().reversed();
            newestFirst.stream().filter(p -> p.fault() instanceof WireFault).forEach(p -> endWire(p, "healed", false));
            strikes.clear();
            levers.wireChanged();
            newestFirst.stream().filter(p -> p.fault() instanceof ClientFault).forEach(p -> unlist(p, "healed"));
            overlays.accept(overlay());
            healing.openPorts();
            healing.raiseController();
            restoreAll(newestFirst, DiskFault.class, healing);
            healing.raiseBrokers();
            for (Class<? extends Fault> type : List.of(LeverFault.class, RefuseFault.class, SettingFault.class)) {
                restoreAll(newestFirst, type, healing);
            }
        } finally {
            work.unlock();
        }
        healing.awaitWell();
        newestFirst.stream().filter(p -> p.fault() instanceof LeverFault).forEach(p -> unlist(p, "healed"));
        if (!snapshot().isEmpty()) {
            throw new FaultException("Everything was healed, but another fault was set meanwhile. Undo it, or heal all"
                    + " again.");
        }
        events.accept(new FaultEvent.AllHealed(clock.ms() - began, clock.ms()));
    }

    private void restoreAll(List<Placed> faults, Class<? extends Fault> type, Healing healing) {
        for (Placed now : faults) {
            if (type.isInstance(now.fault())) {
                String words = "undoing: " + now.fault().label().title();
                boolean done = now.fault() instanceof LeverFault
                        ? healing.raising(words, () -> restore(now))
                        : healing.step(words, () -> restore(now));
                if (done) {
                    unlist(now, "healed");
                }
            }
        }
    }

    @Override
    public boolean idle() {
        return strikes.idle();
    }

    @Override
    public Decision decide(Frame frame) {
        return strikes.decide(frame);
    }

    @Override
    public boolean active(long fault) {
        return strikes.active(fault);
    }

    /** Lets every frame pass and ends nothing else: the cluster is about to go. */
    @Override
    public void close() {
        clock.close();
        strikes.clear();
        levers.wireChanged();
        synchronized (this) {
            placed.clear();
        }
    }
}
