package ackscope.core.cluster;

import java.util.Map;

/**
 * Keeps a lab topic from filling the disk: a share of {@link #TOPIC_BYTES} for every replica of every partition, in segments small enough
 * that whole ones can go early. Kafka deletes closed segments only, some seconds after they are due.
 */
final class LabTopicLimits {
    /** What all replicas of one topic may hold together, bytes. */
    static final long TOPIC_BYTES = 6L << 30;
    /** What one replica of a partition may hold at most, bytes. */
    static final long MOST_RETENTION_BYTES = 512L << 20;
    private static final long LEAST_RETENTION_BYTES = 32L << 20;

    private LabTopicLimits() {
    }

    /** The topic configurations that a new lab topic gets besides what the person chose. */
    static Map<String, String> of(Topics.NewTopic topic) {
        long share = TOPIC_BYTES / Math.max(1, (long) topic.partitions() * topic.replication());
        long retention = Math.clamp(share, LEAST_RETENTION_BYTES, MOST_RETENTION_BYTES);
        return Map.of("retention.bytes", Long.toString(retention), "segment.bytes", Long.toString(retention / 4),
                "file.delete.delay.ms", "1000");
    }
}
