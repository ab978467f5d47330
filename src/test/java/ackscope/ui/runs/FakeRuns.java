package ackscope.ui.runs;

import ackscope.core.run.MadeUpRuns;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.TwinRunner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Keeps runs in a folder, and makes of a twin run what a test says. */
public final class FakeRuns implements RunsControl {
    private final RunFiles files;
    final List<RunRecord> kept = new ArrayList<>();
    final List<Path> shown = new ArrayList<>();
    String obstacle = "";
    Optional<RunRecord> current = Optional.empty();
    Map<String, String> settings = Map.of();
    Supplier<TwinRunner.Pair> outcome = FakeRuns::pair;
    Consumer<ScenarioProgress> progress = _ -> {
    };
    BooleanSupplier cancelled = () -> false;

    public FakeRuns(Path folder) {
        files = new RunFiles(folder);
    }

    static TwinRunner.Pair pair() {
        return new TwinRunner.Pair(MadeUpRuns.lost(), MadeUpRuns.safe());
    }

    /** A run that is not over. */
    public void goesOn(RunRecord run) {
        current = Optional.of(run);
    }

    @Override
    public RunFiles files() {
        return files;
    }

    @Override
    public Optional<RunRecord> current() {
        return current;
    }

    @Override
    public String twinObstacle() {
        return obstacle;
    }

    @Override
    public TwinRunner.Pair twin(Scenario plan, Consumer<ScenarioProgress> told, BooleanSupplier stop) {
        progress = told;
        cancelled = stop;
        return outcome.get();
    }

    @Override
    public Path keepAsScenario(RunRecord run, String title) {
        kept.add(run.named(title));
        return Path.of("/scenarios/kept-" + kept.size() + ".json");
    }

    @Override
    public void showFolder(Path folder) {
        shown.add(folder);
    }

    @Override
    public Map<String, String> settings() {
        return settings;
    }
}
