package ackscope.ui.records;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;

/** Round times under the timeline, where there is room for them. FX thread. */
final class TimeTicks {
    private static final int MOST = 10;
    private static final double[] STEPS = {1, 2, 5, 10};

    private final List<Label> labels = new ArrayList<>();

    TimeTicks() {
        for (int i = 0; i <= MOST + 1; i++) {
            labels.add(AttemptTimeline.text("axis-text"));
        }
    }

    List<Label> labels() {
        return labels;
    }

    void place(Timeline t, Row row, double width, double y) {
        double step = step(t.endMs());
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            double at = i * step;
            boolean inside = t.begun() && at <= t.endMs() && (i > 0 || t.blockedMs() > 0 || at == 0);
            label.setText(at == 0 ? "0" : TimelineWords.ms(at));
            label.setVisible(inside && row.put(label, t.x(at) * width, 0.5, y));
        }
    }

    /** So that there are ten at most. */
    static double step(double end) {
        double power = Math.pow(10, Math.floor(Math.log10(end / MOST)));
        for (double factor : STEPS) {
            if (end / (factor * power) <= MOST) {
                return factor * power;
            }
        }
        return 10 * power;
    }
}
