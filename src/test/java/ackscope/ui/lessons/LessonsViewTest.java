package ackscope.ui.lessons;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.lesson.Lesson;
import ackscope.core.scenario.MadeUpPlays;
import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The lessons under hand. */
@ExtendWith(ApplicationExtension.class)
class LessonsViewTest {
    @TempDir
    private Path folder;
    private FakeLessons control;
    private LessonsViewModel model;

    @Start
    void start(Stage stage) {
        control = new FakeLessons(folder);
        model = new LessonsViewModel(control, Background.sameThread(), control.said::add);
        Scene scene = new Scene(new VBox(new LessonBar(model).node(), new LessonsView(model).node()), 1200, 900);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void open(FxRobot robot, String id) {
        robot.interact(() -> control.tracks().stream().flatMap(t -> t.lessons().stream())
                .filter(l -> l.id().equals(id)).forEach(model::open));
    }

    @Test
    void aLessonIsPredictedPlayedAndScored(FxRobot robot) {
        open(robot, "what-an-ack-promises");
        Button run = robot.lookup("#lesson-run").queryButton();
        assertTrue(run.isDisabled());
        assertEquals("Make your predictions first: 2 of 2 are missing.", lacking(robot));
        RadioButton choice = robot.lookup("#lesson-option-0-2").queryAs(RadioButton.class);
        robot.clickOn(choice);
        assertTrue(choice.isFocused(), "the page was not made anew");
        assertTrue(run.isDisabled());
        robot.clickOn("#lesson-option-1-2");
        assertEquals("", lacking(robot));
        assertFalse(robot.lookup("#lesson-bar").query().isVisible());
        robot.interact(run::fire);
        assertEquals("50 %", robot.lookup("#lesson-percent").queryAs(Label.class).getText());
        assertTrue(robot.lookup("#lesson-option-0-2").queryAs(RadioButton.class).isDisabled());
        assertEquals(2, robot.lookup((Label l) -> l.getText().equals("measured")).queryAll().size());
        assertEquals(1, robot.lookup((Label l) -> l.getText().equals("not so")).queryAll().size());
        assertTrue(robot.lookup("#lesson-standing").queryAs(Label.class).getText().startsWith("1 of"));
        robot.clickOn("#lesson-back");
        assertFalse(robot.lookup("#lesson-bar").query().isVisible());
        robot.interact(() -> robot.lookup("#lesson-next").queryButton().fire());
        assertEquals("The same loss with acks=0",
                robot.lookup("#lesson-title").queryAs(Label.class).getText());
    }

    private static String lacking(FxRobot robot) {
        return robot.lookup("#lesson-lacking").queryAs(Label.class).getText();
    }

    @Test
    void aCancelledLessonSaysThatItIsNotScoredInTheConsoleAndOnItsPage(FxRobot robot) {
        control.outcome = _ -> {
            throw new CancellationException();
        };
        open(robot, "failed-is-not-absent");
        robot.clickOn("#lesson-option-0-2");
        robot.interact(() -> robot.lookup("#lesson-run").queryButton().fire());
        assertEquals("not scored", robot.lookup("#lesson-percent").queryAs(Label.class).getText());
        assertTrue(robot.lookup("#lesson-progress").queryAs(Label.class).getText().endsWith("Not scored."));
        assertTrue(robot.lookup("#lesson-option-0-2").queryAs(RadioButton.class).isSelected());
        robot.clickOn("#lesson-back");
        assertFalse(robot.lookup("#lesson-bar").query().isVisible());
        robot.clickOn("#lesson-option-0-1");
        assertFalse(robot.lookup("#lesson-bar").query().isVisible(),
                "what is predicted meanwhile does not bring it back");
        assertFalse(robot.lookup("#lesson-run").queryButton().isDisabled());
    }

    @Test
    void onAnotherClusterNothingIsOfferedToBePlayed(FxRobot robot) {
        open(robot, "failed-is-not-absent");
        robot.clickOn("#lesson-option-0-2");
        robot.interact(control.cluster::leave);
        assertTrue(robot.lookup("#lesson-run").queryButton().isDisabled());
        robot.interact(() -> control.cluster.away().toLab());
        assertFalse(robot.lookup("#lesson-run").queryButton().isDisabled());
    }

    @Test
    void theOpenLessonIsInSightHoweverOneComesToIt(FxRobot robot) {
        robot.interact(() -> robot.lookup(".lessons").queryAs(Region.class).setMaxHeight(260));
        List<Lesson> all = control.tracks().stream().flatMap(t -> t.lessons().stream()).toList();
        assertFalse(inSight(robot, all.getLast()), "there is more than is seen");
        for (Lesson lesson : List.of(all.getLast(), all.getFirst(), all.get(all.size() / 2), all.getLast())) {
            open(robot, lesson.id());
            assertTrue(inSight(robot, lesson), lesson.id());
        }
        double place = scrolled(robot);
        open(robot, all.get(all.size() - 2).id());
        assertEquals(place, scrolled(robot), 1e-9, "what is seen anyway stays where it is");
    }

    private static double scrolled(FxRobot robot) {
        return robot.lookup(".lesson-tracks").queryAs(ScrollPane.class).getVvalue();
    }

    private static boolean inSight(FxRobot robot, Lesson lesson) {
        WaitForAsyncUtils.waitForFxEvents();
        Node entry = robot.lookup("#lesson-" + lesson.id()).query();
        ScrollPane list = robot.lookup(".lesson-tracks").queryAs(ScrollPane.class);
        Bounds entries = entry.localToScene(entry.getBoundsInLocal());
        Bounds lists = list.localToScene(list.getBoundsInLocal());
        return entries.getMinY() >= lists.getMinY() && entries.getMaxY() <= lists.getMaxY();
    }

    @Test
    void howFarANumberMayBeOffIsSaidBesideIt(FxRobot robot) {
        open(robot, "growing-waits");
        assertTrue(robot.lookup("counts in full if not more than 700 off, half up to 1,400").tryQuery().isPresent());
        open(robot, "acks-zero-never-fails");
        assertTrue(robot.lookup("to be exact").tryQuery().isPresent());
    }

    @Test
    void aNumberIsCheckedWhereItIsTyped(FxRobot robot) {
        open(robot, "acks-zero-never-fails");
        robot.clickOn("#lesson-option-1-2");
        robot.clickOn("#lesson-number-0").write("many");
        assertTrue(robot.lookup((Label l) -> l.isVisible() && l.getText().startsWith("Write a whole number"))
                .tryQuery().isPresent());
        assertTrue(robot.lookup("#lesson-run").queryButton().isDisabled());
        robot.eraseText(4).write("0");
        assertFalse(robot.lookup("#lesson-run").queryButton().isDisabled());
        robot.interact(() -> robot.lookup("#lesson-run").queryButton().fire());
        assertEquals("100 %", robot.lookup("#lesson-percent").queryAs(Label.class).getText());
    }

    @Test
    void aPlayThatCameOutOtherwiseIsSaidAndNotScored(FxRobot robot) {
        control.outcome = MadeUpPlays::otherwise;
        open(robot, "failed-is-not-absent");
        robot.clickOn("#lesson-option-0-2");
        robot.interact(() -> robot.lookup("#lesson-run").queryButton().fire());
        assertEquals("not scored", robot.lookup("#lesson-percent").queryAs(Label.class).getText());
        assertFalse(robot.lookup((Label l) -> l.getText().equals("measured")).tryQuery().isPresent());
        assertTrue(robot.lookup((Label l) -> l.getText().contains("was planned")).tryQuery().isPresent());
    }
}
