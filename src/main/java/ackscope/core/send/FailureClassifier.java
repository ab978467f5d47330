package ackscope.core.send;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.secret.Secrets;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.ConcurrentTransactionsException;
import org.apache.kafka.common.errors.CorruptRecordException;
import org.apache.kafka.common.errors.FencedLeaderEpochException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.LeaderNotAvailableException;
import org.apache.kafka.common.errors.NetworkException;
import org.apache.kafka.common.errors.NotEnoughReplicasAfterAppendException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.OutOfOrderSequenceException;
import org.apache.kafka.common.errors.PolicyViolationException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordBatchTooLargeException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/**
 * Says of a reported failure what sort it is, whether the record may nevertheless be in the log, and what to do: from the exception and
 * from where it surfaced. An exception describes only the last attempt, so "not written" needs proof: the record never left the client,
 * or the only try was refused before the append. Source: {@code KafkaProducer.doSend}, {@code Sender.completeBatch},
 * {@code ProducerBatch}, and the broker's {@code DelayedProduce}.
 */
final class FailureClassifier {
    private static final String NEVER_LEFT = "it never left the client";
    private static final String NO_FURTHER = " No further try was allowed by retries or delivery.timeout.ms.";

    private static final String NOT_IDEMPOTENT = "No permission to use idempotence on this cluster. Allow it, or set enable.idempotence=false; this producer must be replaced.";

    private FailureClassifier() {
    }

    /**
     * Where a failure surfaced.
     *
     * @param inSend      during {@code send()}, on the calling thread
     * @param acksNone    acks=0: brokers do not answer
     * @param acksAll     acks=all: the leader appends first and answers when its replicas have followed
     * @param retriedOnce whether the client is known to have retried a batch of this partition since the record was sent
     */
    record Where(boolean inSend, boolean acksNone, boolean acksAll, boolean retriedOnce) {
    }

    static Cause classify(Throwable thrown, Where where) {
        return where.inSend() ? inSend(thrown) : reported(thrown, where);
    }

    private static Cause inSend(Throwable thrown) {
        return switch (thrown) {
            case SerializationException e -> never(FailureKind.SERIALIZATION, e,
                    "The serializer refused the key or value: " + words(e) + " Correct the value or its type.");
            case IllegalArgumentException e ->
                never(FailureKind.SERIALIZATION, e, "The record could not be made: " + words(e));
            case RecordTooLargeException e -> never(FailureKind.TOO_LARGE, e,
                    "The record is too large for this producer: " + words(e)
                            + " Raise max.request.size (and buffer.memory), or send less.");
            case BufferExhaustedException e -> never(FailureKind.BUFFER_EXHAUSTED, e,
                    "buffer.memory stayed full for max.block.ms: records come faster than brokers take them. Send slower, or raise buffer.memory.");
            case TimeoutException e -> never(FailureKind.NO_METADATA, e,
                    "No metadata within max.block.ms: the topic or partition does not exist, or no broker can be reached. Check the topic's name and partition, and the cluster. The client says: "
                            + words(e));
            case InterruptException e -> never(FailureKind.CANCELLED, e, "Stopped while send() was waiting.");
            case InvalidTopicException e ->
                never(FailureKind.REFUSED, e, "The topic's name is not allowed: " + words(e));
            case TopicAuthorizationException e -> never(FailureKind.REFUSED, e,
                    "No permission for this topic: allow DESCRIBE and WRITE for this principal.");
            case AuthenticationException e ->
                never(FailureKind.REFUSED, e, "The brokers refused the credentials: " + words(e));
            // It never had a producer id, and nothing goes out without one.
            case KafkaException e when behind(e) instanceof ClusterAuthorizationException cause ->
                never(FailureKind.REFUSED, cause, NOT_IDEMPOTENT);
            default -> new Cause(FailureKind.REFUSED, name(behind(thrown)),
                    "The producer refused it: " + words(thrown) + after(thrown),
                    Certainty.MAYBE,
                    "the producer queues a record before it checks its own state, so a copy may still go out");
        };
    }

    /** A producer in an error state throws a plain exception that holds the error which brought it there: that one is told. */
    private static Throwable behind(Throwable thrown) {
        return thrown.getClass() == KafkaException.class && thrown.getCause() instanceof ApiException cause
                ? cause
                : thrown;
    }

