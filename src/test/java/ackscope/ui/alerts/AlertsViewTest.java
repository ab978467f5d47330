package ackscope.ui.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.metrics.Alert;
import ackscope.core.metrics.AlertCondition;
import ackscope.core.metrics.Alerts;
import ackscope.ui.shell.Theme;
import java.util.OptionalLong;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The alerts under hand and keyboard. */
@ExtendWith(ApplicationExtension.class)
class AlertsViewTest {
    private final Alerts alerts = new Alerts(_ -> {
    });
    private final AlertsViewModel model = new AlertsViewModel(alerts);
    private TextField elsewhere;
    private AlertsView view;
    private TableView<AlertRow> table;
    private int broughtForward;

    @Start
    void start(Stage stage) {
        elsewhere = new TextField();
        view = new AlertsView(model, () -> broughtForward++);
        view.node().setPrefHeight(220);
        VBox root = new VBox(elsewhere, view.controls(), view.node(), view.notice());
        root.setAlignment(Pos.BOTTOM_CENTER);
        Scene scene = new Scene(root, 1300, 800);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    private static Alert standing(long id) {
        return AlertBellTest.alert(id, OptionalLong.empty());
    }

    private void receive(FxRobot robot, long nowMs, Alert... now) {
        robot.interact(() -> model.receive(AlertsViewModelTest.batch(nowMs, now)));
        table = robot.lookup("#alerts-table").queryTableView();
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.from(robot.lookup("#alert-detail").<Node>query()).lookup((Label l) -> words.equals(l.getText()))
                .tryQuery().isPresent();
    }

    @Test
    void theNewestIsShownInFullUntilAPersonChooses(FxRobot robot) {
        receive(robot, 5_000, standing(1));
        assertTrue(shows(robot, "evidence 1") && shows(robot, "cause 1") && shows(robot, "next 1"));
        receive(robot, 6_000, standing(2), standing(1));
        assertTrue(shows(robot, "cause 2"));
        robot.clickOn("Rule 1");
        assertTrue(shows(robot, "cause 1"));
        receive(robot, 7_000, standing(3), standing(2), standing(1));
        assertTrue(shows(robot, "cause 1"), "what a person reads is not taken away");
        assertEquals("Rule 1", table.getSelectionModel().getSelectedItem().alert().rule());
        receive(robot, 9_000, standing(3), standing(2), AlertBellTest.alert(1, OptionalLong.of(8_000)));
        assertTrue(shows(robot, "cleared after 7.0 s, raised " + ackscope.ui.base.Figures.clock(1_000)));
    }

    @Test
    void aTableThatWasHiddenAtFirstShowsStateTimesAndRuleUncut(FxRobot robot) {
        robot.interact(() -> {
            view.node().setVisible(false);
            view.node().resize(0, 0);
            view.node().layout();
            view.node().setVisible(true);
            view.node().getParent().requestLayout();
            view.node().getParent().layout();
        });
        receive(robot, 5_000, standing(1));
        robot.interact(() -> {
            table.getScene().getRoot().layout();
            table.layout();
        });
        table.getColumns().forEach(column -> assertTrue(column.getWidth() >= column.getPrefWidth(),
                column.getText() + " is " + column.getWidth() + " wide"));
        double all = table.getColumns().stream().mapToDouble(c -> c.getWidth()).sum();
        assertTrue(all <= table.getWidth() && all > table.getWidth() - 20, all + " of " + table.getWidth());
    }

    @Test
    void anAlertIsCopiedWithAllItsSentences(FxRobot robot) {
        receive(robot, 5_000, standing(1));
        robot.clickOn("Rule 1").push(KeyCode.CONTROL, KeyCode.C);
        String[] copied = {""};
        robot.interact(() -> copied[0] = Clipboard.getSystemClipboard().getString());
        assertTrue(copied[0].endsWith("Rule 1 (stands since 4 s)\nevidence 1\nCause: cause 1\nTry next: next 1"),
                copied[0]);
    }

    @Test
    void aChosenAlertThatIsOverIsToldInThePastAtOnce(FxRobot robot) {
        receive(robot, 5_000, standing(1));
        receive(robot, 6_000, new Alert(1, "Rule 1", false, "it was so", "it was 5", "keep calm", 1_000,
                OptionalLong.empty()));
        assertTrue(shows(robot, "it was so") && shows(robot, "it was 5") && shows(robot, "keep calm"));
        assertTrue(shows(robot, "Afterwards"));
        assertTrue(shows(robot, "over, and cleared if it stays so; stands for 5 s, raised "
                + ackscope.ui.base.Figures.clock(1_000)));
    }

    @Test
    void aRuleIsChangedByHandAndAWrongNumberIsToldUnderItsRow(FxRobot robot) {
        robot.clickOn("#alerts-rules");
        robot.clickOn("#rule-silence-threshold").push(KeyCode.CONTROL, KeyCode.A).write("9").push(KeyCode.ENTER);
        assertEquals(9, AlertsViewModelTest.threshold(alerts, AlertCondition.SILENCE));
        robot.clickOn("#rule-buffer_low-threshold").push(KeyCode.CONTROL, KeyCode.A).write("101").push(KeyCode.TAB);
        assertEquals(10, AlertsViewModelTest.threshold(alerts, AlertCondition.BUFFER_LOW));
        assertTrue(robot.lookup((Label l) -> "The threshold is from 0 to 100 %.".equals(l.getText())).tryQuery()
                .isPresent());
        robot.clickOn("#rule-buffer_low-reset");
        assertFalse(robot.lookup((Label l) -> "The threshold is from 0 to 100 %.".equals(l.getText())).tryQuery()
                .isPresent());
        robot.clickOn("#rule-errors-on");
        assertFalse(alerts.rules().getFirst().on());
        robot.clickOn("#rules-reset");
        assertEquals(new Alerts(_ -> {
        }).rules(), alerts.rules());
    }

    @Test
    void aNoticeLeavesFocusAndKeysWhereTheyAreAndAClickBringsTheAlertsForward(FxRobot robot) {
        robot.interact(() -> {
            view.node().setVisible(false);
            elsewhere.requestFocus();
        });
        receive(robot, 50_000, standing(1));
        Node notice = robot.lookup("#alert-notice").query();
        assertTrue(notice.isVisible());
        assertEquals(1, Window.getWindows().size(), "it lies over nothing");
        robot.write("still here").push(KeyCode.ENTER).write("!");
        assertEquals("still here!", elsewhere.getText());
        assertTrue(elsewhere.isFocused());
        assertEquals(0, broughtForward);
        robot.clickOn(notice);
        assertEquals(1, broughtForward);
        receive(robot, 57_000, standing(1));
        assertFalse(notice.isVisible(), "it goes by itself");
    }

    @Test
    void nothingIsToldWhileTheAlertsAreInSight(FxRobot robot) {
        receive(robot, 50_000, standing(1));
        assertFalse(robot.lookup("#alert-notice").query().isVisible());
    }
}
