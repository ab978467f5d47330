package ackscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.Keys;
import ackscope.core.settings.Presets;
import ackscope.core.settings.SettingsRules;
import ackscope.ui.base.Background;
import atlantafx.base.controls.ToggleSwitch;
import atlantafx.base.theme.PrimerLight;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The form, the presets and the table of all settings, driven as a person does. */
@ExtendWith(ApplicationExtension.class)
final class DeliveryViewTest {
    /** The sheet looks up colours of the palette. */
    private static final boolean PALETTE = DeliveryViewTest.class.getResource("/assets/css/light.css") != null;

    @TempDir
    static Path folder;

    private SettingsViewModel model;
    private DeliveryView view;

    @Start
    void start(Stage stage) {
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        model = new SettingsViewModel(new SettingsRules(), Presets.builtIn().getFirst());
        PresetsViewModel presets = new PresetsViewModel(new Presets(folder), Background.sameThread());
        view = new DeliveryView(model, () -> {
        }, _ -> {
        });
        view.node().setPrefSize(300, 560);
        view.node().setMinWidth(300);
        VBox left = new VBox(new PresetView(model, presets).node(), view.node());
        Scene scene = new Scene(new HBox(left, new AllSettingsView(model).node()), 1200, 700);
        for (String sheet : List.of("light.css", "ackscope.css", "settings.css")) {
            Optional.ofNullable(DeliveryViewTest.class.getResource("/assets/css/" + sheet)).filter(_ -> PALETTE)
                    .ifPresent(
                            url -> scene.getStylesheets().add(url.toExternalForm()));
        }
        stage.setX(0);
        stage.setY(0);
        stage.setScene(scene);
        stage.show();
    }

    @Test
    void acksOneShowsANoteWhoseButtonTakesItBack(FxRobot robot) {
        robot.clickOn("#acks-1");
        assertEquals("1", model.settingsProperty().get().get(Keys.ACKS).orElseThrow());
        assertFalse(robot.lookup("#setting-enable-idempotence").queryAs(ToggleSwitch.class).isSelected());
        robot.clickOn("Set acks to all");
        assertTrue(model.problems().isEmpty());
        assertTrue(robot.lookup("#acks-all").queryAs(ToggleButton.class).isSelected());
        assertTrue(robot.lookup("#setting-enable-idempotence").queryAs(ToggleSwitch.class).isSelected());
    }

    @Test
    void aChosenSegmentStaysChosenWhenItIsClickedAgain(FxRobot robot) {
        robot.clickOn("#acks-0").clickOn("#acks-0");
        assertTrue(robot.lookup("#acks-0").queryAs(ToggleButton.class).isSelected());
    }

    @Test
    void aTypedValueCountsOnEnterAndIsGroupedAfterwards(FxRobot robot) {
        robot.clickOn("#setting-delivery-timeout-ms").write("45000").push(KeyCode.ENTER);
        assertEquals("45000", model.settingsProperty().get().get(Keys.DELIVERY_TIMEOUT).orElseThrow());
        robot.clickOn("#setting-linger-ms");
        assertEquals("45,000", robot.lookup("#setting-delivery-timeout-ms").queryAs(TextField.class).getText());
    }

    @Test
    void aValueBelowTheFloorShowsAnErrorUnderItsFieldAndTheRemedyCuresIt(FxRobot robot) {
        robot.clickOn("#setting-delivery-timeout-ms").write("100").push(KeyCode.TAB);
        assertFalse(model.applicableProperty().get());
        Node field = robot.lookup("#setting-delivery-timeout-ms").query();
        Labeled button = robot.lookup(".button").match(n -> ((Labeled) n).getText() != null && ((Labeled) n)
                .getText().equals("Set delivery.timeout.ms to 30,005")).queryAs(Labeled.class);
        assertTrue(bottom(button) > bottom(field) && bottom(button) - bottom(field) < 140);
        robot.clickOn(button);
        assertTrue(model.applicableProperty().get());
    }

    @Test
    void escapeTakesBackWhatWasNotCommitted(FxRobot robot) {
        robot.clickOn("#setting-linger-ms").write("77").push(KeyCode.ESCAPE).push(KeyCode.TAB);
        assertFalse(model.typedProperty().get().isSet(Keys.LINGER));
    }

    @Test
    void aPresetChangesTheFormAndUndoBringsItBack(FxRobot robot) {
        MenuItem safe = robot.lookup("#preset").queryAs(MenuButton.class).getItems().stream()
                .filter(i -> "preset-Safe".equals(i
                        .getId()))
                .findFirst().orElseThrow();
        robot.clickOn("#preset");
        robot.clickOn(safe.getGraphic());
        assertEquals("Safe", model.baseProperty().get().name());
        robot.clickOn("#acks-0");
        robot.clickOn("#settings-undo").clickOn("#settings-undo");
        assertEquals("Client's defaults", model.baseProperty().get().name());
        assertEquals(0, model.changes());
    }

    @Test
    void aSliderMovedByKeysSetsARoundValue(FxRobot robot) {
        Control slider = robot.lookup("#slider-delivery-timeout-ms").queryAs(Control.class);
        robot.interact(slider::requestFocus);
        robot.push(KeyCode.LEFT);
        long ms = Long.parseLong(model.typedProperty().get().get(Keys.DELIVERY_TIMEOUT).orElseThrow());
        assertTrue(ms < 120_000 && ms > 90_000 && ms % 1000 == 0, "" + ms);
    }

    @Test
    void searchingAllSettingsFindsEditsAndResets(FxRobot robot) {
        TableView<?> table = robot.lookup("#all-settings-table").queryTableView();
        assertEquals(119, table.getItems().size());
        robot.clickOn("#settings-search").write("nagle algorithm");
        assertEquals(1, table.getItems().size());
        robot.eraseText("nagle algorithm".length()).write("linger.ms nagle");
        assertEquals(1, table.getItems().size());
        Node cell = robot.lookup(".setting-value")
                .match(n -> ((Labeled) n).getText() != null && ((Labeled) n).getText().equals("5"))
                .query();
        robot.doubleClickOn(cell);
        robot.clickOn("#value-editor").write("33").push(KeyCode.ENTER);
        assertEquals("33", model.settingsProperty().get().get(Keys.LINGER).orElseThrow());
        robot.clickOn("#setting-reset");
        assertFalse(model.typedProperty().get().isSet(Keys.LINGER));
    }

    @Test
    void everyControlHasAnAccessibleText(FxRobot robot) {
        robot.clickOn("#more-settings");
        assertNotNull(view);
        check(view.node());
    }

    private static void check(Parent parent) {
        for (Node node : parent.getChildrenUnmodifiable()) {
            if (node instanceof Control control && control.isFocusTraversable() && control.getId() != null) {
                boolean words = control instanceof Labeled labeled && labeled.getText() != null
                        && !labeled.getText().isEmpty();
                assertTrue(words || (control.getAccessibleText() != null && !control.getAccessibleText().isEmpty()),
                        node::toString);
            }
            if (node instanceof Parent inner) {
                check(inner);
            }
        }
    }

    private static double bottom(Node node) {
        return node.localToScene(node.getBoundsInLocal()).getMaxY();
    }
}
