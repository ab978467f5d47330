package ackscope.core.settings;

/**
 * What a topic adds to the meaning of {@code acks=all}.
 *
 * @param replication how many replicas each partition has
 * @param minInsync   {@code min.insync.replicas}
 * @param inSync      the fewest replicas in sync that any of its partitions has now
 */
public record TopicFacts(int replication, int minInsync, int inSync) {
}
