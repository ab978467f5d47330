package ackscope.core.send;

import java.util.List;

/**
 * Where a topic stood before a run's first record for it: from here on the run's records are looked for. Records are known by their
 * stamps, so a start that is not known, or too early, only makes the search longer.
 *
 * @param known   whether the cluster said anything about the topic
 * @param id      Kafka's id of the topic; "" if there was no such topic
 * @param offsets end offset of each partition, -1 where it is not known
 */
public record TopicStart(boolean known, String id, List<Long> offsets) {
    /** Nobody said anything. */
    public static final TopicStart UNKNOWN = new TopicStart(false, "", List.of());
    /** There was no such topic. */
    public static final TopicStart ABSENT = new TopicStart(true, "", List.of());

    public TopicStart {
        offsets = List.copyOf(offsets);
    }

    /** The end offset of a partition, -1 if it is not known; 0 for a partition that was not there yet. */
    public long offset(int partition) {
        if (!known) {
            return -1;
        }
        return partition < offsets.size() ? offsets.get(partition) : 0;
    }
}
