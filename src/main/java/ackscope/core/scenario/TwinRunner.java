package ackscope.core.scenario;

import ackscope.core.audit.AuditException;
import ackscope.core.audit.RunJournal;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.LabCluster;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultException;
import ackscope.core.metrics.MetricsSampler;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunException;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunLog;
import ackscope.core.run.RunRecord;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs twins, and plays other scenarios, beside the console: each half of the scenario on a topic of its own with an engine of its own, the cluster made whole before,
 * between and after, each half audited and kept. Blocks for about 10 s to a minute, with a limit on every wait; any thread but the FX
 * thread, one play at a time.
 */
public final class TwinRunner {
    private static final Logger LOG = LoggerFactory.getLogger(TwinRunner.class);

    private final LabCluster cluster;
    private final FaultBoard faults;
    private final Path folder;
    private final Function<Path, SendEngine> engines;
    private final RunJournal journal;
    private final RunFiles files;
    private final Turn turn;
    private final Consumer<String> trouble;

    /** Both halves, as they were kept. */
    public record Pair(RunRecord first, RunRecord second) {
        /** What follows. */
        public RunComparison comparison() {
            return new RunComparison(first, second);
        }
    }

    /**
     * @param folder  where the runs work; made if it is not there
     * @param engines makes an engine that works in a folder and sees the cluster's wire; closed here
     * @param journal of what happens to the cluster
     * @param files   where both halves are kept
     * @param turn    shared with whatever else is played there
     * @param trouble told in words when a play's runs cannot be kept
     */
    public TwinRunner(LabCluster cluster, FaultBoard faults, Path folder, Function<Path, SendEngine> engines,
            RunJournal journal, RunFiles files, Turn turn, Consumer<String> trouble) {
        this.cluster = cluster;
        this.faults = faults;
        this.folder = folder;
        this.engines = engines;
        this.journal = journal;
        this.files = files;
        this.turn = turn;
        this.trouble = trouble;
    }

    /**
     * Runs both halves. The faults in force before are healed, and whatever happens, those set here are healed at the end.
     *
     * @param progress  told what is done, on this thread
     * @param cancelled asked often
     * @throws ScenarioException     in words when it cannot be run to its end
     * @throws CancellationException when {@code cancelled} said so
     */
    public Pair run(Scenario twins, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return turn.take(() -> halves(twins, progress, cancelled));
    }

    private Pair halves(Scenario twins, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        try {
            long now = System.currentTimeMillis();
            RunRecord first = half(twins, twins.settings(), RunLog.id(now, "twin-a"),
                    ScenarioRunner.told(progress, "First run: ", 0, 0.5), cancelled);
            RunRecord second = half(twins, twins.second(), RunLog.id(now + 1, "twin-b"),
                    ScenarioRunner.told(progress, "Second run: ", 0.5, 0.5), cancelled);
            return new Pair(first, second);
        } catch (ClusterException | FaultException | AuditException | ScenarioException | CancellationException e) {
            throw ScenarioException.ended("The twin run", e);
        }
    }

    /**
     * Plays any scenario in the same way.
     *
     * @param called    what its runs are called
     * @param progress  told what is done, on this thread
     * @param cancelled asked often
     * @throws ScenarioException     in words when it cannot be played to its end
     * @throws CancellationException when {@code cancelled} said so
     */
    public ScenarioResult play(String called, Scenario scenario, Consumer<ScenarioProgress> progress,
            BooleanSupplier cancelled) {
        return turn.take(() -> {
            String id = RunLog.id(System.currentTimeMillis(), "play");
            try (SendEngine engine = engines.apply(folder.resolve(id));
                    BesideVenue venue = new BesideVenue(cluster, faults, engine, journal, id, this::keep);
                    Ticking _ = new Ticking(engine, venue)) {
                return new ScenarioRunner(venue, called).play(scenario, progress, cancelled);
            }
        });
    }

    private RunRecord half(Scenario twins, SortedMap<String, String> settings, String id,
            Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        try (SendEngine engine = engines.apply(folder.resolve(id));
                BesideVenue venue = new BesideVenue(cluster, faults, engine, journal, id, (_, _, _) -> {
                });
                Ticking _ = new Ticking(engine, venue)) {
            venue.call(twins.half("Twin: " + twins.title(), settings));
            Played played = new Player(venue, twins, settings, id, progress, cancelled).play(List.of());
            if (!played.troubles().isEmpty()) {
                throw new ScenarioException("The twin run ended early: " + String.join(" ", played.troubles()));
            }
            return save(id, venue.log(), engine.run(), played.totals());
        }
    }

    /** What was found counts whether or not it can be kept. */
    private void keep(RunLog log, Run run, RunTotals totals) {
        try {
            save(RunLog.id(run.startedMs(), "play-" + run.ordinal()), log, run, totals);
        } catch (RunException e) {
            LOG.warn("a play's run is not kept", e);
            trouble.accept(e.getMessage());
        }
    }

    private RunRecord save(String id, RunLog log, Run run, RunTotals totals) {
        return files.save(log.record(id, cluster.name(), run, totals, journal.between(run.startedMs(), run.endedMs())));
    }

    /** Takes samples of an engine's runs while it is open. */
    private static final class Ticking implements AutoCloseable {
        private final ScheduledExecutorService ticker = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-twin").factory());

        Ticking(SendEngine engine, BesideVenue venue) {
            MetricsSampler sampler = new MetricsSampler(() -> engine.run().id(), engine::totals,
                    engine::clientMetrics, () -> engine.run().latencyUs(), System::currentTimeMillis);
            ScheduledFuture<?> _ = ticker.scheduleAtFixedRate(() -> {
                engine.flush();
                if (!engine.over()) {
                    sampler.turn().ifPresent(venue.log()::sampled);
                }
            }, 0, MetricsSampler.PERIOD_MS, TimeUnit.MILLISECONDS);
        }

        @Override
        public void close() {
            ticker.close();
        }
    }
}
