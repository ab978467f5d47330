package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Finding;
import ackscope.core.audit.Happening;
import ackscope.core.audit.Offender;
import ackscope.core.audit.PartitionRead;
import ackscope.core.audit.Verdict;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.run.RunRecord.Latency;
import ackscope.core.run.RunRecord.Point;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.send.SentBy;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Runs as a leader loss leaves them, for tests and for pictures of panels. */
public final class MadeUpRuns {
    /** 15 July 2026, 12:00 UTC. */
    public static final long NOON = 1_784_116_800_000L;

    private MadeUpRuns() {
    }

    /** 50 records after one that warmed the producer up; all of them lost. */
    public static RunRecord lost() {
        return run("20260715-120000-000-a", "acks=1 under a leader loss", NOON, Map.of("acks", "1",
                "enable.idempotence", "false", "linger.ms", "5"),
                audit(51, Map.of(Verdict.DELIVERED, 1L,
                        Verdict.LOST, 50L), List.of(offender(1)),
                        List.of(new Finding(Verdict.LOST, 50,
                                "acks=1 lets the leader say ok before any follower has the record; the leader was killed.",
                                "Set acks=all with min.insync.replicas=2.", true))));
    }

    /** The same with nothing lost. */
    public static RunRecord safe() {
        return run("20260715-120100-000-b", "acks=all under a leader loss", NOON + 60_000, Map.of("acks", "-1",
                "enable.idempotence", "true", "linger.ms", "5"), audit(51, Map.of(Verdict.DELIVERED, 51L)));
    }

    /** A run with these verdicts and settings over the defaults. */
    public static RunRecord run(String id, String name, long startedMs, Map<String, String> settings,
            AuditReport audit) {
        long n = audit.records();
        Map<FlowEdge, Long> edges = new EnumMap<>(Map.of(FlowEdge.SEND, n + 3, FlowEdge.ACKNOWLEDGE, n,
                FlowEdge.FAIL, 3L, FlowEdge.RETRY, 3L));
        TreeMap<String, String> effective = new TreeMap<>(Map.of("client.id", id, "retries", "2147483647",
                "delivery.timeout.ms", "120000", "bootstrap.servers", "127.0.0.1:9"));
        effective.putAll(settings);
        return new RunRecord(RunRecord.VERSION, id, name, startedMs, startedMs + 6_400, "Lab cluster",
                List.of(new RunTopic("twin-" + id, 1, 3, 2)), List.of(new SentBy(1, 0, startedMs, effective)),
                List.of(new Asked(Workload.random(1, 0, 100, 7), "twin-" + id, startedMs, 1, true),
                        new Asked(Workload.random(n - 1, 0, 100, 7), "twin-" + id, startedMs + 700, 1, false)),
                List.of(new Happening(Happening.Kind.FAULT, "stall replication (broker 1)", "replication-stall",
                        Place.REPLICATION, 1, "", startedMs + 600, startedMs + 5_200),
                        new Happening(Happening.Kind.FAULT, "kill a broker (broker 1)", "broker-kill", Place.BROKER, 1,
                                "",
                                startedMs + 1_500, startedMs + 5_600),
                        new Happening(Happening.Kind.LEADER_CHANGE, "leader of twin-0: 1 → 2", "", Place.BROKER, 2, "",
                                startedMs + 4_600, startedMs + 4_600)),
                series(), new RunTotals(n, n, 0, 0, 0, 0, 0, 0, 0, edges), new Latency(3, 8, 41, 4_100),
                Optional.of(audit));
    }

    /** A proven audit. */
    public static AuditReport audit(long records, Map<Verdict, Long> counts) {
        return audit(records, counts, List.of(), List.of());
    }

    private static AuditReport audit(long records, Map<Verdict, Long> counts, List<Offender> offenders,
            List<Finding> findings) {
        return new AuditReport(1, false, List.of(), records, counts, records, false,
                List.of(new PartitionRead("twin", 0, 0, 0, 1, 1, 1, -1, true, "")), offenders, findings, NOON, 310,
                5_100);
    }

    private static Offender offender(long number) {
        return new Offender(Verdict.LOST, new RecordId(1, number, 0), "twin", 0, number, List.of(), NOON + 700,
                NOON + 706, 1, List.of("stall replication (broker 1)"), "=told offset 1, and offset 1 holds another");
    }

    private static List<Point> series() {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i <= 25; i++) {
            boolean busy = i >= 3 && i <= 5;
            points.add(new Point(i * 250L, busy ? 80 + i : 0, busy ? 70 + i : 0, 0, i == 4 ? 12 : 0,
                    busy ? 3.5 + i : Double.NaN));
        }
        return points;
    }
}
