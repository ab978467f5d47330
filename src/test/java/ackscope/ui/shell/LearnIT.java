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
import ackscope.core.lesson.Lesson;
import ackscope.core.lesson.LessonFile;
import ackscope.ui.base.Background;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
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
    private static final int MOST_PREDICTIONS = 4;
    private static final long LOOKED_AT_MS = 8_000;
    /** {@code -Dlearn=all}: every lesson and every cause, in a quarter of an hour; wants {@code -Djunit.jupiter.execution.timeout.default=40m}. */
    private static final boolean ALL = "all".equals(System.getProperty("learn"));
    /** The first drill's fault is a slow way to the leader then. */
    private static final String SEED = "40";

    @TempDir
    static Path folder;

    private Lab lab;
    private Stage stage;
    private MainWindow window;
    private AppFolders folders;
    private final List<LabEvent> seen = new CopyOnWriteArrayList<>();
    private final List<ActiveFault> shown = new CopyOnWriteArrayList<>();

    @Start
    void start(Stage stage) {
        this.stage = stage;
        lab = new Lab(folder.resolve("runs"), SharedLab.options());
        folders = new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
        Preferences sized = new Preferences(1, "light", List.of(0.0, 0.0, 1440.0, 900.0, 0.0), Map.of(), Map.of(),
                Map.of(), Map.of());
        System.setProperty(LearnModel.SEED, ALL ? seedOfAllCauses() : SEED);
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
        press(robot, (ToggleButton b) -> title.equals(b.getText()));
    }

    private static void press(FxRobot robot, Predicate<ToggleButton> which) {
        robot.interact(() -> robot.lookup(which).queryAs(ToggleButton.class).fire());
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup(id).tryQuery().map(Node::isVisible).orElse(false);
    }

    @Test
    void aLessonIsTakenAndADrillGoneThrough(FxRobot robot) {
        SharedLab.await("Send to be offered", LIMIT_MS,
                () -> !robot.lookup("#send").queryAs(Button.class).isDisabled());
        press(robot, "Learn");
        assertEquals("100 %", takeTheFirst(robot));
        assertTrue(Files.exists(folders.data().resolve("lessons.json")));
        List<String> others = ALL ? lessons().skip(1).toList() : List.of();
        List<String> open = new ArrayList<>();
        for (String lesson : others) {
            String percent = take(robot, lesson);
            System.out.println("lesson " + lesson + ": " + percent);
            if (!percent.matches("\\d+ %")) {
                open.add(lesson);
            }
        }
        assertEquals(List.of(), open, "lessons that were not scored");
        press(robot, "Drill");
        for (int drill = 0; drill < (ALL ? DrillFile.builtIn().size() : 1); drill++) {
            goThroughADrill(robot);
        }
        assertTrue(Files.exists(folders.data().resolve("drills.json")));
    }

    /** One that draws each cause once, as {@code DrillViewModel} draws them. */
    private static String seedOfAllCauses() {
        int causes = DrillFile.builtIn().size();
        return LongStream.range(0, Long.MAX_VALUE).filter(seed -> {
            Random chance = new Random(seed);
            return IntStream.range(0, causes).map(_ -> {
                int cause = chance.nextInt(causes);
                chance.nextLong(6_000, 14_000);
                chance.nextLong();
                return cause;
            }).distinct().count() == causes;
        }).mapToObj(Long::toString).findFirst().orElseThrow();
    }

    private static Stream<String> lessons() {
        return LessonFile.builtIn().stream().flatMap(track -> track.lessons().stream()).map(Lesson::id);
    }

    /** With the answer that is right. */
    private String takeTheFirst(FxRobot robot) {
        robot.interact(() -> robot.lookup("#lesson-option-0-2").queryAs(RadioButton.class).fire());
        return play(robot, lessons().findFirst().orElseThrow());
    }

    /** With the first answer of each choice, and 1 for each number. */
    private String take(FxRobot robot, String lesson) {
        press(robot, (ToggleButton b) -> ("lesson-" + lesson).equals(b.getId()));
        WindowPicture.ifWanted(robot, stage, "lesson-" + lesson + "-1");
        for (int i = 0; i < MOST_PREDICTIONS; i++) {
            String option = "#lesson-option-" + i + "-0";
            String number = "#lesson-number-" + i;
            robot.interact(() -> {
                robot.lookup(option).tryQueryAs(RadioButton.class).ifPresent(RadioButton::fire);
                robot.lookup(number).tryQueryAs(TextField.class).ifPresent(field -> field.setText("1"));
            });
        }
        return play(robot, lesson);
    }

    private String play(FxRobot robot, String lesson) {
        fire(robot, "#lesson-run");
        SharedLab.await("the play of " + lesson + " to begin", LIMIT_MS, () -> lab.plays().running());
        assertTrue(visible(robot, "#records-table"), "the console shows it");
        SharedLab.await("the settings of " + lesson + " to be shown", LIMIT_MS,
                () -> visible(robot, "#played-settings"));
        assertTrue(lab.plays().sinceMs().orElse(Long.MAX_VALUE) <= System.currentTimeMillis(), "it began before now");
        SharedLab.await("the play of " + lesson + " to be over", LIMIT_MS,
                () -> !lab.plays().running() && !visible(robot, "#lesson-cancel"));
        assertTrue(lab.plays().sinceMs().isEmpty());
        SharedLab.await("the console's own settings to be back", LIMIT_MS, () -> !visible(robot, "#played-settings"));
        assertTrue(lab.audits().report().isPresent(), "what the log said can be looked at");
        WindowPicture.ifWanted(robot, stage, "lesson-" + lesson + "-2");
        fire(robot, "#lesson-back");
        SharedLab.await("the console to have its topic back", LIMIT_MS,
                () -> lab.cluster().view().topic().equals(Lab.FIRST_TOPIC) && lab.obstacle().isEmpty());
        WindowPicture.ifWanted(robot, stage, "lesson-" + lesson + "-3");
        return robot.lookup("#lesson-percent").queryAs(Label.class).getText();
    }

    private void goThroughADrill(FxRobot robot) {
        shown.clear();
        seen.clear();
        fire(robot, "#drill-begin");
        SharedLab.await("a fault to act", LIMIT_MS, () -> lab.plays().running() && acting() > 0
                && !robot.lookup("#drill-answers").query().isDisabled());
        DrillCause cause = cause(lab.faults().orElseThrow().active().getFirst());
        SharedLab.await("a while of it", LIMIT_MS, () -> lab.faults().map(FaultBoard::active).orElseThrow().stream()
                .allMatch(f -> System.currentTimeMillis() - f.sinceMs() > (ALL ? LOOKED_AT_MS : 2_000)));
        lab.connect(Connection.blank(ConnectionColour.RED));
        SharedLab.await("the refusal to leave the lab", LIMIT_MS, () -> seen.stream()
                .anyMatch(e -> e instanceof LogEvent told && told.text().equals(lab.leaveObstacle())));
        assertTrue(lab.isLab(), "what is played goes on where it began");
        assertEquals(List.of(), shown, "no panel is given its name");
        assertEquals(0, seen.stream().filter(FaultEvent.Injected.class::isInstance).count());
        WindowPicture.ifWanted(robot, stage, "drill-" + cause.fault());
        robot.interact(() -> robot.lookup("#drill-answers").queryAs(MenuButton.class).getItems().stream()
                .flatMap(group -> ((Menu) group).getItems().stream())
                .filter(item -> item.getId().equals("drill-answer-" + cause.fault())).forEach(MenuItem::fire));
        assertTrue(visible(robot, "#drill-see"));
        SharedLab.await("everything to be healed", LIMIT_MS, () -> !lab.plays().running() && acting() == 0);
        SharedLab.await("the panels to be told", LIMIT_MS,
                () -> seen.stream().anyMatch(FaultEvent.Injected.class::isInstance));
        fire(robot, "#drill-see");
        WindowPicture.ifWanted(robot, stage, "drill-" + cause.fault() + "-verdict");
        String points = robot.lookup("#drill-points").queryAs(Label.class).getText();
        System.out.println("drill " + cause.fault() + ": " + points);
        assertTrue(points.matches((ALL ? "\\d+" : "(100|9\\d)") + " points"), () -> cause + ": " + points);
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
