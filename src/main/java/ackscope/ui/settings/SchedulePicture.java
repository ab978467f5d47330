package ackscope.ui.settings;

import ackscope.core.settings.RetrySchedule;
import ackscope.core.settings.RetrySchedule.Ending;
import ackscope.core.settings.RetrySchedule.Try;
import ackscope.core.settings.Words;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** When tries would happen within the delivery budget: a bar for each, its jitter shaded, and where the client gives up. */
final class SchedulePicture {
    private static final double HEIGHT = 20;
    private static final double NEAREST_BARS = 5;
    private static final int MOST_MARKS = 5;

    private final VBox box = new VBox(2);
    private final Label count = new Label();
    private final Label end = new Label();
    private final Plot plot = new Plot();
    private final Pane axis = new Axis();
    private RetrySchedule schedule;

    SchedulePicture(SettingsViewModel model) {
        count.getStyleClass().add("axis-text");
        end.getStyleClass().add("axis-text");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        box.getChildren().setAll(new HBox(count, gap, end), plot, axis);
        box.getStyleClass().add("schedule");
        box.setMinHeight(Region.USE_PREF_SIZE);
        box.setFocusTraversable(false);
        model.scheduleProperty().addListener((_, _, now) -> show(now));
        show(model.scheduleProperty().get());
    }

    Region node() {
        return box;
    }

    private void show(RetrySchedule now) {
        schedule = now;
        boolean blind = now.ending() == Ending.HANDED_OVER;
        count.setText(blind ? "1 try" : now.count() + ", jitter shaded");
        end.setText(now.end());
        end.getStyleClass().setAll("label", "axis-text", blind ? "text-retrying" : "text-failed");
        box.setAccessibleText("Retry schedule: " + now.count() + ", " + now.end());
        plot.draw();
        axis.requestLayout();
    }

    /** The time at the right edge, ms. */
    private double span() {
        return switch (schedule.ending()) {
            case DELIVERY_TIMEOUT -> Math.max(1, schedule.budgetMs());
            case RETRIES -> Math.max(1, schedule.endMs() * 1.15);
            case HANDED_OVER -> Math.max(1, schedule.budgetMs());
        };
    }

    /** Regions for windows, bars and the end; positions follow the width. */
    private final class Plot extends Pane {
        private final List<Region> windows = new ArrayList<>();
        private final List<Region> bars = new ArrayList<>();
        private final Region giveUp = styled("schedule-end");

        Plot() {
            getStyleClass().add("schedule-plot");
            setMinHeight(HEIGHT);
            setPrefHeight(HEIGHT);
            setMaxHeight(HEIGHT);
        }

        void draw() {
            fill(windows, schedule.tries().size(), "schedule-window");
            fill(bars, schedule.tries().size(), "schedule-bar");
            List<Node> all = new ArrayList<>(windows);
            all.addAll(bars);
            all.add(giveUp);
            getChildren().setAll(all);
            requestLayout();
        }

        @Override
        protected void layoutChildren() {
            double perMs = getWidth() / span();
            double last = -NEAREST_BARS;
            double shadedTo = 0;
            for (int i = 0; i < schedule.tries().size(); i++) {
                Try t = schedule.tries().get(i);
                double from = Math.max(shadedTo, (double) t.earliestMs() * perMs);
                double to = Math.min(getWidth(), (double) t.latestMs() * perMs);
                windows.get(i).setVisible(to > from);
                windows.get(i).resizeRelocate(from, 0, Math.max(0, to - from), HEIGHT);
                shadedTo = Math.max(shadedTo, to);
                double middle = Math.min(getWidth() - 2, (t.earliestMs() + t.latestMs()) * 0.5 * perMs);
                // Where bars would run into each other the shade alone says enough.
                bars.get(i).setVisible(middle - last >= NEAREST_BARS);
                bars.get(i).resizeRelocate(Math.rint(middle), 0, 2, HEIGHT);
                last = middle;
            }
            giveUp.setVisible(schedule.ending() != Ending.HANDED_OVER);
            giveUp.resizeRelocate(Math.rint(Math.min(getWidth() - 2, (double) schedule.endMs() * perMs)), -3, 2,
                    HEIGHT + 3);
        }

        private void fill(List<Region> regions, int size, String style) {
            while (regions.size() > size) {
                regions.removeLast();
            }
            while (regions.size() < size) {
                regions.add(styled(style));
            }
        }
    }

    /** Marks at round times. */
    private final class Axis extends Pane {
        private final List<Label> marks = new ArrayList<>();

        Axis() {
            for (int i = 0; i <= MOST_MARKS + 1; i++) {
                Label mark = new Label();
                mark.getStyleClass().add("axis-text");
                marks.add(mark);
            }
            getChildren().setAll(marks);
            setMinHeight(14);
            setPrefHeight(14);
            setMaxHeight(14);
        }

        @Override
        protected void layoutChildren() {
            double span = span();
            double step = Math.pow(10, Math.floor(Math.log10(span / MOST_MARKS)));
            step = step * (span / step > 5 * MOST_MARKS
                    ? 10
                    : span / step > 2 * MOST_MARKS ? 5 : span / step > MOST_MARKS ? 2 : 1);
            for (int i = 0; i < marks.size(); i++) {
                Label mark = marks.get(i);
                double at = i * step;
                mark.setText(at == 0 ? "0" : Words.time(Math.round(at)));
                double width = mark.prefWidth(-1);
                double x = at / span * getWidth() - (i == 0 ? 0 : width / 2);
                mark.setVisible(at <= span && x + width <= getWidth());
                mark.resizeRelocate(x, 0, width, 14);
            }
        }
    }

    private static Region styled(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        region.setManaged(false);
        return region;
    }
}
