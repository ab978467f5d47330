package ackscope.core.cluster;

/** A setting of a topic or of the cluster that can be read, changed and put back; its value is text, and none at all counts as a value. */
public sealed interface Setting {

    /** A topic's own value of one of its configurations ({@code TopicConfig}); none: the cluster's applies. */
    record OfTopic(String topic, String key) implements Setting {
    }

    /**
     * How fast producers may send, bytes/s for each broker ({@code producer_byte_rate}); none: no limit.
     *
     * @param clientId the one that it holds for; "" for every client that has none of its own
     */
    record ProducerQuota(String clientId) implements Setting {
    }

    /**
     * Which of two rules stand ({@link #ALLOW}: everybody may do everything, {@link #DENY}: clients without a log-in may not write); none:
     * neither. The first is needed beside the second, because what has any rule forbids what no rule allows.
     *
     * @param topic that they are about; {@link #EVERYWHERE} for all topics, with idempotent writing to the cluster denied too
     */
    record WriteRules(String topic) implements Setting {
        /** Every topic, and the cluster. */
        public static final String EVERYWHERE = "*";
        /** ALLOW ALL to {@code User:*}. */
        public static final String ALLOW = "allow";
        /** DENY WRITE (on the cluster IDEMPOTENT_WRITE) to {@code User:ANONYMOUS}. */
        public static final String DENY = "deny";
        /** Both: nobody without a log-in may write. */
        public static final String CLOSED = ALLOW + "+" + DENY;
    }
}
