package ackscope.ui.base;

import atlantafx.base.controls.Popover;
import atlantafx.base.controls.Popover.ArrowLocation;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/**
 * A panel that opens beside what it is about, and closes with Escape or a click elsewhere. It keeps the height that it opens with, and
 * scrolls when its content grows: a pop-over whose content changes its height while it is shown may lay itself out without end. FX thread.
 */
public final class Balloon {
    /** Where the scroll bar stands, so that it covers nothing. */
    private static final double SCROLL_BAR = 10;

    private final Region content;
    private final ScrollPane frame;
    private final Popover popover;

    public Balloon(Region content) {
        this.content = content;
        frame = new ScrollPane(content);
        frame.getStyleClass().add("balloon");
        frame.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        popover = Popovers.plain(frame, ArrowLocation.TOP_LEFT);
    }

    /**
     * Opens it beside a node that is on screen, or closes it.
     *
     * @param arrow where its arrow is: with one at its left it stands at the node's right
     */
    public void toggle(Region anchor, ArrowLocation arrow) {
        if (popover.isShowing()) {
            popover.hide();
            return;
        }
        popover.setArrowLocation(arrow);
        popover.show(anchor);
        if (fit()) {
            // What it takes is known only once it is dressed; its place follows from that.
            popover.show(anchor);
        }
    }

    /** Takes the size that the content has now; returns whether that is another one. */
    private boolean fit() {
        double width = Math.ceil(content.prefWidth(-1)) + SCROLL_BAR;
        double height = Math.ceil(content.prefHeight(width - SCROLL_BAR)) + 2;
        boolean other = frame.getPrefWidth() != width || frame.getPrefHeight() != height;
        frame.setMinSize(width, height);
        frame.setPrefSize(width, height);
        frame.setMaxSize(width, height);
        return other;
    }
}
