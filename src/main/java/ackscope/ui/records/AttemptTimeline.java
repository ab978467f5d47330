package ackscope.ui.records;

import ackscope.ui.base.OutcomeMark;
import ackscope.ui.records.Timeline.Block;
import ackscope.ui.records.Timeline.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * The attempt timeline of one record: tries and waits on the axis of the delivery budget, and the budget burning down below. Text that would
 * meet other text is left out, never drawn over it. Left and right go through the tries; each tells all that is known of it. FX thread.
 */
final class AttemptTimeline {
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");
    private static final double NUMBERS = 14;
    private static final double AXIS = 14;
    private static final double BAR = 5;
    private static final double GAPS = 7;
    private static final double MOST_BAND = 36;
    private static final double LEAST_BAND = 18;
    private static final double MARK = 9;
    /** Marks nearer than this would run into each other. */
    private static final double MARK_ROOM = 11;
    private static final double LEAST_WIDTH = 60;
    private static final double LINE_ROOM = 3;
    /** A report this near after the end of the budget is told beside that, px. */
    private static final double NEAR = 60;

    private final Plot plot = new Plot();
    private final Region band = styled("timeline-band");
    private final Region used = styled("timeline-used");
    private final Region left = styled("timeline-left");
    private final Region giveUp = styled("timeline-give-up");
    private final Region now = styled("timeline-now");
    private final Region reportLine = styled("timeline-report");
    private final OutcomeMark reportMark = new OutcomeMark(OutcomeMark.Kind.ACKED, MARK + 2);
    private final Label reportText = text("timeline-text");
    private final Label giveUpText = text("timeline-text", "text-failed");
    private final Label usedText = text("axis-text", "strong-axis");
    private final Label leftText = text("axis-text", "text-sent");
    private final Label endText = text("axis-text");
    private final TimeTicks ticks = new TimeTicks();
    private final InLogMarks inLog = new InLogMarks();
    private final List<BlockNode> blocks = new ArrayList<>();
    private final List<TryNode> tries = new ArrayList<>();
    private final Tooltip spoken = new Tooltip();
    private Optional<Timeline> timeline = Optional.empty();
    private int current = -1;

    AttemptTimeline() {
        reportMark.setManaged(false);
        plot.setFocusTraversable(true);
        plot.setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        plot.getStyleClass().add("attempt-timeline");
        plot.setOnMouseClicked(_ -> plot.requestFocus());
        plot.setOnKeyPressed(this::walk);
        // Escape is for the timeline itself: it lets go of the try and of its words together.
        spoken.setHideOnEscape(false);
        plot.focusedProperty().subscribe(on -> {
            if (!on) {
                goTo(-1);
            }
        });
        Tooltip.install(used, new Tooltip("what is used of delivery.timeout.ms, which runs from the batch's creation"));
    }

    Region node() {
        return plot;
    }

    /** Draws this; what stays the same keeps its nodes, so that a tooltip stays open. */
    void show(Timeline next) {
        boolean other = timeline.isEmpty() || timeline.get().tries().size() > next.tries().size();
        timeline = Optional.of(next);
        if (other) {
            goTo(-1);
        }
        fill(next);
        reportMark.show(next.report().map(Report::mark).orElse(OutcomeMark.Kind.WAITING));
        paint(reportText, "timeline-text", next.report().map(Report::mark).orElse(OutcomeMark.Kind.WAITING));
        giveUpText.setText("give up");
        endText.setText(
                (next.cut() ? "axis cut, budget " : "") + TimelineWords.ms(next.budgetMs()));
        usedText.setText(!next.begun()
                ? "the delivery budget never started"
                : next.leftMs() <= 0
                        ? "all " + TimelineWords.ms(next.budgetMs()) + " used"
                        : TimelineWords.ms(next.usedMs()) + " used");
        leftText.setText(!next.begun() || next.leftMs() <= 0
                ? ""
                : TimelineWords.ms(next.leftMs()) + (next.live() ? " left" : " unused"));
        say();
        plot.requestLayout();
    }

