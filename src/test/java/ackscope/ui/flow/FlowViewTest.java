package ackscope.ui.flow;

import static ackscope.ui.base.Feeds.batch;
import static ackscope.ui.base.Feeds.sample;
import static ackscope.ui.base.Feeds.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FlowEdge;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.MadeUpLab;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.shell.Theme;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The diagram on the screen, with made-up data. */
@ExtendWith(ApplicationExtension.class)
class FlowViewTest {
    private static final long BEGIN = 1_700_000_000_000L;

    private final FlowViewModel model = new FlowViewModel();
    private Region root;
    private Stage window;

    @Start
    void start(Stage stage) {
        window = stage;
        root = new FlowView(model, _ -> {
        }).node();
        Scene scene = new Scene(root, 715, 410);
        new Theme().apply(scene);
        stage.setScene(scene);
        stage.setWidth(715);
        stage.setHeight(410);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void aClickOnAStationOrAnEdgeFiltersAndEscapeShowsAllAgain(FxRobot robot) {
        robot.clickOn("Retry mechanism");
        assertEquals(new FlowFilter.At(Station.RETRY), model.filterProperty().get());
        robot.clickOn("not retriable");
        assertEquals(new FlowFilter.Along(FlowEdge.NOT_RETRIABLE), model.filterProperty().get());
        robot.type(KeyCode.ESCAPE);
        assertEquals(new FlowFilter.All(), model.filterProperty().get());
    }

    @Test
    void everythingCanBeReachedByKeyAndSpeaks(FxRobot robot) {
        run(robot, 30_000);
        Set<Node> stops = root.lookupAll("*").stream().filter(Node::isFocusTraversable).collect(Collectors.toSet());
        assertEquals(Station.values().length + FlowEdge.values().length, stops.size());
        for (Node stop : stops) {
            assertFalse(stop.getAccessibleText() == null || stop.getAccessibleText().isEmpty(), stop.toString());
        }
        robot.interact(() -> root.lookup(".station").requestFocus());
        robot.type(KeyCode.ENTER);
        assertTrue(model.filterProperty().get() instanceof FlowFilter.At);
    }

    @Test
    void sumsThatDoNotAddUpAreToldInTheHeader(FxRobot robot) {
        robot.interact(() -> model.receive(batch(1_000, List.of(), List.of(sample(1, 1_000,
                totals(10, 10, 0, 0, Map.of(FlowEdge.SEND, 12L, FlowEdge.ACKNOWLEDGE, 10L)))))));
        assertTrue(robot.lookup("send is 2 more than acknowledge + fail").queryLabeled().isVisible());
    }

    @Test
    void whatCameWhileNobodyLookedIsDrawnAfterwards(FxRobot robot) {
        FeedBatch later = batch(1_000, List.of(), List.of(sample(1, 1_000,
                totals(10, 10, 0, 0, Map.of(FlowEdge.SEND, 12L, FlowEdge.ACKNOWLEDGE, 10L)))));
        robot.interact(() -> {
            root.setVisible(false);
            model.receive(later);
            model.receive(batch(90_000, List.of(), List.of()));
            root.setVisible(true);
        });
        FlowState hidden = model.stateProperty().get();
        robot.interact(() -> model.receive(batch(90_125, List.of(), List.of())));
        assertEquals(hidden, model.stateProperty().get(), "nothing is new");
        assertTrue(robot.lookup("send is 2 more than acknowledge + fail").queryLabeled().isVisible());
    }

    @Test
    void tokensTravelAtLowRatesAndThenTheTimerRests(FxRobot robot) throws TimeoutException {
        robot.interact(() -> {
            model.receive(batch(1_000, List.of(), List.of(sample(1, 1_000, 0, 0))));
            model.receive(batch(1_250, List.of(), List.of(sample(1, 1_250, 2, 1))));
        });
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> travelling() > 0);
        WaitForAsyncUtils.waitFor(5, TimeUnit.SECONDS, () -> travelling() == 0);
    }

    @Test
    void atHighRatesTheEdgeGrowsInsteadOfTokens(FxRobot robot) {
        robot.interact(() -> {
            model.receive(batch(1_000, List.of(), List.of(sample(1, 1_000, 0, 0))));
            model.receive(batch(1_250, List.of(), List.of(sample(1, 1_250, 50_000, 50_000))));
            root.applyCss();
        });
        assertEquals(0, travelling());
        Node line = root.lookup(".flow-edge.send");
        assertEquals(6, ((javafx.scene.shape.Path) line).getStrokeWidth());
    }

    @Test
    void noWordIsCutAndNoLabelLiesOverAStationAtEitherSize(FxRobot robot) {
        for (double[] size : new double[][]{{715, 410}, {664, 312}}) {
            robot.interact(() -> {
                window.setWidth(size[0]);
                window.setHeight(size[1]);
            });
            run(robot, 42_000);
            robot.interact(() -> {
                root.applyCss();
                root.layout();
            });
            for (Node node : root.lookupAll(".label")) {
                if (node instanceof Label label && label.isVisible() && !label.getText().isEmpty()) {
                    assertEquals(label.getText(), shown(label), () -> "cut at " + size[0]);
                }
            }
            for (Node label : root.lookupAll(".edge-label")) {
                for (Node station : root.lookupAll(".station")) {
                    assertFalse(inner(label).intersects(station.getBoundsInParent()),
                            () -> label.getAccessibleText() + " over " + station.getAccessibleText() + " at "
                                    + size[0]);
                }
            }
        }
    }

    private static String shown(Labeled label) {
        return ((Text) label.lookup(".text")).getText();
    }

    private static Bounds inner(Node node) {
        Bounds b = node.getBoundsInParent();
        return new BoundingBox(b.getMinX() + 1, b.getMinY() + 1, b.getWidth() - 2, b.getHeight() - 2);
    }

    private long travelling() {
        return root.lookupAll(".outcome-mark").stream().filter(OutcomeMark.class::isInstance)
                .filter(m -> m.getParent() instanceof javafx.scene.Group && m.isVisible()).count();
    }

    private void run(FxRobot robot, long ms) {
        MadeUpLab lab = new MadeUpLab(160, true, 12, BEGIN);
        robot.interact(() -> {
            for (long now = BEGIN; now < BEGIN + ms; now += 125) {
                FeedBatch next = lab.next(now);
                model.receive(next);
            }
        });
    }
}
