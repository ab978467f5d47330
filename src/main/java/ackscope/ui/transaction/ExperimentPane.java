package ackscope.ui.transaction;

import ackscope.ui.base.Words;
import ackscope.core.transaction.ExperimentView;
import ackscope.core.transaction.ExperimentView.Step;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An experiment's steps as they are done, and what it showed. */
final class ExperimentPane {
    private static final double WIDTH = 310;

    private final Label title = new Label();
    private final VBox steps = new VBox(5);
    private final Button cancel = new Button("Cancel");
    private final Button close = Form.quiet("fth-x", "Close the experiment's result");
    private final ScrollPane scroll = new ScrollPane(steps);
    private final VBox root;
    private ExperimentView shown = ExperimentView.NONE;

    ExperimentPane(TransactionViewModel model) {
        title.getStyleClass().addAll("strong", "small-text");
        title.setMinWidth(0);
        cancel.setId("experiment-cancel");
        cancel.getStyleClass().add("small");
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(_ -> model.cancelExperiment());
        close.setId("experiment-close");
        close.setOnAction(_ -> Form.present(node(), false));
        HBox head = Form.row(title, Form.space(), cancel, close);
        head.getStyleClass().add("reader-head");
        steps.getStyleClass().add("experiment-steps");
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setMinHeight(0);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        root = new VBox(head, scroll);
        root.setId("experiment");
        root.getStyleClass().add("reader");
        root.setMinWidth(WIDTH);
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        // A place is kept as a share of the height, which changes after the steps.
        steps.heightProperty().subscribe(_ -> scroll.setVvalue(place()));
        model.experimentProperty().subscribe(this::show);
    }

    Region node() {
        return root;
    }

    private void show(ExperimentView now) {
        boolean begins = now.state() == ExperimentView.State.RUNNING && shown.state() != ExperimentView.State.RUNNING;
        if (now.state() == ExperimentView.State.IDLE) {
            Form.present(root, false);
        } else if (begins) {
            Form.present(root, true);
        }
        shown = now;
        title.setText(now.title());
        Form.present(cancel, now.state() == ExperimentView.State.RUNNING);
        Form.present(close, now.state() != ExperimentView.State.RUNNING);
        List<Node> lines = new ArrayList<>();
        if (!now.conclusion().isEmpty()) {
            Label conclusion = Words.of(Figures.unbroken(now.conclusion()), "small-text");
            conclusion.setId("experiment-conclusion");
            conclusion.getStyleClass().add(now.state() == ExperimentView.State.SHOWN ? "text-acked" : "text-failed");
            lines.add(conclusion);
        }
        for (int i = 0; i < now.steps().size(); i++) {
            boolean last = i == now.steps().size() - 1;
            lines.add(line(now.steps().get(i), last ? now.state() : ExperimentView.State.SHOWN));
        }
        steps.getChildren().setAll(lines);
        scroll.setVvalue(place());
    }

    /** While it runs the newest step matters, afterwards what it showed, which stands on top. */
    private double place() {
        return shown.state() == ExperimentView.State.RUNNING ? 1 : 0;
    }

    private static Node line(Step step, ExperimentView.State state) {
        OutcomeMark mark = new OutcomeMark(step.tookMs() >= 0
                ? OutcomeMark.Kind.ACKED
                : state == ExperimentView.State.RUNNING ? OutcomeMark.Kind.WAITING : OutcomeMark.Kind.FAILED, 9);
        Label what = Words.of(step.what()
                + (step.tookMs() < 0 ? "" : " (" + Figures.unbroken(Figures.ms((double) step.tookMs())) + ")"),
                "small-text");
        VBox text = new VBox(what);
        if (!step.result().isEmpty()) {
            Label result = Words.of(Figures.unbroken(step.result()), "small-text");
            result.getStyleClass().add("muted");
            text.getChildren().add(result);
        }
        HBox row = new HBox(7, mark, text);
        row.setAlignment(Pos.TOP_LEFT);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox.setMargin(mark, new javafx.geometry.Insets(4, 0, 0, 0));
        return row;
    }
}
