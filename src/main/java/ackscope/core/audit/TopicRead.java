package ackscope.core.audit;

import java.util.List;

/**
 * How far one topic was read, and whether it is still the one that the run began with.
 *
 * @param partitions by number; none if the topic is gone
 */
public record TopicRead(String topic, Identity identity, List<PartitionRead> partitions) {
    public TopicRead {
        partitions = List.copyOf(partitions);
    }

    /** Whether a topic is the one that the run's first record for it went to. */
    public enum Identity {
        /** It is. */
        SAME,
        /** It was deleted and made again: what the old one held is gone. */
        RECREATED,
        /** There is no such topic any more. */
        GONE,
        /** There never was one: none at the run's start, and none now. */
        NEVER,
        /** Nobody knows what it was at the run's start, or what it is now. */
        UNKNOWN
    }

    /** Whether what is not found in a partition is not there; of all partitions if -1. One that does not exist holds nothing. */
    boolean complete(int partition) {
        return partition < 0
                ? partitions.stream().allMatch(PartitionRead::complete)
                : partition >= partitions.size() || partitions.get(partition).complete();
    }

    /** Whether records of the run may have been removed from the beginning of a partition; of any partition if -1. */
    boolean cutAtStart(int partition) {
        return partition < 0
                ? partitions.stream().anyMatch(TopicRead::cutAtStart)
                : partition < partitions.size() && cutAtStart(partitions.get(partition));
    }

    private static boolean cutAtStart(PartitionRead read) {
        return read.logStart() > Math.max(0, read.start());
    }

    /** The log start offset of a partition, 0 if it does not exist. */
    long logStart(int partition) {
        return partition < partitions.size() ? partitions.get(partition).logStart() : 0;
    }
}
