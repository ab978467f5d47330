package ackscope.core.transaction;

import ackscope.core.secret.Secrets;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.InvalidTxnTimeoutException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Says of an exception what the producer can still do. The class alone does not decide it: the same one is abortable from a send and
 * fatal from a commit. Source: {@code TransactionManager}, {@code maybeTransitionToErrorState} and {@code EndTxnHandler}.
 */
public final class Troubles {
    private Troubles() {
    }

    /**
     * Empty when the exception changes nothing for the transaction: a record that could not become bytes, or one that an abort dropped.
     *
     * @param during the call that threw it, or SEND when a record's report brought it
     */
    public static Optional<Trouble> of(Throwable thrown, Call during) {
        boolean sending = during == Call.SEND;
        if (sending && (thrown instanceof SerializationException || thrown instanceof TransactionAbortedException)) {
            return Optional.empty();
        }
        if (!sending && thrown instanceof TimeoutException) {
            return Optional.of(new Trouble(Trouble.Kind.REPEAT, name(thrown),
                    "The coordinator did not answer within max.block.ms. The " + during.word()
                            + " is still on its way."));
        }
        Throwable told = told(thrown);
        Trouble.Kind kind = during == Call.ABORT || fatal(thrown, told, sending)
                ? Trouble.Kind.FATAL
                : Trouble.Kind.ABORTABLE;
        return Optional.of(new Trouble(kind, name(told), words(told, sending)));
    }

    private static boolean fatal(Throwable thrown, Throwable told, boolean sending) {
        return switch (told) {
            case ProducerFencedException _,UnsupportedVersionException _,InvalidPidMappingException _,TransactionalIdAuthorizationException _,ClusterAuthorizationException _,InvalidTxnTimeoutException _,AuthenticationException _ ->
                true;
            // A produce request's is wrapped as abortable by the client, the coordinator's is not.
            case InvalidTxnStateException _ -> !sending && !has(thrown, TransactionAbortableException.class);
            case IllegalStateException _ -> true;
            // An answer that the client does not know: TransactionManager's handlers call fatalError for it.
            default -> Secrets.message(told).matches("(Unexpected|Unhandled) error in .*");
        };
    }

    /** The innermost exception that Kafka has a name for. */
    private static Throwable told(Throwable thrown) {
        Throwable found = thrown;
        for (Throwable cause = thrown.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof KafkaException && cause.getClass() != KafkaException.class) {
                found = cause;
            }
        }
        return found;
    }

    private static boolean has(Throwable thrown, Class<? extends Throwable> type) {
        for (Throwable t = thrown; t != null; t = t.getCause()) {
            if (type.isInstance(t)) {
                return true;
            }
        }
        return false;
    }

    private static String words(Throwable told, boolean sending) {
        return switch (told) {
            case ProducerFencedException _ ->
                "A newer producer with this transactional.id took over, and the coordinator aborted what this one had open.";
            case InvalidProducerEpochException _ ->
                "The producer's epoch is out of date: the coordinator timed the transaction out and aborted it, or a newer producer took"
                        + " the transactional.id. The abort will tell which.";
            case InvalidTxnStateException _ -> sending
                    ? "The partition's leader knows of no open transaction of this producer: the coordinator has ended it."
                    : "The coordinator knows of no transaction that could be committed: it timed out and was aborted.";
            case InvalidPidMappingException _ ->
                "The coordinator has forgotten this transactional.id: it was not used for transactional.id.expiration.ms.";
            case TransactionalIdAuthorizationException _ ->
                "No permission to use this transactional.id: allow WRITE on it for this principal.";
            case UnsupportedVersionException _ -> "The brokers are too old for this request.";
            case InvalidTxnTimeoutException _ ->
                "transaction.timeout.ms is larger than the brokers allow (transaction.max.timeout.ms).";
            default -> sentence(told);
        };
    }

    private static String sentence(Throwable e) {
        String message = Secrets.said(e);
        return message.endsWith(".") ? message : message + ".";
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }
}
