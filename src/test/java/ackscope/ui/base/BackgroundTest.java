package ackscope.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class BackgroundTest {
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final Queue<Runnable> fx = new ArrayDeque<>();
    private final Background background = new Background(work::add, fx::add);
    private final List<Object> got = new ArrayList<>();

    @Test
    void theCallRunsOnTheWorkersAndItsResultArrivesOnTheFxThread() {
        background.run(() -> {
            got.add("called");
            return 7;
        }, got::add, got::add);
        assertEquals(List.of(), got);
        work.remove().run();
        assertEquals(List.of("called"), got);
        fx.remove().run();
        assertEquals(List.of("called", 7), got);
    }

    @Test
    void whatIsThrownArrivesAsAFailureAndNothingElse() {
        IOException thrown = new IOException("gone");
        background.run(() -> {
            throw thrown;
        }, _ -> got.add("done"), got::add);
        work.remove().run();
        fx.remove().run();
        assertEquals(List.of(thrown), got);
        assertEquals(0, fx.size());
    }

    @Test
    void anErrorIsToldTooSoThatNobodyWaitsForEver() {
        background.run(() -> {
            throw new NoClassDefFoundError("x");
        }, _ -> got.add("done"), got::add);
        assertThrows(NoClassDefFoundError.class, work.remove()::run);
        fx.remove().run();
        assertInstanceOf(NoClassDefFoundError.class, ((Exception) got.getFirst()).getCause());
    }

    @Test
    void aDefectInWhatTakesTheResultIsNotTakenForAFailureOfTheCall() {
        background.run(() -> 1, _ -> {
            throw new IllegalStateException("a panel's defect");
        }, got::add);
        work.remove().run();
        assertThrows(IllegalStateException.class, fx.remove()::run);
        assertEquals(List.of(), got);
    }
}
