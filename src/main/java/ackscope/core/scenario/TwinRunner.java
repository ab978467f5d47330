package ackscope.core.scenario;

import ackscope.core.audit.AuditException;
import ackscope.core.audit.RunJournal;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.LabCluster;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultException;
import ackscope.core.metrics.MetricsSampler;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunLog;
import ackscope.core.run.RunRecord;
import ackscope.core.send.SendEngine;
import ackscope.core.settings.ProducerSettings;
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

/**
 * Runs twins, and plays other scenarios, beside the console: each half of the scenario on a topic of its own with an engine of its own, the cluster made whole before,
 * between and after, each half audited and kept. Blocks for about 10 s to a minute, with a limit on every wait; any thread but the FX
 * thread, one play at a time.
 */
public final class TwinRunner {
    private final LabCluster cluster;
    private final FaultBoard faults;
    private final Path folder;
    private final Function<Path, SendEngine> engines;
    private final RunJournal journal;
    private final RunFiles files;
    private final Turn turn;

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
     */
    public TwinRunner(LabCluster cluster, FaultBoard faults, Path folder, Function<Path, SendEngine> engines,
            RunJournal journal, RunFiles files, Turn turn) {
        this.cluster = cluster;
        this.faults = faults;
        this.folder = folder;
        this.engines = engines;
        this.journal = journal;
        this.files = files;
        this.turn = turn;
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
     * Plays any scenario in the same way; nothing is kept of it but its topics.
     *
     * @param progress  told what is done, on this thread
     * @param cancelled asked often
     * @throws ScenarioException     in words when it cannot be played to its end
     * @throws CancellationException when {@code cancelled} said so
     */
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return turn.take(() -> {
            String id = RunLog.id(System.currentTimeMillis(), "play");
            try (SendEngine engine = engines.apply(folder.resolve(id));
                    BesideVenue venue = new BesideVenue(cluster, faults, engine, journal, new RunLog(), id)) {
                return new ScenarioRunner(venue).play(scenario, progress, cancelled);
            }
        });
    }

    private RunRecord half(Scenario twins, SortedMap<String, String> settings, String id,
            Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        RunLog log = new RunLog();
        ScheduledExecutorService ticker = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-twin").factory());
        try (SendEngine engine = engines.apply(folder.resolve(id));
                BesideVenue venue = new BesideVenue(cluster, faults, engine, journal, log, id);
                ticker) {
            MetricsSampler sampler = new MetricsSampler(() -> engine.run().id(), engine::totals,
                    engine::clientMetrics, () -> engine.run().latencyUs(), System::currentTimeMillis);
            ScheduledFuture<?> sampling = ticker.scheduleAtFixedRate(() -> {
                engine.flush();
                if (!engine.over()) {
                    sampler.turn().ifPresent(log::sampled);
                }
            }, 0, MetricsSampler.PERIOD_MS, TimeUnit.MILLISECONDS);
            Played played = new Player(venue, twins, settings, id, progress, cancelled).play(List.of());
            sampling.cancel(false);
            if (!played.troubles().isEmpty()) {
                throw new ScenarioException("The twin run ended early: " + String.join(" ", played.troubles()));
            }
            String name = twins.title() + ": " + named(twins, settings);
            return files.save(log.record(id, name, cluster.name(), engine.run(), played.totals(),
                    venue.happenings(engine.run().startedMs(), engine.run().endedMs())));
        }
    }

    /** The settings of a half as far as they change. */
    private static String named(Scenario twins, SortedMap<String, String> settings) {
        ProducerSettings typed = ProducerSettings.of(settings);
        return String.join(", ", twins.changed().orElseThrow().keySet().stream()
                .map(key -> key + "=" + typed.get(key).orElse("default")).toList());
    }
}
