package ackscope.ui.transaction;

import ackscope.core.transaction.ReadersView.Fate;
import ackscope.core.transaction.ReadersView.Row;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What one reader was given, newest first. */
final class ReaderList {
    private static final PseudoClass STABLE = PseudoClass.getPseudoClass("stable");

    private final VBox root;

    /**
     * @param isolation "read_uncommitted" or "read_committed"
     * @param about     what it is given, for the tooltip
     */
    ReaderList(String isolation, String about, ObservableList<ReaderLines.Line> lines, String nothing) {
        Label title = new Label(isolation);
        title.getStyleClass().addAll("mono", "small-text");
        title.setTooltip(new Tooltip(about));
        Label count = new Label();
        count.getStyleClass().addAll("muted", "small-text");
        lines.subscribe(() -> count.setText(count(lines)));
        count.setText(count(lines));
        HBox head = Form.row(title, Form.space(), count);
        head.getStyleClass().add("reader-head");
        ListView<ReaderLines.Line> list = new ListView<>(lines);
        list.setId(isolation.replace('_', '-'));
        list.setAccessibleText("Records that " + isolation + " was given, newest first");
        list.setCellFactory(_ -> new Cell());
        list.setFixedCellSize(21);
        list.setMinHeight(0);
        Label none = new Label(nothing);
        none.getStyleClass().addAll("muted", "small-text");
        list.setPlaceholder(none);
        VBox.setVgrow(list, Priority.ALWAYS);
        root = new VBox(head, list);
        root.getStyleClass().add("reader");
        root.setMinWidth(150);
    }

    Region node() {
        return root;
    }

    private static String count(ObservableList<ReaderLines.Line> lines) {
        return Figures.counted(lines.stream().filter(ReaderLines.Given.class::isInstance).count(), "record",
                "records");
    }

    /** A record with the mark of its fate, or the line of the last stable offset. */
    private static final class Cell extends ListCell<ReaderLines.Line> {
        private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.ACKED, 9);
        private final Label place = new Label();
        private final Label text = new Label();
        private final Label fate = new Label();
        private final HBox row = Form.row(mark, place, text, Form.space(), fate);

        Cell() {
            place.setMinWidth(Region.USE_PREF_SIZE);
            place.getStyleClass().addAll("muted", "small-text");
            text.getStyleClass().add("small-text");
            text.setMinWidth(0);
            fate.getStyleClass().addAll("small-text", "reader-fate");
            fate.setMinWidth(Region.USE_PREF_SIZE);
            row.setMinWidth(0);
            row.setPrefWidth(10);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(ReaderLines.Line line, boolean empty) {
            super.updateItem(line, empty);
            pseudoClassStateChanged(STABLE, !empty && line instanceof ReaderLines.Stable);
            if (empty || line == null) {
                setGraphic(null);
                setText(null);
                return;
            }
            switch (line) {
                case ReaderLines.Given(Row given) -> {
                    show(given);
                    setText(null);
                    setGraphic(row);
                }
                case ReaderLines.Stable s -> {
                    setGraphic(null);
                    setText("P" + s.partition() + " last stable " + Figures.count(s.offset()) + " · "
                            + Figures.count(s.heldBack()) + " held back");
                }
            }
        }

        private void show(Row given) {
            place.setText("P" + given.partition() + " @" + Figures.count(given.offset()));
            text.setText(given.text());
            mark.show(switch (given.fate()) {
                case VISIBLE -> OutcomeMark.Kind.ACKED;
                case ABORTED -> OutcomeMark.Kind.FAILED;
                case HELD_BACK -> OutcomeMark.Kind.WAITING;
            });
            fate.setText(switch (given.fate()) {
                case VISIBLE -> "";
                case ABORTED -> "aborted";
                case HELD_BACK -> "held back";
            });
            fate.getStyleClass().removeAll("text-failed", "muted");
            fate.getStyleClass().add(given.fate() == Fate.ABORTED ? "text-failed" : "muted");
        }
    }
}
