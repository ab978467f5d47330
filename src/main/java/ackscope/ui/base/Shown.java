package ackscope.ui.base;

import javafx.scene.Node;
import javafx.stage.Stage;
import javafx.stage.Window;

/** Tells whether anybody can see a node, so that a panel behind a tab or in a minimised window costs nothing. FX thread. */
public final class Shown {
    private Shown() {
    }

    /** True if the node is in a window on screen and neither it nor anything above it is hidden. */
    public static boolean is(Node node) {
        if (node.getScene() == null) {
            return false;
        }
        Window window = node.getScene().getWindow();
        if (window == null || !window.isShowing() || (window instanceof Stage stage && stage.isIconified())) {
            return false;
        }
        for (Node n = node; n != null; n = n.getParent()) {
            if (!n.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
