package ackscope.ui.runs;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.core.export.VerdictWords;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;
import java.util.Arrays;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;

/** What an audit found, as a few marks with words. */
final class Chips {
    private static final List<Verdict> UNKNOWN = List.of(Verdict.UNKNOWN_WRITTEN, Verdict.UNKNOWN_ABSENT,
            Verdict.NOT_READ, Verdict.WRITTEN_THOUGH_FAILED);

    private Chips() {
    }

    /**
     * One chip for each anomaly and for what is not known; a single one when all is well.
     *
     * @param goesOn whether the run is not over
     */
    static Region of(RunRecord run, boolean goesOn) {
        FlowPane chips = new FlowPane(6, 4);
        if (goesOn) {
            chips.getChildren().add(chip("goes on", OutcomeMark.Kind.WAITING));
            return chips;
        }
        if (run.audit().isEmpty()) {
            chips.getChildren().add(chip("not audited", OutcomeMark.Kind.WAITING));
            return chips;
        }
        AuditReport audit = run.audit().get();
        Arrays.stream(Verdict.values())
                .filter(v -> audit.count(v) > 0 && (v.anomaly() || UNKNOWN.contains(v)))
                .forEach(v -> chips.getChildren().add(
                        chip(Figures.count(audit.count(v)) + " " + VerdictWords.of(v), mark(v))));
        if (audit.provisional()) {
            chips.getChildren().add(chip("provisional", OutcomeMark.Kind.WAITING));
        } else if (audit.clean() && chips.getChildren().isEmpty()) {
            chips.getChildren().add(chip("audit clean", OutcomeMark.Kind.ACKED));
        }
        return chips;
    }

    static OutcomeMark.Kind mark(Verdict verdict) {
        if (UNKNOWN.contains(verdict)) {
            return OutcomeMark.Kind.UNKNOWN;
        }
        return switch (verdict) {
            case DUPLICATED, REORDERED -> OutcomeMark.Kind.RETRYING;
            case DELIVERED, ABORTED, ABSENT_AS_TOLD -> OutcomeMark.Kind.ACKED;
            default -> verdict.anomaly() ? OutcomeMark.Kind.FAILED : OutcomeMark.Kind.WAITING;
        };
    }

    private static Label chip(String words, OutcomeMark.Kind kind) {
        Label chip = new Label(words, new OutcomeMark(kind, 10));
        chip.getStyleClass().addAll("chip", "text-" + kind.styleClass());
        chip.setMinWidth(Region.USE_PREF_SIZE);
        return chip;
    }
}
