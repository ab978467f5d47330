package ackscope.ui.records;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
import ackscope.core.event.Certainty;
import ackscope.core.event.RecordId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What an audit found of single records of a run: what it says goes before what the producer was told.
 *
 * @param run       id of the run
 * @param records   how many the run had then
 * @param listed    what was found of the records that are listed, by number
 * @param allListed whether every record that is not simply delivered is listed, and everything was read to a proven end
 * @param doubts    what came of all the records that might have been written, in words; "" where that was not one and the same
 */
record Audited(int run, long records, Map<Long, String> listed, boolean allListed, String doubts) {
    static final Audited NOTHING = new Audited(-1, 0, Map.of(), false, "");
    /** With any of these there is more to say than whether a record is there. */
    private static final List<Verdict> OTHER_FATES = List.of(Verdict.NOT_READ, Verdict.IN_OUTBOX, Verdict.REMOVED,
            Verdict.ABORTED, Verdict.ABORTED_VISIBLE, Verdict.COMMITTED_INVISIBLE);

    static Audited of(int run, AuditReport report) {
        Map<Long, String> listed = report.offenders().stream().collect(Collectors.groupingBy(o -> o.record().number(),
                Collectors.mapping(Offender::words, Collectors.collectingAndThen(Collectors.toList(),
                        Audited::joined))));
        boolean proven = !report.provisional() && report.obstacles().isEmpty();
        boolean all = proven && report.counts().entrySet().stream()
                .filter(e -> e.getKey() != Verdict.DELIVERED && e.getKey() != Verdict.FOREIGN)
                .allMatch(e -> report.offenders().stream().filter(o -> o.verdict() == e.getKey())
                        .map(Offender::record).map(RecordId::number).distinct().count() >= e.getValue());
        return new Audited(run, report.records(), listed, all, proven ? doubts(report) : "");
    }

    private static String doubts(AuditReport report) {
        if (OTHER_FATES.stream().anyMatch(fate -> report.count(fate) > 0)) {
            return "";
        }
        if (report.count(Verdict.WRITTEN_THOUGH_FAILED) + report.count(Verdict.UNKNOWN_WRITTEN) == 0) {
            return "no: the audit did not find it";
        }
        return report.count(Verdict.ABSENT_AS_TOLD) + report.count(Verdict.UNKNOWN_ABSENT) == 0
                ? "yes: the audit found it"
                : "";
    }

    private static String joined(List<String> words) {
        return words.stream().distinct().collect(Collectors.joining(" "));
    }

    /** Empty where the audit does not tell. */
    Optional<String> of(ResultRow row) {
        if (row.run() != run || row.last() >= records) {
            return Optional.empty();
        }
        if (row.single() && listed.containsKey(row.first())) {
            return Optional.of("audit: " + listed.get(row.first()));
        }
        return switch (row.state()) {
            case ACKED -> row.single() && allListed ? Optional.of("yes: the audit found it, once") : Optional.empty();
            case FAILED, UNREPORTED -> row.inLog() == Certainty.MAYBE ? ofDoubts() : Optional.empty();
            case OPEN, RETRYING -> Optional.empty();
        };
    }

    private Optional<String> ofDoubts() {
        return doubts.isEmpty() ? Optional.empty() : Optional.of(doubts);
    }
}
