package ackscope.ui.alerts;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.Shown;
import java.util.List;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import javafx.stage.Window;
import java.util.function.Function;

/** The alerts as a table, the chosen one in full beside it; the newest one is chosen until a person chooses. */
public final class AlertsView {
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
    private static final double DETAIL_SHARE = 0.4;

    private final AlertsViewModel model;
    private final Runnable bringForward;
    private final TableView<AlertRow> table = new TableView<>();
    private final SortedList<AlertRow> sorted;
    private final AlertDetail detail = new AlertDetail();
    private final HBox root = new HBox();
    private final AlertControls controls;
    private boolean chosenByHand;

    /** @param bringForward brings this panel to the front */
    public AlertsView(AlertsViewModel model, Runnable bringForward) {
        this.model = model;
        this.bringForward = bringForward;
        sorted = new SortedList<>(model.rows());
        controls = new AlertControls(model);
        createView();
        bind();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    /** What stands beside the tabs while this one is chosen. */
    public HBox controls() {
        return controls.node();
    }

    private void createView() {
        table.setId("alerts-table");
        table.setAccessibleText("Alerts, the newest first");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        TableColumn<AlertRow, Boolean> state = new TableColumn<>("State");
        state.setCellValueFactory(f -> f.getValue().standingProperty());
        state.setCellFactory(_ -> new StateCell());
        state.setPrefWidth(96);
        table.getColumns().addAll(List.of(state,
                text("Raised", 96, row -> new ReadOnlyStringWrapper(Figures.clock(row.alert().raisedMs()))),
                text("Lasted", 84, AlertRow::lastedProperty),
                text("Rule", 176, row -> new ReadOnlyStringWrapper(row.alert().rule())),
                text("Evidence", 300, row -> new ReadOnlyStringWrapper(row.alert().evidence()))));
        table.getColumns().get(2).getStyleClass().add("number");
        table.getColumns().get(2).setSortable(false);
        Label none = new Label();
        none.textProperty().bind(model.watchingProperty().map(n -> n.intValue() == 0
                ? "Every rule is switched off, so nothing is watched."
                : "No alert so far. " + n + " of " + model.rules().size() + " rules watch the live values."));
        table.setPlaceholder(none);
        HBox.setHgrow(table, Priority.ALWAYS);
        detail.node().prefWidthProperty().bind(root.widthProperty().multiply(DETAIL_SHARE));
        detail.node().minWidthProperty().bind(detail.node().prefWidthProperty());
        root.getStyleClass().add("alerts");
        root.getChildren().addAll(table, detail.node());
    }

    private static TableColumn<AlertRow, String> text(String title, double width,
            Function<AlertRow, ObservableValue<String>> value) {
        TableColumn<AlertRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> value.apply(f.getValue()));
        column.setPrefWidth(width);
        return column;
    }

    private void bind() {
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getSelectionModel().selectedItemProperty().subscribe(row -> {
            Form.present(detail.node(), row != null);
            if (row != null) {
                detail.show(row);
            }
        });
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
            boolean gone = table.getSelectionModel().getSelectedItem() == null;
            if (newest != null && (gone || !chosenByHand)) {
                table.getSelectionModel().clearAndSelect(sorted.indexOf(newest));
                chosenByHand = false;
            }
        });
        model.tell(this::inSight, this::tell);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.getSelectionModel().getSelectedItems().stream().map(AlertRow::text)
                .collect(Collectors.joining("\n\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private boolean inSight() {
        return Shown.is(root) && root.getScene().getWindow().isFocused();
    }

    private void tell(AlertBell.Notice notice) {
        Window window = root.getScene() == null ? null : root.getScene().getWindow();
        if (window instanceof Stage stage && stage.isShowing()) {
            NoticePopup.show(stage, notice, bringForward);
        }
    }
}
