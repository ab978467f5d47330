package ackscope.core.quiz;

import ackscope.core.scenario.ScenarioResult;
import java.util.Optional;

/** What a play of a question's scenario says about its options. */
public record Proof(Question question, ScenarioResult result) {

    /** Whether an option was found to be true; empty when nothing was measured that tells. */
    public Optional<Boolean> of(int option) {
        return question.options().get(option).measured().map(condition -> condition.holds(result));
    }

    /**
     * Whether the play settles the question as it is marked: it came out as its scenario expects, and every option that was measured is
     * true if and only if it is marked right.
     */
    public boolean supports() {
        return result.asExpected() && question.options().stream()
                .allMatch(o -> o.measured().map(c -> c.holds(result) == o.right()).orElse(true));
    }
}
