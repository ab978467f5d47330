package ackscope.ui.base;

import static org.junit.jupiter.api.Assertions.assertEquals;

import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** No test is shown in the window of another. */
@ExtendWith(ApplicationExtension.class)
class FreshStageTest {
    private Stage stage;

    @Start
    void start(Stage stage) {
        this.stage = stage;
        stage.setScene(new Scene(new Pane(), 900, 500));
        stage.show();
    }

    @RepeatedTest(2)
    void theStageHasTheSizeOfItsSceneWhateverTheTestBeforeMadeOfIt(FxRobot robot) {
        assertEquals("900 x 500", (int) stage.getScene().getWidth() + " x " + (int) stage.getScene().getHeight());
        robot.interact(() -> {
            stage.setMinWidth(1000);
            stage.setWidth(320);
            stage.setHeight(200);
        });
    }
}
