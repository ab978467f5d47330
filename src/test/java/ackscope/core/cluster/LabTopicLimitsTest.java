package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LabTopicLimitsTest {
    private static long retention(int partitions, int replication) {
        return Long.parseLong(
                LabTopicLimits.of(new Topics.NewTopic("t", partitions, replication, 1, 1_048_588))
                        .get("retention.bytes"));
    }

    @Test
    void aTopicHoldsNoMoreThanItsShareHoweverManyPartitions() {
        assertEquals(512L << 20, retention(1, 3));
        for (int partitions = 4; partitions <= 64; partitions *= 2) {
            assertTrue(retention(partitions, 3) * partitions * 3 <= LabTopicLimits.TOPIC_BYTES,
                    partitions + " partitions");
        }
    }

    @Test
    void aPartitionAlwaysHoldsSomething() {
        assertEquals(32L << 20, retention(10_000, 3));
        assertEquals(512L << 20, retention(0, 0));
    }
}
