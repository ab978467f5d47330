package ackscope.ui.connections;

import ackscope.core.connection.Connection;
import ackscope.ui.base.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The page of connections: the list at the left, the chosen one's form and test at the right. */
public final class ConnectionsView {
    private static final double WIDEST = 860;

    private final ConnectionsViewModel model;
    private final ListView<Connection> list = new ListView<>();
    private final FormView form;
    private final HBox head = new HBox(8);
    private final List<Node> buttons = new ArrayList<>();
    private final BorderPane root = new BorderPane();
    private boolean choosing;

    public ConnectionsView(ConnectionsViewModel model) {
        this.model = model;
        form = new FormView(model);
        createView();
        bind();
    }

    /** The page. */
    public Region node() {
        return root;
    }

    private void createView() {
        Label title = new Label("Connections");
        title.getStyleClass().add("page-title");
        Label hint = new Label("Clusters that are there already. What is sent to them stays there.");
        hint.getStyleClass().add("muted");
        hint.setMinWidth(0);
        Button lab = new Button("Back to the lab cluster", new FontIcon("fth-corner-up-left"));
        lab.setId("connections-lab");
        lab.setMinWidth(Region.USE_PREF_SIZE);
        lab.setOnAction(_ -> model.useLab());
        model.inUseProperty().subscribe(now -> Form.present(lab, now.isPresent()));
        Button add = new Button("New connection", new FontIcon("fth-plus"));
        add.setId("connection-new");
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(_ -> {
            model.add();
            form.focus();
        });
        HBox bar = new HBox(12, title, hint, Form.space(), lab, add);
        bar.getStyleClass().addAll("strip", "connections-bar");
        list.setId("connections-list");
        list.setItems(model.connections());
        list.setCellFactory(_ -> new ConnectionCell(model.inUseProperty()));
        list.setAccessibleText("Connections");
        list.setMinWidth(240);
        Label none = new Label("No connections yet.");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        SplitPane split = new SplitPane(list, right());
        split.setDividerPositions(0.26);
        SplitPane.setResizableWithParent(list, false);
        root.setTop(new VBox(bar, new DamagedStrip(model).node()));
        root.setCenter(split);
        root.getStyleClass().add("connections");
    }

    private Region right() {
        VBox page = new VBox(14, form.node(), buttons(), new StepsView(model).node());
        page.getStyleClass().add("connection-page");
        page.setMaxWidth(WIDEST);
        Label empty = new Label("A connection is a name, a colour, bootstrap servers and client properties, as in the"
                + " .properties file of any Kafka client. Make a new one to use a cluster of your own.");
        empty.getStyleClass().addAll("muted", "connection-page");
        empty.setWrapText(true);
        model.chosenProperty().subscribe(now -> {
            Form.present(page, now.isPresent());
            Form.present(empty, now.isEmpty());
        });
        VBox content = new VBox(page, empty);
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "connection-detail");
        return scroll;
    }

    private Region buttons() {
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("connection-buttons");
        Button use = button("connection-use", "Use this cluster", "fth-play");
        use.getStyleClass().add("accent");
        use.setOnAction(_ -> model.use());
        Button save = button("connection-save", "Save", "fth-save");
        save.setOnAction(_ -> model.save());
        save.disableProperty().bind(model.form().changedProperty().not());
        Button delete = Form.quiet("fth-trash-2", "Delete this connection");
        delete.setId("connection-delete");
        delete.setOnAction(_ -> askToDelete());
        Button test = button("connection-test", "Test connection", "fth-activity");
        Button cancel = button("connection-test-cancel", "Cancel", "fth-x");
        buttons.addAll(List.of(use, test, cancel, save, Form.space(), delete));
        showButtons();
        joinTest(test, cancel);
        return head;
    }

    /** The focus goes with the press: a button that is disabled would give it to whatever comes next. */
    private void joinTest(Button test, Button cancel) {
        test.setOnAction(_ -> model.test());
        cancel.setOnAction(_ -> model.cancelTest());
        model.testingProperty().subscribe(on -> {
            if (on) {
                Form.present(cancel, true);
                cancel.requestFocus();
                test.setDisable(true);
            } else {
                test.setDisable(false);
                if (cancel.isFocused()) {
                    test.requestFocus();
                }
                Form.present(cancel, false);
            }
        });
    }

    private void showButtons() {
        head.getChildren().setAll(buttons);
    }

    private void askToDelete() {
        Label words = new Label("Delete this connection, with its passwords if they are remembered?");
        words.setMinWidth(0);
        Button delete = button("connection-delete-sure", "Delete", "fth-trash-2");
        delete.getStyleClass().add("danger");
        delete.setOnAction(_ -> {
            showButtons();
            model.delete();
        });
        Button keep = button("connection-keep", "Keep it", "fth-corner-up-left");
        keep.setOnAction(_ -> showButtons());
        head.getChildren().setAll(words, Form.space(), delete, keep);
        HBox.setHgrow(words, Priority.SOMETIMES);
        keep.requestFocus();
    }

    private static Button button(String id, String words, String icon) {
        Button button = new Button(words, new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        return button;
    }

    private void bind() {
        list.getSelectionModel().selectedItemProperty().subscribe(now -> {
            if (!choosing && now != null) {
                model.chosenProperty().set(Optional.of(now));
            }
        });
        model.chosenProperty().subscribe(now -> {
            showButtons();
            select(now);
        });
        model.connections().addListener((ListChangeListener<Connection>) _ -> select(model.chosenProperty().get()));
    }

    private void select(Optional<Connection> now) {
        choosing = true;
        List<String> ids = model.connections().stream().map(Connection::id).toList();
        int at = now.map(c -> ids.indexOf(c.id())).orElse(-1);
        if (at < 0) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(at);
        }
        choosing = false;
    }
}
