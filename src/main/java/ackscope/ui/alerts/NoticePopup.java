package ackscope.ui.alerts;

import javafx.geometry.Pos;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.kordamp.ikonli.javafx.FontIcon;

/** A notice in the lower right corner of the window, gone by itself. It has no control that could take the focus or a key; a click opens the alerts. */
final class NoticePopup {
    private static final Duration SHOWN = Duration.seconds(7);

    private NoticePopup() {
    }

    static void show(Stage owner, AlertBell.Notice notice, Runnable open) {
        if (owner.isIconified()) {
            // A pop-up of a window that is nowhere has no corner to be in.
            return;
        }
        FontIcon icon = new FontIcon("fth-bell");
        icon.getStyleClass().add("icon-failed");
        Notifications.create().owner(owner).title(notice.title()).text(notice.text()).graphic(icon)
                .position(Pos.BOTTOM_RIGHT).hideAfter(SHOWN).styleClass("alert-notice").onAction(_ -> {
                    owner.toFront();
                    owner.requestFocus();
                    open.run();
                }).show();
    }
}
