package ackscope.core.wire;

import ackscope.core.event.RecordId;

/**
 * Records of one run and one resend in one batch: all of its partition from one number to another, because a producer appends and drains a
 * partition's records in order ({@code RecordAccumulator}).
 */
record Span(int run, int resend, long from, long to) {

    /** What all spans that can be compared have in common. */
    record Key(int run, int resend) {
        static Key of(RecordId id) {
            return new Key(id.run(), id.resend());
        }
    }

    Key key() {
        return new Key(run, resend);
    }

    boolean holds(RecordId id) {
        return id.run() == run && id.resend() == resend && from <= id.number() && id.number() <= to;
    }

    boolean holds(Span other) {
        return other.run == run && other.resend == resend && from <= other.from && other.to <= to;
    }

    Span and(long number) {
        return new Span(run, resend, Math.min(from, number), Math.max(to, number));
    }
}
