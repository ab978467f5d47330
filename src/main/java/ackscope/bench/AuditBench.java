package ackscope.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * An audit of many records beside a plain consumer that only counts them: the same topic, the same run, in turn, in a JVM whose heap is
 * bounded by what the app allows itself for it. What must hold: it fits, and each pass reads at 0.8 of the plain rate at least.
 */
@Command(name = "audit", description = "Heap and records/s of an audit beside a plain counting consumer.")
final class AuditBench implements Callable<Integer> {
    private static final double GOAL = 0.80;
    private static final int HEAP_MB = 160;
    private static final long LIMIT_MS = 1_800_000;

    @Option(names = "--records", description = "Records of the run (${DEFAULT-VALUE}).")
    private long records = 10_000_000;

    @Option(names = "--bytes", description = "Bytes of each value, 20 at least (${DEFAULT-VALUE}).")
    private int bytes = 32;

    @Option(names = "--rounds", description = "Readings of each side (${DEFAULT-VALUE}).")
    private int rounds = 3;

    @Option(names = "--per-transaction", description = "Records of each transaction, 0 for none (${DEFAULT-VALUE}).")
    private int perTransaction = 0;

    @Override
    public Integer call() throws Exception {
        Report report = new Report("audit", System.err, System.out);
        List<String> lines;
        try (BenchLab lab = new BenchLab()) {
            lab.create("audited");
            lines = Child.run(
                    List.of("-Xmx" + HEAP_MB + "m", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED"),
                    AuditMain.class.getName(),
                    List.of(lab.cluster().directBootstrap(), "audited", Long.toString(records), Integer.toString(bytes),
                            Integer.toString(rounds), Integer.toString(perTransaction)),
                    _ -> false, LIMIT_MS);
        }
        Map<String, Object> heap = new LinkedHashMap<>();
        heap.put("records", records);
        heap.put("boundMB", HEAP_MB);
        for (String name : List.of("before", "live", "peak")) {
            heap.put(name + "MB", Report.round(values(lines, name)[0]));
        }
        report.say(String.format(Locale.ROOT,
                "%,d records audited with a heap of %d MB: %s MB before, %s MB in use after a collection, peak %s MB",
                records, HEAP_MB, heap.get("beforeMB"), heap.get("liveMB"), heap.get("peakMB")));
        report.row("heap", heap);
        for (String pass : perTransaction > 0
                ? List.of("read_uncommitted", "read_committed")
                : List.of("read_uncommitted")) {
            report.compared(pass, values(lines, "audit " + pass), values(lines, "plain " + pass), "records/s");
        }
        report.say(
                String.format(Locale.ROOT, "the goal of the ratio is %.2f; joining took %s ms, the whole audit %s ms",
                        GOAL, Report.spread(values(lines, "join")), Report.spread(values(lines, "whole"))));
        return 0;
    }

    private static double[] values(List<String> lines, String name) {
        double[] found = lines.stream().filter(l -> l.startsWith(name + " "))
                .map(l -> l.substring(name.length() + 1)).filter(l -> l.matches("[0-9.]+"))
                .mapToDouble(Double::parseDouble).toArray();
        if (found.length == 0) {
            throw new IllegalStateException("nothing about '" + name + "' in: " + lines);
        }
        return found;
    }
}
