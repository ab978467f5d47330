package ackscope.core.breaker;

import ackscope.core.event.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * How the circuit breaker judges, and what the outbox takes. It judges final outcomes, as callbacks report them: the earliest word of an
 * outage is a slow acknowledgement, the latest comes after {@code max.block.ms} and {@code delivery.timeout.ms}.
 *
 * @param on              whether it stands in front of the producer
 * @param window          what {@code size} counts
 * @param size            outcomes, or seconds, that it looks back at
 * @param least           outcomes that it needs before it judges
 * @param failurePercent  share of failures at which it opens, in percent, above 0
 * @param slowMs          an outcome that took longer than this is slow, ms
 * @param slowPercent     share of slow outcomes at which it opens, in percent, above 0; 100: only when all are slow
 * @param openMs          how long it turns everything away before it lets some through to see, ms
 * @param permits         how many it then lets through; it judges them once {@code least} of them, or all, have an outcome
 * @param counted         the failures that count; the others are let pass as if they had not been sent
 * @param replayOnClose   whether the outbox is replayed by itself: as the tries of a half open breaker, and when it closes
 * @param replayPerSecond the pace of that, records/s; 0 is as fast as it goes
 * @param outboxRecords   records that the outbox takes
 * @param outboxMegabytes bytes of the outbox's file, in units of 1024 x 1024
 */
public record BreakerSettings(boolean on, Window window, int size, int least, double failurePercent, int slowMs,
        double slowPercent, int openMs, int permits, Set<FailureKind> counted, boolean replayOnClose,
        double replayPerSecond, int outboxRecords, int outboxMegabytes) {

    /** What the breaker looks back at. */
    public enum Window {
        /** The last so many outcomes. */
        COUNT,
        /** The outcomes of the last so many seconds. */
        TIME
    }

    /** What a problem is about. */
    public enum Field {
        SIZE, LEAST, FAILURE_PERCENT, SLOW_MS, SLOW_PERCENT, OPEN_MS, PERMITS, COUNTED, REPLAY_RATE, OUTBOX_RECORDS, OUTBOX_MEGABYTES
    }

    /** Why these settings cannot be used, in words. */
    public record Problem(Field field, String text) {
    }

    /** Those that say something about the cluster and the way to it, not about the record or the person. */
    private static final Set<FailureKind> OF_THE_CLUSTER = Set.copyOf(
            Arrays.stream(FailureKind.values()).filter(FailureKind::retriable).toList());

    /** Off, and sensible once it is switched on. */
    public static final BreakerSettings DEFAULTS = new BreakerSettings(false, Window.COUNT, 100, 20, 50, 10_000, 100,
            10_000, 10, OF_THE_CLUSTER, true, 500, 100_000, 64);

    private static final int LARGEST_WINDOW = 100_000;
    private static final int LONGEST_WINDOW = 3_600;
    private static final int LONGEST_MS = 3_600_000;
    private static final int MOST_RECORDS = 1_000_000;
    private static final int MOST_MEGABYTES = 1_024;

    public BreakerSettings {
        counted = counted.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(counted));
    }

    /** These, on or off. */
    public BreakerSettings with(boolean nowOn) {
        return new BreakerSettings(nowOn, window, size, least, failurePercent, slowMs, slowPercent, openMs, permits,
                counted, replayOnClose, replayPerSecond, outboxRecords, outboxMegabytes);
    }

    /** Whether the breaker itself is the same, whatever the outbox may be. */
    boolean sameBreaker(BreakerSettings other) {
        return equals(new BreakerSettings(other.on, other.window, other.size, other.least, other.failurePercent,
                other.slowMs, other.slowPercent, other.openMs, other.permits, other.counted, replayOnClose,
                replayPerSecond, outboxRecords, outboxMegabytes));
    }

    /** Everything that is wrong; empty if they can be used. */
    public List<Problem> problems() {
        List<Problem> all = new ArrayList<>();
        if (window == Window.COUNT) {
            range(all, Field.SIZE, "The window", size, 1, LARGEST_WINDOW, "outcomes");
            if (least > size) {
                all.add(new Problem(Field.LEAST, "The window never holds " + least + " outcomes: it is of " + size
                        + ". Lower this, or widen the window."));
            }
        } else {
            range(all, Field.SIZE, "The window", size, 1, LONGEST_WINDOW, "seconds");
        }
        range(all, Field.LEAST, "The least number", least, 1, LARGEST_WINDOW, "outcomes");
        percent(all, Field.FAILURE_PERCENT, failurePercent);
        range(all, Field.SLOW_MS, "Slow", slowMs, 1, LONGEST_MS, "ms");
        percent(all, Field.SLOW_PERCENT, slowPercent);
        range(all, Field.OPEN_MS, "The wait while open", openMs, 1, LONGEST_MS, "ms");
        range(all, Field.PERMITS, "The tries while half open", permits, 1, LARGEST_WINDOW, "records");
        if (counted.isEmpty()) {
            all.add(new Problem(Field.COUNTED,
                    "No failure counts, so only slow outcomes could open it. Let at least one count."));
        }
        if (!Double.isFinite(replayPerSecond) || replayPerSecond < 0) {
            all.add(new Problem(Field.REPLAY_RATE,
                    "The pace of the replay is in records a second, 0 for as fast as it goes."));
        }
        range(all, Field.OUTBOX_RECORDS, "The outbox", outboxRecords, 1, MOST_RECORDS, "records");
        range(all, Field.OUTBOX_MEGABYTES, "The outbox's file", outboxMegabytes, 1, MOST_MEGABYTES, "MiB");
        return List.copyOf(all);
    }

    private static void range(List<Problem> all, Field field, String what, int value, int low, int high, String unit) {
        if (value < low || value > high) {
            all.add(new Problem(field, what + " is from " + low + " to " + String.format("%,d", high) + " " + unit
                    + ", not " + value + "."));
        }
    }

    private static void percent(List<Problem> all, Field field, double value) {
        if (!(value > 0 && value <= 100)) {
            all.add(new Problem(field, "A share is above 0 and at most 100 %, not " + value + "."));
        }
    }
}
