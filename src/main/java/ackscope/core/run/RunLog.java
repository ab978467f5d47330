package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.compose.RecordSource;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.core.run.RunRecord.Asked;
import ackscope.core.run.RunRecord.Latency;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendLedger;
import ackscope.core.settings.Keys;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** What is gathered of one run while it goes on, and the record that it becomes. Safe for any thread. */
public final class RunLog {
    /** With acks=1 a leader may die after the last report, and that is what the run is about. */
    private static final long LATER_MS = 60_000;
    private static final int WORK_KEPT = 500;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS", Locale.ROOT);

    private final SeriesLog series = new SeriesLog();
    private final List<Asked> work = new ArrayList<>();
    private final Map<String, RunTopic> topics = new HashMap<>();
    private Optional<AuditReport> audit = Optional.empty();
    private String name = "";

    /** The run's next sample. */
    public synchronized void sampled(Sample sample) {
        series.take(sample);
    }

    /** A send action begins. */
    public synchronized void began(RecordSource source, long atMs, boolean warmUp) {
        Workload load = Workload.of(source.draft(), source.plan());
        if (!work.isEmpty()) {
            Asked last = work.getLast();
            boolean alike = last.topic().equals(source.topic()) && last.warmUp() == warmUp
                    && (last.load().equals(load) || (last.load().typed() && load.typed()));
            if (alike || work.size() >= WORK_KEPT) {
                work.set(work.size() - 1,
                        new Asked(last.load(), last.topic(), last.atMs(), last.times() + 1, last.warmUp()));
                return;
            }
        }
        work.add(new Asked(load, source.topic(), atMs, 1, warmUp));
    }

    /** What the run is called from now on; "" for a name made of what is sent. */
    public synchronized void called(String given) {
        name = given;
    }

    /** A topic as it was found. */
    public synchronized void topic(RunTopic topic) {
        topics.putIfAbsent(topic.name(), topic);
    }

    /** Whether nothing is known of a topic yet. */
    synchronized boolean lacks(String topic) {
        return !topics.containsKey(topic);
    }

    /** What an audit found; the last one is kept. */
    public synchronized void audited(AuditReport report) {
        audit = Optional.of(report);
    }

    /**
     * The run so far. Reads every record's entry in the ledger: about 50 ns each, not for the FX thread.
     *
     * @param id         names its file
     * @param happenings of the time the run; what was over before the first record, or began long after the last report, is left out
     */
    public RunRecord record(String id, String cluster, Run run, RunTotals totals, List<Happening> happenings) {
        // Whoever sends must not wait meanwhile.
        Times times = new Times(run, totals.sent(), warmUps());
        return record(id, cluster, run, totals, happenings, times);
    }

    private synchronized RunRecord record(String id, String cluster, Run run, RunTotals totals,
            List<Happening> happenings, Times times) {
        List<RunTopic> sentTo = run.topics().stream()
                .map(topic -> topics.getOrDefault(topic, new RunTopic(topic, -1, -1, -1))).toList();
        RunRecord made = new RunRecord(RunRecord.VERSION, id, name, times.firstMs(), times.lastMs(), cluster, sentTo,
                run.producers(), work,
                happenings.stream().filter(h -> h.toMs() >= times.firstMs() && h.fromMs() <= times.lastMs() + LATER_MS)
                        .toList(),
                series.points(times.firstMs()), totals, times.latency(), audit);
        return name.isEmpty() ? made.named(called(made)) : made;
    }

    /** Records that were sent first, only to warm the producer up. */
    private synchronized long warmUps() {
        return work.stream().takeWhile(Asked::warmUp).mapToLong(a -> Math.max(0, a.load().count()) * a.times()).sum();
    }

    /** An id for a run, that sorts by time. */
    static String id(Run run) {
        return id(run.startedMs(), "run" + run.ordinal());
    }

    /** An id for a run of that time, ms since the epoch. */
    public static String id(long atMs, String rest) {
        return STAMP.format(Instant.ofEpochMilli(atMs).atZone(ZoneId.systemDefault())) + "-" + rest;
    }

    private static String called(RunRecord run) {
        String topics = run.topics().size() == 1
                ? run.topics().getFirst().name()
                : run.topics().size() + " topics";
        long sent = WarmUp.without(run, run.totals().sent());
        return String.format(Locale.ROOT, "%,d %s to %s, acks=%s", sent, sent == 1 ? "record" : "records", topics,
                Plain.value(Keys.ACKS, run.settings().getOrDefault(Keys.ACKS, "?")));
    }

    /** When the first record was sent and the last was reported, and how long acknowledgements took after the warm-up. */
    private static final class Times {
        private final Histogram ms = new Histogram(3);
        private final long startedMs;
        private final long first;
        private long last;

        Times(Run run, long size, long warmUps) {
            startedMs = run.startedMs();
            first = size == 0 ? 0 : run.read(0).sendMs();
            last = first;
            for (long number = 0; number < size; number++) {
                SendLedger.Entry entry = run.read(number);
                last = Math.max(last, (long) entry.sendMs() + Math.max(0, entry.reportMs()));
                if (entry.outcome() == Outcome.ACKED && number >= warmUps) {
                    ms.recordValue(Math.max(0, entry.reportMs()));
                }
            }
        }

        long firstMs() {
            return startedMs + first;
        }

        long lastMs() {
            return startedMs + last;
        }

        Latency latency() {
            return ms.getTotalCount() == 0
                    ? Latency.NONE
                    : new Latency(ms.getValueAtPercentile(50), ms.getValueAtPercentile(90),
                            ms.getValueAtPercentile(99), ms.getMaxValue());
        }
    }
}
