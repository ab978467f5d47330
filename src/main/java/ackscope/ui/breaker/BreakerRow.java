package ackscope.ui.breaker;

import ackscope.ui.base.Balloon;
import ackscope.ui.base.Form;
import atlantafx.base.controls.Popover.ArrowLocation;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/** The circuit breaker in one line: switch, state, and the way to all of it in a pop-over. */
public final class BreakerRow {
    private final BreakerViewModel model;
    private final Label state = new Label();
    private final Button more = Form.quiet("fth-more-horizontal", "Circuit breaker: settings, state and outbox");
    private final HBox root = Form.row();
    private final Balloon panel;

    public BreakerRow(BreakerViewModel model) {
        this.model = model;
        panel = new Balloon(new BreakerPanel(model).node());
        createView();
    }

    /** The line, as wide as it is given. */
    public Region node() {
        return root;
    }

    private void createView() {
        Label name = new Label("Breaker");
        name.getStyleClass().add("panel-title");
        name.setMinWidth(Region.USE_PREF_SIZE);
        state.setId("breaker-state");
        state.setMinWidth(0);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        Tooltip sentence = new Tooltip();
        sentence.setWrapText(true);
        sentence.setMaxWidth(420);
        state.setTooltip(sentence);
        model.stateProperty().subscribe(now -> {
            state.setText(now.line());
            sentence.setText(now.sentence());
            state.getStyleClass().setAll("label", "small-text", now.tone().styleClass());
        });
        more.setId("breaker-more");
        more.getStyleClass().addAll("small", "button-icon");
        more.setOnAction(_ -> panel.toggle(more, ArrowLocation.LEFT_BOTTOM));
        root.getStyleClass().add("breaker-row");
        root.getChildren().addAll(name, BreakerPanel.onOff(model, "breaker-on"), state, more);
    }

    /** Opens all of it below a node, or closes it. */
    public void openBelow(Region anchor) {
        panel.toggle(anchor, ArrowLocation.TOP_LEFT);
    }
}
