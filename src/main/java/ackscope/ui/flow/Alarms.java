package ackscope.ui.flow;

import ackscope.core.metrics.Sample;
import ackscope.ui.base.Figures;
import ackscope.ui.base.Silence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What is wrong now, in words, from measured values only; says nothing when nothing is. Nothing acked for two seconds while records are
 * open; more than one report in a hundred a failure, over ten seconds; a full buffer; a partition without a leader. Counts how often one
 * of them began in this run. One thread.
 */
final class Alarms {
    private static final double WORTH_SAYING = 0.01;
    private static final long RATE_OVER_MS = 1_000;

    private final Recent tenSeconds = new Recent(10_000);
    private final Silence silence = new Silence();
    private final Set<Alarm> on = EnumSet.noneOf(Alarm.class);
    private final Deque<Long> lately = new ArrayDeque<>();
    private Sample last;
    private long raised;

    /** In the order in which they are said. */
    private enum Alarm {
        SILENT, BUFFER_FULL, ERRORS, NO_LEADER
    }

    void take(Sample sample) {
        if (last != null && last.run() != sample.run()) {
            raised = 0;
            on.clear();
            lately.clear();
        }
        silence.take(sample);
        tenSeconds.take(sample);
        last = sample;
    }

    /** How long nothing was acknowledged while records were open, ms; 0 if that is too short to matter. */
    long silentMs(long nowMs) {
        return silence.ms(nowMs);
    }

    /** How many began in this run, up to the last look. */
    long raised() {
        return raised;
    }

    /** How many began in the last second. */
    double rate() {
        return lately.size();
    }

    /** Looks, counts what has begun since the last look, and says what is wrong. */
    List<String> now(long leaderless, long nowMs) {
        tenSeconds.settle(nowMs);
        Map<Alarm, String> said = wrong(leaderless, nowMs);
        for (Alarm alarm : said.keySet()) {
            if (!on.contains(alarm)) {
                raised++;
                lately.add(nowMs);
            }
        }
        on.clear();
        on.addAll(said.keySet());
        while (!lately.isEmpty() && nowMs - lately.getFirst() >= RATE_OVER_MS) {
            lately.removeFirst();
        }
        return new ArrayList<>(said.values());
    }

    private Map<Alarm, String> wrong(long leaderless, long nowMs) {
        Map<Alarm, String> said = new EnumMap<>(Alarm.class);
        if (silentMs(nowMs) > 0) {
            said.put(Alarm.SILENT, "Nothing acked for " + silentMs(nowMs) / 1000 + " s");
        }
        if (last != null && last.client().waitingThreads() > 0) {
            said.put(Alarm.BUFFER_FULL, "Buffer full: send() waits");
        }
        long failed = tenSeconds.grown(s -> s.totals().failed());
        long reports = failed + tenSeconds.grown(s -> s.totals().acked());
        if (failed > 0 && (double) failed / reports > WORTH_SAYING) {
            said.put(Alarm.ERRORS, "Error rate " + String.format(Locale.ROOT, "%.0f", 100.0 * failed / reports) + " %");
        }
        if (leaderless > 0) {
            said.put(Alarm.NO_LEADER, "No leader: " + Figures.counted(leaderless, "partition", "partitions"));
        }
        return said;
    }
}
