package ackscope.core.cluster;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Puts what Kafka's clients throw into words: what happened, why, what to change. */
final class AdminErrors {
    private AdminErrors() {
    }

    /**
     * An exception to throw.
     *
     * @param doing what was asked ("Topic 'orders' was not created")
     */
    static ClusterException of(String doing, Throwable thrown) {
        Throwable cause = root(thrown);
        return new ClusterException(doing + ": " + words(cause), cause);
    }

    /** Whether it says that no broker answered in time. */
    static boolean isTimeout(ClusterException e) {
        return e.getCause() instanceof TimeoutException
                || e.getCause() instanceof java.util.concurrent.TimeoutException;
    }

    private static Throwable root(Throwable thrown) {
        Throwable cause = thrown;
        while (cause.getCause() != null && (cause instanceof ExecutionException || cause instanceof CompletionException
                || cause.getClass() == KafkaException.class)) {
            cause = cause.getCause();
        }
        return cause;
    }

    /** Why, and what to change; ends with a full stop. */
    static String words(Throwable thrown) {
        Throwable cause = root(thrown);
        return switch (cause) {
            case TopicExistsException _ -> "a topic of that name is there already. Choose another name.";
            case InvalidTopicException e -> "the name is not allowed (" + said(e)
                    + "). Use letters, digits, '.', '_' and '-', at most 249.";
            case InvalidReplicationFactorException e -> "the replication does not fit the brokers that are up ("
                    + said(e) + "). Lower it, or bring brokers back.";
            case InvalidPartitionsException e -> "the number of partitions is not allowed (" + said(e)
                    + "). Give 1 or more.";
            case PolicyViolationException e -> "a policy of the cluster forbids it (" + said(e) + ").";
            case UnknownTopicOrPartitionException _ -> "there is no such topic or partition. Check the name.";
            case SaslAuthenticationException e -> "the cluster did not accept the log-in (" + said(e)
                    + "). Check sasl.mechanism, user and password.";
            case SslAuthenticationException e -> "the TLS handshake failed (" + said(e)
                    + "). Check the trust store, the key store and the host name.";
            case AuthenticationException e -> "the cluster did not accept the log-in (" + said(e)
                    + "). Check the security settings.";
            case AuthorizationException e -> "the user may not do that (" + said(e)
                    + "). Ask for the permission, or use another user.";
            case InvalidConfigurationException e -> "the cluster refuses a setting (" + said(e)
                    + "). Change that value.";
            case TimeoutException _ -> silent();
            case java.util.concurrent.TimeoutException _ -> silent();
            case ConfigException e when said(e).contains("resolvable") ->
                "none of the bootstrap servers' names is known."
                        + " Check their spelling, and that this machine is on the right network.";
            case ConfigException e -> "the client properties are not valid (" + said(e) + "). Correct that property.";
            case InterruptedException _ -> "it was interrupted.";
            default -> said(cause) + ". Look at the cluster's state and try again.";
        };
    }

    private static String silent() {
        return "no broker answered in time. Check that brokers are running, that the bootstrap servers and"
                + " security.protocol are right, and that the controller is up.";
    }

    private static String said(Throwable cause) {
        String message = cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage().strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
