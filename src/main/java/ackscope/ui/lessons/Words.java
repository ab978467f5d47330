package ackscope.ui.lessons;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Text of a lesson. */
final class Words {
    private Words() {
    }

    /** Text that is broken into lines where it has to. */
    static Label of(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Text that is never cut. */
    static Label whole(String text, String... styles) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
