package ackscope.ui.runs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.run.MadeUpRuns;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page of runs under hand and keyboard. */
@ExtendWith(ApplicationExtension.class)
class RunsViewTest {
    @TempDir
    static Path folder;
    private final List<String> said = new ArrayList<>();
    private FakeRuns control;
    private RunsViewModel model;

    @Start
    void start(Stage stage) {
        control = new FakeRuns(folder.resolve("runs-" + System.nanoTime()));
        control.files().save(MadeUpRuns.lost());
        control.files().save(MadeUpRuns.safe());
        model = new RunsViewModel(control, Background.sameThread(), said::add);
        RunsView view = new RunsView(model);
        Scene scene = new Scene(view.node(), 1200, 760);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        model.receive(RunsViewModelTest.batch());
    }

    private static ListView<RunRecord> list(FxRobot robot) {
        return robot.lookup("#runs-list").queryListView();
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup((Label l) -> words.equals(l.getText())).tryQuery().isPresent();
    }

    @Test
    void theNewestRunIsShownInFullAndTwoChosenOnesSideBySide(FxRobot robot) {
        assertEquals(List.of(MadeUpRuns.safe()), model.chosenProperty().get());
        assertTrue(shows(robot, "What was done"));
        robot.clickOn("acks=1 under a leader loss");
        assertEquals(List.of(MadeUpRuns.lost()), model.chosenProperty().get());
        assertTrue(shows(robot, "50 lost"));
        robot.push(KeyCode.SHIFT, KeyCode.UP);
        assertEquals(List.of(MadeUpRuns.lost(), MadeUpRuns.safe()), model.chosenProperty().get());
        Label conclusion = robot.lookup("#runs-conclusion").query();
        assertEquals("With acks=all and min.insync.replicas=2 none of 50 was lost; with acks=1 all 50 were.",
                conclusion.getText());
        assertFalse(robot.lookup("#run-rename").tryQuery().isPresent(), "two runs have no one name");
    }

    @Test
    void aRunIsRenamedByKeyboard(FxRobot robot) {
        robot.clickOn("#run-rename");
        TextField name = robot.lookup("#run-name").query();
        assertTrue(name.isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("the safe one").push(KeyCode.ENTER);
        assertEquals("the safe one", list(robot).getItems().getFirst().name());
        robot.clickOn("#run-rename").push(KeyCode.ESCAPE);
        assertTrue(robot.lookup("#run-delete").tryQuery().isPresent(), "Escape leaves it as it is");
    }

    @Test
    void aScenarioOfARunIsGivenATitleAndItsFolderIsShown(FxRobot robot) {
        robot.clickOn("#run-export").clickOn("#run-as-scenario");
        TextField title = robot.lookup("#scenario-title").query();
        assertTrue(title.isFocused());
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Safe with acks all").push(KeyCode.ENTER);
        assertEquals(List.of("Safe with acks all"), control.kept.stream().map(RunRecord::name).toList());
        assertEquals("/scenarios/kept-1.json", robot.lookup("#scenario-file").<TextField>query().getText());
        robot.clickOn("#scenario-folder");
        assertEquals(List.of(Path.of("/scenarios")), control.shown);
        robot.clickOn("Done");
        assertTrue(robot.lookup("#run-rename").tryQuery().isPresent());
    }

    @Test
    void deletingAsksOnceAndCanBeCalledOff(FxRobot robot) {
        robot.clickOn("#run-delete").clickOn("Keep it");
        assertEquals(2, list(robot).getItems().size());
        robot.clickOn("#run-delete").clickOn("#run-delete-sure");
        assertEquals(List.of(MadeUpRuns.lost()), List.copyOf(list(robot).getItems()));
        assertEquals(List.of(MadeUpRuns.lost()), model.chosenProperty().get());
    }

    @Test
    void aTwinIsChosenAndRunAndEndsSideBySide(FxRobot robot) {
        robot.clickOn("#run-twin");
        assertTrue(shows(robot, "acks=1") && shows(robot, "acks=all"));
        robot.clickOn("#twin-start");
        assertEquals(2, model.chosenProperty().get().size());
        assertFalse(robot.lookup("#twin-start").tryQuery().isPresent(), "the pop-over is closed");
    }

    @Test
    void whatStandsInTheWayIsSaidInThePopOver(FxRobot robot) {
        control.obstacle = "The console is sending.";
        robot.clickOn("#run-twin");
        assertTrue(shows(robot, "The console is sending."));
        assertTrue(robot.lookup("#twin-start").<Button>query().isDisabled());
    }
}
