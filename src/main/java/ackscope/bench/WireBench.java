package ackscope.bench;

import ackscope.core.wire.WireSums;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The engine through the proxies, with the tap on, against the engine past them, on the same warmed brokers, in turn: what watching every
 * attempt costs. Replication goes through its proxies on both sides.
 */
@Command(name = "wire", description = "Records/s through the proxies with the tap on beside those on the direct listener.")
final class WireBench implements Callable<Integer> {
    private static final double GOAL = 0.90;

    @Option(names = "--rounds", description = "Runs of each side (${DEFAULT-VALUE}).")
    private int rounds = 5;

    @Option(names = "--scale", description = "Multiplies the number of records; 1 is about 8 s a run on two cores.")
    private double scale = 1;

    private final Map<String, ThreadCosts.Cost> spent = new TreeMap<>();

    @Override
    public Integer call() throws Exception {
        Report report = new Report("wire", System.err, System.out);
        double product = 1;
        try (BenchLab lab = new BenchLab()) {
            EngineRuns runs = new EngineRuns(lab, scale);
            warm(lab, runs);
            for (LoadCase c : LoadCase.ALL) {
                product *= compare(lab, runs, c, report);
            }
        }
        double mean = Math.pow(product, 1.0 / LoadCase.ALL.size());
        report.say(String.format(Locale.ROOT, "geometric mean of the ratios %.3f; the goal is %.2f", mean, GOAL));
        report.row("geometric mean", Map.of("ratio", Math.round(mean * 1000) / 1000.0, "goal", GOAL));
        return 0;
    }

    private static String proxied(BenchLab lab) {
        return String.valueOf(lab.cluster().clientProperties().get("bootstrap.servers"));
    }

    /** Brokers and proxies that have served nothing yet are slow for whoever comes first: one run each that is not counted. */
    private static void warm(BenchLab lab, EngineRuns runs) throws IOException, InterruptedException {
        for (String servers : new String[]{lab.cluster().directBootstrap(), proxied(lab)}) {
            runs.fresh(topic -> runs.engine(servers, topic, LoadCase.ALL.getFirst(), "payload"));
        }
    }

    private double compare(BenchLab lab, EngineRuns runs, LoadCase c, Report report)
            throws IOException, InterruptedException {
        double[] through = new double[rounds];
        double[] past = new double[rounds];
        spent.clear();
        WireSums before = lab.cluster().attempts().sums();
        for (int round = 0; round < rounds; round++) {
            for (int side = 0; side < 2; side++) {
                if ((side == 0) == (round % 2 == 0)) {
                    through[round] = runs.fresh(topic -> watched(runs, proxied(lab), topic, c));
                } else {
                    past[round] = runs.fresh(
                            topic -> runs.engine(lab.cluster().directBootstrap(), topic, c, "payload"));
                }
            }
        }
        WireSums seen = lab.cluster().attempts().sums().since(before);
        tell(report, c, through, past, seen);
        return Report.median(through) / Report.median(past);
    }

    private double watched(EngineRuns runs, String servers, String topic, LoadCase c) throws IOException {
        try (ThreadCosts costs = new ThreadCosts()) {
            double rate = runs.engine(servers, topic, c, "payload");
            costs.read().forEach((task, cost) -> spent.merge(task, cost, ThreadCosts.Cost::plus));
            return rate;
        }
    }

    private void tell(Report report, LoadCase c, double[] through, double[] past, WireSums seen) {
        double ratio = Report.median(through) / Report.median(past);
        report.say(String.format(Locale.ROOT,
                "%-16s proxies %,9.0f records/s (%s)   direct %,9.0f records/s (%s)   ratio %.3f", c.name(),
                Report.median(through), Report.spread(through), Report.median(past), Report.spread(past), ratio));
        report.say(String.format(Locale.ROOT, "%-16s %,d records seen, %,d not decoded, %,d frames not understood", "",
                seen.sent(), seen.notDecoded(), seen.notUnderstood()));
        Map<String, Object> costs = new LinkedHashMap<>();
        double thousands = Math.max(1, seen.sent() / 1e3);
        spent.forEach((task, cost) -> costs.put(task, Math.round(cost.all() / 1e3 / thousands) + " ("
                + Math.round(cost.kernel() / 1e3 / thousands) + ")"));
        report.say(String.format(Locale.ROOT,
                "%-16s processor time in the proxies, µs per 1,000 records (of it in the kernel): %s", "", costs));
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("proxies", Report.round(Report.median(through)));
        figures.put("direct", Report.round(Report.median(past)));
        figures.put("unit", "records/s");
        figures.put("ratio", Math.round(ratio * 1000) / 1000.0);
        figures.put("proxiesSpread", Report.spread(through));
        figures.put("directSpread", Report.spread(past));
        figures.put("notDecoded", seen.notDecoded());
        figures.put("notUnderstood", seen.notUnderstood());
        figures.put("usPerThousandRecords", costs);
        report.row(c.name(), figures);
    }
}
