package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.metrics.RunTotals;
import ackscope.core.send.SentBy;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Everything that is kept of a run. Plain data, one JSON file each; a file without some of it reads as if nothing were known there.
 *
 * @param version    of the format, {@link #VERSION}
 * @param id         names its file
 * @param name       given by the app, then by a person
 * @param startedMs  when the first record was sent, ms since the epoch
 * @param endedMs    when the last report came
 * @param cluster    its name on screen
 * @param topics     that it was sent to
 * @param producers  that sent it, with their effective settings, without secrets
 * @param work       what was asked to be sent, in order
 * @param happenings faults and what befell the cluster, in order of time
 * @param series     what the charts showed, at most {@value SeriesLog#MOST} points
 * @param totals     how its records ended
 * @param latency    from {@code send()} to acknowledgement
 * @param audit      what the log holds of it; empty if it was not audited
 */
public record RunRecord(int version, String id, String name, long startedMs, long endedMs, String cluster,
        List<RunTopic> topics, List<SentBy> producers, List<Asked> work, List<Happening> happenings,
        List<Point> series, RunTotals totals, Latency latency,
        @JsonSerialize(converter = RunJson.OfAudit.class) @JsonDeserialize(converter = RunJson.ToAudit.class) Optional<AuditReport> audit) {
    /** The format written by this version of the app. */
    public static final int VERSION = 1;

    public RunRecord {
        id = id == null ? "" : id;
        name = name == null ? "" : name;
        cluster = cluster == null ? "" : cluster;
        topics = topics == null ? List.of() : List.copyOf(topics);
        producers = producers == null ? List.of() : List.copyOf(producers);
        work = work == null ? List.of() : List.copyOf(work);
        happenings = happenings == null ? List.of() : List.copyOf(happenings);
        series = series == null ? List.of() : List.copyOf(series);
        totals = totals == null ? RunTotals.NONE : totals;
        latency = latency == null ? Latency.NONE : latency;
        audit = audit == null ? Optional.empty() : audit;
    }

    /**
     * A topic as it was when records first went there.
     *
     * @param partitions  -1 like the others while unknown
     * @param minInsync   {@code min.insync.replicas}
     */
    public record RunTopic(String name, int partitions, int replication, int minInsync) {
    }

    /**
     * A send action, or several of the same kind in a row.
     *
     * @param topic  that the records went to
     * @param atMs   when the first was asked for, ms since the epoch
     * @param times  how many of them
     * @param warmUp sent first so that the producer is open and knows the leaders; no part of what is compared
     */
    public record Asked(Workload load, String topic, long atMs, int times, boolean warmUp) {
    }

    /**
     * One point of the charts: rates since the point before, per second.
     *
     * @param atMs  since the run's start, ms
     * @param p99Ms 99th percentile from {@code send()} to acknowledgement, NaN where nothing was acknowledged
     */
    public record Point(long atMs, double attempts, double acked, double errors, double retries, double p99Ms) {
    }

    /**
     * Times from {@code send()} to acknowledgement, ms, without the warm-up; NaN when nothing was acknowledged.
     */
    public record Latency(double p50Ms, double p90Ms, double p99Ms, double maxMs) {
        /** Nothing was acknowledged. */
        public static final Latency NONE = new Latency(Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Under another name of its own. */
    public RunRecord named(String other) {
        return new RunRecord(version, id, other, startedMs, endedMs, cluster, topics, producers, work, happenings,
                series, totals, latency, audit);
    }

    /** In another file. */
    RunRecord in(String otherId) {
        return new RunRecord(version, otherId, name, startedMs, endedMs, cluster, topics, producers, work, happenings,
                series, totals, latency, audit);
    }

    /** From the first record to the last report, ms. */
    public long tookMs() {
        return Math.max(0, endedMs - startedMs);
    }

    /** The effective settings of the producer that was opened last; empty if none was. */
    public Map<String, String> settings() {
        return producers.isEmpty() ? Map.of() : producers.getLast().settings();
    }

    /** Whether producers with other settings sent before that one. */
    public boolean settingsChanged() {
        return producers.stream().anyMatch(p -> !Plain.differences(p.settings(), settings()).isEmpty());
    }

    /** Whether two faults were in force at once. */
    public boolean faultsOverlap() {
        List<Happening> faults = happenings.stream().filter(h -> h.kind() == Happening.Kind.FAULT)
                .sorted(Comparator.comparingLong(Happening::fromMs)).toList();
        long until = Long.MIN_VALUE;
        for (Happening fault : faults) {
            if (fault.fromMs() < until) {
                return true;
            }
            until = Math.max(until, fault.toMs());
        }
        return false;
    }

    /** Records that were sent only to warm the producer up. */
    public long warmUps() {
        return work.stream().filter(Asked::warmUp).mapToLong(a -> Math.max(0, a.load().count()) * a.times()).sum();
    }
}
