package ackscope.ui.audit;

import ackscope.ui.base.Words;
import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Why each anomaly came about, and what would have prevented it. */
final class FindingsView {
    private final VBox root = new VBox(8);

    FindingsView() {
        root.getStyleClass().add("audit-findings");
    }

    Region node() {
        return root;
    }

    void show(AuditReport report) {
        root.getChildren().setAll(report.findings().stream().map(FindingsView::finding).toList());
        report.obstacles().forEach(obstacle -> root.getChildren().add(Words.of(obstacle, "small-text", "muted")));
    }

    private static Node finding(Finding finding) {
        Label head = new Label(VerdictLook.title(finding.verdict()) + " " + Figures.count(finding.count()),
                new OutcomeMark(VerdictLook.mark(finding.verdict()), 10));
        head.getStyleClass().addAll("strong", "small-text");
        VBox box = new VBox(2, head,
                Words.of(finding.cause(), "small-text", finding.established() ? "small-text" : "muted"));
        if (!finding.prevention().isEmpty()) {
            box.getChildren().add(Words.of("Prevented by: " + finding.prevention(), "small-text", "muted"));
        }
        return box;
    }
}
