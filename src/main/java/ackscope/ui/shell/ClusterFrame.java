package ackscope.ui.shell;

import ackscope.core.connection.Connection;
import ackscope.ui.base.Form;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The frame of the window while a cluster is used that is not the lab's: a line of its colour all round, and above it the name. On the
 * lab's own cluster there is none. FX thread.
 */
final class ClusterFrame {
    private final Supplier<Optional<Connection>> inUse;
    private final BorderPane frame;
    private final Stage stage;
    private final Label name = new Label();
    private final Label servers = new Label();
    private final HBox root;
    private Optional<Connection> shown = Optional.empty();

    /** @param frame gets the line */
    ClusterFrame(Supplier<Optional<Connection>> inUse, BorderPane frame, Stage stage) {
        this.inUse = inUse;
        this.frame = frame;
        this.stage = stage;
        name.setId("frame-name");
        name.getStyleClass().add("frame-name");
        name.setMinWidth(Region.USE_PREF_SIZE);
        name.setGraphic(new FontIcon("fth-server"));
        servers.setMinWidth(0);
        Label stays = new Label("Not the lab: what is sent here stays here.");
        stays.setMinWidth(Region.USE_PREF_SIZE);
        root = Form.row(name, servers, Form.space(), stays);
        root.setId("cluster-frame");
        root.getStyleClass().add("cluster-frame");
        frame.setTop(root);
        Form.present(root, false);
    }

    /** Shows which cluster is in use now. */
    void refresh() {
        Optional<Connection> now = inUse.get();
        if (now.equals(shown)) {
            return;
        }
        shown.ifPresent(before -> frame.getStyleClass().removeAll("other-cluster", style(before)));
        now.ifPresent(c -> {
            frame.getStyleClass().addAll("other-cluster", style(c));
            name.setText(c.name());
            servers.setText(c.servers());
        });
        stage.setTitle(now.map(c -> c.name() + " – Ackscope").orElse("Ackscope"));
        Form.present(root, now.isPresent());
        shown = now;
    }

    private static String style(Connection connection) {
        return "connection-" + connection.colour().word();
    }
}
