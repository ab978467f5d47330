package ackscope.ui.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.FaultKind;
import ackscope.core.fault.Trigger;
import ackscope.core.fault.TriggerKind;
import ackscope.core.fault.WireFault;
import ackscope.core.wire.Interference.Action;
import ackscope.ui.base.Background;
import ackscope.ui.faults.CatalogueModel.Row;
import ackscope.ui.shell.Theme;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.geometry.Insets;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** Faults under hand and keyboard. */
@ExtendWith(ApplicationExtension.class)
class FaultsViewTest {
    private final FakeFaults board = new FakeFaults();
    private final List<String> said = new ArrayList<>();
    private FaultsViewModel model;

    @Start
    void start(Stage stage) {
        model = new FaultsViewModel(board, Background.sameThread(), said::add);
        HBox strip = new HBox(new FaultsMenu(model).node(), new QuickBar(model).node(), new HealBar(model).node());
        strip.getStyleClass().add("strip");
        Region above = new Region();
        above.setMinHeight(520);
        Scene scene = new Scene(new VBox(above, strip), 1100, 600);
        new Theme().apply(scene);
        stage.setX(0);
        stage.setY(0);
        stage.setWidth(1100);
        stage.setHeight(600);
        stage.setScene(scene);
        stage.show();
        model.acksProperty().set("all");
        model.receive(board.after(125));
    }

    @Test
    void aFaultIsSetInTheStripSeenActiveAndUndone(FxRobot robot) {
        robot.clickOn("After append").clickOn("#quick-action").clickOn("#quick-answer-reset");
        robot.clickOn("#quick-details");
        robot.interact(() -> robot.lookup("#quick-form-trigger").<ComboBox<TriggerKind>>query()
                .setValue(TriggerKind.NEXT));
        robot.clickOn("#quick-form-trigger-count").push(KeyCode.CONTROL, KeyCode.A).write("5");
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#quick-inject");
        WireFault fault = (WireFault) board.injected.getFirst();
        assertEquals(new Action.Reset(), fault.action());
        assertEquals(Place.ANSWER, fault.place());
        assertEquals(Trigger.next(5), fault.trigger());
        assertFalse(robot.lookup("#faults-active").queryButton().isVisible());
        tick(robot);
        assertEquals("1 active", robot.lookup("#faults-active").queryButton().getText());
        robot.clickOn("#faults-active").clickOn("#undo-1");
        tick(robot);
        assertEquals(List.of(), board.active);
        assertFalse(robot.lookup("#faults-active").queryButton().isVisible());
    }

    @Test
    void thePopOverStaysInTheWindow(FxRobot robot) {
        Node details = robot.lookup("#quick-details").query();
        robot.interact(() -> ((Region) details.getParent().getParent()).setPadding(new Insets(0, 0, 0, 200)));
        robot.clickOn(details);
        Node pane = robot.lookup("#quick-form-inject").query().getParent().getParent();
        double left = details.localToScreen(details.getBoundsInLocal()).getMinX();
        double right = pane.localToScreen(pane.getBoundsInLocal()).getMaxX();
        assertTrue(left + FaultPane.WIDTH > 1100, "it would not have had room: " + left);
        assertTrue(right <= 1100 && right > 1000, "its right edge is at " + right);
    }

    @Test
    void theCatalogueIsSearchedAndFilledInByKeyboard(FxRobot robot) {
        robot.interact(() -> robot.lookup("#faults-menu").query().requestFocus());
        robot.push(KeyCode.SPACE).write("throttle").push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("9k").push(KeyCode.ENTER);
        assertEquals(new Action.Throttle(9_000), ((WireFault) board.injected.getFirst()).action());
        assertTrue(said.getLast().startsWith("Throttle the request to 9000 bytes/s (all brokers) acts now. "),
                said.getLast());
        assertFalse(robot.lookup("#catalogue-inject").tryQuery().isPresent(), "the pop-over is closed");
    }

