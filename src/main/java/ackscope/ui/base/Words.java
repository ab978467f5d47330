package ackscope.ui.base;

import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** Labels of running text. */
public final class Words {
    private Words() {
    }

    /** Text that is broken into lines where it has to. */
    public static Label of(String text, String... styles) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }

    /** Text that is never cut. */
    public static Label whole(String text, String... styles) {
        Label label = new Label(text);
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll(styles);
        return label;
    }
}
