package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView.Phase;
import ackscope.ui.base.Form;
import atlantafx.base.theme.Styles;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is to know of the cluster in use: nodes, address, how its start goes or why it failed; below it the way to another one. */
final class ClusterPanel {
    private static final double WIDTH = 430;

    private final ClusterViewModel model;
    private final Runnable left;
    private final GridPane nodes = new GridPane(10, 4);
    private final VBox root = new VBox(10);

    /** @param left called when the person goes elsewhere from here */
    ClusterPanel(ClusterViewModel model, Runnable left) {
        this.model = model;
        this.left = left;
        createView();
        model.levers().nodes().addListener((ListChangeListener<NodeModel>) _ -> fill());
        fill();
    }

    Region node() {
        return root;
    }

    private void createView() {
        root.getStyleClass().add("cluster-panel");
        root.setPrefWidth(WIDTH);
        root.setMaxWidth(WIDTH);
        Label name = new Label();
        name.getStyleClass().add("section-title");
        name.textProperty().bind(model.nameProperty());
        Label state = new Label();
        state.getStyleClass().add("muted");
        state.textProperty().bind(Bindings.createStringBinding(() -> switch (model.phaseProperty().get()) {
            case READY -> model.summaryProperty().get() + " up";
            case STARTING -> "starting";
            case FAILED, CLOSED -> model.summaryProperty().get();
        }, model.phaseProperty(), model.summaryProperty()));
        state.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints grow = new ColumnConstraints();
        grow.setHgrow(Priority.ALWAYS);
        nodes.getColumnConstraints().addAll(new ColumnConstraints(), new ColumnConstraints(), grow);
        root.getChildren().addAll(Form.row(name, Form.space(), state), starting(), failed(), nodes, address(), line(),
                new OtherClusters(model, left).node());
    }

    private Node starting() {
        ProgressBar bar = new ProgressBar();
        bar.setId("cluster-progress");
        bar.getStyleClass().add(Styles.SMALL);
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Progress of the cluster's start");
        bar.progressProperty().bind(Bindings.createDoubleBinding(
                () -> model.brokersUpProperty().get() == 0
                        ? -1.0
                        : model.brokersUpProperty().get() / (double) model.brokersProperty().get(),
                model.brokersUpProperty(), model.brokersProperty()));
        Label words = new Label();
        words.setWrapText(true);
        words.textProperty().bind(model.progressProperty());
        VBox box = new VBox(4, bar, words);
        present(box, model.phaseProperty().map(phase -> phase == Phase.STARTING));
        return box;
    }

    private Node failed() {
        Label words = new Label();
        words.setId("cluster-failure");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.textProperty().bind(model.progressProperty());
        Button log = new Button("Open its log", new FontIcon("fth-file-text"));
        log.setId("cluster-failure-log");
        log.setOnAction(_ -> model.openLog(model.failureLogProperty().get()));
        present(log, model.failureLogProperty().map(file -> !file.isEmpty()));
        Button again = new Button("Start again", new FontIcon("fth-rotate-cw"));
        again.setId("cluster-start-again");
        again.setOnAction(_ -> model.startLabCluster());
        present(again, model.ownLabProperty());
        Label trying = new Label("It is tried again twice a second.");
        trying.getStyleClass().add("muted");
        present(trying, model.ownLabProperty().not());
        HBox buttons = Form.row(log, again, trying);
        VBox box = new VBox(8, words, buttons);
        box.getStyleClass().add("callout-failed");
        present(box, model.phaseProperty().map(phase -> phase == Phase.FAILED));
        return box;
    }

    private void fill() {
        nodes.getChildren().clear();
        int row = 0;
        for (NodeModel node : model.levers().nodes()) {
            Label name = new Label(node.name());
            name.setMinWidth(Region.USE_PREF_SIZE);
            Label words = new Label();
            words.textProperty().bind(Bindings.concat(node.wordsProperty(), " ", node.sinceProperty()));
            words.getStyleClass().add("muted");
            Label address = new Label();
            address.textProperty().bind(node.addressProperty());
            address.getStyleClass().addAll("mono", "small-text");
            address.setMinWidth(Region.USE_PREF_SIZE);
            Hyperlink log = new Hyperlink("log");
            log.setId(node.slug() + "-log");
            log.setAccessibleText("Open the log of " + node.name());
            log.setOnAction(_ -> model.openLog(node.logProperty().get()));
            present(log, node.logProperty().map(file -> !file.isEmpty()));
            nodes.addRow(row++, new NodeMark(node.stateProperty(), node.busyProperty()), name, words, address, log);
        }
        Form.present(nodes, row > 0);
    }

    private Node address() {
        Label title = new Label("Bootstrap");
        title.getStyleClass().add("muted");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label servers = new Label();
        servers.setId("cluster-bootstrap");
        servers.getStyleClass().addAll("mono", "small-text");
        servers.textProperty().bind(model.bootstrapProperty().map(list -> list.replace(",", ",\n")));
        servers.setWrapText(true);
        servers.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(servers, Priority.ALWAYS);
        servers.setMaxWidth(Double.MAX_VALUE);
        Button copy = Form.quiet("fth-copy", "Copy the bootstrap servers: any other Kafka tool can attach to them");
        copy.setId("cluster-copy");
        copy.setOnAction(_ -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(model.bootstrapProperty().get());
            Clipboard.getSystemClipboard().setContent(content);
            model.say("Copied " + model.bootstrapProperty().get());
        });
        HBox row = Form.row(title, servers, copy);
        row.setAlignment(Pos.TOP_LEFT);
        present(row, model.bootstrapProperty().map(list -> !list.isEmpty()));
        return row;
    }

    private static Node line() {
        Region line = new Region();
        line.getStyleClass().add("hairline");
        return line;
    }

    private static void present(Node node, ObservableValue<Boolean> when) {
        when.subscribe(present -> Form.present(node, present));
    }
}
