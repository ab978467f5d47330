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
    private final Map<Long, Long> seen = new HashMap<>();
    private final Map<String, Long> nanos = new TreeMap<>();
    private final ScheduledExecutorService looks = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-costs").factory());

    /** Counts from now on. */
    ThreadCosts() {
        look();
        nanos.clear();
        var _ = looks.scheduleAtFixedRate(this::look, LOOK_MS, LOOK_MS, TimeUnit.MILLISECONDS);
    }

    private synchronized void look() {
        for (ThreadInfo info : threads.getThreadInfo(threads.getAllThreadIds())) {
            long now = info == null ? -1 : threads.getThreadCpuTime(info.getThreadId());
            if (now >= 0) {
                Long before = seen.put(info.getThreadId(), now);
                nanos.merge(task(info.getThreadName()), now - (before == null ? 0 : before), Long::sum);
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

    /** Processor time by task, in ns. */
    synchronized Map<String, Long> read() {
        look();
        return Map.copyOf(nanos);
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
