package ackscope.ui.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerView;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.FailureKind;
import ackscope.ui.shell.Theme;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The breaker's line and its panel under hand and keyboard. */
@ExtendWith(ApplicationExtension.class)
class BreakerRowTest {
    private final FakeBreaker breaker = new FakeBreaker();
    private BreakerViewModel model;

    @Start
    void start(Stage stage) {
        model = new BreakerViewModel(breaker);
        Region row = new BreakerRow(model).node();
        row.setMaxWidth(284);
        Region gap = new Region();
        gap.setPrefHeight(500);
        Scene scene = new Scene(new VBox(gap, row), 1200, 720);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    private void receive(FxRobot robot, BreakerView view) {
        robot.interact(() -> model.receive(BreakerViewModelTest.batch(view)));
    }

    private static boolean says(FxRobot robot, String words) {
        return robot.lookup((Label l) -> l.getText() != null && l.getText().contains(words) && l.isVisible())
                .tryQuery().isPresent();
    }

    @Test
    void itIsSwitchedOnInTheLineAndItsStateFitsThere(FxRobot robot) {
        robot.clickOn("#breaker-on");
        assertTrue(breaker.settings.on());
        for (BreakerView view : new BreakerView[]{BreakerViewModelTest.view(State.CLOSED, 0.26, 100, -1, -1, 0),
                BreakerViewModelTest.view(State.OPEN, 0.6, 100, 3_240, -1, 40),
                BreakerViewModelTest.view(State.HALF_OPEN, Double.NaN, 1, -1, 3, 40)}) {
            receive(robot, view);
            Label state = robot.lookup("#breaker-state").queryAs(Label.class);
            robot.interact(state.getParent()::layout);
            assertTrue(state.getWidth() >= Math.floor(state.prefWidth(-1)), state.getText() + " is cut");
        }
    }

    @Test
    void aSettingIsTypedAndAWrongOneIsToldWhereItStands(FxRobot robot) {
        robot.clickOn("#breaker-more");
        robot.clickOn("#breaker-open-ms").push(KeyCode.CONTROL, KeyCode.A).write("2000").push(KeyCode.ENTER);
        assertEquals(2_000, breaker.settings.openMs());
        robot.clickOn("#breaker-least").push(KeyCode.CONTROL, KeyCode.A).write("400").push(KeyCode.TAB);
        assertTrue(says(robot, "The window never holds 400 outcomes"));
        robot.clickOn("seconds");
        assertEquals(BreakerSettings.Window.TIME, breaker.settings.window());
        assertEquals(400, breaker.settings.least());
        robot.clickOn("#breaker-counts-not-retriable");
        assertTrue(breaker.settings.counted().contains(FailureKind.NOT_RETRIABLE));
        robot.clickOn("#breaker-reset");
        assertEquals(BreakerSettings.DEFAULTS, breaker.settings);
    }

    @Test
    void whatIsHeldIsReplayedOrThrownAwayOnlyAfterAQuestion(FxRobot robot) {
        robot.clickOn("#breaker-more");
        assertTrue(robot.lookup("#outbox-replay").queryAs(Button.class).isDisabled());
        receive(robot, BreakerViewModelTest.view(State.CLOSED, 0.1, 100, -1, -1, 40));
        robot.clickOn("#outbox-replay");
        assertEquals("replay 500.0", breaker.asked.getLast());
        robot.clickOn("#outbox-discard");
        assertTrue(says(robot, "Throw away 40 records? Each is reported failed."));
        robot.push(KeyCode.SPACE);
        assertFalse(says(robot, "Throw away 40 records?"), "Keep has the focus");
        assertFalse(breaker.asked.contains("discard"));
        robot.clickOn("#outbox-discard").clickOn("#outbox-discard-yes");
        assertEquals("discard", breaker.asked.getLast());
    }

    @Test
    void everyControlHasAnAccessibleText(FxRobot robot) {
        robot.clickOn("#breaker-more");
        check(robot.lookup("#breaker-sentence").<Node>query().getParent());
    }

    private static void check(Parent parent) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof Control control && control.isFocusTraversable()) {
                boolean words = control instanceof Labeled labeled && labeled.getText() != null
                        && !labeled.getText().isEmpty();
                assertTrue(words || control.getAccessibleText() != null, node::toString);
            }
            if (node instanceof Parent inner) {
                check(inner);
            }
        }
    }
}