    @Test
    void everyKindIsShownWithItsWordsAndAControlForEachParameter(FxRobot robot) {
        robot.clickOn("#faults-menu");
        ListView<Row> list = robot.lookup("#fault-list").query();
        Set<FaultKind> shown = new HashSet<>();
        for (Row row : List.copyOf(list.getItems())) {
            if (row instanceof Row.Entry(FaultKind kind)) {
                robot.interact(() -> list.getSelectionModel().select(row));
                List<String> texts = robot.lookup(n -> n instanceof Label).queryAllAs(Label.class).stream()
                        .map(Label::getText).toList();
                assertTrue(texts.containsAll(List.of(kind.does(), kind.expect(), FaultPane.capital(kind.title()))),
                        kind.id());
                kind.parameters(model.contextProperty().get().orElseThrow()).forEach(p -> assertTrue(
                        robot.lookup("#catalogue-" + p.id()).tryQuery().isPresent(), kind.id() + " " + p.id()));
                shown.add(kind);
            }
        }
        assertEquals(Set.copyOf(board.catalogue().kinds()), shown);
    }

    @Test
    void whatIsMarkedInTheListIsWhatIsShownThroughEverySearch(FxRobot robot) {
        robot.clickOn("#faults-menu");
        ListView<Row> list = robot.lookup("#fault-list").query();
        for (String search : List.of("delay", "replace the answer", "broker", "delete and", "", "quota", "kill")) {
            robot.interact(() -> model.catalogue().searchProperty().set(search));
            FaultKind chosen = model.catalogue().chosenProperty().get();
            assertEquals(new Row.Entry(chosen), list.getSelectionModel().getSelectedItem(), search);
            assertTrue(robot.lookup(".section-title").queryAllAs(Label.class).stream()
                    .anyMatch(l -> l.getText().equals(FaultPane.capital(chosen.title()))), search);
        }
        robot.interact(() -> model.catalogue().searchProperty().set("zzz"));
        assertFalse(offered(robot, "#catalogue-inject"), "nothing found, nothing to inject");
        robot.interact(() -> model.catalogue().searchProperty().set("kill"));
        robot.clickOn("Kill the controller");
        assertEquals("controller-kill", model.catalogue().chosenProperty().get().id());
    }

    @Test
    void aTopicIsDeletedOnlyAfterAQuestion(FxRobot robot) {
        robot.clickOn("#faults-menu").write("delete and recreate").clickOn("#catalogue-inject");
        assertEquals(List.of(), board.injected);
        assertTrue(robot.lookup("#catalogue-keep").queryButton().isFocused());
        robot.clickOn("#catalogue-keep");
        assertFalse(offered(robot, "#catalogue-delete"));
        robot.doubleClickOn("#catalogue-inject").clickOn("#catalogue-inject");
        assertEquals(List.of(), board.injected);
        robot.push(KeyCode.ESCAPE).clickOn("#faults-menu");
        assertFalse(offered(robot, "#catalogue-delete"), "closing drops the question");
        robot.clickOn("#catalogue-inject").clickOn("#catalogue-delete");
        assertEquals(1, board.injected.size());
    }

    @Test
    void withAcksNoneTheMenuOfActionsSaysSo(FxRobot robot) {
        robot.interact(() -> model.acksProperty().set("0"));
        robot.clickOn("After append").clickOn("#quick-action");
        assertTrue(robot.lookup((Label l) -> l.getText().contains("acks=0: a produce request then has no answer"))
                .tryQuery().isPresent());
    }

    @Test
    void healingEndsEverythingAndSaysAfterHowLong(FxRobot robot) {
        robot.clickOn("#quick-inject");
        tick(robot);
        robot.clickOn("#heal-all");
        tick(robot);
        assertEquals(List.of(), board.active);
        assertEquals("Healed after 4.2 s", robot.lookup("#heal-words").queryAs(Label.class).getText());
        Button heal = robot.lookup("#heal-all").queryButton();
        assertTrue(heal.getAccessibleText().contains("healed after 4.2 s"), heal.getAccessibleText());
    }

    private static boolean offered(FxRobot robot, String id) {
        return Stream.iterate(robot.lookup(id).<Node>query(), Objects::nonNull, Node::getParent)
                .allMatch(Node::isVisible);
    }

    private void tick(FxRobot robot) {
        robot.interact(() -> model.receive(board.after(125)));
    }
}
