package ackscope.ui.audit;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Offender;
import ackscope.core.audit.PartitionRead;
import ackscope.core.audit.Verdict;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Made-up audits. */
public final class Reports {
    private Reports() {
    }

    static AuditReport of(Map<Verdict, Long> counts, List<Finding> findings, List<String> obstacles, boolean acksNone) {
        long records = counts.entrySet().stream().filter(e -> e.getKey().kind() == Verdict.Kind.FATE)
                .mapToLong(Map.Entry::getValue).sum();
        return new AuditReport(3, false, obstacles, records, counts, records, acksNone, List.of(), List.of(), findings,
                0,
                310, 0);
    }

    static AuditReport of(Verdict verdict, long count, Verdict other, long more) {
        return of(Map.of(verdict, count, other, more), List.of(), List.of(), false);
    }

    /** Some of everything that goes wrong with acks=1. */
    public static AuditReport mixed(long nowMs) {
        Map<Verdict, Long> counts = new EnumMap<>(Verdict.class);
        counts.put(Verdict.DELIVERED, 1_932L);
        counts.put(Verdict.LOST, 50L);
        counts.put(Verdict.WRITTEN_THOUGH_FAILED, 4L);
        counts.put(Verdict.ABSENT_AS_TOLD, 12L);
        counts.put(Verdict.UNKNOWN_ABSENT, 2L);
        counts.put(Verdict.DUPLICATED, 10L);
        counts.put(Verdict.REORDERED, 7L);
        List<Offender> offenders = new ArrayList<>();
        for (long n = 804; n < 854; n++) {
            offenders.add(
                    new Offender(Verdict.LOST, new RecordId(3, n, 0), "orders", 1, n + 8, List.of(), nowMs - 90_000,
                            nowMs - 89_000 + n, 1, List.of("stall replication of broker 2"),
                            "Offset " + (n + 8) + " now holds #" + (n + 54)));
        }
        for (long n = 212; n < 222; n++) {
            offenders.add(new Offender(Verdict.DUPLICATED, new RecordId(3, n, 0), "orders", 1, n, List.of(n, n + 14),
                    nowMs - 95_000, nowMs - 94_000, 2, List.of(), "It stands at two offsets"));
        }
        return new AuditReport(3, false, List.of(), 2_000, counts, 1_960, false,
                List.of(new PartitionRead("orders", 1, 0, 0, 1_950, 1_950, 1_950, -1, true, "")), offenders,
                List.of(new Finding(Verdict.LOST, 50,
                        "acks=1: broker 2 confirmed 50 records before any follower had them, and leadership moved to broker 3.",
                        "Set acks=all, with min.insync.replicas=2 on the topic.", true),
                        new Finding(Verdict.DUPLICATED, 10,
                                "Idempotence is off, and answers were dropped: the client sent the batch again.",
                                "Set enable.idempotence=true.", true),
                        new Finding(Verdict.REORDERED, 7, "Cause not established.", "", false)),
                nowMs - 60_000, 310, 1_000_000);
    }
}
