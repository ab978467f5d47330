package ackscope.core.wire;

import java.util.concurrent.atomic.LongAdder;

/** One client's sums, counted as its requests pass. Units: records times tries, save where said. Safe for any thread. */
final class ClientSums {
    private final LongAdder sent = new LongAdder();
    private final LongAdder ended = new LongAdder();
    private final LongAdder heardOk = new LongAdder();
    private final LongAdder batches = new LongAdder();
    private final LongAdder requests = new LongAdder();
    private final LongAdder notDecoded = new LongAdder();
    private final LongAdder notUnderstood = new LongAdder();
    private volatile boolean blind;

    void request() {
        requests.increment();
    }

    void batch(int records) {
        batches.increment();
        sent.add(records);
    }

    /** A try is over for the client. */
    void ended(int records, boolean ok) {
        ended.add(records);
        if (ok) {
            heardOk.add(records);
        }
    }

    void notDecoded(int records) {
        notDecoded.add(records);
    }

    void notUnderstood() {
        notUnderstood.increment();
    }

    /** Something of this client's passed of which the book cannot say which records it was. */
    void blinded() {
        blind = true;
    }

    boolean blind() {
        return blind;
    }

    WireSums read() {
        // What has ended is read first: what ends meanwhile then counts as open, and open is never negative.
        long over = ended.sum();
        long ok = heardOk.sum();
        long all = sent.sum();
        return new WireSums(all, all - over, ok, batches.sum(), requests.sum(), notDecoded.sum(),
                notUnderstood.sum());
    }
}
