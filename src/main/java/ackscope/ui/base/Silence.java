package ackscope.ui.base;

import ackscope.core.metrics.Sample;

/** How long nothing was acknowledged while a producer had records, from the samples of one run after another. One thread. */
public final class Silence {
    /** A shorter one is not worth saying, ms. */
    public static final long WORTH_SAYING_MS = 2_000;

    private Sample last;
    private long sinceMs;

    public void take(Sample sample) {
        boolean progress = last == null || last.run() != sample.run() || last.totals().waiting() == 0
                || sample.totals().acked() > last.totals().acked();
        if (progress) {
            sinceMs = sample.atMs();
        }
        last = sample;
    }

    /** Its length, ms; 0 if that is too short to matter, or nothing waits. */
    public long ms(long nowMs) {
        long silent = last == null || last.totals().waiting() == 0 ? 0 : nowMs - sinceMs;
        return silent >= WORTH_SAYING_MS ? silent : 0;
    }
}
