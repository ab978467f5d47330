package ackscope.ui.cluster;

import ackscope.ui.base.Form;
import ackscope.ui.cluster.NewTopicModel.Field;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The form for a new topic. */
final class NewTopicForm {
    private static final double LABEL = 140;

    private final ClusterViewModel model;
    private final Runnable done;
    private final TextField name;
    private final VBox root = new VBox(6);

    /** @param done called when a topic was created, or not wanted after all */
    NewTopicForm(ClusterViewModel model, Runnable done) {
        this.model = model;
        this.done = done;
        name = field("new-topic-name", Field.NAME, "Name");
        createView();
    }

    Region node() {
        return root;
    }

    /** Called when the form came on screen. */
    void opened() {
        model.newTopic().reset();
        name.requestFocus();
    }

    private void createView() {
        Label title = new Label("New topic");
        title.getStyleClass().add("section-title");
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setPromptText("letters, digits, . _ -");
        root.getChildren().add(title);
        row("Name", name, Field.NAME, false);
        row("Partitions", field("new-topic-partitions", Field.PARTITIONS, "Partitions"), Field.PARTITIONS, false);
        row("Replication", field("new-topic-replication", Field.REPLICATION, "Replication"), Field.REPLICATION, false);
        row("min.insync.replicas", field("new-topic-min-insync", Field.MIN_INSYNC, "min.insync.replicas"),
                Field.MIN_INSYNC, true);
        row("max.message.bytes", field("new-topic-max-bytes", Field.MAX_BYTES, "max.message.bytes"), Field.MAX_BYTES,
                true);
        Button create = new Button("Create");
        create.setId("new-topic-create");
        create.getStyleClass().add("accent");
        create.setOnAction(_ -> create());
        create.disableProperty().bind(model.newTopic().creatingProperty());
        Button cancel = new Button("Cancel");
        cancel.setId("new-topic-cancel");
        cancel.setOnAction(_ -> done.run());
        ProgressIndicator busy = new ProgressIndicator();
        busy.setMaxSize(16, 16);
        Label words = new Label("Waiting until all partitions have a leader");
        words.getStyleClass().addAll("muted", "small-text");
        HBox working = Form.row(busy, words);
        model.newTopic().creatingProperty().subscribe(creating -> Form.present(working, creating));
        root.getChildren().addAll(Form.problem(model.newTopic().problem(Field.OUTCOME), LABEL + Form.GAP),
                Form.row(indent(), create, cancel, working));
    }

    private void create() {
        model.topics().create(model.newTopic(), done);
    }

    private void row(String label, TextField field, Field of, boolean config) {
        Label words = new Label(label);
        words.setMinWidth(LABEL);
        words.setPrefWidth(LABEL);
        if (config) {
            words.getStyleClass().addAll("mono", "small-text");
        }
        words.setLabelFor(field);
        root.getChildren().addAll(Form.row(words, field), Form.problem(model.newTopic().problem(of), LABEL + Form.GAP));
    }

    private static Region indent() {
        Region indent = new Region();
        indent.setMinWidth(LABEL);
        return indent;
    }

    private TextField field(String id, Field field, String what) {
        TextField text = new TextField();
        text.setId(id);
        text.setAccessibleText(what);
        text.setPrefWidth(110);
        text.textProperty().bindBidirectional(model.newTopic().text(field));
        text.setOnAction(_ -> create());
        return text;
    }
}
