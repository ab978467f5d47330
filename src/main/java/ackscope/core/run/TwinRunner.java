package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.LabCluster;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultException;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.settings.ProducerSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;

/**
 * Runs a {@link TwinPlan}: each half on a topic of its own with a producer of its own, the cluster made whole before, between and after,
 * each half audited and kept. Blocks for about 10 s to a minute, with a limit on every wait; any thread but the FX thread, one twin at a
 * time.
 */
public final class TwinRunner {
    private final LabCluster cluster;
    private final FaultBoard faults;
    private final Function<Path, SendEngine> engines;
    private final Path folder;
    private final Audit audit;
    private final LongFunction<List<Happening>> happenings;
    private final RunFiles files;
    private final ReentrantLock one = new ReentrantLock();

    /** Reads the log of a run that is over, in a cluster that is whole. */
    @FunctionalInterface
    public interface Audit {
        /**
         * Audits.
         *
         * @param untilMs  when the run was over, ms since the epoch
         * @param progress told what is done, in words
         */
        AuditReport of(Run run, long untilMs, Consumer<String> progress, BooleanSupplier cancelled);
    }

    /** Both halves, as they were kept. */
    public record Pair(RunRecord first, RunRecord second) {
        /** What follows. */
        public RunComparison comparison() {
            return new RunComparison(first, second);
        }
    }

    /**
     * @param folder     where the runs work; made if it is not there
     * @param engines    makes an engine that works in a folder and sees the cluster's wire; closed here
     * @param happenings what happened from a time on, ms since the epoch
     * @param files      where both halves are kept
     */
    public TwinRunner(LabCluster cluster, FaultBoard faults, Path folder,
            Function<Path, SendEngine> engines, Audit audit, LongFunction<List<Happening>> happenings, RunFiles files) {
        this.cluster = cluster;
        this.faults = faults;
        this.folder = folder;
        this.engines = engines;
        this.audit = audit;
        this.happenings = happenings;
        this.files = files;
    }

    /** Whether twins are being run: they break and heal the cluster as they need it. */
    public boolean running() {
        return one.isLocked();
    }

    /**
     * Runs both halves. The faults in force before are healed, and whatever happens, those set here are healed at the end.
     *
     * @param progress  told what is done, on this thread
     * @param cancelled asked often
     * @throws RunException          in words when it cannot be run to its end
     * @throws CancellationException when {@code cancelled} said so
     */
    public Pair run(TwinPlan plan, Consumer<TwinProgress> progress, BooleanSupplier cancelled) {
        if (!one.tryLock()) {
            throw new RunException("A twin run is going on already. Wait for it, or cancel it.");
        }
        String watched = cluster.view().topic();
        try {
            long now = System.currentTimeMillis();
            RunRecord first = half(plan, plan.base(), RunLog.id(now, "twin-a"), 0, progress, cancelled);
            RunRecord second = half(plan, plan.second(), RunLog.id(now + 1, "twin-b"), 0.5, progress, cancelled);
            return new Pair(first, second);
        } catch (ClusterException | FaultException e) {
            throw new RunException("The twin run ended early: " + e.getMessage(), e);
        } finally {
            cluster.watch(watched);
            one.unlock();
        }
    }

    private RunRecord half(TwinPlan plan, SortedMap<String, String> settings, String id, double from,
            Consumer<TwinProgress> progress, BooleanSupplier cancelled) {
        String which = from == 0 ? "First run: " : "Second run: ";
        Patience patience = new Patience(cancelled);
        progress.accept(new TwinProgress(which + "the cluster is made whole.", from));
        faults.healAll(words -> progress.accept(new TwinProgress(which + words + ".", from)));
        patience.check();
        TwinHalf half = new TwinHalf(cluster, faults, plan, id, patience);
        TwinHalf.Over over;
        try {
            over = half.run(engines.apply(folder.resolve(id)), settings, (words, share) -> progress
                    .accept(new TwinProgress(which + words + ".", from + share * 0.3)));
        } finally {
            // Also after a cancel: a cluster that stays broken would be a surprise.
            progress.accept(new TwinProgress(which + "faults are healed.", from + 0.3));
            faults.healAll(words -> progress.accept(new TwinProgress(which + words + ".", from + 0.35)));
        }
        try (over) {
            patience.check();
            over.log().audited(audit.of(over.run(), over.untilMs(),
                    words -> progress.accept(new TwinProgress(which + words + ".", from + 0.42)), cancelled));
            String name = plan.title() + ": " + named(plan, settings);
            return files.save(over.log().record(id, name, cluster.name(), over.run(), over.totals(),
                    happenings.apply(over.run().startedMs()).stream().filter(h -> h.fromMs() <= over.untilMs())
                            .toList()));
        }
    }

    /** The settings of a half as far as they change. */
    private static String named(TwinPlan plan, SortedMap<String, String> settings) {
        ProducerSettings typed = ProducerSettings.of(settings);
        return String.join(", ", plan.changed().keySet().stream()
                .map(key -> key + "=" + typed.get(key).orElse("default")).toList());
    }
}
