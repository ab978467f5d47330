package ackscope.ui.alerts;

import javafx.scene.control.TableCell;
import org.kordamp.ikonli.javafx.FontIcon;

/** Whether an alert stands: a bell in red, or a check, with the word. */
final class StateCell extends TableCell<AlertRow, Boolean> {
    private final FontIcon mark = new FontIcon("fth-bell");

    @Override
    protected void updateItem(Boolean standing, boolean empty) {
        super.updateItem(standing, empty);
        getStyleClass().removeAll("text-failed", "muted");
        if (empty || standing == null) {
            setText(null);
            setGraphic(null);
            return;
        }
        mark.setIconLiteral(standing ? "fth-bell" : "fth-check");
        mark.getStyleClass().remove("icon-failed");
        if (standing) {
            mark.getStyleClass().add("icon-failed");
        }
        getStyleClass().add(standing ? "text-failed" : "muted");
        setText(standing ? "standing" : "cleared");
        setGraphic(mark);
    }
}