    private void fill(Timeline next) {
        boolean grown = inLog.show(next.inLog()) || next.blocks().size() != blocks.size()
                || next.tries().size() != tries.size()
                || plot.getChildren().isEmpty();
        while (blocks.size() > next.blocks().size()) {
            blocks.removeLast();
        }
        while (blocks.size() < next.blocks().size()) {
            blocks.add(new BlockNode());
        }
        while (tries.size() > next.tries().size()) {
            tries.removeLast();
        }
        while (tries.size() < next.tries().size()) {
            tries.add(new TryNode());
        }
        for (int i = 0; i < blocks.size(); i++) {
            blocks.get(i).show(next.blocks().get(i));
        }
        for (int i = 0; i < tries.size(); i++) {
            tries.get(i).show(next.tries().get(i));
        }
        if (grown) {
            List<Node> all = new ArrayList<>(List.of(band));
            blocks.forEach(b -> all.add(b.area));
            blocks.forEach(b -> all.add(b.label));
            all.addAll(List.of(used, left, giveUp, now, reportLine));
            tries.forEach(t -> all.addAll(List.of(t.line, t.back, t.mark, t.number, t.hit)));
            all.addAll(inLog.nodes());
            all.addAll(List.of(reportMark, reportText, giveUpText, usedText, leftText, endText));
            all.addAll(ticks.labels());
            plot.getChildren().setAll(all);
        }
    }

    private void walk(KeyEvent e) {
        int last = tries.size() - 1;
        int wanted = switch (e.getCode()) {
            case RIGHT -> Math.min(last, current + 1);
            case LEFT -> current < 0 ? last : Math.max(0, current - 1);
            case HOME -> Math.min(last, 0);
            case END -> last;
            case ESCAPE -> -1;
            default -> -2;
        };
        if (wanted >= -1) {
            goTo(wanted);
            e.consume();
        }
    }

    private void goTo(int index) {
        current = index;
        for (int i = 0; i < tries.size(); i++) {
            tries.get(i).line.pseudoClassStateChanged(CURRENT, i == current);
        }
        say();
        if (current < 0 || plot.getScene() == null) {
            spoken.hide();
            plot.requestLayout();
            return;
        }
        spoken.setText(words());
        plot.requestLayout();
        plot.layout();
        Bounds at = plot.localToScreen(tries.get(current).hit.getBoundsInParent());
        if (at != null) {
            spoken.show(plot, at.getMinX(), at.getMaxY() + 4);
        }
    }

    private String words() {
        return timeline.orElseThrow().tries().get(current).words();
    }

    private void say() {
        plot.setAccessibleText(timeline
                .map(t -> current >= 0 && current < t.tries().size() ? words() : t.sentence()).orElse(""));
        plot.notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }

    private static void paint(Label label, String base, OutcomeMark.Kind kind) {
        label.getStyleClass().setAll("label", base, "text-" + kind.styleClass());
    }

    static Region styled(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }

    static Label text(String... styles) {
        Label label = new Label();
        label.getStyleClass().addAll(styles);
        label.setManaged(false);
        label.setMouseTransparent(true);
        return label;
    }

    /** A stretch of time with its words. */
    private static final class BlockNode {
        private final Region area = styled("timeline-block");
        private final Label label = text("timeline-text");
        private final Tooltip whole = new Tooltip();
        private String style = "";

        BlockNode() {
            Tooltip.install(area, whole);
        }

        void show(Block block) {
            whole.setText(block.words());
            label.setText(block.brief());
            String next = block.kind().name().toLowerCase(Locale.ROOT);
            if (!next.equals(style)) {
                style = next;
                area.getStyleClass().setAll("timeline-block", style);
                label.getStyleClass().setAll("label", "timeline-text", "timeline-" + style);
            }
        }
    }

    /** A try: its line, mark and number, and what the mouse finds. */
    private static final class TryNode {
        private final Region line = styled("timeline-try");
        private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, MARK);
        private final Region back = styled("timeline-mark-back");
        private final Label number = text("axis-text", "strong-axis");
        private final Region hit = styled("timeline-hit");
        private final Tooltip whole = new Tooltip();
        private OutcomeMark.Kind kind = OutcomeMark.Kind.WAITING;

