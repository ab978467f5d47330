package ackscope.core.compose;

import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;

/** Where a key will go with the client's built-in partitioner: murmur2 of the key's bytes, modulo the number of partitions. */
public final class KeyPartition {
    private KeyPartition() {
    }

    /**
     * The partition of a key.
     *
     * @param key        serialized, not null
     * @param partitions at least 1
     */
    public static int of(byte[] key, int partitions) {
        return BuiltInPartitioner.partitionForKey(key, partitions);
    }
}
