package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
import ackscope.ui.base.CutCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** How an alert stands: a bell in red while it goes on, a check when it is over, with the word. */
final class StateCell extends CutCell<AlertRow, Alert> {
    private final FontIcon mark = new FontIcon("fth-bell");

    @Override
    protected void updateItem(Alert alert, boolean empty) {
        super.updateItem(alert, empty);
        getStyleClass().removeAll("text-failed", "muted");
        if (empty || alert == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        mark.setIconLiteral(alert.holds() ? "fth-bell" : "fth-check");
        mark.getStyleClass().remove("icon-failed");
        if (alert.holds()) {
            mark.getStyleClass().add("icon-failed");
        }
        getStyleClass().add(alert.holds() ? "text-failed" : "muted");
        setText(alert.holds() ? "standing" : alert.clearedMs().isEmpty() ? "over" : "cleared");
        setGraphic(mark);
    }
}
