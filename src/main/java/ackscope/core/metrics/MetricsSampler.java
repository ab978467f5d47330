package ackscope.core.metrics;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/**
 * Takes one {@link Sample} a turn from what the app and the client count. Rates and percentiles come from differences between turns, so
 * they show a burst when it happens; the client's own rates are averages over 30 to 60 s. {@link #turn} belongs to one thread, any thread
 * may {@link #poll}.
 */
public final class MetricsSampler {
    /** Time between two turns, ms. */
    public static final int PERIOD_MS = 250;
    /** Samples kept for a reader that does not come, the oldest are dropped. */
    private static final int KEPT = 64;

    private final IntSupplier run;
    private final Supplier<RunTotals> totals;
    private final Supplier<ClientMetrics> client;
    private final Supplier<Recorder> latency;
    private final Supplier<Waiting> waiting;
    private final LongSupplier clockMs;
    private final Deque<Sample> ready = new ArrayDeque<>();
    private final Histogram interval = new Histogram(1, 3_600_000_000L, 2);
    private final Histogram whole = new Histogram(1, 3_600_000_000L, 2);
    private int lastRun;

    /**
     * @param run     the run that the rest is of
     * @param totals  counted by the app
     * @param client  counted by the client
     * @param latency times to acknowledgement in µs
     * @param waiting what the producer has longest without a report
     * @param clockMs ms since the epoch
     */
    public MetricsSampler(IntSupplier run, Supplier<RunTotals> totals, Supplier<ClientMetrics> client,
            Supplier<Recorder> latency, Supplier<Waiting> waiting, LongSupplier clockMs) {
        this.run = run;
        this.totals = totals;
        this.client = client;
        this.latency = latency;
        this.waiting = waiting;
        this.clockMs = clockMs;
    }

    /** One that does not ask what waits. */
    public MetricsSampler(IntSupplier run, Supplier<RunTotals> totals, Supplier<ClientMetrics> client,
            Supplier<Recorder> latency, LongSupplier clockMs) {
        this(run, totals, client, latency, () -> Waiting.NONE, clockMs);
    }

    /** Takes a sample and keeps it for {@link #poll}; none when a run begins at this very moment. */
    public Optional<Sample> turn() {
        int now = run.getAsInt();
        if (now != lastRun) {
            whole.reset();
            lastRun = now;
        }
        interval.reset();
        latency.get().getIntervalHistogramInto(interval);
        whole.add(interval);
        RunTotals sums = totals.get();
        ClientMetrics counted = client.get();
        Waiting oldest = waiting.get();
        if (run.getAsInt() != now) {
            // A run began in between: what was read is of two runs, and the next turn is soon.
            return Optional.empty();
        }
        Sample sample = new Sample(clockMs.getAsLong(), now, sums, counted, interval.getTotalCount(),
                ms(interval, 50), ms(interval, 99),
                ms(whole, 50), ms(whole, 99), oldest);
        synchronized (ready) {
            ready.addLast(sample);
            if (ready.size() > KEPT) {
                ready.removeFirst();
            }
        }
        return Optional.of(sample);
    }

    /** The samples taken since the last call, oldest first. */
    public List<Sample> poll() {
        synchronized (ready) {
            List<Sample> taken = new ArrayList<>(ready);
            ready.clear();
            return taken;
        }
    }

    private static double ms(Histogram histogram, double percentile) {
        return histogram.getTotalCount() == 0 ? Double.NaN : histogram.getValueAtPercentile(percentile) / 1000.0;
    }
}
