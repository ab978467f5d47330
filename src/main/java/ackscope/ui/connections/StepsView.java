package ackscope.ui.connections;

import ackscope.core.connection.StepResult;
import ackscope.core.connection.StepResult.State;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The steps of a test as they go: a mark, what was found, how long it took; at the failed one what to change. */
final class StepsView {
    private static final double TITLE = 150;
    private static final double TIME = 70;

    private final ConnectionsViewModel model;
    private final VBox root = new VBox(6);

    StepsView(ConnectionsViewModel model) {
        this.model = model;
        root.setId("connection-steps");
        model.steps().addListener((ListChangeListener<StepResult>) _ -> fill());
        fill();
    }

    Region node() {
        return root;
    }

    private void fill() {
        root.getChildren().setAll(model.steps().stream().map(StepsView::row).toList());
        Form.present(root, !model.steps().isEmpty());
    }

    private static Node row(StepResult step) {
        StackPane mark = new StackPane(mark(step.state()));
        mark.setMinSize(18, 18);
        mark.setMaxSize(18, 18);
        Label title = new Label(step.step().title());
        title.setMinWidth(TITLE);
        title.setPrefWidth(TITLE);
        title.getStyleClass().add(step.state() == State.WAITING ? "muted" : "strong");
        Label time = new Label(step.ms() > 0 || !step.what().isEmpty() ? Figures.count(step.ms()) + " ms" : "");
        time.getStyleClass().addAll("muted", "small-text");
        time.setMinWidth(TIME);
        time.setPrefWidth(TIME);
        time.setAlignment(javafx.geometry.Pos.TOP_RIGHT);
        VBox words = new VBox(2);
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMinWidth(0);
        if (!step.what().isEmpty()) {
            words.getChildren().add(words(step.what(), step.state() == State.FAILED ? "text-failed" : "label"));
        }
        if (!step.remedy().isEmpty()) {
            Label remedy = words(step.remedy(), "label");
            remedy.getStyleClass().add("small-text");
            words.getChildren().add(remedy);
        }
        HBox row = new HBox(8, mark, title, words, time);
        row.getStyleClass().add("step-row");
        row.setAccessibleText(step.step().title() + ": " + word(step.state()) + ". " + step.what() + " "
                + step.remedy());
        return row;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().setAll(List.of("label", style));
        return label;
    }

    /** A shape for each state, so that colour is not needed to tell them apart. */
    private static Node mark(State state) {
        return switch (state) {
            case RUNNING -> {
                ProgressIndicator turning = new ProgressIndicator();
                turning.setPrefSize(14, 14);
                turning.setMaxSize(14, 14);
                yield turning;
            }
            case PASSED -> outcome("acked");
            case FAILED -> outcome("failed");
            case NOT_KNOWN -> outcome("unknown");
            case REMARK -> icon("fth-alert-triangle", "icon-warning");
            case WAITING -> outcome("waiting");
            case SKIPPED, CANCELLED -> icon("fth-minus", "muted");
        };
    }

    private static Node icon(String name, String style) {
        FontIcon icon = new FontIcon(name);
        icon.getStyleClass().add(style);
        return icon;
    }

    private static Node outcome(String which) {
        Region mark = new Region();
        mark.getStyleClass().addAll("outcome-mark", which);
        mark.setMinSize(12, 12);
        mark.setMaxSize(12, 12);
        return mark;
    }

    private static String word(State state) {
        return switch (state) {
            case WAITING -> "waits";
            case RUNNING -> "under way";
            case PASSED -> "passed";
            case REMARK -> "passed, with a remark";
            case NOT_KNOWN -> "not known";
            case FAILED -> "failed";
            case SKIPPED -> "passed over";
            case CANCELLED -> "cancelled";
        };
    }
}
