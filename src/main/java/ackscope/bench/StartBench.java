package ackscope.bench;

import ackscope.core.cluster.LabOptions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** From the start of the process to the first frame and to the first acknowledged record, beside the same brokers without the window. */
@Command(name = "start", description = "Process start to first frame and to first acknowledged record, beside bare broker JVMs.")
final class StartBench implements Callable<Integer> {
    private static final long LIMIT_MS = 120_000;

    @Option(names = "--rounds", description = "Runs of each side (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--no-window", description = "Without the window: the console below it, through the proxies, to the first acknowledged record.")
    private boolean noWindow;

    @Override
    public Integer call() throws IOException {
        Report report = new Report("start", System.err, System.out);
        double[] frame = new double[rounds];
        double[] ack = new double[rounds];
        double[] bare = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            for (int side = 0; side < 2; side++) {
                if ((side == 0) == (round % 2 == 0)) {
                    Map<String, Double> times = ours();
                    frame[round] = times.getOrDefault("first-frame", Double.NaN);
                    ack[round] = times.get("first-ack");
                } else {
                    bare[round] = times(Child.FLAGS, BareStartMain.class.getName(), List.of()).get("first-ack");
                }
            }
        }
        if (!noWindow) {
            firstFrame(report, frame);
        }
        report.compared("first acknowledged record" + (noWindow ? ", no window" : ""), ack, bare, "ms");
        return 0;
    }

    private Map<String, Double> ours() throws IOException {
        return noWindow
                ? times(Child.FLAGS, WindowlessStartMain.class.getName(), List.of())
                : times(WindowFlags.flags(), "ackscope.Main", List.of("--probe", "start"));
    }

    private static void firstFrame(Report report, double[] frame) {
        report.say(String.format(Locale.ROOT, "first frame                    %,8.0f ms (%s), %s", Report.median(frame),
                Report.spread(frame), WindowFlags.words()));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("ackscope", Report.round(Report.median(frame)));
        figures.put("unit", "ms");
        figures.put("display", WindowFlags.words());
        report.row("first frame", figures);
    }

    private static Map<String, Double> times(List<String> flags, String main, List<String> arguments)
            throws IOException {
        Map<String, Double> times = new LinkedHashMap<>();
        List<String> all = new ArrayList<>(flags);
        all.addAll(shipped());
        long start = System.nanoTime();
        List<String> lines = Child.run(all, main, new ArrayList<>(arguments), line -> {
            times.put(line, (System.nanoTime() - start) / 1e6);
            return false;
        }, LIMIT_MS);
        if (!times.containsKey("first-ack")) {
            throw new IOException(main + " sent no record; it printed: " + lines);
        }
        return times;
    }

    /** A package's AOT caches, which its launcher names; both sides get them. Nothing when this does not run from a package. */
    private static List<String> shipped() {
        return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> flag.startsWith("-XX:AOTCache=")
                        || flag.startsWith("-D" + LabOptions.SHIPPED_CACHE + "="))
                .toList();
    }
}
