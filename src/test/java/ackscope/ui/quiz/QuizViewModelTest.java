package ackscope.ui.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.quiz.Question;
import ackscope.core.quiz.QuizTopic;
import ackscope.core.scenario.ScenarioException;
import ackscope.core.scenario.ScenarioProgress;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.quiz.QuizViewModel.Asked;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuizViewModelTest {
    @TempDir
    private Path folder;
    private FakeQuiz control;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private boolean later;
    private QuizViewModel model;

    @BeforeEach
    void open() {
        control = new FakeQuiz(folder);
        model = new QuizViewModel(control, new Background(todo -> {
            if (later) {
                work.add(todo);
            } else {
                todo.run();
            }
        }, Runnable::run), control.said::add, new Random(1));
    }

    private Asked asked() {
        return model.askedProperty().get().orElseThrow();
    }

    private void goTo(String id) {
        QuizTopic topic = control.topics().stream()
                .filter(t -> t.questions().stream().anyMatch(q -> q.id().equals(id))).findFirst().orElseThrow();
        model.open(topic);
        while (!asked().question().id().equals(id)) {
            model.next();
        }
    }

    private int right(QuizTopic topic) {
        return model.topicsProperty().get().stream().filter(s -> s.topic().equals(topic)).findFirst().orElseThrow()
                .right();
    }

    @Test
    void aRightAnswerCountsAndAWrongOneTakesItBack() {
        goTo("acks-all-waits");
        model.check();
        assertFalse(asked().checked(), "nothing is chosen yet");
        assertEquals("Choose one.", asked().lacking());
        model.choose(0, true);
        model.choose(1, true);
        assertEquals(List.of(1), asked().chosen(), "one replaces the other");
        model.check();
        assertTrue(asked().right());
        assertEquals(1, right(asked().topic()));
        model.choose(0, true);
        assertEquals(List.of(1), asked().chosen(), "what is answered stays");
        model.again();
        model.choose(0, true);
        model.check();
        assertFalse(asked().right());
        assertEquals(0, right(asked().topic()));
    }

    @Test
    void ofSeveralAllRightOnesAreAskedFor() {
        goTo("acks-zero");
        List<Integer> right = asked().question().answer();
        model.choose(right.getFirst(), true);
        model.check();
        assertFalse(asked().right(), "one of two");
        model.again();
        right.reversed().forEach(o -> model.choose(o, true));
        model.choose(3, true);
        model.choose(3, false);
        model.check();
        assertTrue(asked().right());
    }

    @Test
    void anOrderIsNeverShownRightAndIsMovedIntoPlace() {
        for (int seed = 0; seed < 50; seed++) {
            goTo("acks-order");
            assertFalse(asked().right());
            model.next();
        }
        goTo("acks-order");
        model.move(asked().order().getFirst(), -1);
        for (int place = 0; place < asked().order().size(); place++) {
            while (asked().order().indexOf(place) > place) {
                model.move(place, -1);
            }
        }
        assertEquals(asked().question().answer(), asked().order());
        model.check();
        assertTrue(asked().right());
    }

    @Test
    void aTopicOpensAtTheFirstQuestionThatIsOpenAndGoesRound() {
        QuizTopic topic = control.topics().get(1);
        model.open(topic);
        assertEquals(0, asked().number());
        Question first = asked().question();
        first.answer().forEach(o -> model.choose(o, true));
        model.check();
        model.open(control.topics().getFirst());
        model.open(topic);
        assertEquals(1, asked().number());
        model.previous();
        model.previous();
        assertTrue(asked().last());
        model.next();
        assertEquals(first, asked().question());
        model.forget();
        assertEquals(0, right(topic));
        assertEquals(control.topics().getFirst(), asked().topic());
    }

    @Test
    void theOptionsAreShuffled() {
        goTo("acks-all-waits");
        List<Integer> before = asked().order();
        boolean other = false;
        for (int i = 0; i < 20 && !other; i++) {
            model.again();
            other = !asked().order().equals(before);
        }
        assertTrue(other);
    }

    @Test
    void aProofIsPlayedAndShownAtItsOwnQuestion() {
        goTo("acks-one-loss");
        model.choose(0, true);
        model.check();
        model.prove();
        assertEquals(List.of("leader-loss"), control.played);
        assertTrue(asked().proof().orElseThrow().supports());
        assertTrue(asked().checked(), "the answer is still there");
        assertEquals(Optional.empty(), model.progressProperty().get());

        model.again();
        model.choose(0, true);
        model.check();
        later = true;
        model.prove();
        model.next();
        work.remove().run();
        assertEquals(Optional.empty(), asked().proof(), "another question is at hand now");
        assertNotEquals("acks-one-loss", asked().question().id());
        assertTrue(control.said.getLast().contains("is over"), control.said::toString);
        model.previous();
        assertTrue(asked().proof().orElseThrow().supports(), "it waited for its own question");
        model.choose(0, true);
        assertTrue(asked().proof().isPresent());
    }

    @Test
    void nothingIsCancelledWhereNothingIsPlayed() {
        goTo("acks-one-loss");
        model.cancelProof();
        model.prove();
        assertEquals(List.of("leader-loss"), control.played);
    }

    @Test
    void aProofTellsHowFarItIsAndCanBeCancelled() {
        goTo("acks-one-loss");
        later = true;
        model.prove();
        assertTrue(model.progressProperty().get().isPresent());
        control.outcome = _ -> {
            control.progress.accept(new ScenarioProgress("Sending.", 0.4));
            model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0));
            assertEquals("Sending.", model.progressProperty().get().orElseThrow().words());
            model.prove();
            assertTrue(control.said.getLast().contains("A proof is being played"), control.said::toString);
            model.cancelProof();
            assertTrue(control.cancelled.getAsBoolean());
            throw new CancellationException();
        };
        work.remove().run();
        assertEquals(Optional.empty(), model.progressProperty().get());
        assertTrue(control.said.getLast().contains("cancelled"), control.said::toString);
        assertEquals(Optional.empty(), asked().proof());
    }

    @Test
    void whatStandsInTheWayIsSaidInWords() {
        goTo("acks-one-loss");
        control.obstacle = "The console is sending.";
        model.prove();
        assertEquals(List.of(), control.played);
        assertEquals("The console is sending.", control.said.getLast());
        control.obstacle = "";
        control.outcome = _ -> {
            throw new ScenarioException("The leader was not found.");
        };
        model.prove();
        assertEquals("The leader was not found.", control.said.getLast());
        assertEquals(Optional.empty(), model.progressProperty().get());
    }
}
