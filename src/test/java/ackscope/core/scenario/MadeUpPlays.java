package ackscope.core.scenario;

import ackscope.core.run.MadeUpRuns;
import ackscope.core.run.RunRecord;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Plays that nobody played, for tests of what is made of them. */
public final class MadeUpPlays {
    private MadeUpPlays() {
    }

    /** One in which everything comes out as the scenario expects, each number as low as it may be. */
    public static ScenarioResult asExpected(Scenario scenario) {
        List<Played> halves = new ArrayList<>(List.of(half(scenario, scenario.settings(), scenario.expected(), 0)));
        if (scenario.twins()) {
            halves.add(half(scenario, scenario.second(), scenario.expectedOfTwin(), 0));
        }
        return new ScenarioResult(scenario, halves, 6_400);
    }

    /** One in which every number is out of what the scenario expects. */
    public static ScenarioResult otherwise(Scenario scenario) {
        List<Played> halves = new ArrayList<>(List.of(half(scenario, scenario.settings(), scenario.expected(), 1)));
        if (scenario.twins()) {
            halves.add(half(scenario, scenario.second(), scenario.expectedOfTwin(), 1));
        }
        return new ScenarioResult(scenario, halves, 6_400);
    }

    /** As {@link #asExpected}, but with another number in the first half, which its scenario has to bear. */
    public static ScenarioResult asExpectedBut(Scenario scenario, Quantity quantity, long number) {
        ScenarioResult whole = asExpected(scenario);
        List<Played> halves = new ArrayList<>(whole.halves());
        Played first = halves.getFirst();
        Map<Quantity, Long> counts = new EnumMap<>(first.measured().counts());
        counts.put(quantity, number);
        Measured measured = new Measured(counts, first.measured().byName());
        halves.set(0, new Played(first.topic(), first.settings(), first.totals(), measured, first.checks().stream()
                .map(c -> new Played.Check(c.expected(), measured.of(c.expected()))).toList(), first.audit(),
                first.troubles(), first.tookMs()));
        return new ScenarioResult(scenario, halves, whole.tookMs());
    }

    private static Played half(Scenario scenario, SortedMap<String, String> settings, List<Expectation> expected,
            long off) {
        Map<Quantity, Long> counts = new HashMap<>();
        Map<Quantity, SortedMap<String, Long>> byName = new EnumMap<>(Quantity.class);
        for (Expectation e : expected) {
            long number = off == 0
                    ? e.range().least()
                    : e.range().least() > 0 ? e.range().least() - 1 : e.range().most() + 1;
            if (e.quantity().byName()) {
                byName.computeIfAbsent(e.quantity(), _ -> new TreeMap<>()).put(e.name(), number);
            } else {
                counts.put(e.quantity(), number);
            }
        }
        Measured measured = new Measured(counts.isEmpty() ? new EnumMap<>(Quantity.class) : counts, byName);
        RunRecord run = MadeUpRuns.safe();
        return new Played(scenario.name() + "-1", settings, run.totals(), measured,
                expected.stream().map(e -> new Played.Check(e, measured.of(e))).toList(), run.audit().orElseThrow(),
                List.of(), 3_200);
    }
}
