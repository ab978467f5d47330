package ackscope.core.export;

import ackscope.core.audit.Happening;
import ackscope.core.run.Curve;
import ackscope.core.run.RunRecord;
import ackscope.core.run.RunRecord.Point;
import ackscope.core.run.TimeAxis;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One curve of a run, or of two on the same axes, as an SVG picture: time since each run's start, bands where a fault was in force, a dashed
 * line where a leader changed. Colours come from the page's style; those in
 * the picture itself are for readers that do not apply it to pictures. The second run's line is dashed and its bands lie at the bottom.
 */
final class SeriesSvg {
    private static final double WIDTH = 760;
    private static final double HEIGHT = 132;
    private static final double LEFT = 8;
    private static final double RIGHT = 64;
    private static final double TOP = 10;
    private static final double BOTTOM = 20;
    private static final double PLOT = WIDTH - LEFT - RIGHT;
    private static final double DEPTH = HEIGHT - TOP - BOTTOM;

    private final StringBuilder out = new StringBuilder();
    private final List<RunRecord> runs;
    private final Curve curve;
    private final double top;
    private final long end;

    private SeriesSvg(Curve curve, List<RunRecord> runs) {
        this.curve = curve;
        this.runs = runs;
        this.top = curve.top(runs);
        this.end = Curve.end(runs);
    }

    /** @param runs one or two */
    static String of(Curve curve, List<RunRecord> runs) {
        return new SeriesSvg(curve, runs).picture();
    }

    private String picture() {
        add(String.format(Locale.ROOT, "<svg viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\">", WIDTH, HEIGHT,
                Html.escaped(curve.title() + " over time")));
        for (int i = 0; i < runs.size(); i++) {
            bands(runs.get(i), i);
        }
        axes();
        for (int i = runs.size() - 1; i >= 0; i--) {
            line(runs.get(i), i);
        }
        out.append("</svg>\n");
        return out.toString();
    }

    private void add(String markup) {
        out.append(markup).append('\n');
    }

    private void bands(RunRecord run, int which) {
        double height = runs.size() == 1 ? DEPTH : DEPTH / 2;
        double y = TOP + which * height;
        for (Happening h : run.happenings()) {
            double from = x(h.fromMs() - run.startedMs());
            switch (h.kind()) {
                case FAULT -> add(String.format(Locale.ROOT,
                        "<rect class=\"band\" fill=\"#c21c2c\" fill-opacity=\"0.12\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"><title>%s</title></rect>",
                        from, y, Math.max(1, x(Math.min(h.toMs() - run.startedMs(), end)) - from), height,
                        Html.escaped(h.title())));
                case LEADER_CHANGE, NODE -> {
                    if (h.fromMs() >= run.startedMs() && h.fromMs() - run.startedMs() <= end) {
                        add(String.format(Locale.ROOT,
                                "<line class=\"mark\" stroke=\"#57606a\" stroke-dasharray=\"4 3\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"><title>%s</title></line>",
                                from, y, from, y + height, Html.escaped(h.title())));
                    }
                }
            }
        }
    }

    private double x(long ms) {
        return LEFT + PLOT * Math.clamp((double) ms / end, 0, 1);
    }

    private double y(double value) {
        return TOP + DEPTH * (1 - Math.clamp(value / top, 0, 1));
    }

    private void axes() {
        for (int i = 0; i <= 2; i++) {
            double y = y(top * i / 2);
            add(String.format(Locale.ROOT,
                    "<line class=\"%s\" stroke=\"#8b949e\" stroke-width=\"0.6\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>",
                    i == 0 ? "axis" : "grid", LEFT,
                    y, LEFT + PLOT, y));
            add(String.format(Locale.ROOT,
                    "<text class=\"tick\" fill=\"#57606a\" font-size=\"11\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    LEFT + PLOT + 6,
                    y + 4,
                    Say.figure(top * i / 2) + (i == 2 ? Html.escaped(curve.unit()) : "")));
        }
        TimeAxis time = TimeAxis.of(end);
        for (long ms : time.marks()) {
            String anchor = ms == 0 ? "start" : ms > end * 0.97 ? "end" : "middle";
            add(String.format(Locale.ROOT,
                    "<text class=\"tick\" fill=\"#57606a\" font-size=\"11\" text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>",
                    anchor, x(ms), HEIGHT - 5, time.words(ms)));
        }
    }

    private void line(RunRecord run, int which) {
        StringBuilder lines = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        List<String> piece = new ArrayList<>();
        for (Point p : run.series()) {
            double value = curve.of(p);
            if (Double.isNaN(value)) {
                end(piece, lines, dots);
            } else {
                piece.add(String.format(Locale.ROOT, "%.1f %.1f", x(p.atMs()), y(value)));
            }
        }
        end(piece, lines, dots);
        String colour = which == 0 ? "#0969da" : "#8a5d00";
        path("line " + (which == 0 ? "first" : "second"), colour, 1.6, lines);
        path("dot " + (which == 0 ? "first" : "second"), colour, 4, dots);
    }

    /** A value between two gaps has no length as a line, so it becomes a dot. */
    private static void end(List<String> piece, StringBuilder lines, StringBuilder dots) {
        if (piece.size() == 1) {
            dots.append(" M").append(piece.getFirst()).append("h0.1");
        } else if (!piece.isEmpty()) {
            lines.append(" M").append(String.join(" L", piece));
        }
        piece.clear();
    }

    private void path(String style, String colour, double width, StringBuilder path) {
        if (!path.isEmpty()) {
            add(String.format(Locale.ROOT,
                    "<path class=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"%.1f\" stroke-linecap=\"round\" d=\"%s\"/>",
                    style, colour, width, path.toString().strip()));
        }
    }
}
