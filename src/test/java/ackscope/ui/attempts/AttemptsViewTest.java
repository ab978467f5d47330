package ackscope.ui.attempts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.BatchLife;
import ackscope.ui.base.Background;
import ackscope.ui.base.Lives;
import ackscope.ui.base.MadeUpLives;
import ackscope.ui.shell.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The table of attempts on the screen. */
@ExtendWith(ApplicationExtension.class)
class AttemptsViewTest {
    private static final long BEGIN = 1_700_000_000_000L;

    private final AttemptsViewModel model = new AttemptsViewModel(Background.sameThread());
    private final List<AttemptsViewModel.ChosenRecord> told = new ArrayList<>();
    private AttemptsView view;
    private TableView<Line> table;

    @Start
    void start(Stage stage) {
        view = new AttemptsView(model, _ -> {
        });
        model.onChosen(told::add);
        VBox.setVgrow(view.node(), javafx.scene.layout.Priority.ALWAYS);
        Scene scene = new Scene(new VBox(view.controls(), view.node()), 1232, 600);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private void take(FxRobot robot, List<BatchLife> lives) {
        robot.interact(() -> {
            model.receive(MadeUpLives.news(BEGIN, lives, 0, 20));
            model.receive(MadeUpLives.news(BEGIN, List.of(), 0, 20));
        });
        WaitForAsyncUtils.waitForFxEvents();
        table = robot.lookup("#attempts-table").query();
    }

    @Test
    void aBatchSpeaksOverTheWholeWidthAndItsTriesInCells(FxRobot robot) {
        take(robot, MadeUpLives.cases(1, BEGIN).subList(0, 2));
        Label summary = robot.lookup("acked after 2 tries").query();
        assertTrue(summary.isVisible());
        List<String> cells = robot.lookup(".table-cell").queryAll().stream().map(n -> ((IndexedCell<?>) n).getText())
                .toList();
        assertTrue(cells.contains("written, offset 212 (NONE)"), cells.toString());
        assertTrue(cells.contains("appended at 222 to 233"), cells.toString());
        assertTrue(cells.stream().anyMatch(c -> c != null && c.startsWith("appended at 212 to 221; the client never")),
                cells.toString());
        assertTrue(robot.lookup(".fault-chip").queryAll().stream()
                .anyMatch(n -> ((Label) n).getText().equals("drop answer")));
        Node row = robot.lookup(".attempts-row").nth(0).query();
        assertEquals("Batch 2, orders-1 · 12 records #222 to #233, acked at once", row.getAccessibleText());
    }

    @Test
    void whatIsChosenStaysChosenWhileBatchesComeAndGrow(FxRobot robot) {
        Lives life = Lives.of(1, 1, 2, 7, 3, BEGIN).answered(5, 4, "NOT_ENOUGH_REPLICAS", -1);
        take(robot, List.of(life.make()));
        robot.interact(() -> table.getSelectionModel().select(1));
        Line chosen = table.getSelectionModel().getSelectedItem();
        assertEquals(7, told.getFirst().id().number());
        take(robot, MadeUpLives.failing(50, 30, BEGIN));
        take(robot, List.of(life.answered(105, 4, "NONE", 7).make()));
        assertSame(chosen, table.getSelectionModel().getSelectedItem());
        assertSame(chosen, table.getItems().get(table.getSelectionModel().getSelectedIndex()));
        robot.clickOn("By time");
        WaitForAsyncUtils.waitForFxEvents();
        assertSame(chosen, table.getItems().get(table.getSelectionModel().getSelectedIndex()));
        assertEquals(1, told.size());
    }

    @Test
    void byTimeTheColumnsSort(FxRobot robot) {
        take(robot, MadeUpLives.cases(1, BEGIN));
        robot.clickOn("By time");
        WaitForAsyncUtils.waitForFxEvents();
        robot.interact(() -> table.getSortOrder().setAll(List.of(
                table.getColumns().stream().filter(c -> c.getText().equals("ms")).findFirst().orElseThrow())));
        List<Double> ms = table.getItems().stream().map(Line::content).filter(Content.Try.class::isInstance)
                .map(c -> ackscope.ui.base.AttemptWords.ms(((Content.Try) c).attempt())).toList();
        assertEquals(ms.stream().sorted().toList(), ms);
    }

    @Test
    void typingFilters(FxRobot robot) {
        take(robot, MadeUpLives.cases(1, BEGIN));
        robot.interact(view::focusSearch);
        robot.write("kill");
        robot.type(KeyCode.ENTER);
        robot.interact(() -> model.searchProperty().set("kill"));
        assertEquals(4, table.getItems().size());
        robot.clickOn("#attempts-failed");
        assertEquals(4, table.getItems().size());
    }
}
