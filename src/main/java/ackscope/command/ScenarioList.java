package ackscope.command;

import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.Scenarios;
import java.io.PrintStream;
import java.util.Locale;

/** Names all scenarios. */
final class ScenarioList {
    private ScenarioList() {
    }

    /** Returns the exit code: 2 when a file of the person's is no scenario. */
    static int print(Scenarios.Listed listed, PrintStream out, PrintStream err) {
        int width = listed.scenarios().stream().mapToInt(s -> s.name().length()).max().orElse(1);
        for (Scenario scenario : listed.scenarios()) {
            out.println(String.format(Locale.ROOT, "%-" + width + "s  %s%s", scenario.name(), scenario.title(),
                    listed.own().contains(scenario.name()) ? " (your own)" : ""));
        }
        listed.troubles().forEach(trouble -> err.println("ackscope: " + trouble));
        return listed.troubles().isEmpty() ? 0 : 2;
    }
}
