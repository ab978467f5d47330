package ackscope.core.cluster;

import ackscope.core.secret.Secrets;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** A cluster could not do what it was asked; the message tells a person what happened, why, and what to change. */
public final class ClusterException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ClusterException(String message, Throwable cause) {
        super(Secrets.hidden(message), cause);
    }

    public ClusterException(String message) {
        super(Secrets.hidden(message));
    }

    /** Whether it failed because a topic is not there (any more). */
    public boolean topicUnknown() {
        return getCause() instanceof UnknownTopicOrPartitionException;
    }
}
