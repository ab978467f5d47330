package ackscope.ui.lessons;

import ackscope.ui.base.Form;
import ackscope.ui.base.Words;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** The steps of a lesson side by side: those that are done, the one at hand, and what comes. */
final class Steps {
    private static final List<String> NAMES = List.of("Predict", "Run", "Why");
    private static final double ROOM = 14;

    private final HBox root = Form.row();

    /** @param at the step at hand */
    Steps(LessonsViewModel.Step at) {
        root.setSpacing(ROOM);
        root.setMinWidth(Region.USE_PREF_SIZE);
        int now = List.of(LessonsViewModel.Step.values()).indexOf(at);
        for (int i = 0; i < NAMES.size(); i++) {
            Label number = new Label(i < now ? "✓" : Integer.toString(i + 1));
            number.getStyleClass().addAll("lesson-step", i < now ? "done" : i == now ? "now" : "later");
            root.getChildren().add(Form.row(number, Words.whole(NAMES.get(i), i == now ? "strong" : "muted")));
        }
    }

    Region node() {
        return root;
    }
}
