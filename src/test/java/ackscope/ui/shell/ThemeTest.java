package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.Scene;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The theme on every control we use. */
@ExtendWith(ApplicationExtension.class)
class ThemeTest {
    private final List<String> warnings = new CopyOnWriteArrayList<>();
    private final Logger css = Logger.getLogger("javafx.css");
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord record) {
            warnings.add(record.getMessage());
        }

        @Override
        public void flush() {
        }

        @Override
        public void close() {
        }
    };
    private Theme theme;
    private Scene scene;

    @Start
    void start(Stage stage) {
        css.addHandler(listener);
        theme = new Theme();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        scene = new Scene(Gallery.root(), 1200, 760);
        theme.apply(scene);
        stage.setScene(scene);
        stage.setWidth(1200);
        stage.setHeight(760);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @AfterEach
    void stop() {
        css.removeHandler(listener);
    }

    @Test
    void noControlOfOursOrOfTheLibrariesMissesAColourInEitherTheme(FxRobot robot) {
        robot.interact(() -> theme.choiceProperty().set(Theme.Choice.DARK));
        robot.interact(() -> scene.getRoot().applyCss());
        assertEquals(List.of(), warnings);
    }

    @Test
    void theSceneBehindThePanelsChangesWithTheTheme(FxRobot robot) {
        Paint light = scene.getFill();
        robot.interact(theme::toggle);
        robot.interact(() -> scene.getRoot().applyCss());
        assertTrue(theme.darkProperty().get());
        assertNotEquals(light, scene.getFill());
    }

    @Test
    void theBundledFacesAreThere() {
        assertEquals("Roboto", Font.font("Roboto", 13).getFamily());
        assertEquals("Roboto Medium", Font.font("Roboto Medium", 13).getFamily());
        assertEquals("JetBrains Mono", Font.font("JetBrains Mono", 13).getFamily());
    }
}
