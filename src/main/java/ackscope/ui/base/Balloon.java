package ackscope.ui.base;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/** A panel that opens beside what it is about, and closes with Escape or a click elsewhere. FX thread. */
public final class Balloon {
    private static final double ARROW = 8;
    private static final double CORNER = 8;
    private static final double INDENT = 24;

    private final Popover popover;

    public Balloon(Node content) {
        popover = new Popover(new Measured(content));
        popover.setArrowIndent(INDENT);
        popover.setArrowSize(ARROW);
        popover.setCornerRadius(CORNER);
        popover.setDetachable(false);
        popover.setAnimated(false);
        popover.setHeaderAlwaysVisible(false);
        popover.setHideOnEscape(true);
    }

    /**
     * Opens it beside a node that is on screen, or closes it.
     *
     * @param arrow where its arrow is: with one at its left it stands at the node's right
     */
    public void toggle(Node anchor, ArrowLocation arrow) {
        if (popover.isShowing()) {
            popover.hide();
        } else {
            popover.setArrowLocation(arrow);
            popover.show(anchor);
        }
    }

    /** The pop-over places itself by its content's height without naming a width; with sentences over several lines that would be too low. */
    private static final class Measured extends StackPane {
        Measured(Node content) {
            super(content);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }
    }
}
