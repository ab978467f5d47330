package ackscope.ui.cluster;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import javafx.beans.binding.Bindings;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The topics on the left; on the right the chosen one with its partitions, or the form for a new one. */
final class TopicPanel {
    private static final double LEFT = 200;
    private static final double RIGHT = 400;
    private static final double HEIGHT = 316;

    private final ClusterViewModel model;
    private final TextField filter = new TextField();
    private final ListView<String> list = new ListView<>();
    private final ToggleButton create = new ToggleButton("New topic", new FontIcon("fth-plus"));
    private final HBox root = new HBox(16);
    private Runnable chosen = () -> {
    };

    TopicPanel(ClusterViewModel model) {
        this.model = model;
        createView();
    }

    Region node() {
        return root;
    }

    /** Called when a topic was chosen for good. */
    void onChosen(Runnable action) {
        chosen = action;
    }

    /** Called when the panel came on screen. */
    void opened() {
        filter.clear();
        list.getSelectionModel().select(model.topicProperty().get());
        filter.requestFocus();
    }

    private void createView() {
        create.setId("new-topic");
        create.setMaxWidth(Double.MAX_VALUE);
        VBox left = new VBox(6, filter(), list(), create);
        left.setPrefWidth(LEFT);
        left.setMinWidth(LEFT);
        NewTopicForm form = new NewTopicForm(model, () -> create.setSelected(false));
        VBox facts = facts();
        for (Region side : new Region[]{facts, form.node()}) {
            side.setPrefWidth(RIGHT);
            side.setMinWidth(RIGHT);
        }
        create.selectedProperty().subscribe(selected -> {
            Form.present(form.node(), selected);
            Form.present(facts, !selected);
            if (selected) {
                form.opened();
            }
        });
        root.getStyleClass().add("topic-panel");
        root.setPrefHeight(HEIGHT);
        root.getChildren().addAll(left, facts, form.node());
    }

    private TextField filter() {
        filter.setId("topic-filter");
        filter.setPromptText("Filter topics");
        filter.setAccessibleText("Filter topics");
        filter.setOnAction(_ -> choose(true));
        filter.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                if (list.getSelectionModel().getSelectedItem() == null) {
                    list.getSelectionModel().selectFirst();
                }
                e.consume();
            }
        });
        return filter;
    }

    private ListView<String> list() {
        FilteredList<String> shown = new FilteredList<>(model.topicNames());
        filter.textProperty().subscribe(text -> {
            shown.setPredicate(name -> name.contains(text.strip()));
            if (!text.isBlank() && !shown.isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
        });
        list.setId("topic-list");
        list.setAccessibleText("Topics");
        list.setItems(shown);
        Label none = new Label();
        none.setWrapText(true);
        none.getStyleClass().add("muted");
        none.textProperty().bind(Bindings.when(model.topics().listingProperty()).then("Asking the cluster…")
                .otherwise(Bindings.when(filter.textProperty().isEmpty()).then("No topic yet")
                        .otherwise("No topic has that in its name")));
        list.setPlaceholder(none);
        list.setCellFactory(_ -> new Cell());
        list.setOnMouseClicked(e -> choose(e.getClickCount() > 1));
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                choose(true);
            } else if (e.getCode() == KeyCode.SPACE) {
                choose(false);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private void choose(boolean close) {
        String name = list.getSelectionModel().getSelectedItem();
        if (name == null) {
            return;
        }
        model.topicProperty().set(name);
        create.setSelected(false);
        list.refresh();
        if (close) {
            chosen.run();
        }
    }

    private VBox facts() {
        Label name = new Label();
        name.getStyleClass().add("section-title");
        name.textProperty().bind(model.topicProperty().map(topic -> topic.isEmpty() ? "No topic is chosen" : topic));
        Label facts = new Label();
        facts.setId("topic-facts");
        facts.getStyleClass().addAll("muted", "small-text");
        facts.setWrapText(true);
        facts.setMinHeight(Region.USE_PREF_SIZE);
        facts.textProperty()
                .bind(model.factsProperty()
                        .map(found -> found.map(f -> Figures.counted(f.partitions(), "partition", "partitions")
                                + " · replication " + f.replication() + " · min.insync.replicas "
                                + f.minInsyncReplicas() + "\nmax.message.bytes "
                                + Figures.count(f.maxMessageBytes())).orElse("Asking the cluster…\n ")));
        VBox side = new VBox(6, name, facts, new PartitionTable(model.topics().partitions()).node());
        facts.visibleProperty().bind(model.topicProperty().isNotEmpty());
        return side;
    }

    /** A topic's name; a check stands beside the chosen one. */
    private final class Cell extends ListCell<String> {
        private final FontIcon check = new FontIcon("fth-check");

        private Cell() {
            // Long names end in dots instead of a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(String name, boolean empty) {
            super.updateItem(name, empty);
            boolean nothing = empty || name == null;
            setText(nothing ? null : name);
            setGraphic(nothing ? null : check);
            check.setVisible(!nothing && name.equals(model.topicProperty().get()));
        }
    }
}
