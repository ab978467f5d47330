package ackscope.core.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings.Field;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.event.FailureKind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakerSettingsTest {

    private static BreakerSettings settings(Window window, int size, int least, double percent, int openMs,
            Set<FailureKind> counted) {
        return new BreakerSettings(true, window, size, least, percent, 100, 100, openMs, 3, counted, true, 0, 10, 1);
    }

    private static List<Field> fields(BreakerSettings settings) {
        return settings.problems().stream().map(BreakerSettings.Problem::field).toList();
    }

    @Test
    void theDefaultsAreOffAndCanBeUsed() {
        assertFalse(BreakerSettings.DEFAULTS.on());
        assertEquals(List.of(), BreakerSettings.DEFAULTS.with(true).problems());
    }

    @Test
    void failuresOfTheRecordOrOfThePersonDoNotCountByDefault() {
        Set<FailureKind> counted = BreakerSettings.DEFAULTS.counted();
        assertEquals(Set.of(FailureKind.BUFFER_EXHAUSTED, FailureKind.NO_METADATA, FailureKind.EXPIRED_QUEUED,
                FailureKind.EXPIRED, FailureKind.RETRIES_USED_UP), counted);
    }

    @Test
    void everyProblemIsNamedAtOnceWithItsField() {
        assertEquals(List.of(Field.SIZE, Field.LEAST, Field.LEAST, Field.FAILURE_PERCENT, Field.OPEN_MS, Field.COUNTED),
                fields(settings(Window.COUNT, -1, 0, 101, 0, Set.of())));
        assertEquals(List.of(Field.FAILURE_PERCENT),
                fields(settings(Window.TIME, 10, 100, Double.NaN, 1, Set.of(FailureKind.EXPIRED))));
    }

    @Test
    void aWindowThatNeverHoldsEnoughIsToldInWords() {
        String words = settings(Window.COUNT, 10, 20, 50, 1, Set.of(FailureKind.EXPIRED)).problems().getFirst().text();
        assertTrue(words.startsWith("The window never holds 20 outcomes: it is of 10."), words);
    }
}
