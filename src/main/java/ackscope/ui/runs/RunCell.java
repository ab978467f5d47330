package ackscope.ui.runs;

import ackscope.core.run.Plain;
import ackscope.core.run.RunRecord;
import ackscope.core.run.WarmUp;
import ackscope.ui.base.Figures;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A run in the list: its name, when and with what it was sent, and what the audit says. */
final class RunCell extends ListCell<RunRecord> {
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH);

    /** Of the list's width: padding, border and scroll bar. */
    private static final double BESIDE = 50;

    private final Label name = new Label();
    private final Label when = new Label();
    private final Label settings = new Label();
    private final Label counts = new Label();
    private final StackPane chips = new StackPane();
    private final VBox box;

    private final Predicate<RunRecord> goesOn;

    /** @param goesOn whether a run is not over */
    RunCell(Predicate<RunRecord> goesOn) {
        this.goesOn = goesOn;
        // The end of a long name may be all that tells two runs apart.
        for (Label label : List.of(name, counts)) {
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
        }
        listViewProperty().flatMap(ListView::widthProperty).orElse(0.0)
                .subscribe(w -> List.of(name, counts)
                        .forEach(label -> label.setPrefWidth(Math.max(100, w.doubleValue() - BESIDE))));
        name.getStyleClass().add("strong");
        when.getStyleClass().addAll("muted", "small-text");
        settings.getStyleClass().addAll("muted", "small-text");
        counts.getStyleClass().add("small-text");
        box = new VBox(3, name, when, counts, settings, chips);
        box.setMinWidth(0);
        box.setPrefWidth(0);
        getStyleClass().add("run-cell");
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(settings.textProperty());
        settings.setTooltip(whole);
    }

    /** "14 Jul 12:00:00". */
    static String when(RunRecord run) {
        return WHEN.format(Instant.ofEpochMilli(run.startedMs()).atZone(ZoneId.systemDefault()));
    }

    /** "50 sent, 48 acked, 2 failed, 1 to warm up". */
    static String counts(RunRecord run) {
        var totals = run.totals();
        return Figures.count(WarmUp.without(run, totals.sent())) + " sent, "
                + Figures.count(WarmUp.without(run, totals.acked())) + " acked"
                + (totals.failed() > 0 ? ", " + Figures.count(totals.failed()) + " failed" : "")
                + (totals.unreported() + totals.open() > 0
                        ? ", " + Figures.count(totals.unreported() + totals.open()) + " without a report"
                        : "")
                + (run.warmUps() > 0 ? ", " + Figures.count(run.warmUps()) + " to warm up" : "");
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
        chips.getChildren().setAll(Chips.of(run, goesOn.test(run)));
        setGraphic(box);
        setAccessibleText(run.name() + ", " + when(run) + ", " + counts(run));
    }
}
