package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Verdict;
import ackscope.core.export.VerdictWords;
import ackscope.ui.base.Figures;
import ackscope.ui.base.OutcomeMark;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An audit in two sentences.
 *
 * @param title  what became of the records, the worst first
 * @param detail why, and what would have prevented it; or how far the proof goes
 */
record Headline(OutcomeMark.Kind mark, String title, String detail) {
    /** The worst comes first. */
    private static final List<Verdict> WORST = List.of(Verdict.LOST, Verdict.ABORTED_VISIBLE,
            Verdict.COMMITTED_INVISIBLE,
            Verdict.WRONG_CONTENT, Verdict.DUPLICATED, Verdict.REORDERED, Verdict.WRITTEN_THOUGH_FAILED);

    static Headline of(AuditReport report) {
        Optional<Verdict> worst = WORST.stream().filter(v -> report.count(v) > 0).findFirst();
        String some = report.provisional() ? "So far, " : "";
        if (worst.isPresent()) {
            return new Headline(VerdictLook.mark(worst.get()),
                    upper(some + bad(report, worst.get())) + besides(report, worst.get()), why(report, worst.get()));
        }
        if (report.count(Verdict.NOT_READ) > 0) {
            return new Headline(OutcomeMark.Kind.WAITING,
                    Figures.counted(report.count(Verdict.NOT_READ), "record", "records") + " of "
                            + Figures.count(report.records()) + " cannot be told yet",
                    String.join(" ", report.obstacles()));
        }
        return well(report);
    }

    private static Headline well(AuditReport report) {
        long delivered = report.count(Verdict.DELIVERED);
        String told = report.acksNone() ? "handed over" : "acknowledged";
        String title = report.records() == 0
                ? "Nothing was sent in this run"
                : delivered == 0
                        ? "No record was " + told + ", and the log holds none of them that it should not"
                        : "Every " + told + " record is in the log, once and in order: "
                                + Figures.count(delivered) + " of " + Figures.count(delivered);
        long failed = report.count(Verdict.ABSENT_AS_TOLD);
        long unknown = report.count(Verdict.UNKNOWN_ABSENT) + report.count(Verdict.UNKNOWN_WRITTEN);
        String rest = (failed > 0
                ? Figures.counted(failed, "record", "records") + " failed and is not there, as told. "
                : "")
                + (unknown > 0 ? Figures.count(unknown) + " had no report. " : "");
        return new Headline(OutcomeMark.Kind.ACKED, title,
                rest.replace("records failed and is", "records failed and are") + read(report));
    }

    private static String read(AuditReport report) {
        return report.partitions().isEmpty()
                ? ""
                : "Read to the end of " + Figures.counted(report.partitions().size(), "partition", "partitions")
                        + " in "
                        + Figures.span(report.tookMs()) + ".";
    }

    private static String bad(AuditReport report, Verdict verdict) {
        long n = report.count(verdict);
        String records = Figures.counted(n, "record", "records");
        return switch (verdict) {
            case LOST -> records + (report.acksNone() ? " reported ok" : " acknowledged by the broker") + are(n)
                    + "not in the log";
            case ABORTED_VISIBLE -> records + " of aborted transactions" + are(n) + "visible to read_committed";
            case COMMITTED_INVISIBLE -> records + " of committed transactions" + are(n) + "hidden from read_committed";
            case WRONG_CONTENT -> records + (n == 1 ? " does" : " do") + " not hold the bytes that were sent";
            case DUPLICATED -> records + (n == 1 ? " stands" : " stand") + " in the log more than once";
            case REORDERED -> records + (n == 1 ? " stands" : " stand") + " in the log out of order";
            case WRITTEN_THOUGH_FAILED -> records + " reported failed" + are(n) + "in the log all the same";
            default -> throw new IllegalArgumentException(verdict + " is nothing bad");
        };
    }

    /** What else is wrong, so that nobody takes the worst for all of it. */
    private static String besides(AuditReport report, Verdict worst) {
        String others = WORST.stream().filter(v -> v != worst && report.count(v) > 0)
                .map(v -> Figures.count(report.count(v)) + " " + VerdictWords.of(v)).collect(Collectors.joining(", "));
        return others.isEmpty() ? "" : "; besides: " + others;
    }

    private static String are(long n) {
        return n == 1 ? " is " : " are ";
    }

    private static String why(AuditReport report, Verdict worst) {
        return report.findings().stream().filter(f -> f.verdict() == worst).findFirst().map(Headline::sentence)
                .orElse("Cause not established.");
    }

    private static String sentence(Finding finding) {
        return finding.prevention().isEmpty() ? finding.cause() : finding.cause() + " " + finding.prevention();
    }

    private static String upper(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
