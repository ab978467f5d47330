package ackscope.ui.charts;

import ackscope.ui.base.Figures;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/** The one time axis below all charts, with ticks at round times. */
final class TimeAxis extends ChartColours {
    private static final double HEIGHT = 16;
    private static final double NOW_WIDTH = 34;

    private final Canvas canvas = new Canvas();
    private final Label pointed = new Label();
    private final Font font = Font.font("Roboto", 11);

    TimeAxis() {
        getStyleClass().add("live-chart");
        pointed.getStyleClass().add("chart-time");
        pointed.setVisible(false);
        pointed.setManaged(false);
        getChildren().addAll(canvas, pointed);
        setMinHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    /** @param paused whether the right edge is not now */
    void draw(Picture picture, long windowMs, boolean paused) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double w = canvas.getWidth() - LiveChart.SCALE_WIDTH;
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (w < 20 || picture.endMs() == 0) {
            return;
        }
        g.setFont(font);
        g.setTextBaseline(VPos.CENTER);
        g.setFill(text());
        g.setStroke(grid());
        g.setTextAlign(TextAlignment.CENTER);
        long start = picture.endMs() - windowMs;
        long every = windowMs <= 30_000 ? 10_000 : windowMs <= 120_000 ? 30_000 : 120_000;
        for (long t = (start / every + 1) * every; t < picture.endMs(); t += every) {
            double x = Math.round((t - start) * w / windowMs) + 0.5;
            g.strokeLine(x, 0, x, 3);
            if (x > 26 && x < w - NOW_WIDTH - 26) {
                String clock = Figures.clock(t).substring(0, 8);
                g.fillText(every >= 60_000 ? clock.substring(0, 5) : clock, x, 10);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.setFill(strong());
        g.fillText(paused ? Figures.clock(picture.endMs()).substring(0, 8) : "now", w, 10);
    }

    /** Names the time under the cursor, or nothing when {@code x} is negative or beside the plots. */
    void pointAt(Picture picture, long windowMs, double x) {
        double w = canvas.getWidth() - LiveChart.SCALE_WIDTH;
        pointed.setVisible(x >= 0 && x <= w);
        if (pointed.isVisible()) {
            pointed.setText(Figures.clock(picture.endMs() - windowMs + Math.round(x * windowMs / w)).substring(0, 10));
            double width = Math.ceil(pointed.prefWidth(-1));
            pointed.resizeRelocate(Math.clamp(Math.rint(x - width / 2), 0, Math.max(0, w - width)), 1, width,
                    HEIGHT - 1);
        }
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        laidOut();
    }
}
