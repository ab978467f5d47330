package ackscope.core.metrics;

import ackscope.core.breaker.BreakerView;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.FlowEdge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The last minute of samples, and what each condition makes of it. The baseline of a run's latency is the median of the 99th percentiles
 * of its first {@value #BASELINE} samples with acknowledgements, those of its first {@value #WARM_UP_MS} ms left out: a new producer
 * fetches metadata then. For the thread that takes samples.
 */
final class Readings {
    /** What a rate looks back at, ms. */
    static final int WINDOW_MS = 5_000;
    static final int BASELINE = 40;
    static final int WARM_UP_MS = 2_000;

    private static final int LONG_WINDOW_MS = 30_000;
    private static final int KEPT_MS = 60_000;
    private static final int FEWEST_REPORTS = 20;
    private static final int FEWEST_PERCENTILES = 4;
    private static final double LEAST_BASELINE_MS = 10;
    private static final double NOT_SLOW_MS = 100;
    private static final int IDLE_MS = 2_000;

    private final Deque<Sample> samples = new ArrayDeque<>();
    private final List<Double> firstPercentiles = new ArrayList<>();
    private double baselineMs = Double.NaN;
    private Sample now;
    private long firstAckMs;
    private long lastAckMs;
    private BreakerView breaker = BreakerView.OFF;
    private long notClosedSinceMs = -1;

    /** Takes the next sample; says whether it is the first of another run, whose history begins with it. */
    boolean take(Sample sample, BreakerView view) {
        boolean another = now == null || now.run() != sample.run();
        if (another) {
            samples.clear();
            firstPercentiles.clear();
            baselineMs = Double.NaN;
            // A run begins with nothing, so what its first sample holds came since.
            samples.add(new Sample(sample.atMs() - MetricsSampler.PERIOD_MS, sample.run(), RunTotals.NONE,
                    ClientMetrics.NONE, 0, Double.NaN, Double.NaN, Double.NaN, Double.NaN));
            firstAckMs = -1;
            lastAckMs = samples.getFirst().atMs();
        }
        if (sample.totals().acked() > samples.getLast().totals().acked()) {
            firstAckMs = firstAckMs < 0 ? sample.atMs() : firstAckMs;
            lastAckMs = sample.atMs();
        }
        now = sample;
        samples.addLast(sample);
        while (samples.size() > 2 && samples.getFirst().atMs() < sample.atMs() - KEPT_MS) {
            samples.removeFirst();
        }
        learn(sample);
        breaker = view;
        if (!view.on() || view.state() == State.CLOSED) {
            notClosedSinceMs = -1;
        } else if (notClosedSinceMs < 0) {
            notClosedSinceMs = sample.atMs();
        }
        return another;
    }

    private void learn(Sample sample) {
        if (firstPercentiles.size() == BASELINE || Double.isNaN(sample.p99Ms())
                || sample.atMs() - firstAckMs < WARM_UP_MS) {
            return;
        }
        firstPercentiles.add(sample.p99Ms());
        if (firstPercentiles.size() == BASELINE) {
            baselineMs = Math.max(LEAST_BASELINE_MS, median(firstPercentiles));
        }
    }

    Reading of(AlertCondition condition) {
        return switch (condition) {
            case ERRORS -> errors();
            case ERROR_SHARE -> errorShare();
            case RETRIES_RISING -> retriesRising();
            case SLOW -> slow();
            case BUFFER_LOW -> bufferLow();
            case BUDGET_USED -> budgetUsed();
            case SILENCE -> silence();
            case WAITS_LONG -> waitsLong();
            case BREAKER_OPENED -> breakerOpened();
            case BREAKER_STAYS_OPEN -> breakerStaysOpen();
        };
    }

    private Reading errors() {
        Sample from = before(WINDOW_MS);
        long failed = failures(now) - failures(from);
        double perSecond = failed / seconds(from);
        return Reading.of(perSecond, "%,d %s failed in the last %.0f s (%.1f/s)", "%,d %s failed in %.0f s (%.1f/s)",
                failed, failed == 1 ? "record" : "records", seconds(from), perSecond);
    }

    private Reading errorShare() {
        Sample from = before(LONG_WINDOW_MS);
        long failed = failures(now) - failures(from);
        long reports = failed + now.totals().acked() - from.totals().acked();
        if (reports < FEWEST_REPORTS) {
            return Reading.NOTHING;
        }
        double share = 100.0 * failed / reports;
        return Reading.of(share, "%,d of %,d reports in the last %.0f s are failures (%.1f %%)",
                "%,d of %,d reports in %.0f s were failures (%.1f %%)", failed, reports, seconds(from), share);
    }

    private Reading retriesRising() {
        Sample recent = before(WINDOW_MS);
        Sample old = before(WINDOW_MS + LONG_WINDOW_MS);
        double nowRate = (retries(now) - retries(recent)) / seconds(recent);
        double span = (recent.atMs() - old.atMs()) / 1000.0;
        double beforeRate = span <= 0 ? 0 : (retries(recent) - retries(old)) / span;
        return Reading.of(nowRate / Math.max(1, beforeRate), "%.1f records/s are queued again, %.1f/s before",
                "%.1f records/s were queued again, %.1f/s before", nowRate, beforeRate);
    }

    private Reading slow() {
        List<Double> recent = samples.stream().filter(s -> s.atMs() > now.atMs() - WINDOW_MS).map(Sample::p99Ms)
                .filter(p -> !Double.isNaN(p)).toList();
        if (Double.isNaN(baselineMs) || recent.size() < FEWEST_PERCENTILES) {
            return Reading.NOTHING;
        }
        double p99 = median(recent);
        // A pause of a few tens of ms is how a healthy machine breathes.
        double times = p99 < NOT_SLOW_MS ? Math.min(1, p99 / baselineMs) : p99 / baselineMs;
        return Reading.of(times, "the 99th percentile is %,.0f ms, %.1f times this run's baseline of %,.0f ms",
                "the 99th percentile was %,.0f ms, %.1f times this run's baseline of %,.0f ms", p99, p99 / baselineMs,
                baselineMs);
    }

    private Reading bufferLow() {
        double all = now.client().bufferTotalBytes();
        double free = now.client().bufferAvailableBytes();
        return Double.isNaN(all) || Double.isNaN(free) || all <= 0
                ? Reading.NOTHING
                : Reading.of(100 * free / all, "%,.0f KiB of %,.0f KiB of buffer.memory are free (%.0f %%)",
                        "%,.0f KiB of %,.0f KiB of buffer.memory were free (%.0f %%)", free / 1024, all / 1024,
                        100 * free / all);
    }

    private Reading budgetUsed() {
        Waiting waiting = now.waiting();
        if (waiting.spentMs() < 0 || waiting.budgetMs() <= 0) {
            return Reading.NOTHING;
        }
        double used = 100.0 * waiting.spentMs() / waiting.budgetMs();
        return Reading.of(used,
                "the oldest open record has used %.1f s of delivery.timeout.ms %.1f s (%.0f %%)",
                "the oldest open record used %.1f s of delivery.timeout.ms %.1f s (%.0f %%)",
                waiting.spentMs() / 1000.0, waiting.budgetMs() / 1000.0, used);
    }

    private Reading silence() {
        if (now.waiting().oldestMs() < 0) {
            return Reading.NOTHING;
        }
        double silent = Math.min(now.waiting().oldestMs(), now.atMs() - lastAckMs) / 1000.0;
        return Reading.of(silent,
                "nothing has been acknowledged for %.1f s, and the oldest open record waits for %.1f s",
                "nothing was acknowledged for %.1f s, and the oldest open record waited for %.1f s", silent,
                now.waiting().oldestMs() / 1000.0);
    }

    /** Of a silence of all of them {@link #silence} tells. */
    private Reading waitsLong() {
        if (now.waiting().oldestMs() < 0 || now.atMs() - lastAckMs >= WINDOW_MS) {
            return Reading.NOTHING;
        }
        double seconds = now.waiting().oldestMs() / 1000.0;
        return Reading.of(seconds,
                "the oldest open record waits for %.1f s, %,d wait in all; the last acknowledgement of another is"
                        + " %.1f s old",
                "the oldest open record waited for %.1f s, %,d waited in all; the last acknowledgement of another was"
                        + " %.1f s old",
                seconds, now.totals().waiting(), (now.atMs() - lastAckMs) / 1000.0);
    }

    /** Whether the producer has nothing, and had nothing to acknowledge lately. */
    boolean idle() {
        return now.waiting().oldestMs() < 0 && now.atMs() - lastAckMs >= IDLE_MS;
    }

    private Reading breakerOpened() {
        if (notClosedSinceMs < 0) {
            return Reading.NOTHING;
        }
        return Reading.of(1, "it is %s; %,d of %,d records are in the outbox",
                "it was %s; %,d of %,d records were in the outbox",
                breaker.state() == State.OPEN ? "open" : "half open", breaker.held(), breaker.limit());
    }

    private Reading breakerStaysOpen() {
        if (notClosedSinceMs < 0) {
            return Reading.NOTHING;
        }
        double seconds = (now.atMs() - notClosedSinceMs) / 1000.0;
        return Reading.of(seconds, "it has not been closed for %.0f s; %,d of %,d records are in the outbox",
                "it was not closed for %.0f s; %,d of %,d records were in the outbox", seconds, breaker.held(),
                breaker.limit());
    }

    /** The edge by which most of the failures of the last {@value #LONG_WINDOW_MS} ms reached the error log; empty if none did. */
    Optional<FlowEdge> mostFailuresBy() {
        RunTotals then = before(LONG_WINDOW_MS).totals();
        return Stream.of(FlowEdge.EXHAUSTED, FlowEdge.NEVER_SENT, FlowEdge.NOT_RETRIABLE)
                .filter(edge -> now.totals().edge(edge) > then.edge(edge))
                .max(Comparator.comparingLong(edge -> now.totals().edge(edge) - then.edge(edge)));
    }

    /** Whether threads wait for buffer memory now. */
    boolean bufferAwaited() {
        return now.client().waitingThreads() > 0;
    }

    /** The latest sample at least this old, or the oldest there is. */
    private Sample before(long ms) {
        Sample found = samples.getFirst();
        for (Sample s : samples) {
            if (s.atMs() > now.atMs() - ms) {
                break;
            }
            found = s;
        }
        return found;
    }

    private double seconds(Sample from) {
        return Math.max(1, now.atMs() - from.atMs()) / 1000.0;
    }

    private static long failures(Sample sample) {
        return sample.totals().failed() + sample.totals().unreported();
    }

    private static long retries(Sample sample) {
        return sample.client().recordRetryTotal();
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
