package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
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
import javafx.util.Subscription;

/** One alert in full: what was measured, what most likely stands behind it, what to try next. */
final class AlertDetail {
    /** The names of the parts stand in a column, so that a low panel shows all three. */
    private static final double HEAD = 68;
    private static final String UNTOLD = "not told during a drill";

    private final Label title = new Label();
    private final Label times = new Label();
    private final Label evidence = words();
    private final Label cause = words();
    private final Label next = words();
    private final Label nextHead = new Label();
    private final ScrollPane root;
    private Subscription following = Subscription.EMPTY;

    AlertDetail() {
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        times.getStyleClass().addAll("muted", "small-text");
        times.setMinWidth(0);
        VBox page = new VBox(4, Form.row(title, times), part(new Label("Seen"), evidence),
                part(new Label("Cause"), cause), part(nextHead, next));
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
        following.unsubscribe();
        following = row.alertProperty().subscribe(this::words);
        ObservableValue<String> state = Bindings.createStringBinding(() -> state(row) + row.lastedProperty().get()
                + ", raised " + Figures.clock(row.alert().raisedMs()), row.alertProperty(), row.lastedProperty());
        times.textProperty().bind(state);
    }

    private void words(Alert alert) {
        title.setText(alert.rule());
        evidence.setText(Figures.unbroken(alert.evidence()));
        cause.setText(told(alert.cause()));
        next.setText(told(alert.next()));
        nextHead.setText(alert.holds() ? "Try next" : "Afterwards");
    }

    private static String state(AlertRow row) {
        if (!row.standingProperty().get()) {
            return "cleared after ";
        }
        return row.alert().holds() ? "stands for " : "over, and cleared if it stays so; stands for ";
    }

    private static Label words() {
        Label label = new Label();
        label.setWrapText(true);
        label.getStyleClass().add("small-text");
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static Region part(Label head, Label text) {
        head.getStyleClass().addAll("muted", "small-text");
        head.setMinWidth(HEAD);
        HBox part = new HBox(head, text);
        HBox.setHgrow(text, Priority.ALWAYS);
        return part;
    }

    /** What stands in the place of words that are held back. */
    static String told(String words) {
        return words.isEmpty() ? UNTOLD : words;
    }
}
