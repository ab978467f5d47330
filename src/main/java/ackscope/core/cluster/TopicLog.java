package ackscope.core.cluster;

import java.util.List;

/**
 * A topic's logs as they are now.
 *
 * @param id                Kafka's id of the topic: another one after it was deleted and made again
 * @param compacted         whether older records of a key may be removed; also if the cluster does not say
 * @param minInsyncReplicas what acks=all needs; 0 when the cluster does not tell
 * @param partitions        by number
 */
public record TopicLog(String name, String id, boolean compacted, int minInsyncReplicas, List<Partition> partitions) {
    public TopicLog {
        partitions = List.copyOf(partitions);
    }

    /**
     * One partition; offsets are -1 where no leader told them in time.
     *
     * @param leader   -1 for none
     * @param replicas how many it should have
     * @param inSync   how many are in sync
     * @param start    log start offset
     * @param end      end offset for consumers, which is the high watermark
     * @param stable   last stable offset
     */
    public record Partition(int number, int leader, int replicas, int inSync, long start, long end, long stable) {

        /** Whether it has a leader, a full ISR, and told all its offsets. */
        public boolean whole() {
            return leader >= 0 && inSync == replicas && start >= 0 && end >= 0 && stable >= 0;
        }
    }
}
