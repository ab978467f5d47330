package ackscope.bench;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What the window has to bear while everything breaks: minutes of random faults from a seed under load, then "Heal all". Ends with 1 when {@link FaultJudge} complains. */
@Command(name = "faults", description = "FX thread, heap, threads and files under random faults from a seed, and how long healing takes.")
final class FaultBench implements Callable<Integer> {
    @Option(names = "--minutes", description = "Minutes of faults (${DEFAULT-VALUE}).")
    private int minutes = 10;

    @Option(names = "--seed", description = "Makes the plan of faults (${DEFAULT-VALUE}).")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        Report report = new Report("faults", System.err, System.out);
        List<String> lines = Child.run(WindowFlags.flags(), "ackscope.Main",
                List.of("--probe", "faults:" + minutes + ":" + seed), _ -> false, (minutes + 5) * 60_000L);
        TreeMap<Integer, Double> heap = new TreeMap<>();
        for (String line : lines) {
            String[] words = line.split(" ");
            switch (words[0]) {
                case "ticks", "work", "gaps" -> FxMeter.report(report, words);
                case "heap" -> heap.put(Integer.valueOf(words[1]), Long.parseLong(words[2]) / 1048576.0);
                case "use" -> {
                    report.say(words[1] + ": " + words[2] + " threads, " + words[3] + " files and sockets");
                    report.row("threads and files " + words[1], Map.of("threads", Long.parseLong(words[2]), "files",
                            Long.parseLong(words[3]), "unit", "open"));
                }
                case "healed", "acks-again" -> {
                    report.say(words[0] + " after " + words[1] + " ms");
                    report.row(words[0], Map.of("ackscope", Long.parseLong(words[1]), "unit", "ms"));
                }
                default -> report.say(line);
            }
        }
        heap.forEach((minute, mb) -> report
                .say(String.format(Locale.ROOT, "heap after a collection, minute %2d  %.1f MB", minute, mb)));
        List<String> complaints = FaultJudge.complaints(lines);
        complaints.forEach(complaint -> report.say("NOT AS IT MUST BE: " + complaint));
        return complaints.isEmpty() ? 0 : 1;
    }
}
