package ackscope.bench;

import java.util.List;

/**
 * One load of the throughput benches.
 *
 * @param acks    as in the producer's settings
 * @param bytes   of each value
 * @param records how many take about 8 s on two cores
 */
record LoadCase(String name, String acks, int bytes, long records) {
    static final List<LoadCase> ALL = List.of(new LoadCase("acks=1 100 B", "1", 100, 800_000),
            new LoadCase("acks=1 1 KiB", "1", 1024, 120_000), new LoadCase("acks=all 100 B", "all", 100, 450_000),
            new LoadCase("acks=all 1 KiB", "all", 1024, 60_000));

    /** How many records at another scale, never too few to measure. */
    long records(double scale) {
        return Math.max(1000, Math.round(records * scale));
    }
}
