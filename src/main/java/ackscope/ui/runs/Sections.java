package ackscope.ui.runs;

import ackscope.ui.base.Words;
import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
import ackscope.core.export.VerdictWords;
import ackscope.core.run.Curve;
import ackscope.core.run.Plain;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunRecord;
import ackscope.core.run.WarmUp;
import ackscope.ui.base.Facts;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The parts of which one run, or two side by side, are told. */
final class Sections {
    private static final int OFFENDERS = 20;

    private Sections() {
    }

    static VBox section(String title, Node... parts) {
        Label head = new Label(title);
        head.getStyleClass().add("section-title");
        VBox box = new VBox(8, head);
        box.getChildren().addAll(parts);
        return box;
    }

    private static List<String> row(String what, List<RunRecord> runs, Function<RunRecord, String> figure) {
        List<String> row = new ArrayList<>(List.of(what));
        runs.forEach(run -> row.add(figure.apply(run)));
        return row;
    }

    private static List<String> heads(String first, List<RunRecord> runs) {
        return runs.size() == 1 ? List.of(first, "#records") : List.of(first, "#A", "#B");
    }

    static Region outcome(List<RunRecord> runs) {
        Facts facts = new Facts(heads("The producer reported", runs));
        facts.row(row("sent", runs, r -> WarmUp.sum(r, r.totals().sent())));
        facts.row(row("acknowledged", runs, r -> WarmUp.sum(r, r.totals().acked())));
        if (runs.stream().anyMatch(r -> r.totals().unconfirmed() > 0)) {
            facts.row(
                    row("of these handed to the socket (acks=0)", runs, r -> WarmUp.sum(r, r.totals().unconfirmed())));
        }
        facts.row(row("reported failed", runs, r -> Figures.count(r.totals().failed())));
        facts.row(row("no report", runs, r -> Figures.count(r.totals().unreported() + r.totals().open())));
        facts.row(row("median to acknowledgement", runs, r -> Figures.ms(r.latency().p50Ms())));
        facts.row(row("p99 to acknowledgement", runs, r -> Figures.ms(r.latency().p99Ms())));
        facts.row(row("longest", runs, r -> Figures.ms(r.latency().maxMs())));
        return noted(facts, runs);
    }

    /** With what the sums in it mean. */
    private static Region noted(Facts facts, List<RunRecord> runs) {
        VBox box = new VBox(6, facts.node());
        runs.stream().map(WarmUp::note).filter(note -> !note.isEmpty()).findFirst()
                .ifPresent(note -> box.getChildren().add(Words.of(note, "muted", "small-text")));
        return box;
    }

    static Region verdicts(List<RunRecord> runs) {
        Facts facts = new Facts(heads("The log holds", runs));
        for (Verdict verdict : Verdict.values()) {
            if (runs.stream().anyMatch(r -> count(r, verdict) > 0)) {
                List<String> row = row(VerdictWords.of(verdict), runs,
                        r -> r.audit().isEmpty()
                                ? "not audited"
                                : verdict == Verdict.DELIVERED
                                        ? WarmUp.sum(r, count(r, verdict))
                                        : Figures.count(count(r, verdict)));
                Facts _ = verdict.anomaly() ? facts.alarming(row) : facts.row(row);
            }
        }
        return runs.stream().allMatch(r -> r.audit().isEmpty())
                ? Words.of("Not audited: what the log holds was not read. Audit the run before the next one begins.",
                        "muted")
                : noted(facts, runs);
    }

    private static long count(RunRecord run, Verdict verdict) {
        return run.audit().map(a -> a.count(verdict)).orElse(0L);
    }

    static VBox findings(RunRecord run) {
        VBox box = new VBox(6);
        run.audit().ifPresent(audit -> {
            List<String> doubts = doubts(run, audit);
            if (!doubts.isEmpty()) {
                box.getChildren().add(Words.of(String.join(" ", doubts), "muted"));
            }
            for (Finding f : audit.findings()) {
                Label head = Words.of(Figures.count(f.count()) + " " + VerdictWords.of(f.verdict()), "strong");
                box.getChildren().add(new VBox(2, head, Words.of(f.cause()), Words.of(f.prevention(), "muted")));
            }
        });
        return box;
    }

    private static List<String> doubts(RunRecord run, AuditReport audit) {
        List<String> doubts = new ArrayList<>();
        if (audit.provisional()) {
            doubts.add("Provisional: the run still went on.");
        }
        doubts.addAll(audit.obstacles());
        if (audit.records() < run.totals().sent()) {
            doubts.add("Made when the run had " + Figures.count(audit.records()) + " records.");
        }
        return doubts;
    }