    private static Cause reported(Throwable thrown, Where where) {
        return switch (thrown) {
            case TransactionAbortedException e -> unsent(FailureKind.DISCARDED, e, where,
                    "Dropped because its transaction was aborted.");
            case AuthenticationException e ->
                unsent(FailureKind.REFUSED, e, where, "The brokers refused the credentials: " + words(e));
            case ClusterAuthorizationException e -> unsent(FailureKind.REFUSED, e, where,
                    NOT_IDEMPOTENT);
            case TimeoutException e when expired(e) -> where.retriedOnce()
                    ? maybe(FailureKind.EXPIRED, e,
                            "delivery.timeout.ms passed while it was being retried. See what the retries failed with; give it more time, or mend the cause.",
                            "a try may have been written without an answer")
                    : maybe(FailureKind.EXPIRED_QUEUED, e,
                            "delivery.timeout.ms passed before any answer came. The leader is away, stuck, or slower than the load.",
                            "no retry was seen, but a first try may be on its way or written");
            case RetriableException e -> retriable(e, where);
            default -> closed(thrown)
                    ? maybe(FailureKind.DISCARDED, thrown, "The producer was closed before an answer came.",
                            where.retriedOnce()
                                    ? "an earlier try may have been written"
                                    : "a request may have been on its way when it ended")
                    : forbidden(thrown, where);
        };
    }

