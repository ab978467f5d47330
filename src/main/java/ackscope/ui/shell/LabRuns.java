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
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Joins the page of runs to the lab. */
final class LabRuns implements RunsControl {
    private static final String WHAT = "A twin run";

    private final Lab lab;
    private final Veil veil;
    private final Scenarios scenarios;
    private final Supplier<Map<String, String>> settings;
    private final Consumer<String> browse;

    /**
     * @param veil     while it hangs, what is done in the run that goes on is a secret
     * @param settings the console's as typed, without secrets; FX thread
     * @param browse   shows a file or folder in the desktop's own program
     */
    LabRuns(Lab lab, Veil veil, Scenarios scenarios, Supplier<Map<String, String>> settings,
            Consumer<String> browse) {
        this.lab = lab;
        this.veil = veil;
        this.scenarios = scenarios;
        this.settings = settings;
        this.browse = browse;
    }

    @Override
    public RunFiles files() {
        return lab.runFiles();
    }

    @Override
    public Optional<RunRecord> current() {
        return veil.hangs() || lab.engine().over()
                ? Optional.empty()
                : lab.recorder().current(lab.engine().run(), lab.engine().totals());
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
    public Path keepAsScenario(RunRecord run, String title) {
        return scenarios.file(scenarios.keep(title, Recording.text(run, title)).name());
    }

    @Override
    public void showFolder(Path folder) {
        browse.accept(folder.toUri().toString());
    }

    @Override
    public Map<String, String> settings() {
        return settings.get();
    }
}
