package ackscope.ui.alerts;

import ackscope.core.metrics.Alert;
import ackscope.ui.base.Figures;
import ackscope.ui.base.TextCell;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;

/** The alerts as rows; the newest one is chosen until a person chooses. Chosen rows are copied with all their sentences. */
final class AlertTable {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final AlertsViewModel model;
    private final TableView<AlertRow> table = new TableView<>();
    private boolean chosenByHand;

    AlertTable(AlertsViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    TableView<AlertRow> node() {
        return table;
    }

    private void createView() {
        table.setId("alerts-table");
        table.setAccessibleText("Alerts, the newest first");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        TableColumn<AlertRow, Alert> state = new TableColumn<>("State");
        state.setCellValueFactory(f -> f.getValue().alertProperty());
        state.setCellFactory(_ -> new StateCell());
        state.setComparator(Comparator.comparing(Alert::holds).thenComparing(a -> a.clearedMs().isEmpty()));
        state.setPrefWidth(90);
        TableColumn<AlertRow, String> lasted = text("Lasted", 92, AlertRow::lastedProperty);
        lasted.getStyleClass().add("number");
        // It changes every second, and rows that change places while one reads help nobody.
        lasted.setSortable(false);
        table.getColumns().addAll(List.of(state,
                text("Raised", 78, row -> new ReadOnlyStringWrapper(Figures.second(row.alert().raisedMs()))), lasted,
                text("Rule", 172, row -> new ReadOnlyStringWrapper(row.alert().rule())),
                text("Evidence", 240, AlertRow::evidenceProperty)));
        // A table behind another tab is first laid out without a width; its columns would keep what that made of them.
        table.getColumns().stream().limit(4).forEach(column -> {
            column.setMinWidth(column.getPrefWidth());
            column.setMaxWidth(column.getPrefWidth());
        });
        table.getColumns().getLast().setMinWidth(table.getColumns().getLast().getPrefWidth());
        Label none = new Label();
        none.textProperty().bind(model.watchingProperty().map(n -> n.intValue() == 0
                ? "Every rule is switched off, so nothing is watched."
                : "No alert so far. " + n + " of " + model.rules().size() + " rules watch the live values."));
        table.setPlaceholder(none);
    }

    private static TableColumn<AlertRow, String> text(String title, double width,
            Function<AlertRow, ObservableValue<String>> value) {
        TableColumn<AlertRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> value.apply(f.getValue()));
        column.setCellFactory(_ -> new TextCell<>(Function.identity()));
        column.setPrefWidth(width);
        return column;
    }

    private void bind() {
        SortedList<AlertRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setOnMousePressed(_ -> chosenByHand = true);
        table.addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            chosenByHand |= e.getCode().isNavigationKey();
            if (COPY.match(e)) {
                copy();
                e.consume();
            }
        });
        MenuItem copy = new MenuItem("Copy");
        copy.setAccelerator(COPY);
        copy.setOnAction(_ -> copy());
        table.setContextMenu(new ContextMenu(copy));
        model.newestProperty().subscribe(newest -> {
            boolean none = table.getSelectionModel().getSelectedItem() == null;
            if (newest != null && (none || !chosenByHand)) {
                table.getSelectionModel().clearAndSelect(sorted.indexOf(newest));
                chosenByHand = false;
            }
        });
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.getSelectionModel().getSelectedItems().stream().map(AlertRow::text)
                .collect(Collectors.joining("\n\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }
}
