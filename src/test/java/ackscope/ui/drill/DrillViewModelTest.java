package ackscope.ui.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillRunner.Phase;
import ackscope.core.scenario.ScenarioException;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.drill.DrillViewModel.Clock;
import ackscope.ui.drill.DrillViewModel.Ending;
import ackscope.ui.drill.DrillViewModel.Outcome;
import ackscope.ui.drill.DrillViewModel.State;
import ackscope.ui.drill.DrillViewModel.Wrong;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrillViewModelTest {
    @TempDir
    private Path folder;
    private FakeDrill control;
    private DrillViewModel model;
    private long now = 1_000;

    @BeforeEach
    void open() {
        control = new FakeDrill(folder);
        model = new DrillViewModel(control, Background.sameThread(), control.said::add, new Random(7), () -> now);
    }

    private State state() {
        return model.stateProperty().get();
    }

    private void reach(Phase phase) {
        control.told.accept(phase);
        look();
    }

    private void look() {
        model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0));
    }

    private DrillCause another() {
        return model.causesProperty().get().stream().filter(c -> !c.equals(control.cause)).findFirst().orElseThrow();
    }

    private void drill(Runnable during) {
        control.during = during;
        model.begin();
    }

    @Test
    void theRightNameIsScoredByTimeAndWrongAnswersAndEndsTheDrill() {
        drill(() -> {
            reach(Phase.PREPARING);
            model.answer(control.cause);
            assertEquals(List.of(), state().wrong(), "nothing is asked yet");
            reach(Phase.STEADY);
            reach(Phase.ACTING);
            now += 30_000;
            model.answer(another());
            assertFalse(control.enough.getAsBoolean());
            model.answer(control.cause);
            assertTrue(control.enough.getAsBoolean());
            assertTrue(state().running(), "it is being healed");
            model.answer(another());
        });
        assertEquals(Optional.of(new Outcome(control.cause, Ending.NAMED, 70, 30_000, 1)), state().outcome());
        assertFalse(state().running());
        assertEquals("One drill so far: 70 points.", model.standingProperty().get());
        assertEquals(List.of("console"), control.shown);
    }

    @Test
    void theRightNameIsWrongWhileNothingIsBroken() {
        drill(() -> {
            reach(Phase.STEADY);
            model.answer(control.cause);
            assertEquals(List.of(new Wrong(control.cause, 20)), state().wrong());
            reach(Phase.ACTING);
            model.answer(control.cause);
        });
        assertEquals(80, state().outcome().orElseThrow().points());
    }

    @Test
    void nothingThatIsShownTellsThatItBegan() {
        drill(() -> {
            reach(Phase.STEADY);
            String before = DrillWords.going(state());
            now += 7_000;
            reach(Phase.ACTING);
            now += 10_999;
            look();
            assertEquals(before, DrillWords.going(state()));
            assertEquals(Optional.of(new Clock(17, 100)), model.clockProperty().get());
        });
    }

    @Test
    void theClockShowsWhatTheRightNameIsWorthAndAWrongOneWhatItCost() {
        drill(() -> {
            reach(Phase.PREPARING);
            assertEquals(Optional.empty(), model.clockProperty().get());
            reach(Phase.STEADY);
            now += 9_900;
            reach(Phase.ACTING);
            now += 30_200;
            look();
            assertEquals(Optional.of(new Clock(40, 90)), model.clockProperty().get());
            model.answer(another());
            assertEquals(Optional.of(new Clock(40, 70)), model.clockProperty().get());
            assertTrue(DrillWords.going(state()).endsWith("It cost 20 points."), DrillWords.going(state()));
            IntStream.range(0, 4).forEach(_ -> model.answer(another()));
            assertEquals(List.of(20, 20, 20, 20, 0), state().wrong().stream().map(Wrong::cost).toList());
            int shown = model.clockProperty().get().orElseThrow().points();
            model.answer(control.cause);
            assertEquals(shown, state().outcome().orElseThrow().points());
            assertEquals(Optional.empty(), model.clockProperty().get());
        });
    }

    @Test
    void givingUpShowsTheAnswer() {
        drill(() -> {
            reach(Phase.ACTING);
            model.giveUp();
            assertTrue(control.enough.getAsBoolean());
        });
        assertEquals(Ending.GIVEN_UP, state().outcome().orElseThrow().ending());
        assertEquals(0, state().outcome().orElseThrow().points());
        assertEquals(1, control.history().all().size());
    }

    @Test
    void aCancelledDrillIsNotKept() {
        drill(() -> {
            reach(Phase.ACTING);
            model.cancel();
            assertTrue(control.enough.getAsBoolean());
        });
        assertEquals(Optional.empty(), state().outcome());
        assertEquals(0, control.history().all().size());
        assertTrue(model.troubleProperty().get().startsWith("The drill was cancelled"));
    }

    @Test
    void aDrillThatNobodyEndsIsOverByTime() {
        drill(() -> {
            reach(Phase.ACTING);
            now += 190_000;
        });
        assertEquals(Ending.TIME_OVER, state().outcome().orElseThrow().ending());
        assertEquals(180_000, state().outcome().orElseThrow().tookMs());
    }

    @Test
    void whatStandsInTheWayAndWhatEndsItEarlyIsSaid() {
        control.obstacle = "Stop it first.";
        model.begin();
        assertEquals("Stop it first.", model.troubleProperty().get());
        assertEquals(List.of(), control.shown);
        control.obstacle = "";
        drill(() -> {
            throw new ScenarioException("The drill ended early: no broker.");
        });
        assertEquals("The drill ended early: no broker.", model.troubleProperty().get());
        assertFalse(state().running());
    }

    @Test
    void theSameSeedGivesTheSameFaultAndDifferentOnesComeUp() {
        long different = LongStream.range(0, 40).mapToObj(seed -> {
            DrillViewModel one = new DrillViewModel(control, Background.sameThread(), control.said::add,
                    new Random(seed), () -> now);
            one.begin();
            DrillCause first = control.cause;
            new DrillViewModel(control, Background.sameThread(), control.said::add, new Random(seed), () -> now)
                    .begin();
            assertEquals(first, control.cause);
            return first;
        }).distinct().count();
        assertTrue(different >= 6, "causes: " + different);
    }
}
