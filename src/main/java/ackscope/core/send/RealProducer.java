package ackscope.core.send;

import ackscope.core.cluster.ClientLogin;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;

/** Makes Kafka's own producer. */
final class RealProducer {
    private RealProducer() {
    }

    /**
     * @param settings all of them; a log-in may be among those that were typed, of which no admin client knows
     * @throws org.apache.kafka.common.KafkaException when they do not make a producer
     */
    static Producer<byte[], byte[]> of(Map<String, Object> settings) {
        ClientLogin.prepare(settings);
        return new KafkaProducer<>(settings);
    }
}
