package ackscope.core.transaction;

import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Another producer with a transactional.id that is in use: it fences the one that has it, whose open transaction is aborted. */
public final class Rival {
    private static final int TIMEOUT_MS = 60_000;

    private Rival() {
    }

    /**
     * Takes an id over and is gone again. Blocks, a few seconds at most.
     *
     * @param clientProperties how to reach the cluster
     * @throws KafkaException when the coordinator does not answer in time, or refuses
     */
    public static void takeOver(Map<String, Object> clientProperties, String transactionalId) {
        Producer<byte[], byte[]> rival = new KafkaProducer<>(
                ClientConfig.producer(clientProperties, transactionalId, TIMEOUT_MS), new ByteArraySerializer(),
                new ByteArraySerializer());
        try {
            rival.initTransactions();
        } finally {
            rival.close(Duration.ZERO);
        }
    }
}
