package ackscope.core.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.Test;

class KeyPartitionTest {

    @Test
    void aKeyGoesWhereEveryOfficialClientPutsIt() {
        // murmur2 of "21" is -973932308 (Kafka's own UtilsTest).
        assertEquals((-973932308 & 0x7fffffff) % 6, KeyPartition.of("21".getBytes(StandardCharsets.UTF_8), 6));
        Random random = new Random(2);
        for (int i = 0; i < 1000; i++) {
            byte[] key = new byte[random.nextInt(20)];
            random.nextBytes(key);
            int partitions = 1 + random.nextInt(50);
            assertEquals(Utils.toPositive(Utils.murmur2(key)) % partitions, KeyPartition.of(key, partitions));
        }
    }
}
