package ackscope.ui.connections;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.base.Background;
import ackscope.ui.shell.Theme;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The page of connections under hand and keyboard. */
@ExtendWith(ApplicationExtension.class)
class ConnectionsViewTest {
    @TempDir
    static Path folder;
    private final List<String> said = new ArrayList<>();
    private FakeConnections control;
    private ConnectionsViewModel model;

    @Start
    void start(Stage stage) {
        control = new FakeConnections(folder.resolve("config-" + System.nanoTime()));
        model = new ConnectionsViewModel(control, Background.sameThread(), said::add);
        Scene scene = new Scene(new ConnectionsView(model).node(), 1200, 900);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    private static boolean shows(FxRobot robot, String words) {
        return robot.lookup((Label l) -> l.getText().contains(words) && l.isVisible()).tryQuery().isPresent();
    }

    private static boolean visible(FxRobot robot, String id) {
        return robot.lookup((Node n) -> id.equals(n.getId()) && n.isVisible()).tryQuery().isPresent();
    }

    private void compose(FxRobot robot) {
        robot.clickOn("#connection-new");
        robot.write("Staging");
        robot.clickOn("#connection-servers").write("kafka.example.com:9093");
        robot.interact(() -> robot.lookup("#connection-properties").queryAs(TextArea.class)
                .setText("security.protocol=SASL_SSL\nsasl.mechanism=PLAIN\nsasl.jaas.config=secret words;"));
    }

    @Test
    void aNewConnectionIsTypedSavedAndUsed(FxRobot robot) {
        assertTrue(shows(robot, "No connections yet."));
        compose(robot);
        robot.clickOn("#colour-red").clickOn("#connection-save");
        ListView<?> list = robot.lookup("#connections-list").queryListView();
        assertEquals(1, list.getItems().size());
        assertEquals(0, list.getSelectionModel().getSelectedIndex());
        assertFalse(robot.lookup("#connection-properties").queryAs(TextArea.class).getText().contains("secret words"));
        assertTrue(shows(robot, "Not saved, and asked for again after the next start: sasl.jaas.config"));
        robot.clickOn("#connection-use");
        assertEquals(List.of("use Staging"), control.asked);
        assertFalse(visible(robot, "connections-lab"));
        robot.interact(() -> model.receive(ConnectionsViewModelTest.batch()));
        assertTrue(shows(robot, "in use"));
        robot.clickOn("#connections-lab");
        assertEquals("use lab", control.asked.getLast());
    }

    @Test
    void theStepsOfATestStandBelowWithWhatToChange(FxRobot robot) {
        compose(robot);
        robot.clickOn("#connection-test");
        robot.interact(() -> model.receive(ConnectionsViewModelTest.batch()));
        assertTrue(shows(robot, "did not accept the log-in"));
        assertTrue(shows(robot, "Check sasl.mechanism"));
        assertTrue(shows(robot, "112 ms"));
        assertFalse(visible(robot, "connection-test-cancel"));
    }

    @Test
    void aProblemStandsUnderItsField(FxRobot robot) {
        robot.clickOn("#connection-new");
        robot.clickOn("#connection-servers").write("kafka.example.com");
        assertTrue(shows(robot, "Write host:port"));
        robot.clickOn("#connection-use");
        assertEquals(List.of(), control.asked);
    }

    @Test
    void deletingAsksFirst(FxRobot robot) {
        compose(robot);
        robot.clickOn("#connection-save").clickOn("#connection-delete").clickOn("#connection-keep");
        assertEquals(1, model.connections().size());
        robot.clickOn("#connection-delete").clickOn("#connection-delete-sure");
        assertEquals(0, model.connections().size());
        assertTrue(shows(robot, "No connections yet."));
    }

    @Test
    void theWordsSayWhereRememberedPasswordsGo(FxRobot robot) {
        compose(robot);
        robot.clickOn("#connection-remember");
        assertTrue(shows(robot, "only you can read"));
        assertTrue(robot.lookup("#connection-name").queryAs(TextField.class).getText().equals("Staging"));
    }

    @Test
    void aDamagedFileOfPasswordsIsShownAndDeletedOnceItIsAsked(FxRobot robot) throws Exception {
        assertFalse(visible(robot, "connections-damaged"));
        Path damaged = control.files().secretsFile().resolveSibling("connection-secrets.json.damaged");
        Files.createDirectories(damaged.getParent());
        Files.writeString(damaged, "{");
        compose(robot);
        robot.clickOn("#connection-save");
        assertTrue(shows(robot, damaged.toString()));
        assertFalse(visible(robot, "connections-damaged-sure"));
        robot.clickOn("#connections-damaged-delete");
        assertTrue(shows(robot, "Delete this file for good, with the passwords in it? " + damaged));
        assertTrue(robot.lookup("#connections-damaged-keep").query().isFocused());
        robot.clickOn("#connections-damaged-keep");
        assertTrue(Files.exists(damaged));
        assertTrue(shows(robot, "set aside: " + damaged));
        robot.clickOn("#connections-damaged-delete").clickOn("#connections-damaged-sure");
        assertFalse(visible(robot, "connections-damaged"));
        assertFalse(Files.exists(damaged));
    }
}
