package ackscope.ui.flow;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A fault's badge: red, with its words; not there while there is no fault. */
final class FaultPill extends Label {
    private final Tooltip tip = new Tooltip();
    private FaultBadge shown = FaultBadge.NONE;

    FaultPill() {
        super("", new FontIcon("fth-zap"));
        getStyleClass().add("fault-badge");
        setMinWidth(0);
        tip.setWrapText(true);
        tip.setMaxWidth(420);
        setTooltip(tip);
        setVisible(false);
        setManaged(false);
    }

    /** Shows a badge; says whether it is another than before. */
    boolean show(FaultBadge badge) {
        if (badge.equals(shown)) {
            return false;
        }
        shown = badge;
        setText(badge.text());
        tip.setText(badge.tip());
        setAccessibleText("Fault: " + badge.text());
        setVisible(!badge.none());
        setManaged(!badge.none());
        return true;
    }
}
