package ackscope.ui.records;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.records.RecordsViewModel.Show;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.collections.FXCollections;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;

/** The result table and the controls above it. */
public final class RecordsView {
    private final RecordsViewModel model;
    private final Consumer<String> say;
    private final TableView<ResultRow> table = new TableView<>();
    private final ToggleButton byNumber = new ToggleButton("By number");
    private final TextField search = new TextField();
    private final HBox controls;

    /** @param say shows a sentence to the person */
    public RecordsView(RecordsViewModel model, Consumer<String> say) {
        this.model = model;
        this.say = say;
        this.controls = createControls();
        createTable();
        showNewest();
    }

    /** The table. */
    public Region node() {
        return table;
    }

    /** Filter, search and export, for the bar above the table. */
    public HBox controls() {
        return controls;
    }

    private HBox createControls() {
        Form.Segments<Show> show = new Form.Segments<>("show", model.showProperty(), List.of(Show.values()),
                s -> switch (s) {
                    case ALL -> "All";
                    case OPEN -> "Open";
                    case FAILED -> "Failed";
                    case MAYBE -> "Maybe";
                    case ACKED -> "Acked";
                });
        search.setId("records-search");
        search.setPromptText("Filter");
        search.setPrefColumnCount(12);
        search.setAccessibleText("Filter the rows by text");
        search.textProperty().bindBidirectional(model.searchProperty());
        byNumber.setId("records-by-number");
        byNumber.setTooltip(new Tooltip("Every record of the run in the order of sending, read from the ledger"));
        byNumber.selectedProperty().subscribe(on -> {
            if (on) {
                showLedger();
            } else {
                showNewest();
            }
        });
        show.node().disableProperty().bind(byNumber.selectedProperty());
        search.disableProperty().bind(byNumber.selectedProperty());
        Label missed = new Label();
        missed.getStyleClass().addAll("muted", "small-text");
        model.missedProperty().subscribe(n -> missed
                .setText(n.longValue() == 0 ? "" : Figures.count(n.longValue()) + " events passed too fast to list"));
        Button edge = new Button(null, new FontIcon("fth-x"));
        edge.getStyleClass().add("chip");
        edge.setOnAction(_ -> model.edgeProperty().set(Optional.empty()));
        model.edgeProperty().subscribe(e -> {
            Form.present(edge, e.isPresent());
            e.ifPresent(on -> edge.setText("edge: " + on.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')));
        });
        Button export = Form.quiet("fth-download", "Save every record of the run as CSV");
        export.setOnAction(_ -> export());
        return Form.row(missed, edge, byNumber, show.node(), search, export);
    }

    /** Widths of the columns by title, px. */
    public Map<String, Double> columnWidths() {
        return table.getColumns().stream().collect(Collectors.toMap(TableColumn::getText, TableColumn::getWidth));
    }

    /** Gives columns the widths that they had; unknown titles are passed over. */
    public void setColumnWidths(Map<String, Double> widths) {
        table.getColumns().forEach(c -> c.setPrefWidth(widths.getOrDefault(c.getText(), c.getPrefWidth())));
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
    }

    private void showNewest() {
        SortedList<ResultRow> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getColumns().forEach(c -> c.setSortable(true));
    }

    private void showLedger() {
        table.getSortOrder().clear();
        table.getColumns().forEach(c -> c.setSortable(false));
        table.setItems(FXCollections.observableList(model.ledger()));
    }

    private void createTable() {
        table.setId("records-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label("Nothing was sent yet. Ctrl+Enter sends the record on the left."));
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(column("Last event", 100, false, row -> Figures.clock(row.atMs())));
        table.getColumns().add(number("Record", 80, ResultRow::first, ResultRow::record, false));
        table.getColumns().add(column("Partition", 110, false, ResultRow::place));
        table.getColumns().add(number("Offset", 80, ResultRow::offset,
                row -> row.offset() < 0 ? "–" : Figures.count(row.offset()), true));
        table.getColumns().add(number("Tries", 56, row -> (long) row.tries(),
                row -> row.tries() < 0 ? "–" : Integer.toString(row.tries()), true));
        table.getColumns().add(
                number("ms", 64, row -> (long) row.ms(), row -> row.ms() < 0 ? "–" : Figures.count(row.ms()), true));
        table.getColumns().add(outcome());
        table.getColumns().add(column("In the log?", 170, false, ResultRow::inLogWords));
        table.getColumns().add(column("What happened", 420, false, ResultRow::words));
        table.getSelectionModel().selectedItemProperty()
                .subscribe(row -> model.chosenProperty().set(Optional.ofNullable(row)));
        MenuItem copy = new MenuItem("Copy");
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        copy.setOnAction(_ -> copy());
        table.setContextMenu(new ContextMenu(copy));
    }

    private static TableColumn<ResultRow, String> column(String title, double width, boolean right,
            Function<ResultRow, String> words) {
        TableColumn<ResultRow, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new javafx.beans.property.ReadOnlyStringWrapper(words.apply(cell.getValue())));
        column.setCellFactory(_ -> new TextCell<>());
        if (right) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private static TableColumn<ResultRow, Long> number(String title, double width, Function<ResultRow, Long> value,
            Function<ResultRow, String> words,
            boolean right) {
        TableColumn<ResultRow, Long> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Long item, boolean empty) {
                super.updateItem(item, empty);
                ResultRow row = empty ? null : getTableRow().getItem();
                setText(row == null ? null : words.apply(row));
            }
        });
        if (right) {
            column.getStyleClass().add("number");
        }
        return column;
    }

    private static TableColumn<ResultRow, ResultRow.State> outcome() {
        TableColumn<ResultRow, ResultRow.State> column = new TableColumn<>("Outcome");
        column.setPrefWidth(100);
        column.setCellValueFactory(cell -> new javafx.beans.property.ReadOnlyObjectWrapper<>(cell.getValue().state()));
        column.setCellFactory(_ -> new TableCell<>() {
            private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 11);

            @Override
            protected void updateItem(ResultRow.State state, boolean empty) {
                super.updateItem(state, empty);
                setText(empty || state == null ? null : state.word());
                setGraphic(empty || state == null ? null : mark);
                if (!empty && state != null) {
                    mark.show(state.mark());
                    getStyleClass().removeIf(s -> s.startsWith("text-"));
                    getStyleClass().add("text-" + state.mark().styleClass());
                }
            }
        });
        return column;
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.getSelectionModel().getSelectedItems().stream()
                .map(row -> String.join("\t", Figures.clock(row.atMs()), row.record(), row.place(),
                        Long.toString(row.offset()), Integer.toString(row.ms()),
                        row.state().word(), row.inLogWords(), row.words()))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save every record of the run");
        chooser.setInitialFileName("ackscope-run.csv");
        File file = chooser.showSaveDialog(table.getScene().getWindow());
        if (file != null) {
            model.exportCsv(file.toPath(), say);
        }
    }

    /** Shows its text, and all of it as a tooltip when the column is too narrow. */
    private static final class TextCell<S> extends TableCell<S, String> {
        @Override
        protected void updateItem(String text, boolean empty) {
            super.updateItem(text, empty);
            setText(empty ? null : text);
            setTooltip(empty || text == null || text.length() < 30 ? null : new Tooltip(text));
        }
    }
}
