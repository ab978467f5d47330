package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.records.RecordStory.Story;
import ackscope.ui.shell.Theme;
import java.util.List;
import java.util.Map;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The timeline on the screen. */
@ExtendWith(ApplicationExtension.class)
class AttemptTimelineTest {
    private AttemptTimeline timeline;
    private Pane root;

    @Start
    void start(Stage stage) {
        timeline = new AttemptTimeline();
        timeline.node().setManaged(false);
        root = new Pane(timeline.node());
        Scene scene = new Scene(root, 900, 140);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(FxRobot robot, Story story, long afterMs, double width, double height) {
        robot.interact(() -> {
            timeline.node().resize(width, height);
            timeline.show(TimelineBuilder.of(story, Stories.BEGIN + afterMs));
            root.applyCss();
            root.layout();
        });
    }

    private List<Label> labels() {
        return timeline.node().getChildrenUnmodifiable().stream().filter(Label.class::isInstance).map(Label.class::cast)
                .filter(l -> l.isVisible() && !l.getText().isEmpty()).toList();
    }

    @Test
    void noTextMeetsAnotherOrIsCutInAnyCaseAtAnySize(FxRobot robot) {
        for (Map.Entry<String, Story> entry : Stories.all().entrySet()) {
            for (double width : List.of(320.0, 612.0, 690.0, 880.0)) {
                for (long now : List.of(4L, 4_080L, 7_990L)) {
                    show(robot, entry.getValue(), now, width, 60);
                    assertNoneCrossesTheEnd(entry.getKey() + " at " + width);
                    assertNoneMeet(labels(), entry.getKey() + " at " + width + " after " + now, width);
                }
            }
        }
    }

    private void assertNoneCrossesTheEnd(String where) {
        Node line = timeline.node().lookup(".timeline-give-up");
        for (Label label : labels()) {
            Bounds box = label.getBoundsInParent();
            assertFalse(line.isVisible() && label.getStyleClass().contains("timeline-text")
                    && box.getMinX() < line.getLayoutX() - 1 && box.getMaxX() > line.getLayoutX() + 3,
                    where + ": " + label.getText() + " crosses the end of the budget");
        }
    }

    @Test
    void thatABrokerHadItIsMarkedAndTheBudgetIsToldOnce(FxRobot robot) {
        show(robot, Stories.answersLostUntilTheEnd(), 60_000, 690, 90);
        assertTrue(texts().containsAll(List.of("in the log", "callback: TimeoutException", "all 2 s used")),
                texts().toString());
        assertFalse(texts().contains("2 s"), texts().toString());
    }

    private static void assertNoneMeet(List<Label> labels, String where, double width) {
        for (Label a : labels) {
            Bounds box = a.getBoundsInParent();
            assertTrue(box.getMinX() >= -1 && box.getMaxX() <= width + 1, where + ": " + a.getText());
            assertTrue(a.getWidth() >= a.prefWidth(-1) - 0.6, where + ": cut " + a.getText());
            for (Label b : labels) {
                Bounds other = b.getBoundsInParent();
                boolean meet = box.getMinX() < other.getMaxX() - 1 && box.getMaxX() > other.getMinX() + 1
                        && box.getMinY() < other.getMaxY() - 3 && box.getMaxY() > other.getMinY() + 3;
                assertFalse(!a.equals(b) && meet, where + ": " + a.getText() + " meets " + b.getText());
            }
        }
    }

    @Test
    void theBudgetStandsBelowAndBurnsDown(FxRobot robot) {
        show(robot, Stories.stillRetrying(), 4_080, 690, 90);
        assertTrue(texts().containsAll(List.of("4.08 s used", "3.92 s left", "give up", "8 s")), texts().toString());
        show(robot, Stories.stillRetrying(), 6_000, 690, 90);
        assertTrue(texts().containsAll(List.of("6 s used", "2 s left")), texts().toString());
    }

    @Test
    void aCutAxisAndAnOutcomeAreSaid(FxRobot robot) {
        show(robot, Stories.ackedAtOnce(), 60_000, 690, 90);
        assertTrue(texts().containsAll(List.of("axis cut, budget 2 min", "callback: acked", "9 ms used")),
                texts().toString());
        show(robot, Stories.blockedForGood(), 60_000, 690, 90);
        assertTrue(texts().containsAll(List.of("blocked in send() 3 s", "the delivery budget never started",
                "callback: TimeoutException")), texts().toString());
    }

    private List<String> texts() {
        return labels().stream().map(Label::getText).toList();
    }

    @Test
    void keysGoThroughTheTriesAndEachSpeaks(FxRobot robot) {
        show(robot, Stories.retriedThenAcked(), 60_000, 690, 90);
        assertEquals("2 tries, failed: no answer; acked. 212 ms of the delivery budget of 8 s used.",
                timeline.node().getAccessibleText());
        robot.interact(() -> timeline.node().requestFocus());
        robot.type(KeyCode.RIGHT);
        assertTrue(timeline.node().getAccessibleText().contains("the client never heard"),
                timeline.node().getAccessibleText());
        robot.type(KeyCode.RIGHT);
        robot.type(KeyCode.RIGHT);
        assertTrue(timeline.node().getAccessibleText().contains("nothing appended"),
                timeline.node().getAccessibleText());
        robot.type(KeyCode.ESCAPE);
        assertTrue(timeline.node().getAccessibleText().startsWith("2 tries"));
    }
}
