package ackscope.ui.charts;

import ackscope.ui.base.Figures;
import java.util.List;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;

/**
 * One small chart on a canvas: title left, the metric's real name right, the scale at the right edge, the last value beside its line.
 * Draws only when told. What the cursor points at stands in place of the metric's name.
 */
final class LiveChart extends ChartColours {
    static final double SCALE_WIDTH = 40;
    private static final double HEAD = 18;
    /** How much is seen of a line before the play began. */
    private static final double EARLIER = 0.45;
    private static final double[] SOLID = {};
    private static final double[] DASHES = {4, 3};
    private static final double[] DOTS = {1, 3};

    private final List<Line> lines;
    private final double leastTop;
    private final String unit;
    private final Label metric;
    private final HBox head;
    private final Canvas canvas = new Canvas();
    private final Region cursor = new Region();
    private final Font small = Font.font("Roboto", 11);
    private final Font strong = Font.font("Roboto Medium", 12);
    private final String metricName;

    /**
     * @param metricName where the figures come from, as the client calls it
     * @param unit       after each figure of the read-out: "/s" or " ms"
     * @param leastTop   the scale never ends below this
     * @param lines      one or two
     */
    LiveChart(String style, String title, String metricName, String unit, double leastTop, List<Line> lines) {
        this.lines = lines;
        this.leastTop = leastTop;
        this.unit = unit;
        this.metricName = metricName;
        getStyleClass().addAll("live-chart", style);
        setFocusTraversable(false);
        Label name = new Label(title);
        name.getStyleClass().add("chart-title");
        name.setMinWidth(USE_PREF_SIZE);
        metric = new Label(metricName);
        metric.getStyleClass().add("chart-metric");
        metric.setMinWidth(0);
        head = new HBox(8, name);
        // The title names the first line.
        for (Line line : lines.subList(1, lines.size())) {
            Label word = new Label("- - " + line.name());
            word.getStyleClass().add("chart-legend");
            word.setMinWidth(USE_PREF_SIZE);
            head.getChildren().add(word);
        }
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        head.getChildren().addAll(space, metric);
        head.setAlignment(Pos.CENTER_LEFT);
        cursor.getStyleClass().add("chart-cursor");
        cursor.setVisible(false);
        cursor.setMouseTransparent(true);
        getChildren().addAll(head, canvas, cursor);
        setMinHeight(34);
    }

