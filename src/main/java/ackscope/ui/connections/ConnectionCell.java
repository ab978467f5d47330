package ackscope.ui.connections;

import ackscope.core.connection.Connection;
import ackscope.ui.base.Form;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** A connection in the list: its colour, name and servers, and whether it is in use. */
final class ConnectionCell extends ListCell<Connection> {
    private final Region colour = new Region();
    private final Label name = new Label();
    private final Label servers = new Label();
    private final Label used = new Label("in use");
    private final HBox root;
    private final ObservableValue<Optional<Connection>> inUse;

    ConnectionCell(ObservableValue<Optional<Connection>> inUse) {
        this.inUse = inUse;
        name.getStyleClass().add("strong");
        servers.getStyleClass().addAll("muted", "small-text", "mono");
        used.getStyleClass().add("chip");
        used.setMinWidth(Region.USE_PREF_SIZE);
        VBox words = new VBox(2, name, servers);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = Form.row(colour, words, used);
        root.setSpacing(10);
        getStyleClass().add("connection-cell");
        setPrefWidth(0);
        inUse.subscribe(_ -> mark());
    }

    @Override
    protected void updateItem(Connection item, boolean empty) {
        super.updateItem(item, empty);
        setText(null);
        setGraphic(empty || item == null ? null : root);
        if (!empty && item != null) {
            name.setText(item.name());
            servers.setText(item.servers());
            colour.getStyleClass().setAll("connection-bar", "connection-" + item.colour().word());
            mark();
        }
    }

    private void mark() {
        Connection item = getItem();
        boolean on = item != null && inUse.getValue().filter(c -> c.id().equals(item.id())).isPresent();
        Form.present(used, on);
        setAccessibleText(item == null ? "" : item.name() + ", " + item.servers() + (on ? ", in use" : ""));
    }
}
