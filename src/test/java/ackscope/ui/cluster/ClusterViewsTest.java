package ackscope.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The cluster's views under hand and keyboard. */
@ExtendWith(ApplicationExtension.class)
class ClusterViewsTest {
    private final FakeControl control = new FakeControl().with("orders", 6).with("payments", 3);
    private final List<String> said = new ArrayList<>();
    private ClusterViewModel model;

    @Start
    void start(Stage stage) {
        model = new ClusterViewModel(control, Background.sameThread(), said::add);
        HBox bar = new HBox(new ClusterButton(model).node(), new TopicButton(model).node());
        bar.getStyleClass().add("top-bar");
        Scene scene = new Scene(new VBox(new NodeStrip(model).node(), bar), 900, 600);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
        model.receive(Views.batch(Views.allUp(), 0, Views.cameUp()));
    }

    @Test
    void wrongNameIsToldUnderItsFieldAndARightOneIsCreated(FxRobot robot) {
        robot.clickOn("#topic-button").clickOn("#new-topic").clickOn("#new-topic-name").write("my orders");
        robot.clickOn("#new-topic-create");
        assertTrue(robot.lookup((Label l) -> l.getText().startsWith("A blank is not allowed.")).tryQuery().isPresent());
        assertFalse(control.topics.containsKey("my orders"));
        robot.clickOn("#new-topic-name").push(KeyCode.CONTROL, KeyCode.A).write("my-orders");
        robot.clickOn("#new-topic-partitions").push(KeyCode.CONTROL, KeyCode.A).write("4").push(KeyCode.ENTER);
        assertEquals(4, control.topics.get("my-orders").partitions());
        assertEquals("my-orders", model.topicProperty().get());
        assertEquals("Topic my-orders was created and chosen.", said.getLast());
    }

    @Test
    void topicIsFoundAndChosenByKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#topic-button").query().requestFocus());
        robot.push(KeyCode.SPACE).write("pay").push(KeyCode.ENTER);
        assertEquals("payments", model.topicProperty().get());
        assertTrue(robot.lookup("#topic-filter").tryQuery().isEmpty(), "the list closed");
    }

    @Test
    void leverIsPulledByKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#broker-2-menu").query().requestFocus());
        robot.push(KeyCode.SPACE).push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
        assertEquals(List.of("STOP 2"), control.asked.stream().filter(a -> a.endsWith(" 2")).toList());
    }
}
