package ackscope.core.cluster;

import ackscope.core.secret.Secrets;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidPartitionsException;
import org.apache.kafka.common.errors.InvalidReplicationFactorException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** Puts what Kafka's clients throw into words: what happened, why, what to change. */
public final class AdminErrors {
    private static final Pattern MISSING = Pattern.compile("Invalid value null for configuration ([\\w.]*\\w)");

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

    /**
     * What went wrong.
     *
     * @param why    begins in lower case and has no full stop
     * @param remedy what to change; a sentence or more
     */
    public record Trouble(String why, String remedy) {
        String words() {
            return why + ". " + remedy;
        }
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
        return trouble(thrown).words();
    }

    /** Why, and what to change. */
    public static Trouble trouble(Throwable thrown) {
        Throwable cause = root(thrown);
        return switch (cause) {
            case AuthenticationException e -> SecurityErrors.refused(e);
            case TopicExistsException _ -> new Trouble("a topic of that name is there already", "Choose another name.");
            case InvalidTopicException e -> new Trouble("the name is not allowed (" + said(e) + ")",
                    "Use letters, digits, '.', '_' and '-', at most 249.");
            case InvalidReplicationFactorException e -> new Trouble(
                    "the replication does not fit the brokers that are up (" + said(e) + ")",
                    "Lower it, or bring brokers back.");
            case InvalidPartitionsException e -> new Trouble(
                    "the number of partitions is not allowed (" + said(e) + ")", "Give 1 or more.");
            case PolicyViolationException e -> new Trouble("a policy of the cluster forbids it (" + said(e) + ")",
                    "Ask who runs the cluster what the policy allows.");
            case UnknownTopicOrPartitionException _ -> new Trouble("there is no such topic or partition",
                    "Check the name.");
            case AuthorizationException e -> new Trouble("the user may not do that (" + said(e) + ")",
                    "Ask for the permission, or use another user.");
            case InvalidConfigurationException e -> SecurityErrors.unusable(e).orElseGet(() -> new Trouble(
                    "the cluster refuses a setting (" + said(e) + ")", "Change that value."));
            case TimeoutException _ -> silent();
            case java.util.concurrent.TimeoutException _ -> silent();
            case ConfigException e when said(e).contains("resolvable") -> new Trouble(
                    "none of the bootstrap servers' names is known",
                    "Check their spelling, and that this machine is on the right network.");
            case ConfigException e -> missing(e).orElseGet(
                    () -> new Trouble("the client properties are not valid (" + said(e) + ")",
                            "Correct that property."));
            case InterruptedException _ -> new Trouble("it was interrupted", "Try again.");
            default -> SecurityErrors.unusable(cause)
                    .orElseGet(() -> new Trouble(said(cause), "Look at the cluster's state and try again."));
        };
    }

    private static Optional<Trouble> missing(ConfigException e) {
        Matcher missing = MISSING.matcher(said(e));
        return missing.find()
                ? Optional.of(new Trouble(missing.group(1) + " is missing", "Add it to the client properties."))
                : Optional.empty();
    }

    private static Trouble silent() {
        return new Trouble("no broker answered in time",
                "Check that brokers are running, that the bootstrap servers and"
                        + " security.protocol are right, and that the controller is up.");
    }

    static String said(Throwable cause) {
        String message = Secrets.said(cause).strip();
        return message.endsWith(".") ? message.substring(0, message.length() - 1) : message;
    }
}
