package ackscope.ui.runs;

import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.TwinRunner;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the page of runs asks of the app. */
public interface RunsControl {

    /** Where runs are kept; its calls block. */
    RunFiles files();

    /** The run that goes on, as far as it is; empty when it has sent nothing, or nothing may be told of it yet. Blocks. */
    Optional<RunRecord> current();

    /** Why no twin run can begin now, in words, or "". */
    String twinObstacle();

    /** Runs a twin; blocks until it is over. */
    TwinRunner.Pair twin(Scenario plan, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled);

    /**
     * Keeps a scenario made of a run, and returns its file; blocks.
     *
     * @param title in the person's words
     */
    Path keepAsScenario(RunRecord run, String title);

    /** Shows a folder in the desktop's own program. */
    void showFolder(Path folder);

    /** The producer settings of the console as typed, without secrets. */
    Map<String, String> settings();
}
