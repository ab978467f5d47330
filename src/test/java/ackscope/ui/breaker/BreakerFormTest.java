package ackscope.ui.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerSettings.Field;
import ackscope.core.breaker.BreakerSettings.Window;
import ackscope.core.event.FailureKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BreakerFormTest {
    private final FakeBreaker breaker = new FakeBreaker();
    private final BreakerForm form = new BreakerForm(breaker.settings, breaker::use);

    @Test
    void aNumberCountsWhenItIsCommittedAChoiceAtOnce() {
        form.textProperty(Field.OPEN_MS).set("2,500");
        assertEquals(10_000, breaker.settings.openMs());
        assertTrue(form.commit());
        assertEquals(2_500, breaker.settings.openMs());
        form.windowProperty().set(Window.TIME);
        assertEquals(Window.TIME, breaker.settings.window());
        form.countedProperty(FailureKind.NOT_RETRIABLE).set(true);
        assertTrue(breaker.settings.counted().contains(FailureKind.NOT_RETRIABLE));
    }

    @Test
    void eachWrongFieldIsToldAndTheLastGoodSettingsGoOn() {
        form.textProperty(Field.SIZE).set("ten");
        form.textProperty(Field.FAILURE_PERCENT).set("0");
        form.textProperty(Field.PERMITS).set("2.5");
        assertFalse(form.commit());
        assertEquals("\"ten\" is no whole number.", form.problemProperty(Field.SIZE).get());
        assertEquals("A share is above 0 and at most 100 %, not 0.0.",
                form.problemProperty(Field.FAILURE_PERCENT).get());
        assertEquals("\"2.5\" is no whole number.", form.problemProperty(Field.PERMITS).get());
        assertEquals("", form.problemProperty(Field.OPEN_MS).get());
        assertEquals(BreakerSettings.DEFAULTS, breaker.settings);
        assertEquals("ten", form.textProperty(Field.SIZE).get());
        form.reset();
        for (Field field : Field.values()) {
            assertEquals("", form.problemProperty(field).get());
        }
        assertEquals("100", form.textProperty(Field.SIZE).get());
    }

    @Test
    void theSwitchWorksWhateverStandsInTheFields() {
        form.textProperty(Field.SIZE).set("ten");
        form.onProperty().set(true);
        assertEquals(BreakerSettings.DEFAULTS.with(true), breaker.settings);
    }

    @Test
    void withoutAnyFailureThatCountsItIsToldAndNotUsed() {
        for (FailureKind kind : FailureKind.values()) {
            form.countedProperty(kind).set(false);
        }
        assertTrue(form.problemProperty(Field.COUNTED).get().startsWith("No failure counts"));
        assertEquals(1, breaker.settings.counted().size(), "the last one that could be used");
    }

    @Test
    void aPaceIsUsedAlthoughAnotherFieldIsWrong() {
        form.textProperty(Field.SIZE).set("ten");
        form.textProperty(Field.REPLAY_RATE).set("12.5");
        assertEquals(Optional.of(12.5), form.pace());
        form.textProperty(Field.REPLAY_RATE).set("-1");
        assertEquals(Optional.empty(), form.pace());
        form.textProperty(Field.REPLAY_RATE).set("fast");
        assertEquals(Optional.empty(), form.pace());
        assertEquals("\"fast\" is no number.", form.problemProperty(Field.REPLAY_RATE).get());
    }

    @Test
    void anySettingsThatCanBeUsedAreShownAsTheyCanBeTypedAndKeptAsTheyCanBeRead() {
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            BreakerSettings settings = settings(random);
            assertTrue(settings.problems().isEmpty(), settings.problems()::toString);
            BreakerForm shown = new BreakerForm(settings, breaker::use);
            assertTrue(shown.commit());
            assertEquals(settings, shown.inUseProperty().get());
            assertEquals(settings, BreakerOptions.read(BreakerOptions.of(settings)));
        }
    }

    @Test
    void optionsThatMeanNothingAreAsTheyCome() {
        assertEquals(Map.of(), BreakerOptions.of(BreakerSettings.DEFAULTS));
        assertEquals(BreakerSettings.DEFAULTS, BreakerOptions.read(Map.of()));
        BreakerSettings read = BreakerOptions.read(Map.of("breaker.size", "many", "breaker.window", "MOON",
                "breaker.counted", "EXPIRED FLOOD", "breaker.openMs", "77", "breaker.later", "x"));
        assertEquals(77, read.openMs());
        assertEquals(BreakerSettings.DEFAULTS.counted(), read.counted());
        assertEquals(BreakerSettings.DEFAULTS.size(), read.size());
        assertEquals(BreakerSettings.DEFAULTS, BreakerOptions.read(Map.of("breaker.openMs", "-77")));
    }

    private static BreakerSettings settings(Random random) {
        Window window = random.nextBoolean() ? Window.COUNT : Window.TIME;
        int size = 1 + random.nextInt(3_600);
        List<FailureKind> all = List.of(FailureKind.values());
        Set<FailureKind> kinds = EnumSet.of(all.get(random.nextInt(all.size())));
        kinds.add(all.get(random.nextInt(all.size())));
        return new BreakerSettings(random.nextBoolean(), window, size, 1 + random.nextInt(size),
                (1 + random.nextInt(1_000)) / 10.0, 1 + random.nextInt(3_600_000), (1 + random.nextInt(1_000)) / 10.0,
                1 + random.nextInt(3_600_000), 1 + random.nextInt(100_000), kinds, random.nextBoolean(),
                random.nextInt(10_000) / 4.0, 1 + random.nextInt(1_000_000), 1 + random.nextInt(1_024));
    }
}
