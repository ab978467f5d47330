package ackscope.ui.runs;

import ackscope.core.run.Plain;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A run in the list: its name, when and with what it was sent, and what the audit says. */
final class RunCell extends ListCell<RunRecord> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    private final Label name = new Label();
    private final Label when = new Label();
    private final Label settings = new Label();
    private final Label counts = new Label();
    private final StackPane chips = new StackPane();
    private final VBox box;

    RunCell() {
        name.getStyleClass().add("strong");
        when.getStyleClass().addAll("muted", "small-text");
        when.setMinWidth(Region.USE_PREF_SIZE);
        settings.getStyleClass().addAll("muted", "small-text");
        counts.getStyleClass().add("small-text");
        box = new VBox(3, Form.row(name, Form.space(), when), counts, settings, chips);
        box.setMinWidth(0);
        box.setPrefWidth(0);
        getStyleClass().add("run-cell");
    }

    /** "14 Jul 12:00:00". */
    static String when(RunRecord run) {
        return WHEN.format(Instant.ofEpochMilli(run.startedMs()).atZone(ZoneId.systemDefault()));
    }

    /** "51 sent, 51 acked, 2 failed". */
    static String counts(RunRecord run) {
        var totals = run.totals();
        return Figures.count(totals.sent()) + " sent, " + Figures.count(totals.acked()) + " acked"
                + (totals.failed() > 0 ? ", " + Figures.count(totals.failed()) + " failed" : "")
                + (totals.unreported() + totals.open() > 0
                        ? ", " + Figures.count(totals.unreported() + totals.open()) + " without a report"
                        : "");
    }

    @Override
    protected void updateItem(RunRecord run, boolean empty) {
        super.updateItem(run, empty);
        if (empty || run == null) {
            setGraphic(null);
            setAccessibleText("");
            return;
        }
        name.setText(run.name());
        when.setText(when(run));
        settings.setText(Plain.brief(run.settings()));
        counts.setText(counts(run));
        chips.getChildren().setAll(Chips.of(run));
        setGraphic(box);
        setAccessibleText(run.name() + ", " + when(run) + ", " + counts(run));
    }
}
