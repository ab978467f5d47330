package ackscope.bench;

import java.io.IOException;
import java.util.List;

/** Runs of Ackscope's engine, each in a fresh JVM and on a topic of its own. */
final class EngineRuns {
    private static final long LIMIT_MS = 180_000;

    private final BenchLab lab;
    private final double scale;
    private int topics;

    EngineRuns(BenchLab lab, double scale) {
        this.lab = lab;
        this.scale = scale;
    }

    /** Something that is measured on a topic. */
    interface Side {
        /** Records/s. */
        double run(String topic) throws IOException;
    }

    /** Measures on a topic that nobody has used, and that is gone afterwards. */
    double fresh(Side side) throws IOException, InterruptedException {
        String topic = "bench-" + topics++;
        lab.create(topic);
        try {
            return side.run(topic);
        } finally {
            lab.delete(topic);
        }
    }

    /** The engine's records/s. */
    double engine(String bootstrap, String topic, LoadCase c, String id) throws IOException {
        long records = c.records(scale);
        List<String> lines = Child.run(Child.FLAGS, EngineMain.class.getName(),
                List.of(bootstrap, topic, Long.toString(records), Integer.toString(c.bytes()),
                        c.acks(), Long.toString(records / 4), id),
                _ -> false, LIMIT_MS);
        return lines.stream().filter(l -> l.startsWith("rate ")).mapToDouble(l -> Double.parseDouble(l.substring(5)))
                .findFirst()
                .orElseThrow(() -> new IOException("no rate in: " + lines));
    }
}
