package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final long TEN_MINUTES = 600_000;

    private final FaultCatalogue catalogue = new FaultCatalogue();

    private FaultPlan plan(long seed) {
        return FaultPlan.random(seed, TEN_MINUTES, catalogue, FaultCatalogueTest.CONTEXT, FaultPlan.HARMLESS);
    }

    @Test
    void theSameSeedGivesTheSameTextByteForByte() {
        for (long seed = 0; seed < 50; seed++) {
            assertEquals(plan(seed).text(), plan(seed).text());
            assertNotEquals(plan(seed).text(), plan(seed + 1).text());
        }
    }

    @Test
    void everyStepCanBeDoneInItsTimeAndEndsByItself() {
        for (long seed = 0; seed < 50; seed++) {
            FaultPlan plan = plan(seed);
            assertTrue(plan.steps().size() > 50);
            for (FaultPlan.Step step : plan.steps()) {
                assertTrue(step.atMs() < TEN_MINUTES);
                Fault fault = step.build(catalogue, FaultCatalogueTest.CONTEXT);
                assertEquals(step.lastsMs(), fault.trigger().lastsMs().orElse(0));
                assertEquals(step.lastsMs() == 0, catalogue.find(step.kind()).orElseThrow().once());
            }
        }
    }

    @Test
    void nothingThatLosesRecordsOrOpensProducersIsChosenFromTheHarmless() {
        Set<String> kinds = plan(1).steps().stream().map(FaultPlan.Step::kind).collect(Collectors.toSet());
        assertTrue(kinds.stream().noneMatch(k -> k.equals("topic-recreate") || k.equals("client-password")));
        assertTrue(kinds.size() > 10, kinds.toString());
    }

    @Test
    void restartsAreAmongTheHarmless() {
        Set<String> kinds = plan(1).steps().stream().map(FaultPlan.Step::kind).collect(Collectors.toSet());
        for (long seed = 2; seed < 10; seed++) {
            plan(seed).steps().forEach(step -> kinds.add(step.kind()));
        }
        assertTrue(kinds.containsAll(Set.of("broker-restart", "controller-restart")), kinds.toString());
    }

    @Test
    void itIsToldInOneLineAStep() {
        String text = plan(42).text();
        assertTrue(text.startsWith("seed 42\n"), text);
        assertEquals(plan(42).steps().size() + 1, text.lines().count());
    }
}
