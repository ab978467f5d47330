package ackscope.ui.cluster;

import atlantafx.base.controls.Popover;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of the top bar that open a pop-over below them. */
final class Popovers {
    private static final Duration AT_ONCE = Duration.millis(1);

    private Popovers() {
    }

    /** The pop-over of a top-bar button: closes with Escape or a click beside it. */
    static Popover below(Node content) {
        Popover popover = new Popover(content);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_LEFT);
        popover.setArrowIndent(24);
        popover.setArrowSize(8);
        popover.setCornerRadius(8);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setHideOnEscape(true);
        return popover;
    }

    /** Opens a pop-over so that its left edge and the button's are one line, or closes an open one. */
    static void toggle(Popover popover, Button button) {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        Bounds at = button.localToScreen(button.getBoundsInLocal());
        popover.show(button,
                at.getMinX() + popover.getCornerRadius() + popover.getArrowIndent() + popover.getArrowSize(),
                at.getMaxY(), AT_ONCE);
    }

    /** A button's face with a chevron at its end. */
    static HBox face(Node... nodes) {
        HBox face = new HBox(8, nodes);
        face.setAlignment(Pos.CENTER_LEFT);
        FontIcon chevron = new FontIcon("fth-chevron-down");
        face.getStyleClass().add("chooser-face");
        face.getChildren().add(chevron);
        face.setMinWidth(Region.USE_PREF_SIZE);
        face.setMouseTransparent(true);
        return face;
    }
}
