package ackscope.ui.runs;

import ackscope.ui.base.Words;
import ackscope.core.run.Plain;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunRecord;
import ackscope.ui.base.Figures;
import java.util.List;
import java.util.function.Predicate;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** What stands beside the list: one run in full, or two side by side. */
final class RunPages {
    private RunPages() {
    }

    /** One run. */
    static VBox of(RunRecord run, boolean goesOn) {
        return page(Words.of(meta(run), "muted"), Chips.of(run, goesOn),
                beside(Sections.section("What became of the records", Sections.outcome(List.of(run))),
                        Sections.section("Audit", Sections.verdicts(List.of(run)), Sections.findings(run))),
                Sections.charts(List.of(run)), Sections.done(run, "What was done"), Sections.settings(run),
                Sections.offenders(run));
    }

    /** Two runs, the first one A. */
    static VBox of(RunComparison pair, Predicate<RunRecord> goesOn) {
        List<RunRecord> runs = List.of(pair.a(), pair.b());
        Label conclusion = Words.of(pair.conclusion(), "run-conclusion");
        conclusion.setId("runs-conclusion");
        conclusion.setMaxWidth(Double.MAX_VALUE);
        return page(conclusion, beside(side("A", pair.a(), goesOn), side("B", pair.b(), goesOn)),
                Sections.differences(pair),
                beside(Sections.section("What became of the records", Sections.outcome(runs)),
                        Sections.section("Audits", Sections.verdicts(runs))),
                Sections.charts(runs),
                beside(Sections.section("Why in A", Sections.findings(pair.a())),
                        Sections.section("Why in B", Sections.findings(pair.b()))),
                beside(Sections.done(pair.a(), "What was done in A"), Sections.done(pair.b(), "What was done in B")));
    }

    private static VBox side(String letter, RunRecord run, Predicate<RunRecord> goesOn) {
        return new VBox(4, Words.of(letter + ": " + run.name(), "strong"),
                Words.of(meta(run), "muted", "small-text"), Chips.of(run, goesOn.test(run)));
    }

    private static String meta(RunRecord run) {
        return RunCell.when(run) + ", " + run.cluster() + ", took " + Figures.span(run.tookMs()) + ". "
                + RunCell.counts(run) + ". " + Plain.brief(run.settings()) + ".";
    }

    /** Two halves of one width; a grid, for it asks its children how high they are at just that width. */
    private static GridPane beside(Region left, Region right) {
        GridPane both = new GridPane(32, 0);
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            both.getColumnConstraints().add(half);
        }
        both.addRow(0, left, right);
        return both;
    }

    private static VBox page(Node... parts) {
        VBox page = new VBox(20, parts);
        page.getStyleClass().add("run-page");
        return page;
    }
}
