package ackscope.bench;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the window costs while it is worked hard: CPU time of a tick, gaps between pulses, and whether the heap stays flat. */
@Command(name = "ui", description = "CPU time of one tick on the FX thread, pulse gaps and heap, under a full-speed load and a storm of failures.")
final class UiBench implements Callable<Integer> {
    @Option(names = "--minutes", description = "Minutes of load (${DEFAULT-VALUE}).")
    private int minutes = 10;

    @Override
    public Integer call() throws IOException {
        Report report = new Report("ui", System.err, System.out);
        List<String> lines = Child.run(WindowFlags.flags(), "ackscope.Main", List.of("--probe", "ui:" + minutes),
                _ -> false, (minutes + 5) * 60_000L);
        TreeMap<Integer, Double> heap = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ticks", "work", "gaps" -> FxMeter.report(report, words);
                case "sent" -> {
                    report.say(words[1] + ": " + words[2] + " records");
                    report.row(words[1] + " records", Map.of("ackscope", Long.parseLong(words[2]), "unit", "records"));
                }
                case "heap" -> heap.put(Integer.valueOf(words[1]), Long.parseLong(words[2]) / 1048576.0);
                default -> report.say(line);
            }
        }
        heap.forEach((minute, mb) -> report
                .say(String.format(Locale.ROOT, "heap after a collection, minute %2d  %.1f MB", minute, mb)));
        if (heap.containsKey(2) && heap.size() > 2) {
            Map<String, Object> figures = new LinkedHashMap<>();
            figures.put("minute2", Report.round(heap.get(2)));
            figures.put("last", Report.round(heap.lastEntry().getValue()));
            figures.put("unit", "MB");
            figures.put("ratio", Math.round(heap.lastEntry().getValue() / heap.get(2) * 1000) / 1000.0);
            report.row("heap after a collection, minute 2 and " + heap.lastKey(), figures);
        }
        return lines.stream().anyMatch(l -> l.startsWith("failed ")) ? 1 : 0;
    }
}
