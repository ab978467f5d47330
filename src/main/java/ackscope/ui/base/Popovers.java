package ackscope.ui.base;

import atlantafx.base.controls.Popover;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Window;
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** Buttons of bars that open a pop-over below or above them. */
public final class Popovers {
    private static final Duration AT_ONCE = Duration.millis(1);
    private static final double ARROW_INDENT = 24;
    /** What a pop-over is wider than its content, at most, with a gap to the window's edge. */
    private static final double FRAME = 40;

    private Popovers() {
    }

    /** The pop-over of a top-bar button: closes with Escape or a click beside it. */
    public static Popover below(Node content) {
        return plain(content, Popover.ArrowLocation.TOP_LEFT);
    }

    /** The pop-over of a button at the right end of a bar at the top. */
    public static Popover belowRight(Node content) {
        Popover popover = plain(content, Popover.ArrowLocation.TOP_RIGHT);
        popover.setAutoFix(false);
        return popover;
    }

    /** The pop-over of a button low in the window, for content of a fixed height; {@code right} when it stands at the right end of its bar. */
    public static Popover above(Node content, boolean right) {
        Popover popover = plain(content,
                right ? Popover.ArrowLocation.BOTTOM_RIGHT : Popover.ArrowLocation.BOTTOM_LEFT);
        // It is placed as if it hung from its corner first, and only then moved: a correction in between would stay.
        popover.setAutoFix(false);
        return popover;
    }

    /** How every pop-over of the window is dressed. */
    static Popover plain(Node content, Popover.ArrowLocation arrow) {
        Popover popover = new Popover(content);
        popover.setArrowLocation(arrow);
        popover.setArrowIndent(ARROW_INDENT);
        popover.setArrowSize(8);
        popover.setCornerRadius(8);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setHideOnEscape(true);
        return popover;
    }

    /** Opens a pop-over so that its edge and the button's are one line, or closes an open one. */
    public static void toggle(Popover popover, Node button) {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        Bounds at = button.localToScreen(button.getBoundsInLocal());
        double indent = popover.getCornerRadius() + ARROW_INDENT + popover.getArrowSize();
        if (popover.getArrowLocation() == Popover.ArrowLocation.BOTTOM_LEFT) {
            // The arrow stays on the button, the rest moves left as far as the window's edge demands.
            Window window = button.getScene().getWindow();
            double over = at.getMinX() + popover.getContentNode().prefWidth(-1) + FRAME
                    - (window.getX() + window.getWidth());
            popover.setArrowIndent(ARROW_INDENT + Math.max(0, over));
        }
        switch (popover.getArrowLocation()) {
            case BOTTOM_LEFT -> popover.show(button, at.getMinX() + indent, at.getMinY(), AT_ONCE);
            case TOP_RIGHT -> popover.show(button, at.getMaxX() - indent, at.getMaxY(), AT_ONCE);
            case BOTTOM_RIGHT -> popover.show(button, at.getMaxX() - indent, at.getMinY(), AT_ONCE);
            default -> popover.show(button, at.getMinX() + indent, at.getMaxY(), AT_ONCE);
        }
    }

    /** A button's face with a chevron at its end. */
    public static HBox face(Node... nodes) {
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
