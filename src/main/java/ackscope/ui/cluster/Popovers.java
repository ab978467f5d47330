package ackscope.ui.cluster;

import atlantafx.base.controls.Popover;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of the top bar that open a pop-over below them. */
final class Popovers {
    private Popovers() {
    }

    /** The pop-over of a top-bar button: closes with Escape or a click beside it. */
    static Popover below(Button button, Node content) {
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

    /** A button's face with a chevron at its end. */
    static HBox face(Node... nodes) {
        HBox face = new HBox(8, nodes);
        face.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        FontIcon chevron = new FontIcon("fth-chevron-down");
        face.getChildren().add(chevron);
        face.setMinWidth(Region.USE_PREF_SIZE);
        face.setMouseTransparent(true);
        return face;
    }
}
