package ackscope.ui.drill;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.drill.DrillRunner.Phase;
import ackscope.core.fault.FaultGroup;
import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.shell.Theme;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The drill under hand. */
@ExtendWith(ApplicationExtension.class)
class DrillViewTest {
    @TempDir
    private Path folder;
    private final Queue<Runnable> work = new ArrayDeque<>();
    private FakeDrill control;
    private DrillViewModel model;
    private long now = 1_000;

    @Start
    void start(Stage stage) {
        control = new FakeDrill(folder);
        model = new DrillViewModel(control, new Background(work::add, Runnable::run), control.said::add,
                new Random(7), () -> now);
        work.remove().run();
        Scene scene = new Scene(new VBox(new DrillBar(model).node(), new DrillView(model).node()), 1200, 800);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void reach(Phase phase) {
        control.told.accept(phase);
        model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0));
    }

    private MenuItem answer(FxRobot robot, String fault) {
        return robot.lookup("#drill-answers").queryAs(MenuButton.class).getItems().stream()
                .flatMap(group -> ((Menu) group).getItems().stream())
                .filter(item -> item.getId().equals("drill-answer-" + fault)).findFirst().orElseThrow();
    }

    @Test
    void aCauseIsNamedAmongTheFiveGroups(FxRobot robot) {
        assertFalse(robot.lookup("#drill-bar").query().isVisible());
        robot.clickOn("#drill-begin");
        assertTrue(robot.lookup("#drill-bar").query().isVisible());
        assertTrue(robot.lookup("#drill-answers").query().isDisabled(), "it is being prepared");
        control.during = () -> reach(Phase.ACTING);
        robot.interact(() -> work.remove().run());
        // The fake is over at once, so that nothing is open any more: a second one is held in the middle.
        robot.interact(() -> control.during = () -> {
            reach(Phase.ACTING);
            assertFalse(robot.lookup("#drill-answers").query().isDisabled());
            answer(robot, model.causesProperty().get().stream().filter(c -> !c.equals(control.cause)).findFirst()
                    .orElseThrow().fault()).fire();
            assertTrue(robot.lookup("#drill-words").queryAs(Label.class).getText().contains("It cost 20 points"));
            assertTrue(robot.lookup("#drill-clock").queryAs(Label.class).getText().endsWith("80 points to be had"));
            answer(robot, control.cause.fault()).fire();
            assertFalse(robot.lookup("#drill-cancel").query().isVisible());
        });
        robot.interact(() -> {
            work.clear();
            model.begin();
            while (!work.isEmpty()) {
                work.remove().run();
            }
        });
        assertEquals("80 points", robot.lookup("#drill-points").queryAs(Label.class).getText());
        assertEquals(FaultGroup.values().length,
                robot.lookup("#drill-answers").queryAs(MenuButton.class).getItems().size());
        robot.clickOn("#drill-see");
        assertFalse(robot.lookup("#drill-bar").query().isVisible());
        assertEquals("drill", control.shown.getLast());
    }
}
