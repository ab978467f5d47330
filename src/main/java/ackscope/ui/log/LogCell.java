package ackscope.ui.log;

import ackscope.core.event.LogEvent.Level;
import ackscope.ui.base.Figures;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;

/** A line of the log: time, level mark, sentence, count. A sentence too long for the line is whole in its tooltip. */
final class LogCell extends ListCell<LogLine> {
    private final Label time = new Label();
    private final FontIcon mark = new FontIcon("fth-info");
    private final Label text = new Label();
    private final Label count = new Label();
    private final Tooltip whole = new Tooltip();
    private final HBox line = new HBox(8, time, mark, text, count);

    LogCell() {
        line.setAlignment(Pos.CENTER_LEFT);
        time.getStyleClass().addAll("muted", "log-time");
        time.setMinWidth(Region.USE_PREF_SIZE);
        text.setMinWidth(0);
        count.getStyleClass().add("count-badge");
        count.setMinWidth(Region.USE_PREF_SIZE);
        whole.setWrapText(true);
        whole.setMaxWidth(600);
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(LogLine item, boolean empty) {
        super.updateItem(item, empty);
        if (empty || item == null) {
            setGraphic(null);
            setTooltip(null);
            return;
        }
        time.setText(Figures.clock(item.atMs()));
        text.setText(item.text());
        whole.setText(item.text());
        count.setText("× " + Figures.count(item.count()));
        count.setVisible(item.count() > 1);
        count.setManaged(item.count() > 1);
        mark.getStyleClass().removeAll("icon-warning", "icon-failed");
        mark.setIconLiteral(switch (item.level()) {
            case INFO -> "fth-info";
            case WARNING -> "fth-alert-triangle";
            case ERROR -> "fth-x-octagon";
        });
        if (item.level() != Level.INFO) {
            mark.getStyleClass().add(item.level() == Level.WARNING ? "icon-warning" : "icon-failed");
        }
        setAccessibleText(item.level() + ", " + item.text());
        setTooltip(whole);
        setGraphic(line);
    }
}
