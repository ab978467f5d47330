package ackscope.ui.faults;

import ackscope.core.fault.FaultKind;
import ackscope.ui.faults.CatalogueModel.Row;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The whole catalogue: on the left every kind under its cause, with a search; on the right the chosen kind. Up and down choose from anywhere. */
final class CatalogueView {
    private static final double LIST = 292;
    private static final double HEIGHT = 430;
    private static final PseudoClass FOREIGN = PseudoClass.getPseudoClass("foreign");

    private final FaultsViewModel model;
    private final TextField search = new TextField();
    private final ListView<Row> list = new ListView<>();
    private final HBox root = new HBox(12);
    private final FaultPane pane;

    CatalogueView(FaultsViewModel model) {
        this.model = model;
        pane = new FaultPane(model, model.catalogue().chosenProperty(), "catalogue");
        createView();
        bind();
    }

    Region node() {
        return root;
    }

    /** Called when it came on screen. */
    void opened() {
        model.dismiss();
        search.clear();
        search.requestFocus();
        select(model.catalogue().chosenProperty().get());
    }

    private void createView() {
        search.setId("fault-search");
        search.setPromptText("Search faults");
        search.setAccessibleText("Search faults");
        list.setId("fault-list");
        list.setAccessibleText("Faults by cause");
        list.setItems(model.catalogue().rows());
        list.setCellFactory(_ -> new Cell());
        Label none = new Label("No fault has all these words.");
        none.getStyleClass().add("muted");
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox left = new VBox(6, search, list);
        left.setPrefWidth(LIST);
        left.setMinWidth(LIST);
        root.getStyleClass().add("fault-catalogue");
        root.setPrefHeight(HEIGHT);
        root.getChildren().addAll(left, pane.node());
    }

    private void bind() {
        search.textProperty().bindBidirectional(model.catalogue().searchProperty());
        pane.node().visibleProperty().bind(Bindings.isNotEmpty(model.catalogue().rows()));
        search.setOnAction(_ -> pane.focus());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        list.addEventFilter(KeyEvent.KEY_PRESSED, this::arrows);
        list.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ENTER) {
                pane.focus();
                e.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty()
                .addListener((_, _, row) -> model.catalogue().point(row));
        model.catalogue().rows().addListener(
                (ListChangeListener<Row>) _ -> select(model.catalogue().chosenProperty().get()));
        model.catalogue().chosenProperty().subscribe(this::select);
        model.ownLabProperty().subscribe(_ -> list.refresh());
    }

    private void arrows(KeyEvent event) {
        int by = event.getCode() == KeyCode.DOWN ? 1 : event.getCode() == KeyCode.UP ? -1 : 0;
        if (by != 0) {
            model.catalogue().move(by);
            event.consume();
        }
    }

    private void select(FaultKind kind) {
        int at = list.getItems().indexOf(new Row.Entry(kind));
        if (at >= 0 && list.getSelectionModel().getSelectedIndex() != at) {
            list.getSelectionModel().select(at);
            list.scrollTo(Math.max(0, at - 4));
        }
    }

    private final class Cell extends ListCell<Row> {
        private Cell() {
            // Long titles end in dots instead of a scroll bar.
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Row row, boolean empty) {
            super.updateItem(row, empty);
            getStyleClass().removeAll("fault-cause", "fault-entry");
            setMouseTransparent(row instanceof Row.Cause);
            boolean foreign = false;
            if (empty || row == null) {
                setText(null);
            } else {
                switch (row) {
                    case Row.Cause(var group) -> {
                        setText(group.title());
                        getStyleClass().add("fault-cause");
                    }
                    case Row.Entry(FaultKind kind) -> {
                        foreign = !model.ownLabProperty().get() && !FaultWords.foreign(kind).isEmpty();
                        setText(FaultPane.capital(kind.title()) + (foreign ? " (lab only)" : ""));
                        getStyleClass().add("fault-entry");
                    }
                }
            }
            pseudoClassStateChanged(FOREIGN, foreign);
        }
    }
}
