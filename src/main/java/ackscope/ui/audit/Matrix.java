package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Claimed against actual: every record of a run is in exactly one cell.
 *
 * @param rows  what the producer was told; rows without records are left out, but for the first two
 * @param marks what else there is to say of records that stand in a cell already, none without records
 */
record Matrix(List<Row> rows, List<Cell> marks) {
    private static final int ALWAYS = 2;

    /** One thing that the producer was told, and what the log holds of those records. */
    record Row(String told, String meaning, List<Cell> there, List<Cell> absent) {
        long records() {
            return sum(there) + sum(absent);
        }
    }

    /** How many records share a fate. */
    record Cell(Verdict verdict, long records) {
    }

    static Matrix of(AuditReport report) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(report, report.acksNone() ? "Handed over" : "Acked",
                report.acksNone() ? "acks=0: no broker confirmed it" : "callback without an exception",
                List.of(Verdict.DELIVERED, Verdict.COMMITTED_INVISIBLE), List.of(Verdict.LOST, Verdict.REMOVED)));
        rows.add(row(report, "Failed", "callback with an exception", List.of(Verdict.WRITTEN_THOUGH_FAILED),
                List.of(Verdict.ABSENT_AS_TOLD)));
        rows.add(row(report, "Unknown", "no callback before the producer ended", List.of(Verdict.UNKNOWN_WRITTEN),
                List.of(Verdict.UNKNOWN_ABSENT)));
        rows.add(row(report, "Aborted", "its transaction was aborted", List.of(Verdict.ABORTED_VISIBLE),
                List.of(Verdict.ABORTED)));
        rows.add(row(report, "Not to be told", "not read to a proven end, or still in the outbox", List.of(),
                List.of(Verdict.NOT_READ, Verdict.IN_OUTBOX)));
        return new Matrix(IntStream.range(0, rows.size()).filter(i -> i < ALWAYS || rows.get(i).records() > 0)
                .mapToObj(rows::get).toList(), marks(report));
    }

    private static List<Cell> marks(AuditReport report) {
        return Arrays.stream(Verdict.values()).filter(v -> v.kind() == Verdict.Kind.MARK && report.count(v) > 0)
                .map(v -> new Cell(v, report.count(v))).toList();
    }

    private static Row row(AuditReport report, String told, String meaning, List<Verdict> there, List<Verdict> absent) {
        return new Row(told, meaning, cells(report, there), cells(report, absent));
    }

    /** The first fate stands even with none; the others only if there are some. */
    private static List<Cell> cells(AuditReport report, List<Verdict> verdicts) {
        return verdicts.stream().filter(v -> v == verdicts.getFirst() || report.count(v) > 0)
                .map(v -> new Cell(v, report.count(v))).toList();
    }

    private static long sum(List<Cell> cells) {
        return cells.stream().mapToLong(Cell::records).sum();
    }

    /** Records in all cells. */
    long records() {
        return rows.stream().mapToLong(Row::records).sum();
    }

    /** The cell that a verdict's records are in, if it has one. */
    Optional<Cell> cell(Verdict verdict) {
        return rows.stream().flatMap(r -> Stream.concat(r.there().stream(), r.absent().stream()))
                .filter(c -> c.verdict() == verdict).findFirst();
    }
}
