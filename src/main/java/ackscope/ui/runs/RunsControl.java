package ackscope.ui.runs;

import ackscope.core.run.RunFiles;
import ackscope.core.run.RunRecord;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.TwinRunner;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the page of runs asks of the app. */
public interface RunsControl {

    /** Where runs are kept; its calls block. */
    RunFiles files();

    /** Why no twin run can begin now, in words, or "". */
    String twinObstacle();

    /** Runs a twin; blocks until it is over. */
    TwinRunner.Pair twin(Scenario plan, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled);

    /** Keeps a scenario made of a run, and returns its name; blocks. */
    String keepAsScenario(RunRecord run);

    /** The producer settings of the console as typed, without secrets. */
    Map<String, String> settings();
}
