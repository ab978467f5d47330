package ackscope.core.settings;

import org.apache.kafka.clients.producer.ProducerConfig;

/** The names of the settings that rules and forms speak of, so that rooms without Kafka on their lips can name them too. */
public final class Keys {
    public static final String ACKS = ProducerConfig.ACKS_CONFIG;
    public static final String IDEMPOTENCE = ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG;
    public static final String IN_FLIGHT = ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION;
    public static final String DELIVERY_TIMEOUT = ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG;
    public static final String REQUEST_TIMEOUT = ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG;
    public static final String RETRIES = ProducerConfig.RETRIES_CONFIG;
    public static final String RETRY_BACKOFF = ProducerConfig.RETRY_BACKOFF_MS_CONFIG;
    public static final String RETRY_BACKOFF_MAX = ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG;
    public static final String LINGER = ProducerConfig.LINGER_MS_CONFIG;
    public static final String BATCH_SIZE = ProducerConfig.BATCH_SIZE_CONFIG;
    public static final String COMPRESSION = ProducerConfig.COMPRESSION_TYPE_CONFIG;
    public static final String BUFFER_MEMORY = ProducerConfig.BUFFER_MEMORY_CONFIG;
    public static final String MAX_BLOCK = ProducerConfig.MAX_BLOCK_MS_CONFIG;
    public static final String MAX_REQUEST_SIZE = ProducerConfig.MAX_REQUEST_SIZE_CONFIG;
    public static final String TRANSACTIONAL_ID = ProducerConfig.TRANSACTIONAL_ID_CONFIG;
    public static final String TRANSACTION_TIMEOUT = ProducerConfig.TRANSACTION_TIMEOUT_CONFIG;
    public static final String PARTITIONER = ProducerConfig.PARTITIONER_CLASS_CONFIG;

    static final String BOOTSTRAP = ProducerConfig.BOOTSTRAP_SERVERS_CONFIG;
    static final String KEY_SERIALIZER = ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG;
    static final String VALUE_SERIALIZER = ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG;
    static final String TWO_PHASE = ProducerConfig.TRANSACTION_TWO_PHASE_COMMIT_ENABLE_CONFIG;
    static final String ALLOCATION = "buffer.memory.allocation.strategy";

    private Keys() {
    }
}
