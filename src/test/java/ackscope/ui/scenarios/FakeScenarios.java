package ackscope.ui.scenarios;

import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.core.scenario.ScenarioResult;
import ackscope.core.scenario.Scenarios;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** Scenarios of a folder; what comes of a play is what a test says. */
final class FakeScenarios implements ScenariosControl {
    /** What a play does: gets whether it was cancelled meanwhile. */
    interface Play {
        ScenarioResult of(Scenario scenario, BooleanSupplier cancelled);
    }

    final Scenarios scenarios;
    String obstacle = "";
    final List<String> shown = new ArrayList<>();
    Play play = (scenario, _) -> MadeUpPlays.asExpected(scenario);

    FakeScenarios(Path folder) {
        scenarios = new Scenarios(folder);
    }

    @Override
    public Scenarios scenarios() {
        return scenarios;
    }

    @Override
    public String obstacle() {
        return obstacle;
    }

    @Override
    public ScenarioResult play(Scenario scenario, Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        progress.accept(new ScenarioProgress("half way", 0.5));
        return play.of(scenario, cancelled);
    }

    @Override
    public void showConsole() {
        shown.add("console");
    }

    @Override
    public void showScenarios() {
        shown.add("scenarios");
    }
}
