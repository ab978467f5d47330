package ackscope.ui.faults;

import ackscope.ui.base.Words;
import java.util.HashMap;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The faults in force, the newest first: what each does, for how long, how often it has struck, and its undo. */
final class ActiveList {
    private static final double WIDTH = 420;
    private static final double HEIGHT = 280;

    private final FaultsViewModel model;
    private final Map<Long, Node> shown = new HashMap<>();
    private final VBox rows = new VBox(10);
    private final Label none = new Label("No fault acts now.");
    private final ScrollPane root = new Fitting();

    ActiveList(FaultsViewModel model) {
        this.model = model;
        createView();
        model.active().addListener((ListChangeListener<ActiveModel>) _ -> fill());
        fill();
    }

    Region node() {
        return root;
    }

    /** To be called before it is shown: it becomes as high as it has to be. */
    void opening() {
        root.setPrefHeight(Region.USE_COMPUTED_SIZE);
    }

    /** To be called when it is on screen: it stays as high as it is, so that nothing moves under the pointer. */
    void opened() {
        root.setPrefHeight(root.getHeight());
    }

    private void createView() {
        none.getStyleClass().add("muted");
        rows.getStyleClass().add("active-list");
        root.setFitToWidth(true);
        root.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        root.setFocusTraversable(false);
        root.setPrefWidth(WIDTH);
    }

    private void fill() {
        shown.keySet().retainAll(model.active().stream().map(ActiveModel::id).toList());
        rows.getChildren().setAll(
                model.active().reversed().stream().map(f -> shown.computeIfAbsent(f.id(), _ -> row(f))).toList());
        if (rows.getChildren().isEmpty()) {
            rows.getChildren().add(none);
        }
    }

    private Node row(ActiveModel fault) {
        Label title = Words.of(FaultPane.capital(fault.title()), "strong");
        Label state = Words.of("", "muted", "small-text");
        state.textProperty().bind(fault.stateProperty());
        Label expect = Words.of(fault.expect(), "small-text");
        Button undo = new Button("Undo", new FontIcon("fth-rotate-ccw"));
        undo.setId("undo-" + fault.id());
        undo.getStyleClass().add("small");
        undo.setMinWidth(Region.USE_PREF_SIZE);
        undo.setAccessibleText("Undo " + fault.title() + ". " + fault.undo());
        undo.setTooltip(new Tooltip(fault.undo().isEmpty() ? "End this fault" : fault.undo()));
        undo.disableProperty().bind(fault.endingProperty());
        undo.textProperty().bind(fault.endingProperty().map(on -> on ? "Undoing ..." : "Undo"));
        undo.setOnAction(_ -> model.undo(fault));
        VBox left = new VBox(1, title, state, expect);
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox row = new HBox(12, left, undo);
        row.getStyleClass().add("active-fault");
        return row;
    }

    /** As high as its rows, up to a limit. */
    private final class Fitting extends ScrollPane {
        private Fitting() {
            super(rows);
        }

        @Override
        protected double computePrefHeight(double width) {
            return Math.min(HEIGHT, Math.ceil(rows.prefHeight(WIDTH)) + snappedTopInset() + snappedBottomInset());
        }
    }
}
