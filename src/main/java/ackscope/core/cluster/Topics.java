package ackscope.core.cluster;

import java.util.List;
import java.util.Optional;

/**
 * A cluster's topics. Every call blocks at most a few seconds and throws {@link ClusterException} with words for a person; never
 * call it on the FX thread.
 */
public interface Topics {

    /** Names of all topics that are not internal, sorted. */
    List<String> names();

    /** One topic, or empty if there is none of that name. */
    Optional<Topic> describe(String name);

    /** Creates a topic and waits until all its partitions have a leader. */
    void create(NewTopic topic);

    /** The records that {@code read_uncommitted} finds at one offset: the record, or empty if it is not there (any more). */
    Optional<StoredRecord> read(String topic, int partition, long offset);

    /**
     * A topic as it is now.
     *
     * @param maxMessageBytes largest batch the broker takes, bytes
     */
    record Topic(String name, int partitions, int replication, int minInsyncReplicas, int maxMessageBytes) {
    }

    /** A topic to create. */
    record NewTopic(String name, int partitions, int replication, int minInsyncReplicas, int maxMessageBytes) {
    }

    /**
     * A record as read back from the log. Key and value are null where the record has none.
     */
    record StoredRecord(int partition, long offset, long timestampMs, byte[] key, byte[] value, List<Header> headers) {
    }

    /** A header; value may be null. */
    record Header(String name, byte[] value) {
    }
}
