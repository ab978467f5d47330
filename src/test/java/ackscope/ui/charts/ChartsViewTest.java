package ackscope.ui.charts;

import static ackscope.ui.base.Feeds.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.ui.base.Background;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.MadeUpLab;
import ackscope.ui.shell.Theme;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import javafx.scene.Scene;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The charts and tiles on the screen, with made-up data. */
@ExtendWith(ApplicationExtension.class)
class ChartsViewTest {
    private static final long BEGIN = 1_700_000_000_000L;

    private final ChartsViewModel charts = new ChartsViewModel(Background.sameThread(), OptionalLong::empty);
    private final TilesViewModel tiles = new TilesViewModel();
    private final MadeUpLab lab = new MadeUpLab(160, true, 12, BEGIN);
    private Theme theme;
    private VBox root;
    private long now = BEGIN;

    @Start
    void start(Stage stage) {
        theme = new Theme();
        theme.choiceProperty().set(Theme.Choice.LIGHT);
        Region view = new ChartsView(charts).node();
        VBox.setVgrow(view, Priority.ALWAYS);
        root = new VBox(new StatTiles(tiles).node(), view);
        Scene scene = new Scene(root, 320, 575);
        theme.apply(scene);
        stage.setScene(scene);
        // The test library hands out one stage again and again, with the size the last test gave it.
        stage.setWidth(320);
        stage.setHeight(575);
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    @Test
    void theKeyOfAWindowAndThePauseReachTheModel(FxRobot robot) {
        robot.clickOn("2 min");
        assertEquals(ChartsViewModel.Span.TWO_MINUTES, charts.spanProperty().get());
        robot.clickOn("2 min");
        assertTrue(robot.lookup("2 min").queryAs(ToggleButton.class).isSelected());
        robot.clickOn("Pause");
        assertTrue(charts.pausedProperty().get());
    }

    @Test
    void aCursorReadsAllChartsAtOneTime(FxRobot robot) {
        run(robot, 20_000);
        robot.moveTo(".live-chart.retries");
        List<String> texts = robot.lookup(".chart-metric").queryAllAs(Label.class).stream().map(Label::getText)
                .toList();
        assertTrue(texts.get(0).matches("[\\d,.]+/s, acked [\\d,.]+/s"), texts.toString());
        assertTrue(texts.get(3).contains("ms"), texts.toString());
        assertTrue(robot.lookup(".chart-time").queryLabeled().getText().matches("\\d\\d:\\d\\d:\\d\\d\\.\\d"));
        robot.moveTo("Pause");
        assertEquals("record-send-total",
                robot.lookup(".chart-metric").queryAllAs(Label.class).iterator().next().getText());
    }

    @Test
    void aThemeRepaintsTheCanvasEvenWhilePaused(FxRobot robot) {
        run(robot, 20_000);
        robot.interact(() -> charts.pausedProperty().set(true));
        int[] light = pixels(robot);
        robot.interact(theme::toggle);
        robot.interact(() -> root.layout());
        assertNotEquals(Arrays.hashCode(light), Arrays.hashCode(pixels(robot)));
    }

    @Test
    void nothingIsDrawnWhileThePanelIsHidden(FxRobot robot) {
        run(robot, 20_000);
        int[] before = pixels(robot);
        robot.interact(() -> root.setVisible(false));
        run(robot, 5_000);
        robot.interact(() -> root.setVisible(true));
        assertEquals(Arrays.hashCode(before), Arrays.hashCode(pixels(robot)));
        run(robot, 500);
        assertNotEquals(Arrays.hashCode(before), Arrays.hashCode(pixels(robot)));
    }

    @Test
    void tilesShowTheRunsSums(FxRobot robot) {
        run(robot, 42_000);
        List<String> values = robot.lookup(".tile-value").queryAllAs(Label.class).stream().map(Label::getText).toList();
        assertEquals(6, values.size());
        long[] sums = values.stream().limit(4).mapToLong(v -> Long.parseLong(v.replace(",", ""))).toArray();
        assertEquals(sums[0], sums[1] + sums[2] + sums[3]);
        assertTrue(sums[3] > 0);
    }

    private void run(FxRobot robot, long ms) {
        robot.interact(() -> {
            for (long end = now + ms; now < end; now += 125) {
                FeedBatch next = lab.next(now);
                charts.receive(next);
                tiles.receive(next);
            }
            charts.receive(batch(now, List.of(), List.of()));
            root.applyCss();
            root.layout();
        });
    }

    private int[] pixels(FxRobot robot) {
        int[] all = new int[280 * 60];
        robot.interact(() -> {
            WritableImage image = ((Canvas) root.lookup(".live-chart.attempts Canvas")).snapshot(null, null);
            int w = Math.min(280, (int) image.getWidth());
            int h = Math.min(60, (int) image.getHeight());
            image.getPixelReader().getPixels(0, 0, w, h, PixelFormat.getIntArgbInstance(), all, 0, w);
        });
        return all;
    }
}
