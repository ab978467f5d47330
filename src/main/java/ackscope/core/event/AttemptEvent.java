package ackscope.core.event;

/** What became of one attempt of a batch. */
public sealed interface AttemptEvent extends LabEvent {

    /** The name of the source, shown beside every figure that comes from it. */
    enum Source {
        CLIENT_LOG, WIRE
    }

    /**
     * A batch failed and was queued again.
     *
     * @param attemptsLeft what {@code retries} still allows
     * @param error        Kafka's name of the error, such as NOT_LEADER_OR_FOLLOWER
     * @param source       where this was seen
     */
    record Retried(String topic, int partition, long correlationId, int attemptsLeft, String error, Source source,
            long atMs)
            implements
                AttemptEvent {
    }

    /** A batch was too large for the topic and was split and queued again; not counted as a retry by the client. */
    record Split(String topic, int partition, long correlationId, Source source, long atMs) implements AttemptEvent {
    }
}
