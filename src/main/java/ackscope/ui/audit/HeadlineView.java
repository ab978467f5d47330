package ackscope.ui.audit;

import ackscope.ui.base.Words;
import ackscope.core.audit.AuditReport;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import ackscope.ui.base.OutcomeMark;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** An audit in two sentences, with the mark of the worst that was found. */
final class HeadlineView {
    private final OutcomeMark mark = new OutcomeMark(OutcomeMark.Kind.WAITING, 20);
    private final Label title = Words.of("", "strong");
    private final Label detail = Words.of("", "small-text");
    private final Label proof = Words.of("", "small-text");
    private final boolean withCause;
    private final HBox root;

    /** @param withCause whether the cause is told here too; else somebody else tells it */
    HeadlineView(boolean withCause) {
        this.withCause = withCause;
        proof.getStyleClass().add("muted");
        VBox words = new VBox(3, title, detail, proof);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        root = new HBox(10, mark, words);
        root.setAlignment(Pos.TOP_LEFT);
        root.getStyleClass().add("audit-headline");
    }

    Region node() {
        return root;
    }

    void show(AuditReport report) {
        Headline line = Headline.of(report);
        mark.show(line.mark());
        title.setText(line.title());
        detail.setText(line.detail());
        Form.present(detail, withCause || report.findings().isEmpty());
        proof.setText((report.provisional() ? "Provisional: the run goes on, so nothing is called lost. " : "")
                + "Run " + report.run() + ", audited at " + Figures.second(report.startedMs()) + " in "
                + Figures.span(report.tookMs()) + ", " + Figures.counted(report.copies(), "record", "records")
                + " found.");
    }
}
