package ackscope.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Ackscope's engine against Kafka's own ProducerPerformance, on the same brokers and listener, with the same settings, in fresh JVMs with the
 * same flags, in turn.
 */
@Command(name = "throughput", description = "Records/s of the engine beside Kafka's ProducerPerformance, acks=1 and acks=all, 100 bytes and 1 KiB.")
final class ThroughputBench implements Callable<Integer> {
    private static final String TOOL = "org.apache.kafka.tools.ProducerPerformance";
    private static final long LIMIT_MS = 180_000;
    private static final Pattern RATE = Pattern.compile("([0-9.]+) records/sec");

    @Option(names = "--rounds", description = "Runs of each side (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--scale", description = "Multiplies the number of records; 1 is about 8 s a run on two cores.")
    private double scale = 1;

    @Option(names = "--extras", negatable = true, defaultValue = "true", fallbackValue = "true", description = "Also the header's cost and the path through the proxies.")
    private boolean extras;

    private EngineRuns runs;

    @Override
    public Integer call() throws Exception {
        Report report = new Report("throughput", System.err, System.out);
        double product = 1;
        try (BenchLab lab = new BenchLab()) {
            runs = new EngineRuns(lab, scale);
            warmBrokers(lab);
            for (LoadCase c : LoadCase.ALL) {
                product *= compare(lab, c, report);
            }
        }
        double mean = Math.pow(product, 1.0 / LoadCase.ALL.size());
        report.say(String.format(Locale.ROOT, "geometric mean of the ratios %.3f", mean));
        report.row("geometric mean", Map.of("ratio", Math.round(mean * 1000) / 1000.0));
        return 0;
    }

    /** Brokers that have served nothing yet are slow for whoever comes first: both sides run once, and are not counted. */
    private void warmBrokers(BenchLab lab) throws IOException, InterruptedException {
        String direct = lab.cluster().directBootstrap();
        runs.fresh(topic -> tool(direct, topic, LoadCase.ALL.getFirst()));
        runs.fresh(topic -> runs.engine(direct, topic, LoadCase.ALL.getFirst(), "payload"));
    }

    private double compare(BenchLab lab, LoadCase c, Report report) throws IOException, InterruptedException {
        double[] ours = new double[rounds];
        double[] theirs = new double[rounds];
        double[] header = new double[rounds];
        double[] proxies = new double[rounds];
        String direct = lab.cluster().directBootstrap();
        String proxied = String.valueOf(lab.cluster().clientProperties().get("bootstrap.servers"));
        for (int round = 0; round < rounds; round++) {
            boolean oursFirst = round % 2 == 0;
            for (int side = 0; side < 2; side++) {
                if ((side == 0) == oursFirst) {
                    ours[round] = runs.fresh(topic -> runs.engine(direct, topic, c, "payload"));
                } else {
                    theirs[round] = runs.fresh(topic -> tool(direct, topic, c));
                }
            }
            if (extras) {
                header[round] = runs.fresh(topic -> runs.engine(direct, topic, c, "header"));
                proxies[round] = runs.fresh(topic -> runs.engine(proxied, topic, c, "payload"));
            }
        }
        report.compared(c.name(), ours, theirs, "records/s");
        if (extras) {
            beside(report, c.name() + ", id in a header", header, ours);
            beside(report, c.name() + ", through proxies", proxies, ours);
        }
        return Report.median(ours) / Report.median(theirs);
    }

    private static void beside(Report report, String name, double[] values, double[] plain) {
        double median = Report.median(values);
        report.say(String.format(Locale.ROOT, "%-30s ackscope %,10.0f records/s (%s)   of the direct one %.3f", name,
                median, Report.spread(values),
                median / Report.median(plain)));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("ackscope", Report.round(median));
        figures.put("unit", "records/s");
        figures.put("ofDirect", Math.round(median / Report.median(plain) * 1000) / 1000.0);
        report.row(name, figures);
    }

    private double tool(String bootstrap, String topic, LoadCase c) throws IOException {
        long records = c.records(scale);
        List<String> arguments = new ArrayList<>(
                List.of("--bootstrap-server", bootstrap, "--topic", topic, "--num-records",
                        Long.toString(records + records / 4), "--warmup-records", Long.toString(records / 4),
                        "--record-size", Integer.toString(c.bytes()),
                        "--throughput", "-1", "--command-property", "acks=" + c.acks(),
                        "enable.idempotence=" + c.acks().equals("all")));
        List<String> lines = Child.run(Child.FLAGS, TOOL, arguments, _ -> false, LIMIT_MS);
        // The last line is of the steady state, without the warm-up.
        for (String line : lines.reversed()) {
            Matcher m = RATE.matcher(line);
            if (line.contains("records sent") && m.find()) {
                return Double.parseDouble(m.group(1));
            }
        }
        throw new IOException("no rate in: " + lines);
    }
}
