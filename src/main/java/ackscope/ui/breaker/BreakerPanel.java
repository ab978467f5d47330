package ackscope.ui.breaker;

import ackscope.ui.base.Words;
import ackscope.ui.base.Form;
import atlantafx.base.controls.ToggleSwitch;
import java.util.List;
import javafx.geometry.HorizontalDirection;
import javafx.geometry.Orientation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Separator;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The circuit breaker whole: how it stands now, when it opens and closes, which failures count, and its outbox. */
final class BreakerPanel {
    private static final double COLUMN = 344;
    private static final double SWITCH = 34;

    private final BreakerViewModel model;
    private final Label sentence = Words.of("", "muted", "small-text");
    private final Label word = new Label();
    private final ProgressBar near = new ProgressBar(0);
    private final VBox root = new VBox(8);

    BreakerPanel(BreakerViewModel model) {
        this.model = model;
        createView();
        model.stateProperty().subscribe(this::show);
    }

    Region node() {
        return root;
    }

    /** The switch, without room for a text of its own. */
    static ToggleSwitch onOff(BreakerViewModel model, String id) {
        ToggleSwitch on = new ToggleSwitch();
        on.setId(id);
        on.setLabelPosition(HorizontalDirection.RIGHT);
        on.setMinWidth(SWITCH);
        on.setMaxWidth(SWITCH);
        on.setAccessibleText("Circuit breaker");
        on.selectedProperty().bindBidirectional(model.form().onProperty());
        return on;
    }

    private void createView() {
        Label title = new Label("Circuit breaker");
        title.getStyleClass().add("section-title");
        Button reset = new Button("Back to defaults", new FontIcon("fth-rotate-ccw"));
        reset.setId("breaker-reset");
        reset.getStyleClass().add("small");
        reset.setTooltip(new Tooltip("All settings of the breaker and its outbox back to what they were at first"));
        reset.setOnAction(_ -> model.form().reset());
        near.getStyleClass().add("outbox-bar");
        near.setPrefWidth(120);
        near.setAccessibleText("How near it is to opening");
        sentence.setId("breaker-sentence");
        // Two lines are kept, so that nothing below jumps when the sentence changes.
        sentence.setMinHeight(32);
        RuleForm rules = new RuleForm(model.form());
        Region left = rules.rules();
        Region right = new OutboxPanel(model).node();
        for (Region column : List.of(left, right)) {
            column.setPrefWidth(COLUMN);
            column.setMinWidth(COLUMN);
            column.setMaxWidth(COLUMN);
        }
        root.getStyleClass().add("breaker-panel");
        root.getChildren().addAll(
                Form.row(title, onOff(model, "breaker-on-panel"), word, near, Form.space(), reset), sentence,
                new HBox(12, left, new Separator(Orientation.VERTICAL), right), rules.kinds());
    }

    private void show(BreakerState now) {
        word.setText(now.word());
        word.getStyleClass().setAll("label", now.tone().styleClass());
        sentence.setText(now.sentence());
        near.setProgress(now.share());
        near.setVisible(now.tone() == BreakerState.Tone.PASSING);
    }
}
