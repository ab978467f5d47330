package ackscope.ui.audit;

import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
import ackscope.ui.base.CutCell;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.base.TextCell;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;

/** The first offenders of each verdict; a click tells which one. */
final class OffenderTable {
    private static final String WORDS = "What the log shows";

    private final TableView<Offender> table = new TableView<>();

    /**
     * @param low    whether there is little room: then times and tries are left to the record's own timeline
     * @param chosen told which one a person chose
     */
    OffenderTable(boolean low, ObservableList<Offender> offenders, Consumer<Offender> chosen) {
        table.setId("offenders-table");
        table.setAccessibleText("First offenders of each verdict");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns().addAll(List.of(verdict(),
                column("Record", 70, OffenderTable::record, Comparator.comparingLong(o -> o.record().number())),
                place(low ? 84 : 104),
                column("Offset", 54, o -> o.told() < 0 ? "–" : Figures.count(o.told()),
                        Comparator.comparingLong(Offender::told)),
                column("Found at", 66, OffenderTable::offsets,
                        Comparator.comparingLong(o -> o.found().isEmpty() ? -1 : o.found().getFirst())),
                column(WORDS, 200, OffenderTable::words,
                        Comparator.comparing(Offender::words)),
                column("Told at", 96, o -> o.toldMs() < 0 ? "–" : Figures.clock(o.toldMs()),
                        Comparator.comparingLong(Offender::toldMs)),
                column("Tries", 44, o -> o.tries() < 0 ? "–" : Integer.toString(o.tries()),
                        Comparator.comparingInt(Offender::tries))));
        if (low) {
            table.getColumns().removeLast();
            table.getColumns().removeLast();
        }
        table.getColumns().stream().filter(c -> !c.getText().equals(WORDS)).forEach(c -> {
            c.setMinWidth(c.getPrefWidth());
            c.setMaxWidth(c.getPrefWidth() + 40);
        });
        SortedList<Offender> sorted = new SortedList<>(offenders);
        sorted.comparatorProperty().bind(table.comparatorProperty());
        table.setItems(sorted);
        table.setPlaceholder(new Label("No record to point at."));
        table.getSelectionModel().selectedItemProperty().subscribe(o -> {
            if (o != null) {
                chosen.accept(o);
            }
        });
        MenuItem copy = new MenuItem("Copy all");
        copy.setOnAction(_ -> copy());
        table.setContextMenu(new ContextMenu(copy));
    }

    TableView<Offender> node() {
        return table;
    }

    private static TableColumn<Offender, Verdict> verdict() {
        TableColumn<Offender, Verdict> column = new TableColumn<>("Verdict");
        column.setPrefWidth(132);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue().verdict()));
        column.setCellFactory(_ -> new VerdictCell());
        return column;
    }

    private static TableColumn<Offender, Offender> column(String title, double width, Function<Offender, String> words,
            Comparator<Offender> order) {
        TableColumn<Offender, Offender> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setComparator(order);
        column.setCellValueFactory(f -> new ReadOnlyObjectWrapper<>(f.getValue()));
        column.setCellFactory(_ -> new TextCell<>(words));
        return column;
    }

    /** Where a name is too long for the column, its end is seen all the same: the partition's number. */
    private static TableColumn<Offender, Offender> place(double width) {
        Function<Offender, String> words = o -> o.partition() < 0 ? "–" : o.topic() + "-" + o.partition();
        TableColumn<Offender, Offender> column = column("Partition", width, words,
                Comparator.comparing(Offender::topic).thenComparingInt(Offender::partition));
        column.setCellFactory(_ -> TextCell.ofPlace(words));
        return column;
    }

    private static String record(Offender offender) {
        return "#" + offender.record().number()
                + (offender.record().resend() > 0 ? " r" + offender.record().resend() : "");
    }

    private static String offsets(Offender offender) {
        return offender.found().isEmpty()
                ? "–"
                : offender.found().stream().map(Figures::count).collect(Collectors.joining(", "));
    }

    private static String words(Offender offender) {
        return offender.faults().isEmpty()
                ? offender.words()
                : offender.words() + " · fault: " + String.join(", ", offender.faults());
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(table.getItems().stream()
                .map(o -> String.join("\t", VerdictLook.title(o.verdict()), record(o), o.topic() + "-" + o.partition(),
                        Long.toString(o.told()), offsets(o), words(o)))
                .collect(Collectors.joining("\n")));
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** The verdict with its mark. */
    private static final class VerdictCell extends CutCell<Offender, Verdict> {
        private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 11);

        @Override
        protected void updateItem(Verdict verdict, boolean empty) {
            super.updateItem(verdict, empty);
            getStyleClass().removeIf(s -> s.startsWith("text-"));
            if (empty || verdict == null) {
                setText(null);
                setGraphic(null);
                return;
            }
            mark.show(VerdictLook.mark(verdict));
            getStyleClass().add("text-" + VerdictLook.mark(verdict).styleClass());
            setText(VerdictLook.title(verdict));
            setGraphic(mark);
        }
    }
}
