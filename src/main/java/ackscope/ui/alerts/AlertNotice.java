package ackscope.ui.alerts;

import ackscope.ui.alerts.AlertBell.Notice;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * A notice in the window's last line, where it hides nothing, gone by itself. It never takes the focus or a key; a click on it opens the
 * alerts. FX thread.
 */
final class AlertNotice {
    private final Label title = new Label();
    private final Label text = new Label();
    private final Tooltip more = new Tooltip();
    private final Button root = new Button();

    /** @param open brings the alerts to the front */
    AlertNotice(AlertsViewModel model, Runnable open) {
        FontIcon icon = new FontIcon("fth-bell");
        icon.getStyleClass().add("icon-failed");
        title.getStyleClass().add("strong");
        title.setMinWidth(Region.USE_PREF_SIZE);
        text.setMinWidth(0);
        HBox words = Form.row(icon, title, text);
        more.setWrapText(true);
        more.setMaxWidth(420);
        root.setId("alert-notice");
        root.setGraphic(words);
        root.setTooltip(more);
        root.getStyleClass().addAll("alert-notice");
        root.setOnAction(_ -> open.run());
        model.noticeProperty().subscribe(this::show);
    }

    /** The notice; not in the layout while there is none. */
    Region node() {
        return root;
    }

    private void show(Optional<Notice> notice) {
        Form.present(root, notice.isPresent());
        notice.ifPresent(n -> {
            title.setText(n.title());
            text.setText(Figures.unbroken(n.text()));
            more.setText((n.more().isEmpty() ? "" : n.more() + "\n") + "A click opens the alerts.");
            root.setAccessibleText("Alert: " + n.title() + ". " + n.text());
        });
    }
}
