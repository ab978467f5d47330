package ackscope.ui.flow;

import ackscope.core.cluster.ClusterView;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What is wrong now, in words, from measured values only; says nothing when nothing is. Nothing acked for two seconds while records are
 * open; more than one report in a hundred a failure, over ten seconds; a full buffer; a partition without a leader. One thread.
 */
final class Alarms {
    static final long SILENT_MS = 2_000;
    private static final double WORTH_SAYING = 0.01;

    private final Recent tenSeconds = new Recent(10_000);
    private Sample last;
    private long silentSinceMs;

    void take(Sample sample) {
        boolean progress = last == null || last.run() != sample.run() || last.totals().open() == 0
                || sample.totals().acked() > last.totals().acked();
        if (progress) {
            silentSinceMs = sample.atMs();
        }
        tenSeconds.take(sample);
        last = sample;
    }

    /** How long nothing was acknowledged while records were open, ms; 0 if that is too short to matter. */
    long silentMs(long nowMs) {
        long silent = last == null || last.totals().open() == 0 ? 0 : nowMs - silentSinceMs;
        return silent >= SILENT_MS ? silent : 0;
    }

    List<String> now(ClusterView cluster, long nowMs) {
        tenSeconds.settle(nowMs);
        List<String> said = new ArrayList<>();
        if (silentMs(nowMs) > 0) {
            said.add("Nothing acked for " + silentMs(nowMs) / 1000 + " s");
        }
        if (last != null && last.client().waitingThreads() > 0) {
            said.add("Buffer full: send() waits");
        }
        long failed = tenSeconds.grown(s -> s.totals().failed());
        long reports = failed + tenSeconds.grown(s -> s.totals().acked());
        if (failed > 0 && (double) failed / reports > WORTH_SAYING) {
            said.add("Error rate " + String.format(Locale.ROOT, "%.0f", 100.0 * failed / reports) + " %");
        }
        long leaderless = cluster.partitions().stream().filter(p -> p.leader() < 0).count();
        if (leaderless > 0) {
            said.add("No leader: " + Figures.counted(leaderless, "partition", "partitions"));
        }
        return said;
    }
}
