package ackscope.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PlayingTest {
    private final Deque<Runnable> work = new ArrayDeque<>();
    private final Playing playing = new Playing(new Background(work::add, Runnable::run), "The play");
    private final List<String> results = new ArrayList<>();
    private final List<String> failures = new ArrayList<>();

    private void begin(Playing.Play<String> play) {
        playing.begin(play, result -> {
            assertFalse(playing.goesOn(), "it is over once its result is there");
            results.add(result);
        }, why -> {
            assertFalse(playing.goesOn(), "it is over once it has failed");
            failures.add(why);
        });
    }

    private Optional<ScenarioProgress> told() {
        playing.receive(Feeds.batch(1, List.of(), List.of()));
        return playing.progressProperty().get();
    }

    @Test
    void itsProgressIsShownUntilItIsOver() {
        begin((told, _) -> {
            told.accept(new ScenarioProgress("half.", 0.5));
            assertEquals(Optional.of(new ScenarioProgress("half.", 0.5)), told());
            told.accept(new ScenarioProgress("nearly.", 0.9));
            return "done";
        });
        assertEquals(Optional.of(new ScenarioProgress("The play begins.", 0)), told());
        work.remove().run();
        assertEquals(List.of("done"), results);
        assertEquals(Optional.empty(), told());
        begin((_, _) -> "again");
        assertEquals(Optional.of(new ScenarioProgress("The play begins.", 0)), told(),
                "not what the one before said last");
    }

    @Test
    void aCancelIsToldToThePlayAndNoNewsGoesOverIt() {
        begin((told, cancelled) -> {
            assertFalse(cancelled.getAsBoolean());
            playing.cancel();
            assertTrue(cancelled.getAsBoolean());
            told.accept(new ScenarioProgress("healing.", 0.7));
            assertEquals(-1, told().orElseThrow().share());
            throw new CancellationException();
        });
        work.remove().run();
        assertEquals(List.of("The play was cancelled; the cluster is whole again."), failures);
    }

    @Test
    void aCancelOfNothingLeavesNothingBehind() {
        playing.cancel();
        assertFalse(playing.goesOn());
        begin((_, cancelled) -> cancelled.getAsBoolean() ? "cancelled" : "played");
        work.remove().run();
        assertEquals(List.of("played"), results);
    }

    @Test
    void whyItFailedIsSaidInItsOwnWordsWhereItHasAny() {
        begin((_, _) -> {
            throw new ScenarioException("It ended early: no broker answers.");
        });
        work.remove().run();
        begin((_, _) -> {
            throw new IllegalStateException("oops");
        });
        work.remove().run();
        assertEquals(List.of("It ended early: no broker answers.",
                "That did not work: java.lang.IllegalStateException: oops. More is in the app's log file."), failures);
    }

    @Test
    void thereIsOneAtATime() {
        begin((Consumer<ScenarioProgress> _, BooleanSupplier _) -> "first");
        assertThrows(IllegalStateException.class, () -> begin((_, _) -> "second"));
        work.remove().run();
        assertEquals(List.of("first"), results);
    }
}
