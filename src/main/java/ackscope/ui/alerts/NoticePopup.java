package ackscope.ui.alerts;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;

/** A notice in the lower right corner of the window, gone by itself. It has no control that could take the focus or a key; a click opens the alerts. */
final class NoticePopup {
    private static final Duration SHOWN = Duration.seconds(7);
    private static final double WIDTH = 340;

    private NoticePopup() {
    }

    /** What the library adds to the window's scene with its first notice. */
    static String sheet() {
        return Objects.requireNonNull(Notifications.class.getResource("notificationpopup.css")).toExternalForm();
    }

    static void show(Stage owner, AlertBell.Notice notice, Runnable open) {
        if (owner.isIconified()) {
            // A pop-up of a window that is nowhere has no corner to be in.
            return;
        }
        Notifications.create().owner(owner).graphic(content(notice)).position(Pos.BOTTOM_RIGHT).hideAfter(SHOWN)
                .styleClass("alert-notice").onAction(_ -> {
                    owner.toFront();
                    owner.requestFocus();
                    open.run();
                }).show();
    }

    /** Its own labels: those of the library cut what does not fit a line. */
    private static Region content(AlertBell.Notice notice) {
        FontIcon icon = new FontIcon("fth-bell");
        icon.getStyleClass().add("icon-failed");
        Label title = new Label(notice.title());
        title.setMinWidth(Region.USE_PREF_SIZE);
        title.getStyleClass().add("strong");
        Label text = new Label(Figures.unbroken(notice.text()));
        text.setWrapText(true);
        text.setPrefWidth(WIDTH);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.getStyleClass().add("small-text");
        return new Row(icon, new VBox(2, title, text));
    }

    /** The notice is as high as its content is without a width being named, at which sentences would not wrap. */
    private static final class Row extends HBox {
        Row(Node... nodes) {
            super(Form.GAP, nodes);
        }

        @Override
        protected double computePrefHeight(double width) {
            return super.computePrefHeight(width < 0 ? prefWidth(-1) : width);
        }

        @Override
        protected double computeMinHeight(double width) {
            return computePrefHeight(width);
        }
    }
}
