package ackscope.ui.alerts;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One alert in full: what was measured, what most likely stands behind it, what to try next. */
final class AlertDetail {
    /** The names of the parts stand in a column, so that a low panel shows all three. */
    private static final double HEAD = 52;

    private final Label title = new Label();
    private final Label times = new Label();
    private final Label evidence = words();
    private final Label cause = words();
    private final Label next = words();
    private final ScrollPane root;

    AlertDetail() {
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        times.getStyleClass().addAll("muted", "small-text");
        times.setMinWidth(0);
        VBox page = new VBox(4, Form.row(title, times), part("Seen", evidence), part("Cause", cause),
                part("Try next", next));
        page.getStyleClass().add("alert-detail");
        root = new ScrollPane(page);
        root.setId("alert-detail");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setMinWidth(0);
        root.setAccessibleText("The chosen alert");
    }

    Region node() {
        return root;
    }

    /** Shows this one. */
    void show(AlertRow row) {
        title.setText(row.alert().rule());
        evidence.setText(Figures.unbroken(row.alert().evidence()));
        cause.setText(row.alert().cause());
        next.setText(row.alert().next());
        ObservableValue<String> state = Bindings.createStringBinding(() -> (row.standingProperty().get()
                ? "stands for "
                : "cleared after ") + row.lastedProperty().get() + ", raised " + Figures.clock(row.alert().raisedMs()),
                row.standingProperty(), row.lastedProperty());
        times.textProperty().bind(state);
    }

    private static Label words() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("small-text");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Region part(String name, Label text) {
        Label head = new Label(name);
        head.getStyleClass().addAll("muted", "small-text");
        head.setMinWidth(HEAD);
        HBox part = new HBox(head, text);
        HBox.setHgrow(text, Priority.ALWAYS);
        return part;
    }
}
