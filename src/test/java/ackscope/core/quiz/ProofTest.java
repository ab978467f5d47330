package ackscope.core.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.Scenario;
import ackscope.core.scenario.Scenarios;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a play says of an answer; that the plays come out as they expect is shown on real brokers. */
class ProofTest {
    static Stream<Question> proved() {
        return QuizFile.builtIn().stream().flatMap(t -> t.questions().stream()).filter(q -> q.proof().isPresent());
    }

    @ParameterizedTest
    @MethodSource("proved")
    void aPlayAsExpectedSupportsTheMarkedAnswerAndAnotherDoesNot(Question question) {
        Scenario scenario = Scenarios.builtIn(question.proof().orElseThrow());
        Proof proof = new Proof(question, MadeUpPlays.asExpected(scenario));
        assertTrue(proof.supports());
        for (int option = 0; option < question.options().size(); option++) {
            Question.Option one = question.options().get(option);
            assertEquals(one.measured().map(_ -> one.right()), proof.of(option), one.words());
        }
        Proof other = new Proof(question, MadeUpPlays.otherwise(scenario));
        assertFalse(other.supports());
        int right = question.options().indexOf(question.options().stream()
                .filter(o -> o.right() && o.measured().isPresent()).findFirst().orElseThrow());
        assertEquals(Optional.of(false), other.of(right));
    }
}
