package ackscope.ui.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.shell.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The transactions' panel under hand and keyboard, as low as it stands in a small window. */
@ExtendWith(ApplicationExtension.class)
class TransactionPanelTest {
    private final MadeUpTransactions made = new MadeUpTransactions();
    private final List<String> ids = new ArrayList<>();
    private final List<String> said = new ArrayList<>();
    private TransactionViewModel model;

    @Start
    void start(Stage stage) {
        model = new TransactionViewModel(made, ids::add, said::add);
        TransactionPanel panel = new TransactionPanel(model);
        panel.node().setPrefHeight(150);
        VBox root = new VBox(panel.controls(), panel.node());
        root.setAlignment(Pos.BOTTOM_CENTER);
        Scene scene = new Scene(root, 1232, 600);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        stage.requestFocus();
    }

    private void receive(FxRobot robot) {
        robot.interact(() -> model.receive(
                new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), made.nowMs)));
    }

    private static boolean lit(FxRobot robot, String state) {
        return robot.lookup((Label l) -> state.equals(l.getText())).<Label>query().getPseudoClassStates()
                .contains(PseudoClass.getPseudoClass("current"));
    }

    @Test
    void withoutAnIdOneIsSetFromHere(FxRobot robot) {
        receive(robot);
        robot.clickOn("#transactional-id").push(KeyCode.CONTROL, KeyCode.A).write("my-tx");
        robot.clickOn("#transactional-id-set");
        assertEquals(List.of("my-tx"), ids);
        assertTrue(robot.lookup("#transaction-begin").<Button>query().isDisabled());
        Node pane = robot.lookup("#transaction-producer").query();
        assertTrue(pane.localToScene(pane.getBoundsInLocal()).contains(
                robot.lookup("#transactional-id-set").<Button>query().localToScene(0, 24)),
                "in sight without scrolling");
    }

    @Test
    void theCurrentStateIsLitAndTheOfferedCallsAreMade(FxRobot robot) {
        robot.interact(() -> model.transactionalIdProperty().set("my-tx"));
        receive(robot);
        assertTrue(lit(robot, "No producer"));
        robot.clickOn("#transaction-begin");
        robot.interact(made::open);
        receive(robot);
        assertTrue(lit(robot, "In transaction"));
        assertFalse(lit(robot, "No producer"));
        robot.clickOn("#transaction-begin").clickOn("#transaction-abort").clickOn("#transaction-commit");
        assertEquals(List.of("BEGIN", "ABORT", "COMMIT"),
                made.asked.stream().filter(a -> a.equals(a.toUpperCase(java.util.Locale.ROOT))).toList());
        assertEquals("12 records · orders-0: 8, orders-3: 4",
                robot.lookup("#transaction-contents").<Label>query().getText());
    }

    @Test
    void aCallThatWaitsCanBeGivenUp(FxRobot robot) {
        made.picture("waiting");
        receive(robot);
        robot.clickOn("#transaction-cancel");
        assertTrue(made.asked.contains("cancel"));
    }

    @Test
    void afterAnErrorTheNextStepIsTheOnlyOneOffered(FxRobot robot) {
        made.picture("fatal");
        receive(robot);
        assertTrue(lit(robot, "Fatal error"));
        assertTrue(robot.lookup("#transaction-trouble").<Label>query().getText()
                .startsWith("InvalidTxnStateException. "));
        assertTrue(robot.lookup("#transaction-commit").<Button>query().isDisabled());
        robot.clickOn("#transaction-replace");
        assertTrue(made.asked.contains("REPLACE"));
    }

    @Test
    void theTwoReadersShowWhatIsAbortedAndHeldBackInOneOnly(FxRobot robot) {
        made.read();
        receive(robot);
        ListView<?> all = robot.lookup("#read-uncommitted").query();
        ListView<?> committed = robot.lookup("#read-committed").query();
        assertEquals(16, all.getItems().size());
        assertEquals(7, committed.getItems().size());
        assertTrue(robot.from(all).lookup((Label l) -> "held back".equals(l.getText())).tryQuery().isPresent());
        assertTrue(robot.from(committed).lookup((Label l) -> "held back".equals(l.getText()) && l.isVisible())
                .tryQuery().isEmpty());
        robot.clickOn("#readers-pause");
        assertEquals("pause true", made.asked.getLast());
    }

    @Test
    void anExperimentIsChosenFollowedAndClosed(FxRobot robot) {
        receive(robot);
        Node pane = robot.lookup("#experiment").query();
        assertFalse(pane.isVisible());
        robot.clickOn("#experiments").clickOn("Producer killed in mid-transaction");
        assertTrue(made.asked.contains("Producer killed in mid-transaction"));
        receive(robot);
        assertTrue(pane.isVisible());
        robot.clickOn("#experiment-cancel");
        assertEquals("cancel experiment", made.asked.getLast());
        robot.interact(() -> made.experiment(true));
        receive(robot);
        assertTrue(robot.lookup("#experiment-conclusion").<Label>query().getText().startsWith("8 offsets"));
        robot.clickOn("#experiment-close");
        assertFalse(pane.isVisible());
        receive(robot);
        assertFalse(pane.isVisible(), "a result that was closed does not come back by itself");
    }
}
