package ackscope.ui.faults;

import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;

/** A pane as tall as what it holds, up to a limit; only then it scrolls, and only up and down. */
final class Fitting extends ScrollPane {

    Fitting(Region content, double limit) {
        super(content);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setFocusTraversable(false);
        setMinHeight(0);
        content.heightProperty().subscribe(h -> setPrefViewportHeight(Math.min(limit, Math.ceil(h.doubleValue()))));
    }
}