    /** The last error of a batch that would be tried again, if retries and delivery.timeout.ms allowed it. */
    private static Cause retriable(RetriableException thrown, Where where) {
        return switch (thrown) {
            case NotEnoughReplicasException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "Too few replicas in sync for min.insync.replicas." + NO_FURTHER
                            + " Bring brokers back, or allow more retries.");
            case NotEnoughReplicasAfterAppendException e -> maybe(FailureKind.RETRIES_USED_UP, e,
                    "The leader wrote it, but too few replicas were in sync afterwards." + NO_FURTHER
                            + " Bring brokers back, or allow more retries.",
                    "it is in the leader's log, and stays there unless another leader takes over without it");
            case NotLeaderOrFollowerException e -> refusedOrWaiting(FailureKind.RETRIES_USED_UP, e, where,
                    "The leader moved, and the client did not find the new one in time." + NO_FURTHER
                            + " Allow more retries.");
            case LeaderNotAvailableException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "The partition has no leader." + NO_FURTHER + " Allow more retries.");
            case FencedLeaderEpochException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "The leader moved, and the client knew an older one." + NO_FURTHER + " Allow more retries.");
            case UnknownTopicOrPartitionException e -> refusedOrWaiting(FailureKind.RETRIES_USED_UP, e, where,
                    "The broker does not know this topic or partition." + NO_FURTHER + " Was the topic deleted?");
            case UnknownTopicIdException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "The topic was deleted or made anew while sending." + NO_FURTHER);
            case CorruptRecordException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "The batch arrived damaged, or a compacted topic got a record without a key: " + words(e)
                            + NO_FURTHER);
            case ConcurrentTransactionsException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "The previous transaction of this producer was still ending." + NO_FURTHER
                            + " Allow more retries.");
            case TimeoutException e -> maybe(FailureKind.RETRIES_USED_UP, e,
                    "The broker did not answer within request.timeout.ms, or replicas did not follow in that time."
                            + NO_FURTHER,
                    "the unanswered request may have been written");
            case NetworkException e -> maybe(FailureKind.RETRIES_USED_UP, e,
                    "The connection to the leader broke before it answered." + NO_FURTHER
                            + " Allow more retries and bound them by delivery.timeout.ms.",
                    where.acksNone()
                            ? "with acks=0 nobody tells whether the request had arrived"
                            : "the answer was lost, so the request may have been written");
            default -> maybe(FailureKind.RETRIES_USED_UP, thrown,
                    "A passing fault lasted too long: " + words(thrown) + NO_FURTHER
                            + " Allow more retries and bound them by delivery.timeout.ms.",
                    "the answer does not say whether it was appended before the error");
        };
    }

    /** An answer that forbids another try. */
    private static Cause forbidden(Throwable thrown, Where where) {
        return switch (thrown) {
            // These two are not retriable by their class, yet TransactionManager.canRetry lets them be tried again.
            case UnknownProducerIdException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "The leader no longer knows this producer: its records were deleted, or it was silent for too long."
                            + NO_FURTHER);
            case OutOfOrderSequenceException e -> refused(FailureKind.RETRIES_USED_UP, e, where,
                    "An earlier batch of this partition never arrived, so the broker refuses this one." + NO_FURTHER
                            + " Prefer the default retries.");
            case RecordTooLargeException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "Over the topic's max.message.bytes. Raise it on the topic, or send less.");
            case RecordBatchTooLargeException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The batch is larger than the topic's segment.bytes. Raise it on the topic, or lower batch.size.");
            case TopicAuthorizationException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "No permission to write to this topic: allow WRITE for this principal.");
            case TransactionalIdAuthorizationException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "No permission to use this transactional.id: allow WRITE on it for this principal. This producer must be replaced.");
            case InvalidTopicException e ->
                refused(FailureKind.NOT_RETRIABLE, e, where,
                        "The broker does not take records for this topic: " + words(e));
            case InvalidTimestampException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The timestamp is further from the broker's clock than the topic's message.timestamp.before.max.ms or after.max.ms allow. Correct it, or widen them.");
            case InvalidRecordException e ->
                refused(FailureKind.NOT_RETRIABLE, e, where, "The broker's checks refused the record: " + words(e));
            case PolicyViolationException e ->
                refused(FailureKind.NOT_RETRIABLE, e, where, "A policy of the brokers refused the record: " + words(e));
            case ProducerFencedException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "A newer producer with the same transactional.id took over. This one must be closed.");
            case InvalidProducerEpochException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The producer's epoch is out of date: the coordinator timed its transaction out, or a newer producer took over. Abort, then go on.");
            case InvalidPidMappingException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The coordinator has forgotten this transactional.id: it was not used for transactional.id.expiration.ms. This producer must be replaced.");
            case InvalidTxnStateException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The transaction was not in a state that takes records: " + words(e) + " Abort, then go on.");
            case TransactionAbortableException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The transaction cannot go on: " + words(e) + after(e) + " Abort, then send its records again.");
            case UnsupportedVersionException e -> refused(FailureKind.NOT_RETRIABLE, e, where,
                    "The broker is too old for this request: " + words(e) + " This producer must be replaced.");
            default -> maybe(FailureKind.NOT_RETRIABLE, thrown,
                    "The broker's answer forbids a retry: " + words(thrown) + after(thrown),
                    "the answer does not say whether it was written");
        };
    }

    private static boolean expired(TimeoutException e) {
        return Secrets.says(e, message -> message.startsWith("Expiring "));
    }

    private static boolean closed(Throwable e) {
        return Secrets.says(e, message -> message.contains("closed forcefully"));
    }

    private static Cause never(FailureKind kind, Throwable e, String message) {
        return new Cause(kind, name(e), message, Certainty.NO, NEVER_LEFT);
    }

    private static Cause maybe(FailureKind kind, Throwable e, String message, String reason) {
        return new Cause(kind, name(e), message, Certainty.MAYBE, reason);
    }

    private static Cause refused(FailureKind kind, Throwable e, Where where, String message) {
        return where.retriedOnce()
                ? maybe(kind, e, message,
                        "the last try was refused before the append; an earlier one may have been written")
                : new Cause(kind, name(e), message, Certainty.NO, "its only try was refused before the append");
    }

    /**
     * An error that a leader gives before the append, and with acks=all also for a batch that it appended and that waited for replicas
     * when it stepped down or the partition went away ({@code DelayedProduce.tryComplete}). The answer does not tell the two apart.
     */
    private static Cause refusedOrWaiting(FailureKind kind, Throwable e, Where where, String message) {
        return where.acksAll() && !where.retriedOnce()
                ? maybe(kind, e, message, "the leader may have written it before it stepped down")
                : refused(kind, e, where, message);
    }

    private static Cause unsent(FailureKind kind, Throwable e, Where where, String message) {
        return where.retriedOnce()
                ? maybe(kind, e, message,
                        "it was dropped while it waited for a retry; an earlier try may have been written")
                : never(kind, e, message);
    }

    private static String name(Throwable e) {
        return e.getClass().getSimpleName();
    }

    private static String words(Throwable e) {
        String message = Secrets.said(e);
        return message.endsWith(".") ? message : message + ".";
    }

    private static String after(Throwable e) {
        return e.getCause() == null || Secrets.message(e.getCause()).isEmpty()
                ? ""
                : " Behind it: " + words(e.getCause());
    }
}
