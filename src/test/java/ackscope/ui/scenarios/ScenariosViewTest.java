package ackscope.ui.scenarios;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The pop-over of scenarios by keys alone. */
@ExtendWith(ApplicationExtension.class)
class ScenariosViewTest {
    @TempDir
    private Path folder;
    private FakeScenarios control;
    private ScenariosViewModel model;
    private final Deque<Runnable> work = new ArrayDeque<>();
    private TextField behind;

    @Start
    void start(Stage stage) {
        control = new FakeScenarios(folder);
        model = new ScenariosViewModel(control, new Background(this::work, Runnable::run), _ -> {
        });
        behind = new TextField();
        VBox root = new VBox(new ScenariosView(model).node(), new ScenarioBar(model).node(), behind);
        Scene scene = new Scene(root, 900, 700);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    /** A play waits for the test, a look into a folder does not. */
    private void work(Runnable todo) {
        if (model != null && model.progressProperty().get().isPresent()) {
            work.add(todo);
        } else {
            todo.run();
        }
    }

    private static String focused() {
        return Window.getWindows().stream().filter(PopupWindow.class::isInstance)
                .map(w -> w.getScene().getFocusOwner()).map(n -> n == null ? "" : String.valueOf(n.getId()))
                .collect(Collectors.joining(" "));
    }

    @Test
    void tabGoesRoundInThePopOverBeforeDuringAndAfterAPlay(FxRobot robot) {
        robot.clickOn("#play-scenario");
        assertEquals("scenario-choice", focused());
        robot.push(KeyCode.TAB);
        assertEquals("scenario-play", focused());
        robot.push(KeyCode.SPACE);
        assertEquals(1, work.size());
        assertEquals(List.of("console"), control.shown);
        assertEquals("", focused(), "it is played in the console, and the pop-over makes room");
        robot.clickOn("#play-scenario");
        List<String> during = tab(robot);
        robot.interact(() -> work.remove().run());
        List<String> after = tab(robot);
        assertTrue(during.contains("scenario-cancel"), during::toString);
        assertTrue(after.contains("scenario-play") && after.contains("scenario-choice"), after::toString);
        assertFalse(behind.isFocused(), "the window behind has it");
    }

    @Test
    void theBarNamesWhatIsPlayedAndTellsWhatCameOfItUntilItIsClosed(FxRobot robot) {
        Region bar = robot.lookup("#scenario-bar").query();
        assertFalse(bar.isVisible());
        robot.interact(() -> {
            model.refresh();
            model.play();
        });
        assertTrue(bar.isVisible());
        assertTrue(robot.lookup("#scenario-bar-cancel").query().isVisible());
        assertTrue(robot.lookup((Label l) -> l.getText().equals("Scenario: acks=1 and acks=all under the same leader"
                + " loss")).tryQuery().isPresent());
        robot.interact(() -> work.remove().run());
        assertEquals("It came out as expected, in 6.4 s.",
                robot.lookup("#scenario-bar-progress").<Label>query().getText());
        robot.clickOn("#scenario-more");
        assertEquals(List.of("console", "scenarios"), control.shown);
        robot.clickOn("#scenario-close");
        assertFalse(bar.isVisible());
    }

    @Test
    void ofWhatWasNotPlayedToItsEndTheBarTellsWhyAndNotThatItFailed(FxRobot robot) {
        control.play = (_, _) -> {
            throw new CancellationException();
        };
        robot.interact(() -> {
            model.refresh();
            model.play();
        });
        robot.interact(() -> work.remove().run());
        Label told = robot.lookup("#scenario-bar-progress").query();
        assertTrue(told.getText().contains("cancelled"), told::getText);
        assertFalse(told.getStyleClass().contains("text-failed"));
        assertFalse(robot.lookup("#scenario-more").query().isVisible());
        assertTrue(robot.lookup("#scenario-close").query().isVisible());
    }

    @Test
    void tabInTheListOfScenariosStaysInThePopOver(FxRobot robot) {
        robot.clickOn("#play-scenario");
        robot.clickOn("#scenario-choice");
        robot.write("backoff");
        robot.push(KeyCode.DOWN);
        robot.push(KeyCode.TAB);
        List<String> way = tab(robot);
        assertTrue(way.contains("scenario-play"), way::toString);
        assertFalse(behind.isFocused(), "the window behind has it");
    }

    private List<String> tab(FxRobot robot) {
        List<String> way = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            way.add(focused());
            robot.push(KeyCode.TAB);
        }
        return way;
    }
}
