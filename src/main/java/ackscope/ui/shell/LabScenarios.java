package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import ackscope.ui.scenarios.ScenariosControl;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Joins the choice of scenarios to the lab.
 *
 * @param console brings the console to the front
 * @param choice  brings the choice of scenarios to the front
 */
record LabScenarios(Lab lab, Scenarios scenarios, Runnable console, Runnable choice) implements ScenariosControl {

    @Override
    public String obstacle() {
        return PlayObstacle.of(lab, "A scenario");
    }

    @Override
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return lab.plays().play(scenario, progress, cancelled);
    }

    @Override
    public void showConsole() {
        console.run();
    }

    @Override
    public void showScenarios() {
        choice.run();
    }
}
