package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** The audit of the run at hand, in the low space below the diagram: what was found at the left, who at the right. */
public final class AuditView {
    private static final double WORDS = 280;
    private static final double MATRIX = 430;

    private final AuditViewModel model;
    private final HeadlineView headline = new HeadlineView(false);
    private final FindingsView findings = new FindingsView();
    private final MatrixView matrix = new MatrixView(true);
    private final Label invitation = new Label();
    private final HBox verdicts = new HBox(4);
    private final HBox controls = new HBox(8);
    private final StackPane root = new StackPane();

    public AuditView(AuditViewModel model) {
        this.model = model;
        createView();
        createControls();
    }

    /** The view's root. */
    public Region node() {
        return root;
    }

    /** What stands beside the tabs while this one is chosen. */
    public HBox controls() {
        return controls;
    }

    private void createView() {
        ScrollPane words = scroll(new VBox(8, headline.node(), findings.node()), WORDS);
        ScrollPane claims = scroll(matrix.node(), MATRIX);
        OffenderTable table = new OffenderTable(true, model.offenders(), model::choose);
        HBox.setHgrow(table.node(), Priority.ALWAYS);
        HBox found = new HBox(words, claims, table.node());
        found.getStyleClass().add("audit");
        invitation.setWrapText(true);
        invitation.getStyleClass().add("muted");
        invitation.setText("An audit joins what the producer was told with what the log holds, record by record: "
                + "lost, duplicated, reordered, reported failed yet written. \"Audit\" ends this run, heals what is broken and "
                + "reads every partition to a proven end; \"Look\" reads while the run goes on.");
        VBox none = new VBox(10, invitation);
        none.setAlignment(Pos.CENTER);
        none.setMaxWidth(640);
        root.getChildren().addAll(none, found);
        model.reportProperty().subscribe(report -> {
            Form.present(found, report.isPresent());
            Form.present(none, report.isEmpty());
            report.ifPresent(this::show);
        });
    }

    private static ScrollPane scroll(Region content, double width) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setMinWidth(width);
        pane.setPrefWidth(width);
        return pane;
    }

    private void show(AuditReport report) {
        headline.show(report);
        findings.show(report);
        matrix.show(report);
        verdicts.getChildren().clear();
        Arrays.stream(Verdict.values()).filter(v -> v.anomaly() && report.count(v) > 0).forEach(v -> verdicts
                .getChildren().add(chip(v, report.count(v))));
    }

    private ToggleButton chip(Verdict verdict, long count) {
        ToggleButton chip = new ToggleButton(VerdictLook.title(verdict) + " " + Figures.shortCount(count),
                new OutcomeMark(VerdictLook.mark(verdict), 9));
        chip.getStyleClass().add("small-toggle");
        chip.setTooltip(new Tooltip("Only these in the table. " + VerdictLook.meaning(verdict, false)));
        model.verdictProperty().subscribe(only -> chip.setSelected(only.equals(Optional.of(verdict))));
        chip.setOnAction(_ -> model.verdictProperty()
                .set(chip.isSelected() ? Optional.of(verdict) : Optional.empty()));
        return chip;
    }

    private void createControls() {
        Label words = new Label();
        words.textProperty().bind(model.wordsProperty());
        words.getStyleClass().addAll("muted", "small-text");
        words.setMaxWidth(420);
        words.setTooltip(new Tooltip());
        words.getTooltip().textProperty().bind(words.textProperty());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(model.fractionProperty());
        progress.setPrefWidth(110);
        Button cancel = button("Cancel", "fth-x", "Give up this audit; nothing is lost", model::cancel);
        Button look = button("Look", "fth-eye", "Read while the run goes on: provisional, nothing is called lost",
                model::look);
        Button prove = button("Audit", "fth-check-square",
                "End this run, heal what is broken, and read every partition to a proven end (Ctrl+U)", model::prove);
        prove.getStyleClass().add("accent");
        prove.setId("audit-prove");
        List.of(progress, cancel).forEach(node -> model.runningProperty().subscribe(on -> Form.present(node, on)));
        List.of(look, prove).forEach(node -> model.runningProperty().subscribe(on -> Form.present(node, !on)));
        model.obstacleProperty().subscribe(obstacle -> {
            look.setDisable(!obstacle.isEmpty());
            prove.setDisable(!obstacle.isEmpty());
        });
        controls.setAlignment(Pos.CENTER_RIGHT);
        controls.getChildren().addAll(words, verdicts, progress, cancel, look, prove);
        verdicts.setAlignment(Pos.CENTER_LEFT);
    }

    private static Button button(String title, String icon, String what, Runnable action) {
        Button button = new Button(title, new FontIcon(icon));
        button.setTooltip(new Tooltip(what));
        button.setOnAction(_ -> action.run());
        return button;
    }
}
