package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.SharedLab;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.drill.DrillCause;
import ackscope.core.drill.DrillFile;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.fault.ActiveFault;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.lab.AppFolders;
import ackscope.core.lab.Lab;
import ackscope.core.lab.Preferences;
import ackscope.ui.base.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleButton;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** A lesson and a drill gone through in the real window on a real lab cluster. */
@ExtendWith(ApplicationExtension.class)
class LearnIT {
    private static final long LIMIT_MS = 120_000;
    /** The drill's fault is a slow way to the leader then. */
    private static final String SEED = "40";

    @TempDir
    static Path folder;

    private Lab lab;
    private MainWindow window;
    private AppFolders folders;
    private final List<LabEvent> seen = new CopyOnWriteArrayList<>();
    private final List<ActiveFault> shown = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        lab = new Lab(folder.resolve("runs"), SharedLab.options());
        folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        Preferences sized = new Preferences(1, "light", List.of(0.0, 0.0, 1440.0, 900.0, 0.0), Map.of(), Map.of(),
                Map.of(), Map.of());
        System.setProperty(LearnModel.SEED, SEED);
        window = new MainWindow(stage, lab, Background.onFx(lab.work()), sized, folders, _ -> {
        });
        window.feed().add(batch -> {
            seen.addAll(batch.events());
            shown.addAll(batch.insight().faults());
        });
        window.show();
        lab.startLabCluster();
    }

    @AfterEach
    void close() {
        WaitForAsyncUtils.waitForAsyncFx(LIMIT_MS, window::close);
        lab.close();
        System.clearProperty(LearnModel.SEED);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> robot.lookup(id).queryAs(Button.class).fire());
    }

    private static void press(FxRobot robot, String title) {
        robot.interact(() -> robot.lookup((ToggleButton b) -> title.equals(b.getText())).queryAs(ToggleButton.class)
                .fire());
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(Node::isVisible).orElse(false);
    }

    @Test
    void aLessonIsTakenAndADrillGoneThrough(FxRobot robot) {
        SharedLab.await("Send to be offered", LIMIT_MS,
                () -> !robot.lookup("#send").queryAs(Button.class).isDisabled());
        press(robot, "Learn");
        robot.interact(() -> robot.lookup("#lesson-option-0-2").queryAs(RadioButton.class)
                .fire());
        fire(robot, "#lesson-run");
        SharedLab.await("the play to begin", LIMIT_MS, () -> lab.plays().running());
        assertTrue(visible(robot, "#records-table"), "the console shows it");
        SharedLab.await("the lesson's play to be over", LIMIT_MS,
                () -> !lab.plays().running() && !visible(robot, "#lesson-cancel"));
        fire(robot, "#lesson-back");
        SharedLab.await("the console to have its topic back", LIMIT_MS,
                () -> lab.cluster().view().topic().equals(Lab.FIRST_TOPIC) && lab.obstacle().isEmpty());
        assertEquals("100 %", robot.lookup("#lesson-percent").queryAs(Label.class).getText());
        assertTrue(Files.exists(folders.data().resolve("lessons.json")));

        press(robot, "Drill");
        shown.clear();
        seen.clear();
        fire(robot, "#drill-begin");
        SharedLab.await("a fault to act", LIMIT_MS, () -> lab.plays().running() && acting() > 0
                && !robot.lookup("#drill-answers").query().isDisabled());
        DrillCause cause = cause(lab.faults().orElseThrow().active().getFirst());
        SharedLab.await("a second of it", LIMIT_MS, () -> lab.faults().map(FaultBoard::active).orElseThrow().stream()
                .allMatch(f -> System.currentTimeMillis() - f.sinceMs() > 2_000));
        lab.connect(Connection.blank(ConnectionColour.RED));
        SharedLab.await("the refusal to leave the lab", LIMIT_MS, () -> seen.stream()
                .anyMatch(e -> e instanceof LogEvent told && told.text().equals(lab.leaveObstacle())));
        assertTrue(lab.isLab(), "what is played goes on where it began");
        assertEquals(List.of(), shown, "no panel is given its name");
        assertEquals(0, seen.stream().filter(FaultEvent.Injected.class::isInstance).count());
        robot.interact(() -> robot.lookup("#drill-answers").queryAs(MenuButton.class).getItems().stream()
                .flatMap(group -> ((Menu) group).getItems().stream())
                .filter(item -> item.getId().equals("drill-answer-" + cause.fault())).forEach(MenuItem::fire));
        assertTrue(visible(robot, "#drill-see"));
        SharedLab.await("everything to be healed", LIMIT_MS, () -> !lab.plays().running() && acting() == 0);
        SharedLab.await("the panels to be told", LIMIT_MS,
                () -> seen.stream().anyMatch(FaultEvent.Injected.class::isInstance));
        fire(robot, "#drill-see");
        assertTrue(robot.lookup("#drill-points").queryAs(Label.class).getText().matches("(100|9\\d) points"),
                () -> cause + ": " + robot.lookup("#drill-points").queryAs(Label.class).getText());
        assertTrue(Files.exists(folders.data().resolve("drills.json")));
    }

    private int acting() {
        return lab.faults().map(FaultBoard::active).map(List::size).orElse(0);
    }

    private static DrillCause cause(ActiveFault fault) {
        return DrillFile.builtIn().stream()
                .filter(c -> fault.title().startsWith(new FaultCatalogue().find(c.fault()).orElseThrow().title()))
                .findFirst().orElseThrow(() -> new AssertionError("no cause is called " + fault.title()));
    }
}
