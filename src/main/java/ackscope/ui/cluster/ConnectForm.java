package ackscope.ui.cluster;

import ackscope.ui.base.Form;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to another cluster, folded until it is wanted, and the way back. */
final class ConnectForm {
    private final ClusterViewModel model;
    private final ToggleButton open = new ToggleButton("Use another cluster", new FontIcon("fth-server"));
    private final VBox root = new VBox(8);

    ConnectForm(ClusterViewModel model) {
        this.model = model;
        createView();
    }

    Region node() {
        return root;
    }

    private void createView() {
        open.setId("connect-open");
        Button back = new Button("Back to the lab cluster", new FontIcon("fth-corner-up-left"));
        back.setId("connect-back");
        back.setOnAction(_ -> model.startLabCluster());
        model.ownLabProperty().subscribe(own -> Form.present(back, !own));
        VBox form = form();
        open.selectedProperty().subscribe(selected -> Form.present(form, selected));
        HBox ways = Form.row(open, back);
        root.getChildren().addAll(ways, form, warning());
    }

    private Label warning() {
        Label warning = small("");
        warning.textProperty().bind(model.ownLabProperty().map(own -> own
                ? "Switching ends the run, closes its producer, and removes the lab's brokers with their records."
                : "Switching ends the run and closes its producer. The lab cluster starts with no records."));
        return warning;
    }

    private VBox form() {
        TextField servers = new TextField();
        servers.setId("connect-servers");
        servers.setPromptText("host:port, host:port");
        servers.getStyleClass().add("mono");
        servers.setAccessibleText("Bootstrap servers");
        servers.textProperty().bindBidirectional(model.connecting().serversProperty());
        TextArea text = new TextArea();
        text.setId("connect-properties");
        text.setPromptText("security.protocol=SASL_SSL\nsasl.mechanism=…");
        text.setPrefRowCount(5);
        text.getStyleClass().addAll("mono", "small-text");
        text.setAccessibleText("Client properties");
        text.textProperty().bindBidirectional(model.connecting().textProperty());
        Label note = small("");
        note.textProperty().bind(model.connecting().noteProperty());
        model.connecting().noteProperty().subscribe(words -> Form.present(note, !words.isEmpty()));
        Button connect = new Button("Connect");
        connect.setId("connect-now");
        connect.getStyleClass().add("accent");
        connect.setOnAction(_ -> {
            if (model.connecting().connect()) {
                open.setSelected(false);
            }
        });
        servers.setOnAction(_ -> connect.fire());
        return new VBox(4, new Label("Bootstrap servers"), servers,
                Form.problem(model.connecting().serversProblemProperty(), 0),
                new Label("Client properties, as in a .properties file"), text,
                Form.problem(model.connecting().textProblemProperty(), 0), note,
                small("Kept in memory only; passwords are neither logged nor saved."), connect);
    }

    private static Label small(String text) {
        Label label = new Label(text);
        label.getStyleClass().addAll("muted", "small-text");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
