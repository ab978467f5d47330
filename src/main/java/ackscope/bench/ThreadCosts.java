package ackscope.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Processor time of this JVM's threads while something runs, summed by what they do. Threads are looked at ten times a second, so what one
 * did after it was last seen is missing: at most a tenth of a second of each.
 */
final class ThreadCosts implements AutoCloseable {
    private static final int LOOK_MS = 100;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final Map<Long, Cost> seen = new HashMap<>();
    private final Map<String, Cost> costs = new TreeMap<>();
    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-costs").factory());

    /**
     * Processor time in ns.
     *
     * @param all    in all
     * @param kernel in the kernel: reading, writing, waiting and being woken; from clock ticks, so rough
     */
    record Cost(long all, long kernel) {
        static final Cost NONE = new Cost(0, 0);

        Cost plus(Cost other) {
            return new Cost(all + other.all, kernel + other.kernel);
        }

        Cost minus(Cost other) {
            return new Cost(all - other.all, kernel - other.kernel);
        }
    }

    /** Counts from now on. */
    ThreadCosts() {
        look();
        costs.clear();
        var _ = looks.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            long all = info == null ? -1 : threads.getThreadCpuTime(info.getThreadId());
            if (all >= 0) {
                Cost now = new Cost(all, all - threads.getThreadUserTime(info.getThreadId()));
                Cost before = seen.put(info.getThreadId(), now);
                costs.merge(task(info.getThreadName()), now.minus(before == null ? Cost.NONE : before), Cost::plus);
            }
        }
    }

    private static String task(String thread) {
        String way = thread.endsWith("-up") ? " up" : thread.endsWith("-down") ? " down" : "";
        if (thread.startsWith("ackscope-proxy-client")) {
            return "client pumps" + way;
        }
        if (thread.startsWith("ackscope-proxy-repl")) {
            return "replication pumps" + way;
        }
        return thread.equals("ackscope-wire-decoder") ? "decoder" : "other";
    }

    /** Processor time by task. */
    synchronized Map<String, Cost> read() {
        look();
        return Map.copyOf(costs);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
