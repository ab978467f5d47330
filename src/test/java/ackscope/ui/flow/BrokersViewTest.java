package ackscope.ui.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.shell.Theme;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The broker station where there is least room, at the moment that matters most. */
@ExtendWith(ApplicationExtension.class)
class BrokersViewTest {
    private static final FaultBadge STALL = new FaultBadge("stall replication (leader 1, follower 2)",
            "stall replication", "tip");

    private BrokersView brokers;
    private StationView station;

    @Start
    void start(Stage stage) {
        brokers = new BrokersView();
        station = new StationView(Station.BROKER, "fth-server", () -> {
        });
        station.setContent(brokers);
        station.setManaged(false);
        StackPane root = new StackPane(station);
        root.getStyleClass().addAll("flow", "compact");
        Scene scene = new Scene(root, 600, 300);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.show();
    }

    private void show(FxRobot robot, double width, FaultBadge fault) {
        FlowLayout layout = new FlowLayout(width, 270, false);
        robot.interact(() -> {
            brokers.show(new BrokerState("leader-loss-071832", List.of(card(1, "kill -9"), card(2, ""), card(3, "")),
                    "no leader: nothing can be written", "no leader", Stress.FAILING, fault));
            FlowLayout.Box box = layout.box(Station.BROKER);
            station.resizeRelocate(0, 0, box.w(), box.h());
            station.applyCss();
            station.layout();
        });
    }

    private static BrokerCard card(int id, String badge) {
        return new BrokerCard(id, badge.isEmpty() ? "Follower" : "Dead 1 s", Tone.PLAIN, "in ISR", Tone.ACKED, false,
                badge.isEmpty() ? BrokerCard.Look.UP : BrokerCard.Look.DOWN, badge);
    }

    private void nothingIsCutNorOutside() {
        Bounds frame = station.localToScene(station.getLayoutBounds());
        for (Node node : station.lookupAll(".label")) {
            if (node instanceof Labeled label && label.isVisible() && !label.getText().isEmpty()) {
                assertEquals(label.getText(), ((Text) label.lookup(".text")).getText(), "cut");
                Bounds at = label.localToScene(label.getLayoutBounds());
                assertTrue(at.getMaxY() <= frame.getMaxY() - 1, label.getText() + " crosses the border: " + at.getMaxY()
                        + " of " + frame.getMaxY());
                assertTrue(at.getMaxX() <= frame.getMaxX(), label.getText() + " sticks out");
            }
        }
    }

    private Label footer() {
        return (Label) station.lookup(".broker-footer");
    }

    @Test
    void aLeaderIsLostWhileReplicationStallsInTheSmallestWindow(FxRobot robot) {
        show(robot, 660, STALL);
        nothingIsCutNorOutside();
        assertEquals("no leader", footer().getText());
        Region pill = (Region) station.lookupAll(".fault-badge").stream()
                .filter(n -> n instanceof FaultPill && n.isVisible()).findFirst().orElseThrow();
        assertEquals("stall replication", ((FaultPill) pill).getText());
    }

    @Test
    void whereThereIsRoomAllIsSaid(FxRobot robot) {
        show(robot, 1_200, STALL);
        nothingIsCutNorOutside();
        assertEquals("no leader: nothing can be written", footer().getText());
        show(robot, 660, FaultBadge.NONE);
        nothingIsCutNorOutside();
        assertEquals("no leader: nothing can be written", footer().getText());
    }
}
