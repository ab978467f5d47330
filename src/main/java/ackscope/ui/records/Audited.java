package ackscope.ui.records;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Offender;
import ackscope.core.audit.Verdict;
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
 */
record Audited(int run, long records, Map<Long, String> listed, boolean allListed) {
    static final Audited NOTHING = new Audited(-1, 0, Map.of(), false);

    static Audited of(int run, AuditReport report) {
        Map<Long, String> listed = report.offenders().stream().collect(Collectors.groupingBy(o -> o.record().number(),
                Collectors.mapping(Offender::words, Collectors.collectingAndThen(Collectors.toList(),
                        Audited::joined))));
        boolean all = !report.provisional() && report.obstacles().isEmpty() && report.counts().entrySet().stream()
                .filter(e -> e.getKey() != Verdict.DELIVERED && e.getKey() != Verdict.FOREIGN)
                .allMatch(e -> report.offenders().stream().filter(o -> o.verdict() == e.getKey())
                        .map(Offender::record).map(RecordId::number).distinct().count() >= e.getValue());
        return new Audited(run, report.records(), listed, all);
    }

    private static String joined(List<String> words) {
        return words.stream().distinct().collect(Collectors.joining(" "));
    }

    /** Empty where the audit does not tell. */
    Optional<String> of(ResultRow row) {
        if (!row.single() || row.run() != run || row.first() >= records) {
            return Optional.empty();
        }
        if (listed.containsKey(row.first())) {
            return Optional.of("audit: " + listed.get(row.first()));
        }
        return allListed && row.state() == ResultRow.State.ACKED
                ? Optional.of("yes: the audit found it, once")
                : Optional.empty();
    }
}
