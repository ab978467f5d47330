package ackscope.ui.quiz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.scenario.MadeUpPlays;
import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.nio.file.Path;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The quiz under hand. */
@ExtendWith(ApplicationExtension.class)
class QuizViewTest {
    @TempDir
    private Path folder;
    private FakeQuiz control;
    private QuizViewModel model;

    @Start
    void start(Stage stage) {
        control = new FakeQuiz(folder);
        model = new QuizViewModel(control, Background.sameThread(), control.said::add, new Random(1));
        Scene scene = new Scene(new QuizView(model).node(), 1100, 760);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    private void open(FxRobot robot, String id) {
        robot.interact(() -> {
            control.topics().stream().filter(t -> t.questions().stream().anyMatch(q -> q.id().equals(id)))
                    .forEach(model::open);
            while (!model.askedProperty().get().orElseThrow().question().id().equals(id)) {
                model.next();
            }
        });
    }

    @Test
    void aQuestionIsAnsweredExplainedAndProved(FxRobot robot) {
        open(robot, "acks-one-loss");
        assertTrue(robot.lookup("#quiz-check").queryAs(Button.class).isDisabled());
        robot.clickOn("#quiz-option-1");
        robot.clickOn("#quiz-check");
        assertEquals("Not quite.", text(robot, "#quiz-verdict"));
        assertTrue(robot.lookup("#quiz-option-1").queryAs(RadioButton.class).isDisabled());
        robot.clickOn("#quiz-prove");
        assertTrue(robot.lookup("Proved on real brokers just now.").tryQuery().isPresent());
        assertEquals(2, robot.lookup((Label l) -> l.getText().equals("measured: not so")).queryAll().size());
        assertEquals(1, robot.lookup((Label l) -> l.getText().equals("measured: so")).queryAll().size());
        assertEquals("", text(robot, "#quiz-last"));
        robot.clickOn("#quiz-again");
        assertEquals("not right the last time", text(robot, "#quiz-last"));
        robot.clickOn("#quiz-option-0");
        robot.clickOn("#quiz-check");
        assertEquals("Right.", text(robot, "#quiz-verdict"));
        robot.clickOn("#quiz-next");
        assertTrue(text(robot, "#quiz-question").startsWith("The same loss"), text(robot, "#quiz-question"));
    }

    @Test
    void aPlayThatDidNotComeOutAsPlannedProvesNothing(FxRobot robot) {
        open(robot, "acks-one-loss");
        control.outcome = MadeUpPlays::otherwise;
        robot.clickOn("#quiz-option-0");
        robot.clickOn("#quiz-check");
        robot.clickOn("#quiz-prove");
        assertFalse(robot.lookup("Proved on real brokers just now.").tryQuery().isPresent());
        assertTrue(robot.lookup((Label l) -> l.getText().contains("proves nothing")).tryQuery().isPresent());
    }

    @Test
    void choosingKeepsTheFocusAndAnOrderIsMovedByItsButtons(FxRobot robot) {
        open(robot, "acks-all-waits");
        RadioButton option = robot.lookup("#quiz-option-2").queryAs(RadioButton.class);
        robot.clickOn(option);
        assertTrue(option.isFocused(), "the page was not made anew");
        robot.type(KeyCode.ENTER);
        assertTrue(model.askedProperty().get().orElseThrow().checked());
        open(robot, "acks-order");
        for (int place = 0; place < 4; place++) {
            while (model.askedProperty().get().orElseThrow().order().indexOf(place) > place) {
                robot.clickOn("#quiz-up-" + place);
            }
        }
        robot.clickOn("#quiz-check");
        assertEquals("Right.", text(robot, "#quiz-verdict"));
    }
}
