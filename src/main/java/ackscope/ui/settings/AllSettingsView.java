package ackscope.ui.settings;

import ackscope.core.settings.ProducerSetting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Every setting of the producer in a table that can be searched and edited, and below it what the chosen one does. Ctrl+F searches, Ctrl+C copies
 * {@code name=value}. */
public final class AllSettingsView {
    private final SettingsViewModel model;
    private final VBox node = new VBox(8);
    private final TextField search = new TextField();
    private final CheckBox changedOnly = new CheckBox("Only what is typed");
    private final Label count = new Label();
    private final ObservableList<SettingRow> rows = FXCollections.observableArrayList();
    private final FilteredList<SettingRow> found = new FilteredList<>(rows);
    private final TableView<SettingRow> table = new TableView<>();
    private final SettingDetail detail;

    public AllSettingsView(SettingsViewModel model) {
        this.model = model;
        detail = new SettingDetail(model);
        createView();
        bind();
    }

    public Region node() {
        return node;
    }

    /** Puts the cursor into the search. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    private void createView() {
        search.setId("settings-search");
        search.setPromptText("Search names, descriptions and values");
        search.setAccessibleText("Search all settings");
        search.setPrefWidth(320);
        changedOnly.setId("settings-changed-only");
        count.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox bar = new HBox(12, search, changedOnly, gap, count);
        bar.setAlignment(Pos.CENTER_LEFT);
        createTable();
        VBox.setVgrow(table, Priority.ALWAYS);
        node.getChildren().setAll(bar, table, detail.node());
        node.getStyleClass().addAll("panel", "all-settings");
    }

    private void createTable() {
        table.setId("all-settings-table");
        table.setAccessibleText("All producer settings");
        table.setEditable(true);
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.setPlaceholder(new Label("No setting has these words."));
        TableColumn<SettingRow, String> name = column("Setting", 280, SettingRow::name);
        name.setCellFactory(_ -> new TextCell("mono"));
        TableColumn<SettingRow, String> value = column("Value", 200, r -> r.value(model));
        value.setCellFactory(_ -> new ValueCell(model));
        value.setEditable(true);
        TableColumn<SettingRow, String> importance = column("Importance", 84, SettingRow::importance);
        importance.setComparator(Comparator.comparingInt(List.of("high", "medium", "low", "")::indexOf));
        table.getColumns().setAll(List.of(name, value, column("Default", 150, SettingRow::standard), importance,
                column("Takes", 170, SettingRow::takes), column("About", 160, SettingRow::group)));
        SortedList<SettingRow> sorted = new SortedList<>(found);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
    }

    private static TableColumn<SettingRow, String> column(String title, double width,
            Function<SettingRow, String> text) {
        TableColumn<SettingRow, String> column = new TableColumn<>(title);
        column.setCellValueFactory(f -> new ReadOnlyStringWrapper(text.apply(f.getValue())));
        column.setCellFactory(_ -> new TextCell("small-text"));
        column.setPrefWidth(width);
        column.setEditable(false);
        return column;
    }

    private void bind() {
        model.typedProperty().addListener(_ -> refresh());
        model.problems().addListener((ListChangeListener<Object>) _ -> table.refresh());
        search.textProperty().addListener(_ -> filter());
        changedOnly.selectedProperty().addListener(_ -> filter());
        table.getSelectionModel().selectedItemProperty().addListener((_, _, row) -> detail.show(row));
        count.textProperty().bind(Bindings.createStringBinding(() -> found.size() + " of " + rows.size(), found, rows));
        KeyCombination find = new KeyCodeCombination(KeyCode.F, KeyCombination.SHORTCUT_DOWN);
        node.setOnKeyPressed(e -> {
            if (find.match(e)) {
                focusSearch();
                e.consume();
            }
        });
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN && !found.isEmpty()) {
                table.requestFocus();
                table.getSelectionModel().selectFirst();
                e.consume();
            }
        });
        KeyCombination copy = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
        table.setOnKeyPressed(e -> {
            if (copy.match(e) && table.getEditingCell() == null) {
                copy(table.getSelectionModel().getSelectedItem());
                e.consume();
            }
        });
        refresh();
        table.getSelectionModel().selectFirst();
    }

    private void copy(SettingRow row) {
        if (row != null) {
            ClipboardContent content = new ClipboardContent();
            content.putString(row.name() + "=" + row.value(model));
            Clipboard.getSystemClipboard().setContent(content);
        }
    }

    private void refresh() {
        TreeSet<String> names = new TreeSet<>(model.typedProperty().get().asMap().keySet());
        ProducerSetting.all().forEach(s -> names.add(s.name()));
        if (rows.size() != names.size()
                || !rows.stream().map(SettingRow::name).toList().equals(new ArrayList<>(names))) {
            rows.setAll(names.stream().map(SettingRow::of).toList());
        }
        if (changedOnly.isSelected()) {
            filter();
        }
        table.refresh();
    }

    private void filter() {
        found.setPredicate(row -> row.matches(search.getText(), model.typedProperty().get())
                && (!changedOnly.isSelected() || model.typedProperty().get().isSet(row.name())));
        if (table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().selectFirst();
        }
    }

    /** Text whose full length is one hover away. */
    private static final class TextCell extends javafx.scene.control.TableCell<SettingRow, String> {
        TextCell(String style) {
            getStyleClass().add(style);
        }

        @Override
        protected void updateItem(String item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty ? null : item);
            setTooltip(empty || item == null || item.length() < 24 ? null : new Tooltip(item));
        }
    }
}
