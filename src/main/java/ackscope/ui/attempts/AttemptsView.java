package ackscope.ui.attempts;

import ackscope.ui.attempts.Arranger.Order;
import ackscope.ui.base.Form;
import ackscope.ui.base.Shown;
import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.animation.PauseTransition;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
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

/** The table of attempts and the controls above it. */
public final class AttemptsView {
    /** Narrower, the table has no room for request, bytes and identity; or for the first two, px. */
    private static final double TIGHT = 1_300;
    private static final double WIDE = 1_500;

    private final AttemptsViewModel model;
    private final Consumer<String> say;
    private final TableView<Line> table = new TableView<>();
    private final Columns columns = new Columns();
    private final TextField search = new TextField();
    private final PauseTransition typing = new PauseTransition(Duration.millis(200));
    private final HBox controls;

    /** @param say shows a sentence to the person */
    public AttemptsView(AttemptsViewModel model, Consumer<String> say) {
        this.model = model;
        this.say = say;
        this.controls = createControls();
        createTable();
        bind();
    }

    /** The table. */
    public Region node() {
        return table;
    }

    /** Source, order, filter, search and export, for the bar above the table. */
    public HBox controls() {
        return controls;
    }

    /** Puts the cursor into the search field. */
    public void focusSearch() {
        search.requestFocus();
    }

    private HBox createControls() {
        Label caption = new Label();
        caption.getStyleClass().addAll("muted", "small-text");
        caption.setMinWidth(0);
        caption.textProperty().bind(model.captionProperty());
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.captionProperty());
        caption.setTooltip(whole);
        Form.Segments<Order> order = new Form.Segments<>("order", model.orderProperty(), List.of(Order.values()),
                Order::title);
        order.node().disableProperty().bind(model.watchedProperty().not());
        order.node().setMinWidth(Region.USE_PREF_SIZE);
        ToggleButton failed = new ToggleButton("Failed only");
        failed.setId("attempts-failed");
        failed.setMinWidth(Region.USE_PREF_SIZE);
        failed.setTooltip(new Tooltip("Only batches with a try that failed"));
        failed.selectedProperty().bindBidirectional(model.failedOnlyProperty());
        failed.disableProperty().bind(model.watchedProperty().not());
        search.setId("attempts-search");
        search.setPromptText("Filter");
        search.setPrefColumnCount(12);
        search.setMinWidth(90);
        search.setAccessibleText("Filter the attempts by text");
        typing.setOnFinished(_ -> model.searchProperty().set(search.getText()));
        search.textProperty().subscribe(typing::playFromStart);
        Button export = Form.quiet("fth-download", "Save every try that is kept as CSV");
        export.setOnAction(_ -> export());
        return Form.row(caption, failed, order.node(), search, export);
    }

    private void createTable() {
        table.setId("attempts-table");
        table.getStyleClass().add("attempts-table");
        table.setFixedCellSize(25);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        table.setPlaceholder(new Label("No try yet. Ctrl+Enter sends; every try of every batch is listed here."));
        table.setAccessibleText("Attempts");
        table.setRowFactory(_ -> new WideRow());
        table.getColumns().setAll(columns.all());
        table.setTableMenuButtonVisible(true);
        // Rather fewer columns than such as show three letters; the button at the end brings them back.
        table.widthProperty()
                .map(w -> w.doubleValue() == 0 ? 0 : w.doubleValue() < TIGHT ? 4 : w.doubleValue() < WIDE ? 2 : 0)
                .subscribe(n -> {
                    for (int i = 0; i < columns.spare().size(); i++) {
                        columns.spare().get(i).setVisible(i >= n);
                    }
                });
        table.setItems(model.lines());
        table.setSortPolicy(t -> {
            model.sortProperty().set(Optional.ofNullable(t.getComparator()));
            return true;
        });
        MenuItem copy = new MenuItem("Copy");
        copy.setAccelerator(new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN));
        copy.setOnAction(_ -> copy());
        table.setContextMenu(new ContextMenu(copy));
    }

    private void bind() {
        model.orderProperty().subscribe(this::arrange);
        model.watchedProperty().subscribe(this::arrange);
        table.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                model.chosenProperty().set(Optional.of(line));
            }
        });
        model.lines().addListener((ListChangeListener<Line>) _ -> keepChosen());
        // A tab that is not chosen is invisible: then no lines are made.
        table.visibleProperty().subscribe(this::look);
        table.sceneProperty().subscribe(this::look);
    }

    private void look() {
        model.seenProperty().set(table.isVisible() && (table.getScene() == null || Shown.is(table)
                || table.getScene().getWindow() == null || !table.getScene().getWindow().isShowing()));
    }

    private void arrange() {
        boolean flat = model.orderProperty().get() == Order.TIME || !model.watchedProperty().get();
        if (!flat) {
            table.getSortOrder().clear();
        }
        for (TableColumn<Line, ?> column : table.getColumns()) {
            column.setSortable(flat);
        }
        columns.batch().setVisible(model.orderProperty().get() != Order.BATCH || !model.watchedProperty().get());
        columns.number().setVisible(model.watchedProperty().get());
    }

    private void keepChosen() {
        model.chosenProperty().get().filter(line -> line != table.getSelectionModel().getSelectedItem())
                .ifPresent(line -> {
                    int place = model.lines().indexOf(line);
                    if (place >= 0) {
                        table.getSelectionModel().clearAndSelect(place);
                    }
                });
    }

    private void copy() {
        Line line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(columns.text(line));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void export() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save the attempts");
        chooser.setInitialFileName("ackscope-attempts.csv");
        File file = chooser.showSaveDialog(table.getScene().getWindow());
        if (file != null) {
            model.exportCsv(file.toPath(), say);
        }
    }
}
