package ackscope.core.audit;

import java.util.List;
import java.util.Map;

/**
 * What an audit found.
 *
 * @param run         the run's number as people are shown it
 * @param provisional whether it was made while the run went on: then nothing is called lost
 * @param obstacles   why it is provisional or some partition was not read to its end, in words; empty when all is proven
 * @param records     of the run
 * @param counts      how many records each verdict was passed on; verdicts without any are left out. The fates add up to {@code records}
 * @param copies      records of this run found in the log, duplicates included
 * @param acksNone    whether some were sent with acks=0, so that "reported ok" means handed to the socket
 * @param partitions  how far each was read
 * @param offenders   the first of each verdict but DELIVERED and FOREIGN, in the order of their numbers
 * @param findings    why, the worst first
 * @param startedMs   when reading began, ms since the epoch
 * @param tookMs      how long it took
 * @param bytes       of keys and values read, both passes
 */
public record AuditReport(int run, boolean provisional, List<String> obstacles, long records,
        Map<Verdict, Long> counts, long copies, boolean acksNone, List<PartitionRead> partitions,
        List<Offender> offenders, List<Finding> findings, long startedMs, long tookMs, long bytes) {
    public AuditReport {
        obstacles = List.copyOf(obstacles);
        counts = Map.copyOf(counts);
        partitions = List.copyOf(partitions);
        offenders = List.copyOf(offenders);
        findings = List.copyOf(findings);
    }

    /** How many records a verdict was passed on. */
    public long count(Verdict verdict) {
        return counts.getOrDefault(verdict, 0L);
    }

    /** Whether there is no anomaly, and nothing was left unread. */
    public boolean clean() {
        return count(Verdict.NOT_READ) == 0 && counts.keySet().stream().noneMatch(Verdict::anomaly);
    }
}