    static Region offenders(RunRecord run) {
        List<Offender> all = run.audit().map(AuditReport::offenders).orElse(List.of());
        Facts facts = new Facts(List.of("Verdict", "#Record", "Partition", "#Told", "Sent", "What the log shows"));
        all.stream().limit(OFFENDERS).forEach(o -> facts.row(List.of(VerdictWords.of(o.verdict()),
                "" + o.record().number(), o.topic() + (o.partition() < 0 ? "" : "-" + o.partition()),
                o.told() < 0 ? "–" : Figures.count(o.told()), Figures.clock(o.sentMs()), o.words())));
        VBox box = new VBox(6, facts.node());
        if (all.size() > OFFENDERS) {
            box.getChildren().add(Words.of((all.size() - OFFENDERS) + " more are in the export.", "muted"));
        }
        return all.isEmpty() ? new VBox() : section("First records of each kind", box);
    }

    static VBox charts(List<RunRecord> runs) {
        if (runs.stream().allMatch(r -> r.series().size() < 2)) {
            return section("Over time", Words.of("The run was over before the charts had two points.", "muted"));
        }
        VBox box = section("Over time", legend(runs));
        for (Curve curve : Curve.values()) {
            box.getChildren().add(new RunChart(curve, runs).node());
        }
        return box;
    }

    private static HBox legend(List<RunRecord> runs) {
        HBox legend = Form.row();
        if (runs.size() == 2) {
            legend.getChildren().addAll(key("first"), Words.of("A"), key("second"), Words.of("B"), gap());
        }
        legend.getChildren().addAll(key("band"), Words.of("a fault is in force", "muted"), gap());
        if (runs.stream().anyMatch(RunRecord::faultsOverlap)) {
            legend.getChildren().addAll(key("band", "twice"), Words.of("two or more at once", "muted"), gap());
        }
        legend.getChildren().addAll(key("mark"), Words.of("a node or a leader changes", "muted"));
        return legend;
    }

    private static Region key(String... styles) {
        Region key = new Region();
        key.getStyleClass().add("run-key");
        key.getStyleClass().addAll(styles);
        return key;
    }

    private static Region gap() {
        Region gap = new Region();
        gap.setMinWidth(10);
        return gap;
    }

    static VBox done(RunRecord run, String title) {
        Facts facts = new Facts(List.of("#At", "#Lasted", "What happened"));
        for (RunRecord.Asked asked : run.work()) {
            facts.row(List.of(since(asked.atMs() - run.startedMs()), "", "sent to " + asked.topic() + ": "
                    + asked.load().words() + (asked.times() > 1 ? ", " + asked.times() + " times" : "")
                    + (asked.warmUp() ? " (warms the producer up)" : "")));
        }
        for (Happening h : run.happenings()) {
            facts.row(List.of(since(h.fromMs() - run.startedMs()), lasted(h), h.title()));
        }
        return section(title, facts.node());
    }

    private static String since(long ms) {
        return ms < -500 ? "before" : String.format(Locale.ROOT, "%.1f s", Math.max(0, ms) / 1000.0);
    }

    private static String lasted(Happening h) {
        return h.toMs() == h.fromMs()
                ? ""
                : h.toMs() == Long.MAX_VALUE ? "to the end" : Figures.span(h.toMs() - h.fromMs());
    }

    static VBox settings(RunRecord run) {
        Facts facts = new Facts(List.of("Setting", "Value"));
        var changed = Plain.changed(run.settings());
        changed.forEach((key, value) -> facts.row(List.of(key, value.isEmpty() ? "none" : value)));
        VBox box = section("Settings that are not the client's defaults", changed.isEmpty()
                ? Words.of("None.", "muted")
                : facts.node());
        run.topics().forEach(t -> box.getChildren().add(Words.of("Topic " + t.name() + (t.partitions() < 0
                ? ""
                : ": " + Figures.counted(t.partitions(), "partition", "partitions") + ", "
                        + Figures.counted(t.replication(), "replica", "replicas") + ", min.insync.replicas="
                        + t.minInsync()),
                "muted")));
        return box;
    }

    static VBox differences(RunComparison pair) {
        Facts facts = new Facts(List.of("Setting", "A", "B"));
        pair.settings().forEach(d -> facts.row(List.of(d.key(), d.a().isEmpty() ? "none" : d.a(),
                d.b().isEmpty() ? "none" : d.b())));
        return section("Settings that differ",
                pair.settings().isEmpty() ? Words.of("None.", "muted") : facts.node());
    }
}