        TryNode() {
            mark.setManaged(false);
            line.getStyleClass().add(kind.styleClass());
            Tooltip.install(hit, whole);
        }

        void show(Timeline.Try next) {
            whole.setText(next.words());
            number.setText(Integer.toString(next.attempt().number()));
            if (next.mark() != kind) {
                kind = next.mark();
                mark.show(kind);
                line.getStyleClass().set(1, kind.styleClass());
            }
        }
    }

    /** Puts everything in its place; positions follow the width, heights the height. */
    private final class Plot extends Pane {
        Plot() {
            setMinHeight(NUMBERS + LEAST_BAND + BAR + AXIS + GAPS);
            setPrefHeight(NUMBERS + MOST_BAND + BAR + AXIS + GAPS);
        }

        @Override
        protected void layoutChildren() {
            timeline.filter(_ -> getWidth() >= LEAST_WIDTH).ifPresent(this::place);
        }

        private void place(Timeline t) {
            double width = getWidth();
            double height = Math.clamp(getHeight() - NUMBERS - BAR - AXIS - GAPS, LEAST_BAND, MOST_BAND);
            double bar = NUMBERS + height + 4;
            Row texts = new Row(width);
            band.resizeRelocate(0, NUMBERS, width, height);
            placeBudget(t, width, bar, height);
            placeTries(t, width, height, texts);
            placeReport(t, width, height, texts);
            inLog.place(t, width, NUMBERS, height, texts);
            for (int i = 0; i < blocks.size(); i++) {
                Block block = t.blocks().get(i);
                double from = t.x(block.fromMs()) * width;
                double to = t.x(block.toMs()) * width;
                BlockNode node = blocks.get(i);
                node.area.resizeRelocate(from, NUMBERS + 1, Math.max(0.5, to - from), height - 2);
                double wide = node.label.prefWidth(-1);
                boolean room = to - from >= wide + 6
                        && texts.take((from + to - wide) / 2 - LINE_ROOM, wide + 2 * LINE_ROOM);
                node.label.setVisible(room);
                node.label.resizeRelocate((from + to - wide) / 2, NUMBERS, wide, height);
            }
            placeAxis(t, width, bar + BAR + 2);
        }

        private void placeBudget(Timeline t, double width, double y, double height) {
            double zero = t.x(0) * width;
            double to = t.x(t.usedMs()) * width;
            double end = t.begun() ? t.x(Math.min(t.budgetMs(), t.endMs())) * width : width;
            used.resizeRelocate(zero, y, Math.max(0, to - zero), BAR);
            left.resizeRelocate(to, y, Math.max(0, end - to), BAR);
            used.setVisible(t.begun());
            left.setVisible(t.begun() && t.leftMs() > 0);
            left.pseudoClassStateChanged(PseudoClass.getPseudoClass("live"), t.live());
            giveUp.setVisible(t.begun() && !t.cut());
            giveUp.resizeRelocate(Math.min(width - 2, end - 1), NUMBERS - 6, 2, height + 6 + 4 + BAR);
            now.setVisible(t.live() && t.begun());
            now.resizeRelocate(Math.min(width - 2, to), NUMBERS - 6, 1.5, height + 6 + 4 + BAR);
        }

        /** The last try first, then from the first on: what is too near to one that is drawn is only a line, or nothing. */
        private void placeTries(Timeline t, double width, double height, Row texts) {
            Row marks = new Row(width);
            Row numbers = new Row(width);
            Row lines = new Row(width);
            List<Integer> order = new ArrayList<>();
            if (current >= 0) {
                order.add(current);
            }
            order.add(tries.size() - 1);
            for (int i = 0; i < tries.size() - 1; i++) {
                order.add(i);
            }
            tries.forEach(y -> List.of(y.line, y.back, y.mark, y.number, y.hit).forEach(n -> n.setVisible(false)));
            for (int i : order) {
                if (i < 0 || tries.get(i).line.isVisible()) {
                    continue;
                }
                TryNode node = tries.get(i);
                double x = Math.clamp(Math.rint(t.x(t.tries().get(i).atMs()) * width), MARK / 2 + 1,
                        width - MARK / 2);
                if (!lines.take(x - 1, 2)) {
                    continue;
                }
                node.line.setVisible(true);
                node.line.resizeRelocate(x - 1, NUMBERS - 2, 2, height + 4);
                node.hit.setVisible(true);
                node.hit.resizeRelocate(x - 5, 0, 10, NUMBERS + height + 2);
                boolean marked = marks.take(x - MARK_ROOM / 2, MARK_ROOM);
                node.mark.setVisible(marked);
                node.back.setVisible(marked);
                node.back.resizeRelocate(x - MARK_ROOM / 2, NUMBERS + (height - MARK_ROOM) / 2, MARK_ROOM, MARK_ROOM);
                node.mark.resizeRelocate(x - MARK / 2, NUMBERS + (height - MARK) / 2, MARK, MARK);
                if (marked) {
                    texts.take(x - MARK_ROOM / 2, MARK_ROOM);
                }
                double wide = node.number.prefWidth(-1);
                double at = Math.clamp(x - wide / 2, 0, Math.max(0, width - wide));
                node.number.setVisible(numbers.take(at - 2, wide + 4));
                node.number.resizeRelocate(at, -2, wide, NUMBERS);
            }
        }

        private void placeReport(Timeline t, double width, double height, Row texts) {
            double limit = giveUp.isVisible() ? giveUp.getLayoutX() : width;
            if (giveUp.isVisible()) {
                texts.take(limit - 1, 4);
            }
            boolean there = t.report().isPresent();
            double x = Math.clamp(Math.rint(t.x(t.report().map(Report::atMs).orElse(0.0)) * width), 1, width - 1);
            reportLine.setVisible(there);
            reportLine.resizeRelocate(x - 1, NUMBERS - 2, 2, height + 4);
            boolean shown = there && List.of(t.report().get().words(), t.report().get().brief()).stream()
                    .anyMatch(words -> label(words, x, limit, height, texts));
            reportMark.setVisible(shown);
            reportText.setVisible(shown);
            double giveUpWide = giveUpText.prefWidth(-1);
            giveUpText.setVisible(giveUp.isVisible() && texts.take(limit - giveUpWide - 10, giveUpWide + 8));
            giveUpText.resizeRelocate(limit - giveUpWide - 6, NUMBERS, giveUpWide, height);
        }

        /** Right of the line if there is room, else left of it; left of where the client gave up if the report came just after that. */
        private boolean label(String words, double x, double limit, double height, Row texts) {
            double size = MARK + 2;
            reportText.setText(words);
            double wide = size + 4 + reportText.prefWidth(-1);
            for (double at : new double[]{x + 5, x - 5 - wide, x - limit < NEAR ? limit - 5 - wide : x + 5}) {
                if (at + wide <= getWidth() && texts.take(at - 2, wide + 4)) {
                    reportMark.resizeRelocate(at, NUMBERS + (height - size) / 2, size, size);
                    reportText.resizeRelocate(at + size + 4, NUMBERS, wide - size - 4, height);
                    return true;
                }
            }
            return false;
        }

        private void placeAxis(Timeline t, double width, double y) {
            Row row = new Row(width);
            double to = t.x(t.usedMs()) * width;
            // Where all of it is used, what is used says how much it was.
            boolean end = t.begun() && t.leftMs() > 0;
            endText.setVisible(end && row.put(endText, width, 1, y));
            double usedAt = t.begun() ? to : (t.x(0) * width + width) / 2;
            usedText.setVisible(row.put(usedText, usedAt, 0.5, y) || row.put(usedText, usedAt, 1, y));
            leftText.setVisible(!leftText.getText().isEmpty() && row.put(leftText, (to + width) / 2, 0.5, y));
            ticks.place(t, row, width, y);
        }
    }
}
