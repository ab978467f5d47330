package ackscope.core.scenario;

import ackscope.core.audit.Verdict;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.MadeUpRuns;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/** Results that no cluster was needed for. */
public final class MadeUpPlays {
    private MadeUpPlays() {
    }

    /** One in which every expectation is met, at its least. */
    public static ScenarioResult asExpected(Scenario scenario) {
        return result(scenario, 0);
    }

    /** One in which the first expectation of each half is missed by one. */
    public static ScenarioResult missed(Scenario scenario) {
        return result(scenario, -1);
    }

    private static ScenarioResult result(Scenario scenario, long beside) {
        List<Played> halves = new ArrayList<>();
        halves.add(half(scenario.settings(), scenario.expected(), beside));
        if (scenario.twins()) {
            halves.add(half(scenario.second(), scenario.expectedOfTwin(), beside));
        }
        return new ScenarioResult(scenario, halves, 1_500);
    }

    private static Played half(SortedMap<String, String> settings, List<Expectation> expected, long beside) {
        List<Played.Check> checks = new ArrayList<>();
        for (Expectation one : expected) {
            checks.add(new Played.Check(one, one.range().least() + (checks.isEmpty() ? beside : 0)));
        }
        Map<Quantity, Long> counts = new EnumMap<>(Quantity.class);
        checks.stream().filter(c -> !c.expected().quantity().byName())
                .forEach(c -> counts.put(c.expected().quantity(), c.found()));
        return new Played("topic", settings, RunTotals.NONE, new Measured(counts, Map.of()), checks,
                MadeUpRuns.audit(10, Map.of(Verdict.DELIVERED, 10L)), List.of(), 1_500);
    }
}
