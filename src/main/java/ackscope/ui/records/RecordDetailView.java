package ackscope.ui.records;

import ackscope.core.event.Certainty;
import ackscope.core.event.Tries;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import ackscope.ui.records.ResultRow.State;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The chosen row in full: its outcome, whether it is in the log and why, its way on the delivery budget; or, in its place, what happened in
 * words and what the topic holds at its offset.
 */
public final class RecordDetailView {
    /** The sentence of what happened has a line of its own in a pane that is at least so high, px. */
    private static final double ROOM_FOR_WORDS = 146;

    private final RecordsViewModel model;
    private final VBox root = new VBox(4);
    private final Label title = new Label();
    private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 12);
    private final Label outcome = new Label();
    private final Label inLog = new Label();
    private final Tooltip inLogWhole = new Tooltip();
    private final Label words = new Label();
    private final Tooltip wordsWhole = new Tooltip();
    private final TextArea stored = new TextArea();
    private final ToggleButton toStored = new ToggleButton(null, new FontIcon("fth-file-text"));
    private final AttemptTimeline timeline = new AttemptTimeline();
    private final Label hint = new Label(
            "Choose a row below: every try of the record on its delivery budget, and what the topic holds at its offset, are shown here.");
    private HBox head = Form.row();

    public RecordDetailView(RecordsViewModel model) {
        this.model = model;
        createView();
        bind();
    }

    public Region node() {
        return root;
    }

    private void createView() {
        root.getStyleClass().addAll("panel", "record-detail");
        title.getStyleClass().add("panel-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        outcome.setMinWidth(60);
        hint.getStyleClass().add("muted");
        hint.setWrapText(true);
        words.setTooltip(wordsWhole);
        wordsWhole.setWrapText(true);
        wordsWhole.setMaxWidth(560);
        inLog.setMinWidth(0);
        inLog.setTooltip(inLogWhole);
        inLogWhole.setWrapText(true);
        inLogWhole.setMaxWidth(560);
        stored.setEditable(false);
        stored.getStyleClass().addAll("mono", "stored");
        stored.setAccessibleText("What the topic holds");
        stored.setMinHeight(30);
        toStored.getStyleClass().addAll("quiet", "small", "button-icon");
        toStored.setTooltip(new Tooltip("What happened in words, and what the topic holds at its offset"));
        toStored.setAccessibleText("Show what the topic holds in place of the timeline");
        toStored.setId("record-stored");
        VBox.setVgrow(stored, Priority.ALWAYS);
        VBox.setVgrow(timeline.node(), Priority.ALWAYS);
        head = Form.row(title, mark, outcome, Form.space(), inLog, toStored);
        head.setMinHeight(24);
        root.getChildren().addAll(head, words, timeline.node(), stored, hint);
    }

    private void bind() {
        stored.textProperty().bind(model.storedProperty());
        model.chosenProperty().subscribe(_ -> show());
        model.timelineProperty().subscribe(_ -> show());
        model.auditedProperty().subscribe(_ -> show());
        toStored.selectedProperty().subscribe(_ -> show());
        root.heightProperty().subscribe(_ -> show());
    }

    private void show() {
        Optional<ResultRow> chosen = model.chosenProperty().get();
        Optional<Timeline> way = model.timelineProperty().get();
        boolean drawn = chosen.isPresent() && way.isPresent() && !toStored.isSelected();
        Form.present(head, chosen.isPresent());
        Form.present(words, chosen.isPresent() && (!drawn || root.getHeight() >= ROOM_FOR_WORDS));
        Form.present(timeline.node(), drawn);
        Form.present(stored, chosen.filter(ResultRow::stored).isPresent() && !drawn);
        Form.present(toStored, way.isPresent());
        Form.present(hint, chosen.isEmpty());
        words.setWrapText(!drawn);
        words.setMinHeight(Region.USE_PREF_SIZE);
        way.filter(_ -> drawn).ifPresent(timeline::show);
        chosen.ifPresent(row -> {
            title.setText(title(row));
            mark.show(row.state().mark());
            outcome.getStyleClass().setAll("label", "text-" + row.state().mark().styleClass());
            outcome.setText(outcome(row, way));
            inLog.setText("In the log?  " + model.auditedProperty().get().of(row).orElseGet(() -> inLog(row, way)));
            inLogWhole.setText(inLog.getText());
            words.setText(row.words());
            wordsWhole.setText(row.words());
        });
    }

    /** Records that are only counted have no numbers to name. */
    static String title(ResultRow row) {
        if (row.single()) {
            return "Record #" + Figures.count(row.first());
        }
        String count = Figures.counted(row.count(), "record", "records");
        return row.first() < 0
                ? count
                : count + ", #" + Figures.count(row.first()) + " to #" + Figures.count(row.last());
    }

    private static String outcome(ResultRow row, Optional<Timeline> way) {
        int tries = way.map(t -> t.tries().size()).filter(n -> n > 0).orElse(row.tries());
        return row.state().word() + (row.ms() < 0 ? "" : " after " + Figures.count(row.ms()) + " ms")
                + (tries < 0 ? "" : " · " + TimelineBuilder.tries(tries)) + " · " + row.place();
    }

    /** As long as there is no report the wire may know more than the client. */
    private static String inLog(ResultRow row, Optional<Timeline> way) {
        boolean open = row.state() == State.OPEN || row.state() == State.RETRYING;
        Optional<Tries> known = way.map(Timeline::known).filter(Tries::known).filter(_ -> open);
        return known.map(k -> k.written() == Certainty.YES && k.reason().isEmpty()
                ? "yes"
                : k.written().name().toLowerCase(Locale.ROOT) + (k.reason().isEmpty() ? "" : ": " + k.reason()))
                .orElseGet(row::inLogWords);
    }
}
