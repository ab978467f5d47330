package ackscope.core.export;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
import ackscope.core.run.Curve;
import ackscope.core.run.Plain;
import ackscope.core.run.RunComparison;
import ackscope.core.run.RunRecord;
import ackscope.core.run.WarmUp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A run, or two side by side, as one HTML file that opens without a network, light or dark as the reader's system is. Well-formed XML too.
 */
public final class RunReport {
    private static final int OFFENDERS = 100;
    private static final List<String> LETTERS = List.of("A", "B");

    private final Html page = new Html();

    private RunReport() {
    }

    /** One run. */
    public static String of(RunRecord run) {
        RunReport report = new RunReport();
        report.head(run.name(), List.of(run));
        report.outcome(List.of(run));
        report.audits(List.of(run));
        report.charts(List.of(run));
        report.details(List.of(run));
        return report.end(run.name());
    }

    /** Two runs side by side, with what follows. */
    public static String of(RunComparison pair) {
        RunReport report = new RunReport();
        List<RunRecord> runs = List.of(pair.a(), pair.b());
        String title = pair.a().name() + " / " + pair.b().name();
        report.head("Two runs compared", runs);
        report.page.element("p", "conclusion", pair.conclusion());
        report.differences(pair);
        report.verdicts(pair);
        report.charts(runs);
        report.outcome(runs);
        report.audits(runs);
        report.details(runs);
        return report.end(title);
    }

    private void head(String title, List<RunRecord> runs) {
        page.open("header", "").element("h1", title);
        for (int i = 0; i < runs.size(); i++) {
            RunRecord run = runs.get(i);
            String who = runs.size() == 1 ? "" : LETTERS.get(i) + ": " + run.name() + ". ";
            page.element("p", "meta", who + run.cluster() + ", " + Say.when(run.startedMs()) + ", took "
                    + Say.ms((double) run.tookMs()) + ". " + Plain.brief(run.settings()) + ".");
        }
        page.close("header");
    }

    private String end(String title) {
        page.open("footer", "")
                .element("p", "meta", "Written by Ackscope. Charts count differences of the client's totals"
                        + " and the app's own callbacks; the audit reads the log itself.")
                .close("footer");
        return page.page(title);
    }

    private static List<String> headings(String first, List<RunRecord> runs) {
        List<String> headings = new ArrayList<>(List.of(first));
        for (int i = 0; i < runs.size(); i++) {
            headings.add("#" + (runs.size() == 1 ? "records" : LETTERS.get(i)));
        }
        return headings;
    }

    private interface Figure {
        String of(RunRecord run);
    }

    private static List<String> row(String what, List<RunRecord> runs, Figure figure) {
        List<String> row = new ArrayList<>(List.of(what));
        runs.forEach(run -> row.add(figure.of(run)));
        return row;
    }

    private void outcome(List<RunRecord> runs) {
        page.section("What the producer reported");
        List<String> headings = headings("Outcome", runs);
        page.table(headings, List.of(row("sent", runs, r -> WarmUp.sum(r, r.totals().sent())),
                row("acknowledged", runs, r -> WarmUp.sum(r, r.totals().acked())),
                row("of these with acks=0, handed to the socket", runs,
                        r -> WarmUp.sum(r, r.totals().unconfirmed())),
                row("reported failed", runs, r -> Say.count(r.totals().failed())),
                row("no report", runs, r -> Say.count(r.totals().unreported())),
                row("still open", runs, r -> Say.count(r.totals().open())),
                row("failed or unreported, and maybe written", runs, r -> Say.count(r.totals().maybeWritten())),
                row("send to acknowledgement, median", runs, r -> Say.ms(r.latency().p50Ms())),
                row("send to acknowledgement, p99", runs, r -> Say.ms(r.latency().p99Ms())),
                row("send to acknowledgement, longest", runs, r -> Say.ms(r.latency().maxMs()))));
        warmUp(runs);
        page.close("section");
    }

    private void warmUp(List<RunRecord> runs) {
        runs.stream().map(WarmUp::note).filter(note -> !note.isEmpty()).findFirst()
                .ifPresent(note -> page.element("p", "note", note));
    }

    private void differences(RunComparison pair) {
        page.section("Settings that differ");
        List<List<String>> rows = pair.settings().stream()
                .map(d -> List.of(d.key(), d.a().isEmpty() ? "none" : d.a(), d.b().isEmpty() ? "none" : d.b()))
                .toList();
        if (rows.isEmpty()) {
            page.element("p", "None.");
        } else {
            page.table(List.of("Setting", "A", "B"), rows);
        }
        page.close("section");
    }

    private void verdicts(RunComparison pair) {
        page.section("What the log holds");
        page.table(List.of("Verdict", "#A", "#B"), pair.verdicts().stream()
                .map(v -> List.of(VerdictWords.of(v.verdict()), audited(pair.a(), v.verdict(), v.a()),
                        audited(pair.b(), v.verdict(), v.b())))
                .toList());
        warmUp(List.of(pair.a(), pair.b()));
        page.close("section");
    }

    private static String audited(RunRecord run, Verdict verdict, long count) {
        return count < 0 ? "not audited" : counted(run, verdict, count);
    }

    /** What warmed the producer up was delivered. */
    private static String counted(RunRecord run, Verdict verdict, long count) {
        return verdict == Verdict.DELIVERED ? WarmUp.sum(run, count) : Say.count(count);
    }

    private void audits(List<RunRecord> runs) {
        for (int i = 0; i < runs.size(); i++) {
            RunRecord run = runs.get(i);
            page.section("Audit" + (runs.size() == 1 ? "" : " of " + LETTERS.get(i) + ", " + run.name()));
            if (run.audit().isEmpty()) {
                page.element("p", "This run was not audited: what the log holds of it was not read.");
            } else {
                audit(run, run.audit().get(), runs.size() == 1);
            }
            page.close("section");
        }
    }

