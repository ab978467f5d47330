package ackscope.command;

import ackscope.core.scenario.ScenarioResult;
import java.util.ArrayList;
import java.util.List;

/** The plays of one scenario. */
final class Tally {
    private final List<ScenarioResult> results = new ArrayList<>();

    void add(ScenarioResult result) {
        results.add(result);
    }

    boolean played() {
        return !results.isEmpty();
    }

    boolean allAsExpected() {
        return results.stream().allMatch(ScenarioResult::asExpected);
    }

    /** The line of JSON that speaks for all: of the first that was not as expected, else of the last. */
    String line(int repeat) {
        ScenarioResult speaker = results.stream().filter(r -> !r.asExpected()).findFirst().orElseGet(results::getLast);
        return repeat == 1
                ? VerdictJson.line(speaker)
                : VerdictJson.line(speaker, results.size(),
                        results.stream().filter(ScenarioResult::asExpected).count());
    }
}
