package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.Guarantee;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Point2D;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.robot.Motion;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TopBarTest {
    private final List<String> sent = new ArrayList<>();
    private final Label choice = new Label("orders");
    private TopBar bar;

    @Start
    void start(Stage stage) {
        bar = new TopBar(new Region(), List.of(choice), new SimpleObjectProperty<Guarantee>(), () -> sent.add("sent"));
        Scene scene = new Scene(bar.node(), 600, 60);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private static Optional<String> tooltip() {
        return Window.getWindows().stream().filter(w -> w instanceof Tooltip && w.isShowing())
                .map(w -> ((Tooltip) w).getText()).findFirst();
    }

    @Test
    void whatIsPlayedHasItsTopicInThePlaceOfTheConsolesChoices(FxRobot robot) {
        robot.interact(() -> bar.playing("leader-loss-a"));
        assertFalse(choice.isVisible());
        assertEquals("topic leader-loss-a", robot.lookup("#played-topic").queryAs(Label.class).getText());
        robot.interact(() -> bar.playing(""));
        assertTrue(choice.isVisible());
        assertTrue(robot.lookup("#played-topic").tryQuery().filter(n -> n.isVisible()).isEmpty());
    }

    @Test
    void whySendIsNotOfferedIsSaidWhereThePointerIs(FxRobot robot) throws Exception {
        Button send = robot.lookup("#send").queryAs(Button.class);
        robot.interact(() -> bar.offer(""));
        assertFalse(send.isDisabled());
        robot.clickOn(send);
        assertEquals(List.of("sent"), sent);
        robot.interact(() -> bar.offer("A drill goes on."));
        assertTrue(send.isDisabled());
        robot.clickOn(send);
        assertEquals(List.of("sent"), sent);
        robot.moveTo(bar.node(), Pos.CENTER_LEFT, Point2D.ZERO, Motion.DIRECT);
        robot.moveTo(send);
        WaitForAsyncUtils.waitFor(10, TimeUnit.SECONDS, () -> tooltip().isPresent());
        assertEquals(Optional.of("A drill goes on."), tooltip());
    }
}
