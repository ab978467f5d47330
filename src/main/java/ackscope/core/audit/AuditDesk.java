package ackscope.core.audit;

import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.LabCluster;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultException;
import ackscope.core.metrics.RunTotals;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one call for an audit. A final one ends the run first: sending stops, the producer delivers what it has or reports it failed, with
 * the faults still in force, for they are what the run is about; then every fault is healed, the ends of the partitions are proven, and
 * the log is read. The audited run stays the current one until something is sent again. A provisional audit changes nothing, reads what is
 * there now, past the proxies in a lab, and calls nothing lost.
 *
 * <p>Any thread but the FX thread; one audit at a time. Blocks for as long as it takes, with a limit on every wait.
 */
public final class AuditDesk {
    private static final long PAUSE_MS = 50;
    /** Beyond delivery.timeout.ms, which the engine waits for by itself. */
    private static final long DRAIN_MARGIN_MS = 30_000;

    private final SendEngine engine;
    private final Supplier<Cluster> cluster;
    private final Supplier<Optional<FaultBoard>> faults;
    private final RunJournal journal;
    private final ReentrantLock one = new ReentrantLock();
    private final Made made;
    private volatile Optional<Last> last = Optional.empty();

    /** Told of every final audit. */
    @FunctionalInterface
    public interface Made {
        /** @param totals of the run when it was over */
        void audited(Run run, RunTotals totals, AuditReport report);
    }

    private record Last(Run run, AuditReport report) {
    }

    /** A run, the cluster that it was sent to, and how far it goes, ms since the epoch. */
    private record Subject(Run run, Cluster cluster, long untilMs) {
    }

    /**
     * @param cluster the one in use; throws {@code ClusterException} in words if there is none
     * @param faults  of that cluster
     * @param made    told of final audits, on the thread that asked for them
     */
    public AuditDesk(SendEngine engine, Supplier<Cluster> cluster, Supplier<Optional<FaultBoard>> faults,
            RunJournal journal, Made made) {
        this.engine = engine;
        this.cluster = cluster;
        this.faults = faults;
        this.journal = journal;
        this.made = made;
    }

    /**
     * Ends the run, makes the cluster whole and audits; a run that is over already is audited again.
     *
     * @param progress  told what is done, in words, on this thread
     * @param cancelled asked several times a second; what has begun, the end of the run and the healing of one fault, is finished in the
     *                  background
     * @throws AuditException        in words when there is nothing to audit, or an audit is going on
     * @throws CancellationException when {@code cancelled} said so
     */
    public AuditReport finish(Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        return alone(() -> {
            Cluster now = cluster.get();
            Run run = engine.run();
            end(run, progress, cancelled);
            RunTotals totals = engine.totals();
            List<String> obstacles = heal(progress, cancelled);
            AuditReport report = audit(new Subject(run, now, run.endedMs()), now.clientProperties(), false, obstacles,
                    progress, cancelled);
            made.audited(run, totals, report);
            return report;
        });
    }

    /**
     * Looks at the run as far as it is, without touching it.
     *
     * @throws AuditException        in words when there is nothing to audit, or an audit is going on
     * @throws CancellationException when {@code cancelled} said so
     */
    public AuditReport provisional(Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        return alone(() -> {
            Cluster now = cluster.get();
            Run run = engine.run();
            if (run.size() == 0) {
                throw new AuditException("There is nothing to audit: this run has sent no records yet.");
            }
            return audit(new Subject(run, now, System.currentTimeMillis()), reach(now), true, List.of(), progress,
                    cancelled);
        });
    }

    /** The last audit that was made of the current run, by whoever asked for it. */
    public Optional<AuditReport> report() {
        return last.filter(l -> l.run() == engine.run()).map(Last::report);
    }

    /** Whether an audit is being made: a final one heals what is broken. */
    public boolean running() {
        return one.isLocked();
    }

    private AuditReport alone(Supplier<AuditReport> audit) {
        if (!one.tryLock()) {
            throw new AuditException("An audit is going on already. Wait for it, or cancel it.");
        }
        try {
            return audit.get();
        } finally {
            one.unlock();
        }
    }

    private static Map<String, Object> reach(Cluster cluster) {
        return cluster instanceof LabCluster lab ? lab.directClientProperties() : cluster.clientProperties();
    }

    private void end(Run run, Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        if (run.size() == 0) {
            throw new AuditException("There is nothing to audit: this run has sent no records yet.");
        }
        engine.stop();
        engine.endRun();
        long began = System.nanoTime();
        while (engine.run() == run && !engine.over()) {
            if (cancelled.getAsBoolean()) {
                // The run still ends as asked, and can be audited when it has.
                throw new CancellationException();
            }
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > drainLimitMs(run)) {
                throw new AuditException("The producer did not close in time: " + run.inFlight()
                        + " records still have no report. Cancel sending, then audit again.");
            }
            progress.accept(AuditProgress.of(waiting(run.inFlight())));
            sleep();
        }
    }

    private String waiting(long reports) {
        if (reports == 0) {
            return "closing the producer";
        }
        boolean broken = faults.get().map(board -> !board.active().isEmpty()).orElse(false);
        return "waiting for the producer's last reports: " + reports + " to come"
                + (broken ? ", with the fault still in force; Heal all ends this sooner" : "");
    }

    private static long drainLimitMs(Run run) {
        return DRAIN_MARGIN_MS + (run.size() == 0 ? 0 : run.terms(run.size() - 1).deliveryTimeoutMs());
    }

    private List<String> heal(Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        Optional<FaultBoard> board = faults.get();
        if (board.isEmpty()) {
            return List.of();
        }
        try {
            board.get().healAll(words -> {
                if (cancelled.getAsBoolean()) {
                    throw new CancellationException();
                }
                progress.accept(AuditProgress.of(words));
            });
            return List.of();
        } catch (FaultException e) {
            return List.of(e.getMessage());
        }
    }

    private AuditReport audit(Subject subject, Map<String, Object> reach, boolean provisional, List<String> obstacles,
            Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        Run run = subject.run();
        AuditSubject.Lives lives = subject.cluster() instanceof LabCluster lab
                ? lab.attempts()::lives
                : AuditSubject.Lives.NONE;
        AuditReport report = new Auditor(reach).audit(new AuditSubject(run, provisional, new ArrayList<>(obstacles),
                subject.untilMs(), journal.between(run.startedMs(), subject.untilMs()), lives), progress, cancelled);
        last = Optional.of(new Last(run, report));
        return report;
    }

    private static void sleep() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        }
    }
}
