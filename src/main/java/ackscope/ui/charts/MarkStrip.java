package ackscope.ui.charts;

import javafx.geometry.VPos;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** The words of the marks, once, above all charts. */
final class MarkStrip extends ChartColours {
    private static final int ROWS = 2;
    private static final double ROW = 15;

    private final Canvas canvas = new Canvas();
    private final Font font = Font.font("Roboto", 11);
    private final Text ruler = new Text();

    MarkStrip() {
        getStyleClass().add("live-chart");
        ruler.setFont(font);
        getChildren().add(canvas);
        setMinHeight(ROWS * ROW);
        setMaxHeight(ROWS * ROW);
    }

    void draw(Picture picture, long windowMs) {
        GraphicsContext g = canvas.getGraphicsContext2D();
        double w = canvas.getWidth() - LiveChart.SCALE_WIDTH;
        double h = canvas.getHeight();
        g.clearRect(0, 0, canvas.getWidth(), h);
        g.setFont(font);
        g.setTextAlign(TextAlignment.LEFT);
        g.setTextBaseline(VPos.CENTER);
        g.setLineWidth(1);
        long start = picture.endMs() - windowMs;
        for (MarkLabels.Placed p : MarkLabels.place(picture.captions(start), start, picture.endMs(), w, ROWS,
                this::measure)) {
            g.setFill(of(p.mark().kind()));
            g.setStroke(of(p.mark().kind()));
            double y = h - (p.row() + 0.5) * ROW;
            double x = Math.round(p.line()) + 0.5;
            // What began before the charts do has no line in them.
            if (p.mark().atMs() > start) {
                g.strokeLine(x, y - 5, x, h);
            }
            g.fillText(p.text(), p.x(), y);
        }
    }

    private double measure(String text) {
        ruler.setText(text);
        return ruler.getLayoutBounds().getWidth();
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(Math.floor(getWidth()));
        canvas.setHeight(Math.floor(getHeight()));
        laidOut();
    }
}
