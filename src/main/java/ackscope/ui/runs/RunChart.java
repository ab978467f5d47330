package ackscope.ui.runs;

import ackscope.core.audit.Happening;
import ackscope.core.run.Curve;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Point;
import ackscope.core.run.TimeAxis;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;

/**
 * One curve of a run, or of two on the same axes: time since each run's start, bands where a fault was in force, dashed marks where a node
 * or a leader changed. With two runs the bands of the first lie in the upper half.
 */
final class RunChart {
    private static final double HEIGHT = 92;
    private static final double PLOT = 70;
    private static final double TOP = 4;
    private static final double SCALE = 62;

    private final Curve curve;
    private final List<RunRecord> runs;
    private final double top;
    private final long end;
    private final Pane plot = new Pane();
    private final VBox root;

    /** @param runs one or two */
    RunChart(Curve curve, List<RunRecord> runs) {
        this.curve = curve;
        this.runs = runs;
        top = curve.top(runs);
        end = Curve.end(runs);
        Label title = new Label(curve.title());
        title.getStyleClass().add("strong");
        Label source = new Label(curve.source());
        source.getStyleClass().addAll("muted", "small-text");
        plot.setMinHeight(HEIGHT);
        plot.setPrefHeight(HEIGHT);
        plot.setMinWidth(0);
        plot.widthProperty().subscribe(w -> draw(w.doubleValue()));
        root = new VBox(2, Form.row(title, Form.space(), source), plot);
        root.getStyleClass().add("run-chart");
    }

    VBox node() {
        return root;
    }

    private void draw(double width) {
        plot.getChildren().clear();
        double w = width - SCALE;
        if (w < 40) {
            return;
        }
        for (int i = 0; i < runs.size(); i++) {
            bands(runs.get(i), i, w);
        }
        axes(w);
        for (int i = runs.size() - 1; i >= 0; i--) {
            line(runs.get(i), i, w);
        }
    }

    private double x(long ms, double w) {
        return w * Math.clamp((double) ms / end, 0, 1);
    }

    private double y(double value) {
        return TOP + PLOT * (1 - Math.clamp(value / top, 0, 1));
    }

    private void bands(RunRecord run, int which, double w) {
        double h = runs.size() == 1 ? PLOT : PLOT / 2;
        double y = TOP + which * h;
        for (Happening happening : run.happenings()) {
            double from = x(happening.fromMs() - run.startedMs(), w);
            switch (happening.kind()) {
                case FAULT -> {
                    double to = x(Math.min(happening.toMs() - run.startedMs(), end), w);
                    Rectangle band = new Rectangle(from, y, Math.max(1, to - from), h);
                    band.getStyleClass().add("run-band");
                    Tooltip.install(band, new Tooltip(happening.title()));
                    plot.getChildren().add(band);
                }
                case LEADER_CHANGE, NODE -> {
                    if (happening.fromMs() - run.startedMs() <= end) {
                        Line mark = new Line(from, y, from, y + h);
                        mark.getStyleClass().add("run-mark");
                        Tooltip.install(mark, new Tooltip(happening.title()));
                        plot.getChildren().add(mark);
                    }
                }
            }
        }
    }

    private void axes(double w) {
        for (int i = 0; i <= 2; i++) {
            double y = Math.round(y(top * i / 2)) + 0.5;
            Line line = new Line(0, y, w, y);
            line.getStyleClass().add(i == 0 ? "run-axis" : "run-grid");
            plot.getChildren().add(line);
            tick(Figures.number(top * i / 2) + (i == 2 ? curve.unit() : ""), w + 6, y - 7);
        }
        TimeAxis time = TimeAxis.of(end);
        for (long ms : time.marks()) {
            String words = time.words(ms);
            double guess = words.length() * 5.6;
            tick(words, Math.clamp(x(ms, w) - guess / 2, 0, Math.max(0, w - guess)), TOP + PLOT + 3);
        }
    }

    private void tick(String words, double x, double y) {
        Label label = new Label(words);
        label.getStyleClass().add("axis-text");
        label.relocate(x, y);
        plot.getChildren().add(label);
    }

    private void line(RunRecord run, int which, double w) {
        Path path = new Path();
        path.getStyleClass().addAll("run-line", which == 0 ? "first" : "second");
        boolean down = false;
        for (Point point : run.series()) {
            double value = curve.of(point);
            if (Double.isNaN(value)) {
                down = false;
                continue;
            }
            double x = x(point.atMs(), w);
            if (!down) {
                path.getElements().add(new MoveTo(x, y(value)));
            }
            // A value between two gaps is a line of no length, which the round cap makes a dot.
            path.getElements().add(new LineTo(down ? x : x + 0.1, y(value)));
            down = true;
        }
        plot.getChildren().add(path);
    }
}
