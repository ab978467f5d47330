package ackscope.ui.connections;

import ackscope.ui.base.Words;
import ackscope.core.connection.ConnectionColour;
import ackscope.ui.base.Form;
import atlantafx.base.controls.ToggleSwitch;
import java.io.File;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The form of one connection. */
final class FormView {
    private static final double LABEL = 130;

    private final ConnectionsViewModel model;
    private final ConnectionForm form;
    private final TextField name = new TextField();
    private final VBox root = new VBox(8);

    FormView(ConnectionsViewModel model) {
        this.model = model;
        form = model.form();
        createView();
    }

    Region node() {
        return root;
    }

    /** Puts the cursor into the name. */
    void focus() {
        name.requestFocus();
    }

    private void createView() {
        field(name, "connection-name", "Name", form.nameProperty(), "as in: Staging");
        TextField servers = new TextField();
        field(servers, "connection-servers", "Bootstrap servers", form.serversProperty(), "host:port, host:port");
        servers.getStyleClass().add("mono");
        TextField topic = new TextField();
        field(topic, "connection-topic", "Topic", form.topicProperty(), "none");
        topic.getStyleClass().add("mono");
        Label about = Words.of("Chosen when this connection is used, and looked for by the test.", "muted",
                "small-text");
        root.getChildren().addAll(row("Name", name), row("Colour", colours()), row("Bootstrap servers", servers),
                Form.problem(form.serversProblemProperty(), LABEL + Form.GAP), row("Topic", topic), indented(about),
                properties(), indented(toggle("connection-remember", "Remember passwords", form.rememberProperty())),
                indented(secrets()),
                indented(toggle("connection-stamps", "Number typed records in a header", form.stampsProperty())),
                indented(stamps()));
    }

    private Node properties() {
        TextArea text = new TextArea();
        text.setId("connection-properties");
        text.setPromptText("security.protocol=SASL_SSL\nsasl.mechanism=SCRAM-SHA-512\nsasl.jaas.config=…");
        text.setPrefRowCount(5);
        text.getStyleClass().addAll("mono", "small-text");
        text.setAccessibleText("Client properties");
        text.textProperty().bindBidirectional(form.textProperty());
        text.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
                e.consume();
            }
        });
        text.setOnDragDropped(e -> {
            if (e.getDragboard().hasFiles()) {
                model.load(e.getDragboard().getFiles().getFirst().toPath());
                e.setDropCompleted(true);
                e.consume();
            }
        });
        Label note = Words.of("", "muted", "small-text");
        note.setId("connection-note");
        note.textProperty().bind(form.noteProperty());
        form.noteProperty().subscribe(words -> Form.present(note, !words.isEmpty()));
        Button load = new Button("Load a file…", new FontIcon("fth-folder"));
        load.setId("connection-load");
        load.setTooltip(new Tooltip("A client's .properties file; it may also be dropped on the text"));
        load.setOnAction(_ -> choose());
        Label how = Words.of("As in a .properties file, for every setting of Kafka's client.", "muted", "small-text");
        VBox right = new VBox(4, text, Form.problem(form.textProblemProperty(), 0), note, Form.row(load, how));
        HBox.setHgrow(right, Priority.ALWAYS);
        Label label = label("Client properties");
        HBox row = new HBox(Form.GAP, label, right);
        label.setPadding(new javafx.geometry.Insets(5, 0, 0, 0));
        return row;
    }

    private void choose() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Load client properties");
        chooser.getExtensionFilters().setAll(
                new FileChooser.ExtensionFilter("Kafka properties", "*.properties", "*.conf", "*.config"),
                new FileChooser.ExtensionFilter("Any file", "*"));
        File file = chooser.showOpenDialog(root.getScene().getWindow());
        if (file != null) {
            model.load(file.toPath());
        }
    }

    private HBox colours() {
        HBox row = Form.row();
        ToggleGroup group = new ToggleGroup();
        for (ConnectionColour colour : ConnectionColour.values()) {
            Region dot = new Region();
            dot.getStyleClass().addAll("connection-dot", "connection-" + colour.word());
            ToggleButton button = new ToggleButton(null, dot);
            button.setId("colour-" + colour.word());
            button.setToggleGroup(group);
            button.getStyleClass().add("colour-button");
            button.setTooltip(new Tooltip(colour.word()));
            button.setAccessibleText("Colour: " + colour.word());
            button.setOnAction(_ -> {
                button.setSelected(true);
                form.colourProperty().set(colour);
            });
            form.colourProperty().subscribe(now -> button.setSelected(now == colour));
            row.getChildren().add(button);
        }
        return row;
    }

    private Node secrets() {
        Label words = Words.of("", "muted", "small-text");
        words.setId("connection-secrets");
        words.textProperty().bind(form.secretsNoteProperty());
        return words;
    }

    private Node stamps() {
        Label words = Words.of("", "muted", "small-text");
        words.textProperty().bind(form.stampsProperty().map(on -> on
                ? "Each record that is typed gets a header of 20 bytes, \"ack\", by which an audit finds it again."
                : "Nothing is added to typed records. An audit then cannot tell them apart, so it leaves open which were"
                        + " lost, doubled or reordered."));
        return words;
    }

    private static Node toggle(String id, String what, BooleanProperty value) {
        ToggleSwitch toggle = new ToggleSwitch(what);
        toggle.setId(id);
        toggle.setAccessibleText(what);
        toggle.selectedProperty().bindBidirectional(value);
        return toggle;
    }

    private static void field(TextField field, String id, String what, StringProperty value, String prompt) {
        field.setId(id);
        field.setAccessibleText(what);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(value);
        HBox.setHgrow(field, Priority.ALWAYS);
    }

    private static Node row(String what, Node field) {
        return Form.row(label(what), field);
    }

    private static Node indented(Node node) {
        HBox row = new HBox(node);
        row.setPadding(new javafx.geometry.Insets(0, 0, 0, LABEL + Form.GAP));
        HBox.setHgrow(node, Priority.ALWAYS);
        return row;
    }

    private static Label label(String text) {
        Label label = new Label(text);
        label.setMinWidth(LABEL);
        label.setPrefWidth(LABEL);
        return label;
    }
}
