package ackscope.ui.records;

import ackscope.ui.base.CutCell;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.base.TextCell;
import ackscope.ui.records.RecordsViewModel.Show;
import java.io.File;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
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
import javafx.util.Duration;
import org.kordamp.ikonli.javafx.FontIcon;

/** The result table and the controls above it. */
public final class RecordsView {
    /** More would be too much for the heap and for whatever they are pasted into. */
    private static final int MOST_COPIED = 10_000;

    private final RecordsViewModel model;
    private final Consumer<String> say;
    private final TableView<Line> table = new TableView<>();
    private final ToggleButton byNumber = new ToggleButton("By number");
    private final TextField search = new TextField();
    private final PauseTransition typing = new PauseTransition(Duration.millis(200));
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
        // Every key looks through all the rows, so it waits for a pause in typing.
        typing.setOnFinished(_ -> model.searchProperty().set(search.getText()));
        search.textProperty().subscribe(typing::playFromStart);
        byNumber.setId("records-by-number");
        byNumber.setTooltip(new Tooltip("Every record of the run in the order of sending, read from the ledger"));
        model.byNumberProperty().bindBidirectional(byNumber.selectedProperty());
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
        SortedList<Line> sorted = new SortedList<>(model.rows());
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.getColumns().forEach(c -> c.setSortable(true));
    }

    private void showLedger() {
        table.getSortOrder().clear();
        table.getColumns().forEach(c -> c.setSortable(false));
        table.setItems(model.ledgerProperty().get());
    }

    private void createTable() {
        table.setId("records-table");
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(
                new Label("Nothing to show here. Ctrl+Enter sends; All shows every row, By number every record."));
        // So that the height of 100,000 rows need not be measured; the style sheets set another for a narrow window.
        table.setFixedCellSize(25);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.getColumns().add(column("Last event", 100, row -> Figures.clock(row.atMs()),
                Comparator.comparingLong(ResultRow::atMs)));
        table.getColumns().add(column("Record", 80, ResultRow::record, Comparator.comparingLong(ResultRow::first)));
        table.getColumns().add(place());
        table.getColumns().add(number("Offset", 80, ResultRow::offset));
        table.getColumns().add(number("Tries", 56, ResultRow::tries));
        table.getColumns().add(number("ms", 64, ResultRow::ms));
        table.getColumns().add(outcome());
        table.getColumns().add(column("In the log?", 210, this::inLogWords,
                Comparator.comparing(ResultRow::inLog).thenComparingLong(ResultRow::offset)
                        .thenComparing(ResultRow::reason)));
        table.getColumns().add(column("What happened", 380, ResultRow::words,
                Comparator.comparing(ResultRow::words)));
        table.getSelectionModel().selectedItemProperty()
                .subscribe(line -> model.lineProperty().set(Optional.ofNullable(line)));
        model.lineProperty().subscribe(line -> line
                .filter(l -> !l.equals(table.getSelectionModel().getSelectedItem()))
                .ifPresent(l -> {
                    table.getSelectionModel().clearSelection();
                    table.getSelectionModel().select(l);
                }));
        model.ledgerProperty().subscribe(() -> {
            if (byNumber.isSelected()) {
                showLedger();
            }
        });
        model.auditedProperty().subscribe(_ -> table.refresh());
        model.ledgerRevisionProperty().subscribe(() -> {
            if (byNumber.isSelected()) {
                table.refresh();
            }
        });
        MenuItem copy = new MenuItem("Copy");
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        copy.setOnAction(_ -> copy());
        table.setContextMenu(new ContextMenu(copy));
    }

    private String inLogWords(ResultRow row) {
        return model.auditedProperty().get().words(row);
    }

    /** A column that sorts by value and puts it into words only for the cells in sight. */
    private static TableColumn<Line, ResultRow> column(String title, double width, Function<ResultRow, String> words,
            Comparator<ResultRow> order) {
        TableColumn<Line, ResultRow> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> cell.getValue().rowProperty());
        column.setCellFactory(_ -> new TextCell<>(words));
        column.setComparator(order);
        return column;
    }

    /** @param value below 0 for none */
    private static TableColumn<Line, ResultRow> number(String title, double width, ToLongFunction<ResultRow> value) {
        TableColumn<Line, ResultRow> column = column(title, width,
                row -> value.applyAsLong(row) < 0 ? "–" : Figures.count(value.applyAsLong(row)),
                Comparator.comparingLong(value));
        column.getStyleClass().add("number");
        return column;
    }

    /** Where a name is too long for the column, its end is seen all the same: the partition's number. */
    private static TableColumn<Line, ResultRow> place() {
        TableColumn<Line, ResultRow> column = column("Partition", 110, ResultRow::place,
                Comparator.comparing(ResultRow::topic).thenComparingInt(ResultRow::partition));
        column.setCellFactory(_ -> TextCell.ofPlace(ResultRow::place));
        return column;
    }

    private static TableColumn<Line, ResultRow> outcome() {
        TableColumn<Line, ResultRow> column = column("Outcome", 100, row -> row.state().word(),
                Comparator.comparing(ResultRow::state));
        column.setCellFactory(_ -> new CutCell<>() {
            private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 11);

            @Override
            protected void updateItem(ResultRow row, boolean empty) {
                super.updateItem(row, empty);
                setText(empty || row == null ? null : row.state().word());
                setGraphic(empty || row == null ? null : mark);
                if (!empty && row != null) {
                    mark.show(row.state().mark());
                    getStyleClass().removeIf(s -> s.startsWith("text-"));
                    getStyleClass().add("text-" + row.state().mark().styleClass());
                }
            }
        });
        return column;
    }

    private void copy() {
        int chosen = table.getSelectionModel().getSelectedIndices().size();
        ClipboardContent content = new ClipboardContent();
        content.putString(table.getSelectionModel().getSelectedItems().stream().limit(MOST_COPIED).map(Line::row)
                .map(row -> String.join("\t", Figures.clock(row.atMs()), row.record(), row.place(),
                        Long.toString(row.offset()), Integer.toString(row.ms()),
                        row.state().word(), inLogWords(row), row.words()))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
        if (chosen > MOST_COPIED) {
            say.accept("Copied the first " + Figures.count(MOST_COPIED) + " of " + Figures.count(chosen)
                    + " rows. The CSV export has them all.");
        }
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

}
