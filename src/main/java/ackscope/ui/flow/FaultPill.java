package ackscope.ui.flow;

import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/** A fault's badge: red, with its words, or the few of them that there is room for; not there while there is no fault. */
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

    /** What it needs with its few words, px. */
    double briefWidth() {
        return width(shown.brief());
    }

    /** Says all if that fits, else the few words; returns what it needs then, px. */
    double fit(double room) {
        String words = width(shown.text()) <= room ? shown.text() : shown.brief();
        if (!words.equals(getText())) {
            setText(words);
        }
        return width(words);
    }

    /** Did it say this. */
    private double width(String words) {
        Text measured = new Text(words);
        measured.setFont(getFont());
        return Math.ceil(measured.getLayoutBounds().getWidth() + getGraphic().prefWidth(-1) + getGraphicTextGap()
                + snappedLeftInset() + snappedRightInset()) + 1;
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
