package ackscope.ui.audit;

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
        report.obstacles().forEach(obstacle -> root.getChildren().add(words(obstacle, "muted")));
    }

    private static Node finding(Finding finding) {
        Label head = new Label(VerdictLook.title(finding.verdict()) + " " + Figures.count(finding.count()),
                new OutcomeMark(VerdictLook.mark(finding.verdict()), 10));
        head.getStyleClass().addAll("strong", "small-text");
        VBox box = new VBox(2, head, words(finding.cause(), finding.established() ? "small-text" : "muted"));
        if (!finding.prevention().isEmpty()) {
            box.getChildren().add(words("Prevented by: " + finding.prevention(), "muted"));
        }
        return box;
    }

    private static Label words(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("small-text", style);
        return label;
    }
}