    private void audit(RunRecord run, AuditReport audit, boolean withCounts) {
        if (audit.provisional() || !audit.obstacles().isEmpty()) {
            page.element("p", "note", (audit.provisional() ? "Provisional. " : "")
                    + String.join(" ", audit.obstacles()));
        }
        if (audit.records() < run.totals().sent()) {
            page.element("p", "note", "It was made when the run had " + Say.count(audit.records()) + " records.");
        }
        if (withCounts) {
            page.table(List.of("Verdict", "#records"), Arrays.stream(Verdict.values())
                    .filter(v -> audit.count(v) > 0)
                    .map(v -> List.of(VerdictWords.of(v), counted(run, v, audit.count(v)))).toList());
        }
        for (Finding f : audit.findings()) {
            page.open("p", f.established() ? "finding" : "finding open")
                    .element("strong", Say.count(f.count()) + " " + VerdictWords.of(f.verdict()) + ". ")
                    .markup(Html.escaped(f.cause() + " " + f.prevention())).close("p");
        }
        if (audit.clean()) {
            page.element("p", "No anomaly was found, and everything was read to a proven end.");
        }
        offenders(audit.offenders());
    }

    private void offenders(List<Offender> offenders) {
        if (offenders.isEmpty()) {
            return;
        }
        page.open("details", "").element("summary", "The first records of each kind");
        page.table(List.of("Verdict", "#record", "Partition", "#told", "Found at", "Sent", "#tries", "Faults then",
                "What the log shows"),
                offenders.stream().limit(OFFENDERS).map(RunReport::offender).toList());
        if (offenders.size() > OFFENDERS) {
            page.element("p", "note", "And " + (offenders.size() - OFFENDERS) + " more, in the CSV export.");
        }
        page.close("details");
    }

    private static List<String> offender(Offender o) {
        return List.of(VerdictWords.of(o.verdict()),
                o.record().number() + (o.record().resend() == 0 ? "" : "." + o.record().resend()),
                o.topic() + (o.partition() < 0 ? "" : "-" + o.partition()), o.told() < 0 ? "–" : "" + o.told(),
                o.found().stream().map(String::valueOf).collect(Collectors.joining(", ")), Say.clock(o.sentMs()),
                o.tries() < 0 ? "–" : "" + o.tries(), String.join("; ", o.faults()), o.words());
    }

    private void charts(List<RunRecord> runs) {
        page.section("Over time");
        if (runs.stream().allMatch(r -> r.series().isEmpty())) {
            page.element("p", "The run was over before the first figures were taken.").close("section");
            return;
        }
        page.open("p", "legend");
        if (runs.size() == 2) {
            page.markup("<span class=\"key first\"></span>").element("span", "A: " + runs.getFirst().name())
                    .markup("<span class=\"key second\"></span>").element("span", "B: " + runs.getLast().name());
        }
        page.markup("<span class=\"key band\"></span>").element("span", "a fault is in force");
        if (runs.stream().anyMatch(RunRecord::faultsOverlap)) {
            page.markup("<span class=\"key band twice\"></span>").element("span", "two or more at once");
        }
        page
                .markup("<span class=\"key mark\"></span>").element("span", "a node or a leader changes").close("p");
        for (Curve curve : Curve.values()) {
            page.open("figure", "").open("figcaption", "").element("strong", curve.title())
                    .element("span", "source", curve.source()).close("figcaption")
                    .markup(SeriesSvg.of(curve, runs)).close("figure");
        }
        page.close("section");
    }

    private void details(List<RunRecord> runs) {
        for (int i = 0; i < runs.size(); i++) {
            RunRecord run = runs.get(i);
            page.section(runs.size() == 1 ? "What was done" : "What was done in " + LETTERS.get(i));
            page.table(List.of("At", "Lasted", "What happened"), run.happenings().stream()
                    .map(h -> List.of(Say.since(h.fromMs() - run.startedMs()), h.toMs() == h.fromMs()
                            ? ""
                            : h.toMs() == Long.MAX_VALUE ? "to the end" : Say.ms((double) (h.toMs() - h.fromMs())),
                            h.title()))
                    .toList());
            page.table(List.of("At", "What was sent", "To"), run.work().stream()
                    .map(w -> List.of(Say.since(w.atMs() - run.startedMs()),
                            w.load().words() + (w.times() > 1 ? ", " + w.times() + " times" : "")
                                    + (w.warmUp() ? " (to warm the producer up)" : ""),
                            w.topic()))
                    .toList());
            page.table(List.of("Topic", "#partitions", "#replicas", "#min.insync.replicas"), run.topics().stream()
                    .map(t -> List.of(t.name(), known(t.partitions()), known(t.replication()), known(t.minInsync())))
                    .toList());
            settings(run);
            page.close("section");
        }
    }

    private static String known(int n) {
        return n < 0 ? "not known" : Integer.toString(n);
    }

    private void settings(RunRecord run) {
        Map<String, String> changed = Plain.changed(run.settings());
        page.element("h3", "Settings that are not the client's defaults");
        if (changed.isEmpty()) {
            page.element("p", "None.");
        } else {
            page.table(List.of("Setting", "Value"),
                    changed.entrySet().stream().map(e -> List.of(e.getKey(), e.getValue())).toList());
        }
        page.open("details", "").element("summary", "All effective settings, secrets left out");
        page.table(List.of("Setting", "Value"), new TreeMap<>(run.settings()).entrySet().stream()
                .map(e -> List.of(e.getKey(), Plain.value(e.getKey(), e.getValue()))).toList());
        page.close("details");
    }
}
