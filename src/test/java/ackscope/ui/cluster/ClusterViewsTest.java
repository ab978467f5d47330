package ackscope.ui.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** A topic is made by hand: wrong input first, then right. */
@ExtendWith(ApplicationExtension.class)
class NewTopicFormTest {
    private final FakeControl control = new FakeControl().with("orders", 6);
    private final List<String> said = new ArrayList<>();
    private ClusterViewModel model;

    @Start
    void start(Stage stage) {
        model = new ClusterViewModel(control, Background.sameThread(), said::add);
        model.receive(Views.batch(Views.allUp(), 0, Views.cameUp()));
        HBox bar = new HBox(new TopicButton(model).node());
        bar.getStyleClass().add("top-bar");
        Scene scene = new Scene(bar, 900, 600);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void wrongNameIsToldUnderItsFieldAndARightOneIsCreated(FxRobot robot) {
        robot.clickOn("#topic-button").clickOn("#new-topic").clickOn("#new-topic-name").write("my orders");
        robot.clickOn("#new-topic-create");
        assertEquals("A blank is not allowed in a topic's name. Letters a to z, digits, '.', '_' and '-' are.",
                model.newTopic().problem(NewTopicModel.Field.NAME).get());
        assertTrue(robot.lookup((javafx.scene.control.Label l) -> l.getText().startsWith("A blank is not allowed"))
                .tryQuery().isPresent());
        assertFalse(control.topics.containsKey("my orders"));
        robot.clickOn("#new-topic-name").push(KeyCode.CONTROL, KeyCode.A).write("my-orders");
        robot.clickOn("#new-topic-partitions").push(KeyCode.CONTROL, KeyCode.A).write("4").push(KeyCode.ENTER);
        assertEquals(4, control.topics.get("my-orders").partitions());
        assertEquals("my-orders", model.topicProperty().get());
        assertEquals("Topic my-orders was created and chosen.", said.getLast());
        assertFalse(robot.lookup("#new-topic-name").query().isVisible()
                && robot.lookup("#new-topic-name").query().getParent().getParent().isVisible());
    }
}
