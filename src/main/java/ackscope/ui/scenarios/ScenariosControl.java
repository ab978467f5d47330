package ackscope.ui.scenarios;

import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** What the choice of scenarios asks of the app. */
public interface ScenariosControl {

    /** Those that there are; its calls block. */
    Scenarios scenarios();

    /** Why nothing can be played now, in words, or "". */
    String obstacle();

    /** Plays one in the console; blocks until it is over. */
    ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled);

    /** Brings the console to the front, where it is played. */
    void showConsole();

    /** Brings the choice of scenarios to the front. */
    void showScenarios();
}