    /** Draws a picture that ends at {@code picture.endMs()} and shows {@code windowMs} before it. */
    void draw(Picture picture, long windowMs) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        double w = plotWidth();
        double h = canvas.getHeight() - 1;
        if (w < 20 || h < 16) {
            return;
        }
        long start = picture.endMs() - windowMs;
        double pxPerMs = w / windowMs;
        double top = Scale.top(largest(picture, start), leastTop);
        bands(g, picture, start, pxPerMs, w, h);
        scale(g, top, w, h);
        marks(g, picture, start, pxPerMs, w, h);
        for (int i = lines.size() - 1; i >= 0; i--) {
            trace(g, picture, lines.get(i), line(i), i == 0, start, windowMs, w, h, top);
        }
        last(g, picture, w, h, top);
    }

    /** Shows what was at a time, or the metric's name again when {@code x} is negative. */
    void pointAt(Picture picture, long windowMs, double x) {
        cursor.setVisible(x >= 0 && x <= plotWidth());
        if (!cursor.isVisible()) {
            metric.setText(metricName);
            metric.getStyleClass().remove("read-out");
            return;
        }
        cursor.resizeRelocate(snapPositionX(x), HEAD, 1, Math.max(0, getHeight() - HEAD));
        long at = picture.endMs() - windowMs + Math.round(x * windowMs / plotWidth());
        int i = Math.min(picture.history().firstFrom(at), picture.history().size() - 1);
        if (!metric.getStyleClass().contains("read-out")) {
            metric.getStyleClass().add("read-out");
        }
        metric.setText(i < 0 ? "nothing yet" : readOut(picture.history(), i));
    }

    double plotWidth() {
        return Math.max(0, canvas.getWidth() - SCALE_WIDTH);
    }

    private String readOut(RateHistory history, int i) {
        StringBuilder text = new StringBuilder();
        for (Line line : lines) {
            double value = history.value(line.column(), i);
            text.append(text.isEmpty() ? "" : ", " + line.name() + " ").append(Figures.number(value))
                    .append(Double.isNaN(value) ? "" : unit);
        }
        return text.toString();
    }

    private double largest(Picture picture, long start) {
        double largest = 0;
        RateHistory history = picture.history();
        for (int i = Math.max(0, history.firstFrom(start) - 1); i < history.size(); i++) {
            for (Line line : lines) {
                double value = history.value(line.column(), i);
                largest = value > largest ? value : largest;
            }
        }
        return largest;
    }

    private void bands(GraphicsContext g, Picture picture, long start, double pxPerMs, double w, double h) {
        g.setFill(band());
        for (Band band : picture.broken()) {
            double from = Math.max(0, (band.fromMs() - start) * pxPerMs);
            double to = band.lasts() ? w : Math.min(w, (band.toMs() - start) * pxPerMs);
            if (to > from) {
                g.fillRect(from, 0, to - from, h);
            }
        }
    }

    private void scale(GraphicsContext g, double top, double w, double h) {
        g.setFont(small);
        g.setFill(text());
        g.setTextAlign(TextAlignment.RIGHT);
        g.setStroke(grid());
        g.setLineWidth(1);
        for (int i = 0; i <= 2; i++) {
            double y = Math.round(h - i * h / 2) + 0.5;
            g.setLineDashes(i == 0 ? SOLID : DOTS);
            g.strokeLine(0, Math.min(y, h), w, Math.min(y, h));
            g.setTextBaseline(i == 0 ? VPos.BOTTOM : i == 2 ? VPos.TOP : VPos.CENTER);
            if (i != 1 || h >= 34) {
                g.fillText(tick(top * i / 2), w + SCALE_WIDTH, i == 2 ? 0 : y);
            }
        }
        g.setLineDashes(SOLID);
    }

    private static String tick(double value) {
        return value >= 1_000_000
                ? Figures.number(value / 1_000_000) + " M"
                : value >= 10_000 ? Figures.number(value / 1_000) + " k" : Figures.number(value);
    }

    private void marks(GraphicsContext g, Picture picture, long start, double pxPerMs, double w, double h) {
        g.setLineWidth(1);
        for (Mark mark : picture.marks()) {
            double x = Math.round((mark.atMs() - start) * pxPerMs) + 0.5;
            if (x >= 0 && x <= w) {
                g.setStroke(of(mark.kind()));
                g.setLineDashes(mark.done() ? SOLID : DASHES);
                g.strokeLine(x, 0, x, h);
            }
        }
        g.setLineDashes(SOLID);
    }

    private void trace(GraphicsContext g, Picture picture, Line line, Color colour, boolean filled, long start,
            long windowMs, double w, double h, double top) {
        Trace trace = new Trace(start, w / windowMs, h, top);
        Buckets.walk(picture.history(), line.column(), start, picture.endMs(), Buckets.width(windowMs, w), trace);
        double began = Math.clamp((picture.sinceMs() - start) * w / windowMs, 0, w);
        if (began > 0) {
            paint(g, trace, text().deriveColor(0, 1, 1, EARLIER), line.dashed(), false, 0, began, h);
        }
        paint(g, trace, colour, line.dashed(), filled, began, w, h);
    }

    private static void paint(GraphicsContext g, Trace trace, Color colour, boolean dashed, boolean filled, double from,
            double to, double h) {
        g.save();
        g.beginPath();
        g.rect(from, -2, to - from, h + 4);
        g.clip();
        if (filled) {
            g.setFill(colour.deriveColor(0, 1, 1, 0.10));
            trace.fill(g);
        }
        g.setStroke(colour);
        g.setFill(colour);
        g.setLineWidth(1.5);
        g.setLineDashes(dashed ? DASHES : SOLID);
        trace.stroke(g);
        g.restore();
    }

    private void last(GraphicsContext g, Picture picture, double w, double h, double top) {
        RateHistory history = picture.history();
        int newest = Math.min(history.firstFrom(picture.endMs() + 1), history.size()) - 1;
        if (newest < 0 || picture.endMs() - history.at(newest) > 2_000) {
            return;
        }
        double value = history.value(lines.getFirst().column(), newest);
        if (Double.isNaN(value)) {
            return;
        }
        double y = h - value / top * h;
        g.setFont(strong);
        g.setFill(line(0));
        g.setTextAlign(TextAlignment.RIGHT);
        g.setTextBaseline(y > 16 ? VPos.BOTTOM : VPos.TOP);
        // A rim of the ground's colour keeps the figure apart from the lines behind it.
        g.setStroke(ground());
        g.setLineWidth(3);
        g.strokeText(Figures.number(value), w - 4, y > 16 ? y - 3 : y + 3);
        g.fillText(Figures.number(value), w - 4, y > 16 ? y - 3 : y + 3);
    }

    @Override
    protected void layoutChildren() {
        double w = Math.floor(getWidth());
        head.resizeRelocate(0, 0, w, HEAD);
        double h = Math.max(0, Math.floor(getHeight() - HEAD));
        if (canvas.getWidth() != w || canvas.getHeight() != h) {
            canvas.setWidth(w);
            canvas.setHeight(h);
        }
        canvas.relocate(0, HEAD);
        laidOut();
    }

    @Override
    protected double computePrefHeight(double width) {
        return 84;
    }

    @Override
    protected double computePrefWidth(double height) {
        return 280;
    }

    @Override
    protected double computeMinWidth(double height) {
        return 160;
    }
}
