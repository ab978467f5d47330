package ackscope.ui.shell;

import ackscope.core.lab.Lab;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import ackscope.ui.scenarios.ScenariosControl;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Joins the choice of scenarios to the lab. */
record LabScenarios(Lab lab, Scenarios scenarios) implements ScenariosControl {

    @Override
    public String obstacle() {
        return PlayObstacle.of(lab, "A scenario");
    }

    @Override
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        return lab.plays().play(scenario, progress, cancelled);
    }
}
