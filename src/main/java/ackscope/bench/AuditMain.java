package ackscope.bench;

import ackscope.core.audit.AuditConsumer;
import ackscope.core.audit.AuditReport;
import ackscope.core.audit.AuditSubject;
import ackscope.core.audit.Auditor;
import ackscope.core.audit.Pass;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.TopicLogs;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.lab.TopicStarts;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;

/**
 * The audit bench's child: sends a run by the app's own engine, then lets a plain consumer and the audit read it in turn, and prints the
 * figures of each. Arguments: bootstrap, topic, records, bytes, rounds, records of each transaction or 0.
 */
public final class AuditMain {
    private static final String READING = "reading";

    private final Map<String, Object> reach;
    private final String topic;
    private final long records;
    private boolean counts;

    private AuditMain(String bootstrap, String topic, long records) {
        reach = Map.of("bootstrap.servers", bootstrap);
        this.topic = topic;
        this.records = records;
    }

    public static void main(String[] args) throws Exception {
        AuditMain main = new AuditMain(args[0], args[1], Long.parseLong(args[2]));
        int perTransaction = Integer.parseInt(args[5]);
        Path folder = Files.createTempDirectory("ackscope-bench-");
        try (SendEngine engine = new SendEngine(folder, () -> Long.MAX_VALUE, _ -> {
        })) {
            Run run = main.send(engine, Integer.parseInt(args[3]), perTransaction);
            System.out.println(String.format(Locale.ROOT, "before %.1f", live()));
            // The first round of each side warms the compiler and is not counted.
            for (int round = -1; round < Integer.parseInt(args[4]); round++) {
                main.counts = round >= 0;
                for (int side = 0; side < 2; side++) {
                    if ((side == 0) == (Math.floorMod(round, 2) == 0)) {
                        main.plain(Pass.UNCOMMITTED);
                        if (perTransaction > 0) {
                            main.plain(Pass.COMMITTED);
                        }
                    } else {
                        main.audit(run);
                    }
                }
            }
        } finally {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
            }
        }
    }

    private Run send(SendEngine engine, int bytes, int perTransaction) throws Exception {
        try (TopicLogs logs = new TopicLogs(() -> reach)) {
            engine.starts(name -> TopicStarts.of(Optional.of(logs), name));
            Map<String, Object> settings = new HashMap<>(reach);
            settings.putAll(perTransaction > 0
                    ? Map.of("transactional.id", "audit-bench")
                    : Map.of("acks", "1", "enable.idempotence", false));
            settings.put("buffer.memory", 16L << 20);
            engine.use(settings);
            RecordDraft draft = new RecordDraft(topic, Payload.NULL, Payload.string(""), List.of(), OptionalInt.empty(),
                    OptionalLong.empty());
            LoadPlan plan = new LoadPlan(OptionalLong.of(records), 0, OptionalInt.of(bytes), 0, 1,
                    perTransaction > 0 ? perTransaction : Integer.MAX_VALUE);
            Run run = engine.run();
            engine.send(RecordSource.of(draft, plan, false, System::currentTimeMillis));
            while (engine.totals().sent() < records || engine.totals().open() > 0) {
                Thread.sleep(20);
                engine.flush();
            }
            if (engine.totals().acked() != records) {
                throw new IllegalStateException("not all records were acknowledged: " + engine.totals());
            }
            engine.newRun();
            while (engine.run() == run) {
                Thread.sleep(20);
            }
            return run;
        }
    }

    /** Counts by a plain consumer with the audit's own settings. */
    private void plain(Pass pass) {
        long start = System.nanoTime();
        try (var consumer = AuditConsumer.open(reach, pass)) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition())).toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            Map<TopicPartition, Long> ends = consumer.endOffsets(all);
            all.forEach(consumer::position);
            long count = 0;
            while (count < records) {
                count += consumer.poll(Duration.ofMillis(100)).count();
                if (System.nanoTime() - start > 600_000_000_000L) {
                    throw new IllegalStateException("a plain consumer found only " + count + " of " + ends);
                }
            }
        }
        say("plain " + name(pass), records / ((System.nanoTime() - start) / 1e9));
    }

    private void audit(Run run) {
        Map<String, Long> began = new LinkedHashMap<>();
        pools().forEach(MemoryPoolMXBean::resetPeakUsage);
        long[] live = {0};
        AuditReport report = new Auditor(reach).audit(
                new AuditSubject(run, false, List.of(), System.currentTimeMillis(), List.of(), AuditSubject.Lives.NONE),
                progress -> began.computeIfAbsent(progress.words(), words -> {
                    long now = System.nanoTime();
                    if (words.startsWith("joining")) {
                        // All that the reading gathered is still held.
                        live[0] = Math.round(live() * 10);
                    }
                    return now;
                }), () -> false);
        long end = System.nanoTime();
        double peak = pools().stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() / 1e6;
        if (report.count(Verdict.DELIVERED) != records || !report.clean()) {
            throw new IllegalStateException("the audit is not clean: " + report.counts() + report.obstacles());
        }
        List<String> words = List.copyOf(began.keySet());
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).startsWith(READING)) {
                Pass pass = words.get(i).contains("read_committed") ? Pass.COMMITTED : Pass.UNCOMMITTED;
                say("audit " + name(pass),
                        records / ((began.get(words.get(i + 1)) - began.get(words.get(i))) / 1e9));
            }
        }
        say("live", live[0] / 10.0);
        say("peak", peak);
        say("join", (end - began.get(words.getLast())) / 1e6);
        say("whole", (double) report.tookMs());
    }

    private void say(String name, double value) {
        if (!counts) {
            return;
        }
        System.out.println(String.format(Locale.ROOT, "%s %.1f", name, value));
    }

    private static String name(Pass pass) {
        return pass == Pass.COMMITTED ? "read_committed" : "read_uncommitted";
    }

    private static List<MemoryPoolMXBean> pools() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP).collect(Collectors.toList());
    }

    /** MB in use after a collection. */
    private static double live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
