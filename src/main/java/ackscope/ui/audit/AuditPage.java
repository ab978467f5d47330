package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Offender;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** One audit in full, for a page that is as large as the window: headline, claimed against actual, why, and the first offenders. */
public final class AuditPage {
    private static final double TABLE_HEIGHT = 260;

    private final HeadlineView headline = new HeadlineView(true);
    private final MatrixView matrix = new MatrixView(false);
    private final FindingsView findings = new FindingsView();
    private final ObservableList<Offender> offenders = FXCollections.observableArrayList();
    private final VBox root;

    /** @param chosen told which offender a person chose */
    public AuditPage(Consumer<Offender> chosen) {
        OffenderTable table = new OffenderTable(false, offenders, chosen);
        table.node().setPrefHeight(TABLE_HEIGHT);
        HBox.setHgrow(matrix.node(), Priority.ALWAYS);
        HBox.setHgrow(findings.node(), Priority.ALWAYS);
        findings.node().setMinWidth(0);
        findings.node().setPrefWidth(360);
        HBox middle = new HBox(20, titled("Claimed against actual", matrix.node()), titled("Why", findings.node()));
        middle.getChildren().forEach(part -> HBox.setHgrow(part, Priority.ALWAYS));
        root = new VBox(14, headline.node(), middle, titled("First offenders", table.node()));
        root.getStyleClass().add("audit-page");
    }

    /** The page's root. */
    public Region node() {
        return root;
    }

    /** Shows this one. */
    public void show(AuditReport report) {
        headline.show(report);
        matrix.show(report);
        findings.show(report);
        offenders.setAll(report.offenders());
    }

    private static Region titled(String title, Region part) {
        Label label = new Label(title);
        label.getStyleClass().add("section-title");
        VBox.setVgrow(part, Priority.ALWAYS);
        return new VBox(6, label, part);
    }
}
