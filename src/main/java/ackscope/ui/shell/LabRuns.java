package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.scenario.Recording;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.Scenarios;
import ackscope.core.scenario.TwinRunner;
import ackscope.ui.runs.RunsControl;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Joins the page of runs to the lab. */
final class LabRuns implements RunsControl {
    private static final String WHAT = "A twin run";

    private final Lab lab;
    private final Scenarios scenarios;
    private final Supplier<Map<String, String>> settings;

    /** @param settings the console's as typed, without secrets; FX thread */
    LabRuns(Lab lab, Scenarios scenarios, Supplier<Map<String, String>> settings) {
        this.lab = lab;
        this.scenarios = scenarios;
        this.settings = settings;
    }

    @Override
    public RunFiles files() {
        return lab.runFiles();
    }

    @Override
    public String twinObstacle() {
        return PlayObstacle.of(lab, WHAT);
    }

    @Override
    public TwinRunner.Pair twin(Scenario plan, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return lab.twins().orElseThrow(() -> new ScenarioException(PlayObstacle.noLab(WHAT))).run(plan, progress,
                cancelled);
    }

    @Override
    public String keepAsScenario(RunRecord run) {
        return scenarios.keep(run.name(), Recording.text(run)).name();
    }

    @Override
    public Map<String, String> settings() {
        return settings.get();
    }
}
