package ackscope.core.audit;

import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.LabCluster;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultException;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * The one call for an audit. A final one ends the run first: sending stops, the producer delivers what it has or reports it failed, with
 * the faults still in force, for they are what the run is about; then every fault is healed, the ends of the partitions are proven, and
 * the log is read. The next records belong to a new run, while the audited one stays readable by {@link #audited}. A provisional one
 * changes nothing, reads what is there now, past the proxies in a lab, and calls nothing lost.
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
    private volatile Optional<Subject> last = Optional.empty();
    private volatile BiConsumer<Run, AuditReport> audited = (_, _) -> {
    };

    /** A run that is over, and the cluster that it was sent to. */
    private record Subject(Run run, Cluster cluster, long untilMs) {
    }

    /**
     * @param cluster the one in use; throws {@code ClusterException} in words if there is none
     * @param faults  of that cluster
     */
    public AuditDesk(SendEngine engine, Supplier<Cluster> cluster, Supplier<Optional<FaultBoard>> faults,
            RunJournal journal) {
        this.engine = engine;
        this.cluster = cluster;
        this.faults = faults;
        this.journal = journal;
    }

    /** Who is told of every audit of a run, on the thread that made it. */
    public void whenAudited(BiConsumer<Run, AuditReport> listener) {
        audited = listener;
    }

    /** The run that was audited last, with its ledger, for as long as it is asked about. */
    public Optional<Run> audited() {
        return last.map(Subject::run);
    }

    /** Whether there is something to audit: the current run has records, or the last audited run is of this cluster. */
    public boolean possible() {
        return engine.run().size() > 0 || last.isPresent();
    }

    /**
     * Ends the run, makes the cluster whole and audits. If the current run has no records yet, the one that was audited last is audited
     * again.
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
            Subject subject = subject(now, progress, cancelled);
            List<String> obstacles = heal(progress);
            return audit(subject, now.clientProperties(), false, obstacles, progress, cancelled);
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

    private Subject subject(Cluster now, Consumer<AuditProgress> progress, BooleanSupplier cancelled) {
        if (engine.run().size() == 0) {
            return last.filter(s -> s.cluster() == now).orElseThrow(() -> new AuditException(
                    "There is nothing to audit: this run has sent no records yet."));
        }
        Run run = engine.run();
        engine.stop();
        engine.newRun();
        long began = System.nanoTime();
        while (engine.run() == run) {
            if (cancelled.getAsBoolean()) {
                // The run still ends as asked, and can be audited when it has.
                last = Optional.of(new Subject(run, now, System.currentTimeMillis()));
                throw new CancellationException();
            }
            if (TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began) > drainLimitMs(run)) {
                throw new AuditException("The producer did not close in time: " + run.inFlight()
                        + " records still have no report. Cancel sending, then audit again.");
            }
            progress.accept(AuditProgress.of(run.inFlight() > 0
                    ? "waiting for the producer's last reports: " + run.inFlight() + " to come"
                    : "closing the producer"));
            sleep();
        }
        Subject over = new Subject(run, now, System.currentTimeMillis());
        last = Optional.of(over);
        return over;
    }

    private static long drainLimitMs(Run run) {
        return DRAIN_MARGIN_MS + (run.size() == 0 ? 0 : run.terms(run.size() - 1).deliveryTimeoutMs());
    }

    private List<String> heal(Consumer<AuditProgress> progress) {
        Optional<FaultBoard> board = faults.get();
        if (board.isEmpty()) {
            return List.of();
        }
        try {
            board.get().healAll(words -> progress.accept(AuditProgress.of(words)));
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
        audited.accept(run, report);
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
