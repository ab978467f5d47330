package ackscope.ui.records;

import ackscope.ui.base.OutcomeMark;
import ackscope.ui.records.Timeline.InLog;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;

/** Marks on the timeline the moments by which a broker had the record although the client had not heard so. FX thread. */
final class InLogMarks {
    private static final double SIZE = 11;

    private final List<Mark> marks = new ArrayList<>();

    /** Shows these; says whether there are more or fewer nodes now. */
    boolean show(List<InLog> moments) {
        boolean other = marks.size() != moments.size();
        while (marks.size() > moments.size()) {
            marks.removeLast();
        }
        while (marks.size() < moments.size()) {
            marks.add(new Mark());
        }
        for (int i = 0; i < marks.size(); i++) {
            marks.get(i).whole.setText(moments.get(i).words());
        }
        return other;
    }

    List<Node> nodes() {
        return marks.stream().flatMap(m -> List.<Node>of(m.line, m.shape, m.word, m.hit).stream()).toList();
    }

    /** Lines are always drawn, the word where nothing else stands. */
    void place(Timeline t, double width, double top, double height, Row texts) {
        for (int i = 0; i < marks.size(); i++) {
            double x = Math.clamp(Math.rint(t.x(t.inLog().get(i).atMs()) * width), 1, width - 1);
            marks.get(i).place(x, top, height, texts);
        }
    }

    private static final class Mark {
        private final Region line = AttemptTimeline.styled("timeline-in-log");
        private final OutcomeMark shape = new OutcomeMark(OutcomeMark.Kind.ACKED, SIZE);
        private final Label word = AttemptTimeline.text("timeline-text", "text-acked");
        private final Region hit = AttemptTimeline.styled("timeline-hit");
        private final Tooltip whole = new Tooltip();

        Mark() {
            shape.setManaged(false);
            word.setText("in the log");
            whole.setWrapText(true);
            whole.setMaxWidth(420);
            Tooltip.install(hit, whole);
        }

        private void place(double x, double top, double height, Row texts) {
            line.resizeRelocate(x - 1, top - 2, 2, height + 4);
            hit.resizeRelocate(x - 5, top - 2, 10, height + 4);
            double wide = SIZE + 4 + word.prefWidth(-1);
            // A broker is quick: beside the moment there is mostly the mark of its own try.
            double[] places = {x + 5, x + 5 + SIZE, x - wide - 5};
            int found = 0;
            while (found < places.length && !texts.take(places[found] - 3, wide + 6)) {
                found++;
            }
            boolean shown = found < places.length;
            double at = shown ? places[found] : x;
            shape.setVisible(shown);
            word.setVisible(shown);
            shape.resizeRelocate(at, top + (height - SIZE) / 2, SIZE, SIZE);
            word.resizeRelocate(at + SIZE + 4, top, wide - SIZE - 4, height);
        }
    }
}
