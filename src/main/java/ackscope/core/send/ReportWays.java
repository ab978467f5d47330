package ackscope.core.send;

import java.util.concurrent.atomic.LongAdder;

/** By which way an application hears of its records: from {@code send()} itself, or from the callback. Any thread. */
public final class ReportWays {
    private final LongAdder thrown = new LongAdder();
    private final LongAdder callbacks = new LongAdder();

    ReportWays() {
    }

    void threw() {
        thrown.increment();
    }

    void calledBack() {
        callbacks.increment();
    }

    /** Calls of {@code send()} that threw. */
    public long thrown() {
        return thrown.sum();
    }

    /** Callbacks that the client called, of records that were acknowledged and of those that failed. */
    public long callbacks() {
        return callbacks.sum();
    }
}
