package ackscope.core.scenario;

import java.util.List;

/**
 * What came of a scenario.
 *
 * @param halves one, or two of twins
 * @param tookMs all of it
 */
public record ScenarioResult(Scenario scenario, List<Played> halves, long tookMs) {
    public ScenarioResult {
        halves = List.copyOf(halves);
    }

    /** Whether all halves came as expected. */
    public boolean asExpected() {
        return halves.stream().allMatch(Played::asExpected);
    }
}
