package ackscope.ui.flow;

import ackscope.core.event.FlowEdge;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.SampleStep;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.ToLongFunction;

/** The samples of the last seconds of one run, for rates that neither flicker nor lag. One thread. */
final class Recent {
    private static final long GRACE_MS = 1_000;

    private final long overMs;
    private final Deque<Sample> samples = new ArrayDeque<>();

    /** @param overMs rates are over about this long */
    Recent(long overMs) {
        this.overMs = overMs;
    }

    void take(Sample sample) {
        if (!samples.isEmpty() && samples.getLast().run() != sample.run()) {
            // A rate may reach back to the last sample before the run began, no further.
            Sample before = samples.getLast();
            samples.clear();
            samples.add(before);
        }
        samples.add(sample);
        while (samples.size() > 2 && sample.atMs() - second().atMs() >= overMs) {
            samples.removeFirst();
        }
    }

    /** Forgets everything when no sample has come for longer than rates reach back: an old rate is no rate. */
    void settle(long nowMs) {
        if (!samples.isEmpty() && nowMs - samples.getLast().atMs() > overMs + GRACE_MS) {
            samples.clear();
        }
    }

    boolean empty() {
        return samples.isEmpty();
    }

    double rate(ToLongFunction<Sample> total) {
        return samples.size() < 2 ? 0 : step().rate(total);
    }

    double rate(FlowEdge edge) {
        return rate(s -> s.totals().edge(edge));
    }

    long grown(ToLongFunction<Sample> total) {
        return samples.size() < 2 ? 0 : step().grown(total);
    }

    private SampleStep step() {
        return new SampleStep(samples.getFirst(), samples.getLast());
    }

    private Sample second() {
        var i = samples.iterator();
        i.next();
        return i.next();
    }
}
