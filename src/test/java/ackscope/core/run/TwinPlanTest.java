package ackscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.fault.FaultCatalogue;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.ProducerSettings;
import java.io.IOException;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwinPlanTest {
    static Iterable<TwinPlan> builtIn() {
        return TwinPlans.builtIn();
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void aPlanIsWrittenAndReadUnchanged(TwinPlan plan) throws IOException {
        assertEquals(plan, TwinPlan.read(plan.text()));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void bothHalvesCanBeOpenedAndDiffer(TwinPlan plan) {
        EffectiveSettings first = EffectiveSettings.of(ProducerSettings.of(plan.base()));
        EffectiveSettings second = EffectiveSettings.of(ProducerSettings.of(plan.second()));
        assertTrue(plan.changed().keySet().stream().anyMatch(key -> !first.text(key).equals(second.text(key))));
    }

    @ParameterizedTest
    @MethodSource("builtIn")
    void itsFaultsAreOfTheCatalogueAndBeginWithinTheLoad(TwinPlan plan) {
        FaultCatalogue catalogue = new FaultCatalogue();
        plan.steps().forEach(step -> {
            assertTrue(catalogue.find(step.fault()).isPresent(), step.fault());
            assertTrue(step.at().records() <= plan.load().count(), step::toString);
        });
    }

    @Test
    void noTwoPlansHaveOneName() {
        Set<String> names = new HashSet<>();
        TwinPlans.builtIn().forEach(plan -> assertTrue(names.add(plan.id()), plan.id()));
    }

    @Test
    void aChangeToNothingPutsASettingBackAtItsDefault() {
        TwinPlan plan = TwinPlans.builtIn().getFirst().with(Map.of("retries", "0", "acks", "all"),
                Map.of("retries", "", "linger.ms", "5"));
        assertEquals(Map.of("acks", "all", "linger.ms", "5"), plan.second());
        assertFalse(plan.second().containsKey("retries"));
    }

    @Test
    void whatIsNoPlanIsRefused() {
        assertThrows(IOException.class, () -> TwinPlan.read("{}"));
        assertThrows(IOException.class, () -> TwinPlan.read("[1"));
        assertThrows(IOException.class, () -> TwinPlan.read(
                TwinPlans.builtIn().getFirst().text().replace("\"fault\" : \"broker-kill\"", "\"other\" : 1")));
    }
}
