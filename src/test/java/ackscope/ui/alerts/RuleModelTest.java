package ackscope.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.metrics.AlertCondition;
import ackscope.core.metrics.AlertRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RuleModelTest {
    private final List<AlertRule> used = new ArrayList<>();
    private final RuleModel model = new RuleModel(AlertCondition.SLOW.preset(), used::add);

    @Test
    void numbersCountWhenTheyAreCommittedAndTimesAreInSeconds() {
        model.thresholdProperty().set("3.5");
        model.holdProperty().set("0.25");
        model.clearProperty().set("20");
        assertEquals(List.of(), used);
        model.commit();
        assertEquals(List.of(new AlertRule(AlertCondition.SLOW, true, 3.5, 250, 20_000)), used);
        assertEquals("", model.problemProperty().get());
        assertTrue(model.changedProperty().get());
    }

    @Test
    void whatCannotBeUsedStaysAsTypedWithItsProblemAndTheLastGoodRuleGoesOn() {
        model.holdProperty().set("soon");
        model.clearProperty().set("0");
        model.commit();
        assertEquals(List.of(), used);
        assertEquals("The time before it is raised is no number: \"soon\".", model.problemProperty().get());
        assertEquals("soon", model.holdProperty().get());
        model.holdProperty().set("99999999999");
        model.commit();
        assertEquals(
                "The time before it is raised is from 0 to 600 s. The time before it is cleared is from 1 to 600 s:"
                        + " shorter, it would come and go.",
                model.problemProperty().get());
        model.reset();
        assertEquals("", model.problemProperty().get());
        assertEquals("10", model.holdProperty().get());
        assertFalse(model.changedProperty().get());
    }

    @Test
    void theSwitchWorksAtOnceWhateverStandsInTheFields() {
        model.thresholdProperty().set("many");
        model.onProperty().set(false);
        assertEquals(List.of(new AlertRule(AlertCondition.SLOW, false, 2, 10_000, 10_000)), used);
    }

    @Test
    void anyRuleThatCanBeUsedIsKeptAndRestored() {
        Random random = new Random(11);
        for (int i = 0; i < 500; i++) {
            AlertRule rule = new AlertRule(AlertCondition.SLOW, random.nextBoolean(), random.nextInt(1000) / 10.0,
                    random.nextInt(600_001), 1_000 + random.nextInt(599_001));
            RuleModel one = new RuleModel(rule, used::add);
            RuleModel other = new RuleModel(AlertCondition.SLOW.preset(), used::add);
            one.kept().ifPresent(other::restore);
            if (!rule.equals(AlertCondition.SLOW.preset())) {
                assertEquals(rule, used.getLast());
            }
            one.commit();
            assertEquals("", one.problemProperty().get(), "what is shown can be typed: " + rule);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "true", "true 2 3000", "true x 3000 10000", "true 2 3000 10000 7", "true -1 0 5000",
            "true 2 0 3.5"})
    void aLineThatMeansNothingChangesNothing(String line) {
        model.restore(line);
        assertEquals(List.of(), used);
    }
}
