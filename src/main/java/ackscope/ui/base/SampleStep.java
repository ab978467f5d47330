package ackscope.ui.base;

import ackscope.core.metrics.Sample;
import java.util.function.ToLongFunction;

/**
 * Two readings and what happened between them. A new run starts its totals at 0, so its first step counts from there; a total that
 * went backwards counts as no change. Rates divide by the time that really passed, so a late reading makes no dip and no spike.
 */
public record SampleStep(Sample from, Sample to) {

    /** Readings closer together than this tell nothing about a rate, ms. */
    public static final long SHORTEST_MS = 60;

    /** Whether enough time lies between them for a rate. */
    public boolean longEnough() {
        return to.atMs() - from.atMs() >= SHORTEST_MS;
    }

    /** Seconds between the readings. */
    public double seconds() {
        return Math.max(SHORTEST_MS, to.atMs() - from.atMs()) / 1000.0;
    }

    /** How much a total grew, never below 0. */
    public long grown(ToLongFunction<Sample> total) {
        long before = from.run() == to.run() ? total.applyAsLong(from) : 0;
        return Math.max(0, total.applyAsLong(to) - before);
    }

    /** How fast a total grew, per second. */
    public double rate(ToLongFunction<Sample> total) {
        return grown(total) / seconds();
    }
}
