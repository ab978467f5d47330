package ackscope.core.wire;

import ackscope.core.event.BatchLife;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import java.util.List;

/**
 * Every try of every batch that passed the proxies of one cluster, grouped into the batches' lives. What is counted is exact; what is listed
 * is bounded: the oldest quiet lives go first, those with a failed try later, those that are still open not before they end. Safe for any
 * thread.
 */
public final class AttemptBook implements AutoCloseable {

    AttemptBook() {
    }

    /** The lives that changed since this was called last; one reader at a time. */
    public AttemptNews poll() {
        return new AttemptNews(true, List.of(), 0);
    }

    /** The lives that hold a record, a split batch before its parts, oldest first; empty when none is kept any more. */
    public List<BatchLife> lives(RecordId id, String topic, int partition) {
        return List.of();
    }

    /** What the wire knows of one record at this moment. Quick: it waits for nothing. */
    public Tries tries(RecordId id, String topic, int partition, String clientId) {
        return Tries.UNKNOWN;
    }

    /** What passed for one client since the cluster was made. */
    public WireSums sums(String clientId) {
        return WireSums.NONE;
    }

    /** Ends its thread. What it knows can still be asked. */
    @Override
    public void close() {
    }
}
