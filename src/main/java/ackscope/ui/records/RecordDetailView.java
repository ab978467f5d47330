package ackscope.ui.records;

import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The chosen row in full: its outcome, whether it is in the log and why, and what the topic holds at its offset. */
public final class RecordDetailView {
    private final VBox root = new VBox(6);
    private final Label title = new Label();
    private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 12);
    private final Label outcome = new Label();
    private final Label inLog = new Label();
    private final Label words = new Label();
    private final TextArea stored = new TextArea();
    private final HBox head;
    private final Label hint = new Label(
            "Choose a row below: what happened to the record, and what the topic holds at its offset, is shown here.");

    public RecordDetailView(RecordsViewModel model) {
        root.getStyleClass().addAll("panel", "record-detail");
        title.getStyleClass().add("panel-title");
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        inLog.setMinWidth(0);
        stored.setEditable(false);
        stored.getStyleClass().addAll("mono", "stored");
        stored.setAccessibleText("What the topic holds");
        stored.setMinHeight(30);
        stored.textProperty().bind(model.storedProperty());
        VBox.setVgrow(stored, Priority.ALWAYS);
        head = Form.row(title, mark, outcome, Form.space(), inLog);
        root.getChildren().addAll(head, words, stored, hint);
        model.chosenProperty().subscribe(this::show);
    }

    public Region node() {
        return root;
    }

    private void show(Optional<ResultRow> chosen) {
        Form.present(head, chosen.isPresent());
        Form.present(words, chosen.isPresent());
        Form.present(stored, chosen.isPresent());
        Form.present(hint, chosen.isEmpty());
        chosen.ifPresent(row -> {
            title.setText(row.count() == 1
                    ? "Record #" + Figures.count(row.first())
                    : Figures.count(row.count()) + " records, #" + Figures.count(row.first()) + " to #"
                            + Figures.count(row.last()));
            mark.show(row.state().mark());
            outcome.setText(row.state().word() + (row.ms() < 0 ? "" : " after " + Figures.count(row.ms()) + " ms")
                    + " · " + row.place());
            inLog.setText("In the log?  " + row.inLogWords());
            words.setText(row.words());
            Form.present(stored, row.stored());
        });
    }
}
