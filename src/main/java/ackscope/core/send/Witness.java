package ackscope.core.send;

import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.wire.WireSums;

/** What the wire between producer and brokers knows of the records that are sent. Any thread may ask; answers come at once. */
public interface Witness {
    /** No wire is watched: the cluster is reached without proxies. */
    Witness NONE = new Witness() {
        @Override
        public boolean watched() {
            return false;
        }

        @Override
        public Tries tries(RecordId id, String topic, int partition, String clientId) {
            return Tries.UNKNOWN;
        }

        @Override
        public WireSums sums(String clientId) {
            return WireSums.NONE;
        }
    };

    /** Whether there is one to watch. */
    boolean watched();

    /** What it knows of a record now. To be asked when its failure is reported, not later. */
    Tries tries(RecordId id, String topic, int partition, String clientId);

    /** What a client has sent over it so far. */
    WireSums sums(String clientId);
}
