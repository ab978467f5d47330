package ackscope.ui.charts;

import javafx.scene.canvas.GraphicsContext;

/**
 * The points of one line in pixels, in pieces that are broken where there is no value. A piece of one point becomes a dot.
 */
final class Trace implements Buckets.Sink {
    private final long startMs;
    private final double pxPerMs;
    private final double height;
    private final double top;
    private double[] x = new double[512];
    private double[] y = new double[512];
    private int size;

    Trace(long startMs, double pxPerMs, double height, double top) {
        this.startMs = startMs;
        this.pxPerMs = pxPerMs;
        this.height = height;
        this.top = top;
    }

    @Override
    public void point(long atMs, double value) {
        if (size == x.length) {
            x = java.util.Arrays.copyOf(x, size * 2);
            y = java.util.Arrays.copyOf(y, size * 2);
        }
        x[size] = (atMs - startMs) * pxPerMs;
        y[size++] = Double.isNaN(value) ? Double.NaN : height - Math.min(1, value / top) * height;
    }

    /** The area below. */
    void fill(GraphicsContext g) {
        pieces((from, to) -> {
            g.beginPath();
            g.moveTo(x[from], height);
            for (int i = from; i <= to; i++) {
                g.lineTo(x[i], y[i]);
            }
            g.lineTo(x[to], height);
            g.closePath();
            g.fill();
        });
    }

    /** The line itself. */
    void stroke(GraphicsContext g) {
        pieces((from, to) -> {
            if (from == to) {
                g.fillOval(x[from] - 1.5, y[from] - 1.5, 3, 3);
                return;
            }
            g.beginPath();
            g.moveTo(x[from], y[from]);
            for (int i = from + 1; i <= to; i++) {
                g.lineTo(x[i], y[i]);
            }
            g.stroke();
        });
    }

    @FunctionalInterface
    private interface Piece {
        void of(int from, int to);
    }

    private void pieces(Piece piece) {
        int from = -1;
        for (int i = 0; i <= size; i++) {
            boolean here = i < size && !Double.isNaN(y[i]);
            if (here && from < 0) {
                from = i;
            } else if (!here && from >= 0) {
                piece.of(from, i - 1);
                from = -1;
            }
        }
    }
}
