package ackscope.bench;

import ackscope.ui.base.FxFeed;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javafx.animation.AnimationTimer;
import org.HdrHistogram.Histogram;

/**
 * Measures the FX thread: CPU time of each tick of the feed, CPU time of everything else between two pulses (no other single
 * task takes more), and the time between two pulses. Printed and begun anew phase by phase, by any thread.
 */
final class FxMeter {
    private static final long WORTH_TELLING_US = 60_000;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private Histogram ticks = new Histogram(3);
    private Histogram work = new Histogram(3);
    private Histogram gaps = new Histogram(3);
    private long lastPulse;
    private long lastCpu;
    private long inTicks;

    private FxMeter() {
    }

    /** Begins to measure. FX thread. */
    static FxMeter on(FxFeed feed) {
        FxMeter meter = new FxMeter();
        feed.meter(meter::tick);
        new AnimationTimer() {
            @Override
            public void handle(long now) {
                meter.pulse(now);
            }
        }.start();
        return meter;
    }

    private void tick(Runnable tick) {
        long before = threads.getCurrentThreadCpuTime();
        tick.run();
        long took = threads.getCurrentThreadCpuTime() - before;
        synchronized (this) {
            ticks.recordValue(Math.max(1, took / 1000));
            inTicks += took;
        }
    }

    private synchronized void pulse(long now) {
        long cpu = threads.getCurrentThreadCpuTime();
        if (lastPulse != 0) {
            gaps.recordValue(Math.max(1, (now - lastPulse) / 1000));
            long us = Math.max(1, (cpu - lastCpu - inTicks) / 1000);
            work.recordValue(us);
            if (us > WORTH_TELLING_US) {
                System.out.println(String.format(Locale.ROOT, "slow %.1f ms of CPU between two pulses, up to %tT.%<tL",
                        us / 1e3, System.currentTimeMillis()));
            }
        }
        lastPulse = now;
        lastCpu = cpu;
        inTicks = 0;
    }

    /** One line for each of the three: name, phase, count, median, 99th percentile and maximum in ms. */
    synchronized void print(String phase) {
        print("ticks", phase, ticks);
        print("work", phase, work);
        print("gaps", phase, gaps);
        ticks = new Histogram(3);
        work = new Histogram(3);
        gaps = new Histogram(3);
    }

    private static void print(String name, String phase, Histogram us) {
        System.out.println(String.format(Locale.ROOT, "%s %s %d %.2f %.2f %.2f", name, phase, us.getTotalCount(),
                us.getValueAtPercentile(50) / 1e3, us.getValueAtPercentile(99) / 1e3, us.getMaxValue() / 1e3));
    }

    /** Tells a line that {@link #print} made as a row. */
    static void report(Report report, String[] words) {
        String what = switch (words[0]) {
            case "ticks" -> "CPU ms of a tick";
            case "work" -> "CPU ms between pulses, ticks apart";
            default -> "ms between pulses";
        };
        report.say(String.format(Locale.ROOT, "%-34s %-6s p50 %8s   p99 %8s   max %8s   (%s), %s", what, words[1],
                words[3], words[4], words[5], words[2], WindowFlags.words()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("p50", Double.parseDouble(words[3]));
        figures.put("p99", Double.parseDouble(words[4]));
        figures.put("max", Double.parseDouble(words[5]));
        figures.put("count", Long.parseLong(words[2]));
        figures.put("unit", "ms");
        report.row(what + ", " + words[1], figures);
    }
}
