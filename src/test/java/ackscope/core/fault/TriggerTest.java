package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TriggerTest {

    private static List<Long> struck(Trigger trigger, int frames) {
        return LongStream.range(0, frames).filter(trigger.pick()::strikes).boxed().toList();
    }

    @Test
    void theNextNAreTheFirstN() {
        assertEquals(List.of(0L, 1L, 2L), struck(Trigger.next(3), 20));
    }

    @Test
    void everyKthBeginsWithTheKth() {
        assertEquals(List.of(2L, 5L, 8L), struck(Trigger.everyKth(3), 10));
    }

    @Test
    void chanceIsTheSameForTheSameSeedAndAboutP() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            long seed = random.nextLong();
            double p = random.nextDouble();
            List<Long> once = struck(Trigger.chance(p, seed), 2_000);
            assertEquals(once, struck(Trigger.chance(p, seed), 2_000));
            assertEquals(p, once.size() / 2_000.0, 0.06, "seed " + seed);
        }
        assertEquals(0, struck(Trigger.chance(0, 1), 1_000).size());
        assertEquals(1_000, struck(Trigger.chance(1, 1), 1_000).size());
        assertNotEquals(struck(Trigger.chance(0.5, 1), 100), struck(Trigger.chance(0.5, 2), 100));
    }

    @Test
    void saysWhatItIsInAFewWords() {
        assertEquals("", Trigger.NOW.words());
        assertEquals("next 3", Trigger.next(3).words());
        assertEquals("every 3rd, for 500 ms, client app", Trigger.everyKth(3).during(500).of("app").words());
        assertEquals("every 11th", Trigger.everyKth(11).words());
        assertTrue(Trigger.chance(0.25, 9).words().contains("0.25"));
    }
}
