package ackscope.ui.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.lesson.Answer;
import ackscope.core.lesson.Lesson;
import ackscope.core.scenario.MadeUpPlays;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.core.cluster.ClusterView;
import ackscope.ui.lessons.LessonsViewModel.Step;
import ackscope.ui.lessons.LessonsViewModel.Taken;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LessonsViewModelTest {
    @TempDir
    private Path folder;
    private final Queue<Runnable> work = new ArrayDeque<>();
    private FakeLessons control;
    private LessonsViewModel model;
    private Lesson loss;

    @BeforeEach
    void open() {
        control = new FakeLessons(folder);
        model = new LessonsViewModel(control, new Background(work::add, Runnable::run), control.said::add);
        work.remove().run();
        loss = lesson("what-an-ack-promises");
        model.open(loss);
    }

    private Lesson lesson(String id) {
        return control.tracks().stream().flatMap(t -> t.lessons().stream()).filter(l -> l.id().equals(id)).findFirst()
                .orElseThrow();
    }

    private Taken taken() {
        return model.takenProperty().get().orElseThrow();
    }

    private void predict(long first, long second) {
        model.predict(0, Optional.of(new Answer(first)));
        model.predict(1, Optional.of(new Answer(second)));
    }

    @Test
    void nothingIsPlayedBeforeEverythingIsPredicted() {
        model.predict(0, Optional.of(new Answer(2)));
        model.run();
        assertEquals("Make your predictions first: 1 of 2 is missing.", model.troubleProperty().get());
        assertTrue(work.isEmpty());
    }

    @Test
    void predictionsAreLockedBeforeThePlayBeginsAndScoredByIt() {
        predict(2, 0);
        model.run();
        assertEquals(List.of(), control.played, "locked first");
        assertEquals(Step.RUN, taken().step());
        assertEquals(List.of("console"), control.shown);
        predict(0, 2);
        assertEquals(List.of(Optional.of(new Answer(2)), Optional.of(new Answer(0))), taken().answers());
        work.remove().run();
        assertEquals(List.of("leader-loss"), control.played);
        assertEquals(Step.WHY, taken().step());
        assertEquals(OptionalInt.of(100), taken().verdict().orElseThrow().percent());
        assertEquals(100, model.mark(loss).orElseThrow().best());
        predict(0, 2);
        assertEquals(List.of(Optional.of(new Answer(2)), Optional.of(new Answer(0))), taken().answers());
        assertTrue(model.standing().startsWith("1 of "), model.standing());
        assertEquals("acks-zero-never-fails", model.next().orElseThrow().id());
    }

    @Test
    void aPlayThatCameOutOtherwiseIsNotScored() {
        control.outcome = MadeUpPlays::otherwise;
        predict(2, 0);
        model.run();
        work.remove().run();
        assertEquals(OptionalInt.empty(), taken().verdict().orElseThrow().percent());
        assertEquals(Optional.empty(), model.mark(loss));
    }

    @Test
    void whatStandsInTheWayIsSaidAndThePredictionStays() {
        control.obstacle = "The cluster is not ready yet.";
        predict(2, 0);
        model.run();
        assertEquals("The cluster is not ready yet.", model.troubleProperty().get());
        assertEquals(Step.PREDICT, taken().step());
        assertTrue(taken().complete());
    }

    @Test
    void aCancelledPlayIsNotScoredAndThePredictionStands() {
        control.outcome = _ -> {
            throw new CancellationException();
        };
        predict(2, 0);
        model.run();
        model.cancel();
        model.receive(batch());
        assertEquals(-1, model.progressProperty().get().orElseThrow().share());
        work.remove().run();
        assertTrue(control.cancelled.getAsBoolean());
        assertEquals("The lesson was cancelled; the cluster is whole again.", taken().ended());
        assertTrue(control.said.getLast().endsWith("It is not scored."), control.said::toString);
        assertEquals(Step.PREDICT, taken().step());
        assertEquals(List.of(Optional.of(new Answer(2)), Optional.of(new Answer(0))), taken().answers());
        assertEquals(Optional.empty(), model.mark(loss));
        assertEquals(Optional.empty(), model.progressProperty().get());
        control.outcome = MadeUpPlays::asExpected;
        predict(2, 2);
        model.run();
        work.remove().run();
        assertEquals("", taken().ended());
        assertEquals(OptionalInt.of(50), taken().verdict().orElseThrow().percent(), "it was changed before the run");
    }

    @Test
    void aPlayThatEndsEarlySaysWhyInItsWords() {
        control.outcome = _ -> {
            throw new ScenarioException("It ended early: no leader.");
        };
        predict(2, 0);
        model.run();
        work.remove().run();
        assertEquals("It ended early: no leader.", taken().ended());
        assertTrue(taken().complete());
    }

    @Test
    void progressComesByTheFeedAndNoOtherLessonOpensMeanwhile() {
        control.outcome = scenario -> {
            control.told.accept(new ScenarioProgress("broker 2 dies.", 0.4));
            model.receive(batch());
            assertEquals("broker 2 dies.", model.progressProperty().get().orElseThrow().words());
            model.open(lesson("kill-the-leader"));
            return MadeUpPlays.asExpected(scenario);
        };
        predict(2, 0);
        model.run();
        work.remove().run();
        assertEquals(loss, taken().lesson());
        assertTrue(control.said.getFirst().startsWith("A lesson is being played"));
    }

    @Test
    void thePageOpensAtTheFirstLessonThatWasNotTaken() {
        Lesson first = control.tracks().getFirst().lessons().getFirst();
        model.open(first);
        model.predict(0, Optional.of(new Answer(2)));
        model.run();
        work.remove().run();
        LessonsViewModel next = new LessonsViewModel(control, Background.sameThread(), control.said::add);
        assertEquals(control.tracks().getFirst().lessons().get(1), next.takenProperty().get().orElseThrow().lesson());
    }

    @Test
    void itGoesOnInTheTrackThenInTheNextAndWhatIsRelatedIsOfferedBeside() {
        List<Lesson> all = control.tracks().stream().flatMap(t -> t.lessons().stream()).toList();
        for (int i = 0; i < all.size(); i++) {
            model.open(all.get(i));
            Optional<Lesson> following = i + 1 < all.size() ? Optional.of(all.get(i + 1)) : Optional.empty();
            assertEquals(following, model.next(), all.get(i).id());
            assertFalse(model.related().isPresent() && model.related().equals(following), all.get(i).id());
        }
        model.open(lesson("failed-is-not-absent"));
        assertEquals("no-such-topic", model.next().orElseThrow().id());
        assertEquals("sent-again-by-hand", model.related().orElseThrow().id());
    }

    private static FeedBatch batch() {
        return new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0);
    }
}
