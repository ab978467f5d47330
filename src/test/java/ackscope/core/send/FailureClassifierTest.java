package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.KafkaException;
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
import org.apache.kafka.common.errors.KafkaStorageException;
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
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnknownProducerIdException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnknownTopicIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureClassifierTest {

    @AfterEach
    void clearInterrupt() {
        // InterruptException sets the mark when it is made.
        Thread.interrupted();
    }

    private static Cause classify(Throwable thrown, boolean inSend, boolean retried) {
        return classify(thrown, inSend, false, retried);
    }

    private static Cause classify(Throwable thrown, boolean inSend, boolean acksAll, boolean retried) {
        return FailureClassifier.classify(thrown, new FailureClassifier.Where(inSend, false, acksAll, retried));
    }

    static Stream<Arguments> withinSend() {
        return Stream.of(
                arguments(new SerializationException("bad value"), FailureKind.SERIALIZATION, Certainty.NO,
                        "bad value"),
                arguments(new IllegalArgumentException("\"x\" is not a whole number"), FailureKind.SERIALIZATION,
                        Certainty.NO, "not a whole number"),
                arguments(new TimeoutException("Topic t not present in metadata after 500 ms."),
                        FailureKind.NO_METADATA, Certainty.NO, "not present in metadata"),
                arguments(new BufferExhaustedException("Failed to allocate 16384 bytes"), FailureKind.BUFFER_EXHAUSTED,
                        Certainty.NO, "buffer.memory"),
                arguments(new RecordTooLargeException("The message is 2000 bytes"), FailureKind.TOO_LARGE, Certainty.NO,
                        "max.request.size"),
                arguments(new InvalidTopicException("Invalid topics: [a b]"), FailureKind.REFUSED, Certainty.NO,
                        "name is not allowed"),
                arguments(new TopicAuthorizationException(Set.of("t")), FailureKind.REFUSED, Certainty.NO,
                        "allow DESCRIBE and WRITE"),
                arguments(new SaslAuthenticationException("Authentication failed"), FailureKind.REFUSED, Certainty.NO,
                        "credentials"),
                arguments(new InterruptException(new InterruptedException()), FailureKind.CANCELLED, Certainty.NO,
                        "Stopped"),
                arguments(new ProducerFencedException("newer"), FailureKind.REFUSED, Certainty.MAYBE, "newer"),
                arguments(new IllegalStateException("no transaction"), FailureKind.REFUSED, Certainty.MAYBE,
                        "no transaction"));
    }

    @ParameterizedTest
    @MethodSource
    void withinSend(Throwable thrown, FailureKind kind, Certainty certainty, String words) {
        assertCause(classify(thrown, true, false), thrown, kind, certainty, words);
    }

    @Test
    void aProducerInAnErrorStateTellsWhatBroughtItThere() {
        Cause fenced = classify(
                new KafkaException("Cannot execute transactional method because we are in an error state",
                        new InvalidProducerEpochException("old epoch")),
                true, false);
        assertEquals("InvalidProducerEpochException", fenced.error());
        assertTrue(fenced.message().contains("old epoch"), fenced.message());
        assertEquals(Certainty.MAYBE, fenced.certainty());
        Cause late = classify(new KafkaException("in an error state", new TimeoutException("Expiring 3 record(s)")),
                true,
                false);
        assertEquals(FailureKind.REFUSED, late.kind());
        assertEquals(Certainty.MAYBE, late.certainty());
        Cause forbidden = classify(new KafkaException("in an error state", new ClusterAuthorizationException("no")),
                true, false);
        assertEquals("ClusterAuthorizationException", forbidden.error());
        assertEquals(Certainty.NO, forbidden.certainty());
        assertTrue(forbidden.message().contains("enable.idempotence=false"), forbidden.message());
    }

    /** What the broker checks before it appends: not written, if this was the only try. */
    static Stream<Arguments> refusedBeforeTheAppend() {
        return Stream.of(
                arguments(new NotEnoughReplicasException("m"), FailureKind.RETRIES_USED_UP, "min.insync.replicas"),
                arguments(new NotLeaderOrFollowerException("m"), FailureKind.RETRIES_USED_UP, "leader moved"),
                arguments(new LeaderNotAvailableException("m"), FailureKind.RETRIES_USED_UP, "no leader"),
                arguments(new FencedLeaderEpochException("m"), FailureKind.RETRIES_USED_UP, "leader moved"),
                arguments(new UnknownTopicOrPartitionException("m"), FailureKind.RETRIES_USED_UP, "deleted"),
                arguments(new UnknownTopicIdException("m"), FailureKind.RETRIES_USED_UP, "made anew"),
                arguments(new CorruptRecordException("crc differs"), FailureKind.RETRIES_USED_UP, "crc differs"),
                arguments(new ConcurrentTransactionsException("m"), FailureKind.RETRIES_USED_UP,
                        "previous transaction"),
                arguments(new OutOfOrderSequenceException("m"), FailureKind.RETRIES_USED_UP, "earlier batch"),
                arguments(new UnknownProducerIdException("m"), FailureKind.RETRIES_USED_UP,
                        "no longer knows this producer"),
                arguments(new RecordTooLargeException("m"), FailureKind.NOT_RETRIABLE, "max.message.bytes"),
                arguments(new RecordBatchTooLargeException("m"), FailureKind.NOT_RETRIABLE, "segment.bytes"),
                arguments(new TopicAuthorizationException(Set.of("t")), FailureKind.NOT_RETRIABLE, "allow WRITE"),
                arguments(new TransactionalIdAuthorizationException("m"), FailureKind.NOT_RETRIABLE,
                        "transactional.id"),
                arguments(new InvalidTopicException("reserved"), FailureKind.NOT_RETRIABLE, "reserved"),
                arguments(new InvalidTimestampException("m"), FailureKind.NOT_RETRIABLE, "message.timestamp"),
                arguments(new InvalidRecordException("no key"), FailureKind.NOT_RETRIABLE, "no key"),
                arguments(new PolicyViolationException("too wild"), FailureKind.NOT_RETRIABLE, "too wild"),
                arguments(new ProducerFencedException("m"), FailureKind.NOT_RETRIABLE, "took over"),
                arguments(new InvalidProducerEpochException("m"), FailureKind.NOT_RETRIABLE, "Abort, then go on"),
                arguments(new InvalidPidMappingException("m"), FailureKind.NOT_RETRIABLE, "expiration"),
                arguments(new InvalidTxnStateException("m"), FailureKind.NOT_RETRIABLE, "Abort, then go on"),
                arguments(new TransactionAbortableException("m"), FailureKind.NOT_RETRIABLE, "Abort, then send"),
                arguments(new UnsupportedVersionException("m"), FailureKind.NOT_RETRIABLE, "too old"));
    }

    @ParameterizedTest
    @MethodSource
    void refusedBeforeTheAppend(Throwable thrown, FailureKind kind, String words) {
        assertCause(classify(thrown, false, false), thrown, kind, Certainty.NO, words);
        Cause retried = classify(thrown, false, true);
        assertCause(retried, thrown, kind, Certainty.MAYBE, words);
        assertTrue(retried.reason().contains("earlier"), retried.reason());
    }

    @Test
    void aLeaderThatStepsDownMayHaveWrittenWhatWaitedForItsReplicas() {
        for (RuntimeException thrown : List.of(new NotLeaderOrFollowerException("m"),
                new UnknownTopicOrPartitionException("m"))) {
            Cause all = classify(thrown, false, true, false);
            assertEquals(Certainty.MAYBE, all.certainty());
            assertEquals("the leader may have written it before it stepped down", all.reason());
            assertEquals(Certainty.NO, classify(thrown, false, false, false).certainty(), "acks=1 waits for nobody");
        }
        assertEquals(Certainty.NO, classify(new NotEnoughReplicasException("m"), false, true, false).certainty(),
                "replicas are counted before the append");
    }

    /** What may come after the append, or instead of an answer. */
    static Stream<Arguments> maybeWritten() {
        return Stream.of(
                arguments(new NotEnoughReplicasAfterAppendException("m"), FailureKind.RETRIES_USED_UP,
                        "leader wrote it"),
                arguments(new NetworkException("Disconnected from node 1"), FailureKind.RETRIES_USED_UP,
                        "connection to the leader broke"),
                arguments(new TimeoutException("Disconnected from node 1 due to timeout"), FailureKind.RETRIES_USED_UP,
                        "request.timeout.ms"),
                arguments(new KafkaStorageException("disk error"), FailureKind.RETRIES_USED_UP, "disk error"),
                arguments(new UnknownServerException("oops"), FailureKind.NOT_RETRIABLE, "oops"),
                arguments(new KafkaException("strange", new RuntimeException("behind")), FailureKind.NOT_RETRIABLE,
                        "behind"),
                arguments(new KafkaException("Producer is closed forcefully."), FailureKind.DISCARDED, "was closed"));
    }

    @ParameterizedTest
    @MethodSource
    void maybeWritten(Throwable thrown, FailureKind kind, String words) {
        assertCause(classify(thrown, false, false), thrown, kind, Certainty.MAYBE, words);
        assertCause(classify(thrown, false, true), thrown, kind, Certainty.MAYBE, words);
    }

    static Stream<Arguments> droppedUnsent() {
        return Stream.of(arguments(new TransactionAbortedException("m"), FailureKind.DISCARDED, "aborted"),
                arguments(new SaslAuthenticationException("wrong password"), FailureKind.REFUSED, "wrong password"),
                arguments(new ClusterAuthorizationException("m"), FailureKind.REFUSED, "enable.idempotence=false"));
    }

    @ParameterizedTest
    @MethodSource
    void droppedUnsent(Throwable thrown, FailureKind kind, String words) {
        assertCause(classify(thrown, false, false), thrown, kind, Certainty.NO, words);
        assertCause(classify(thrown, false, true), thrown, kind, Certainty.MAYBE, words);
    }

    @ParameterizedTest
    @MethodSource("expiries")
    void anExpiryIsToldByWhetherARetryWasSeen(String message) {
        TimeoutException thrown = new TimeoutException(message);
        assertCause(classify(thrown, false, false), thrown, FailureKind.EXPIRED_QUEUED, Certainty.MAYBE,
                "before any answer");
        assertCause(classify(thrown, false, true), thrown, FailureKind.EXPIRED, Certainty.MAYBE, "being retried");
    }

    static Stream<String> expiries() {
        return Stream.of(
                "Expiring 3 record(s) for t-0:3001 ms has passed since batch creation. The request has not been sent, or no server response has been received yet.",
                "Expiring 1 record(s) for t-11:120000 ms has passed since batch creation");
    }

    private static void assertCause(Cause cause, Throwable thrown, FailureKind kind, Certainty certainty,
            String words) {
        assertEquals(kind, cause.kind());
        assertEquals(certainty, cause.certainty());
        assertEquals(thrown.getClass().getSimpleName(), cause.error());
        assertTrue(cause.message().contains(words), cause.message());
        assertFalse(cause.message().contains("Exception"), "no class names for a person: " + cause.message());
        assertFalse(cause.message().contains(".."), cause.message());
        assertFalse(cause.reason().isBlank());
    }

    @Test
    void aPasswordInWhatTheClientSaysIsHidden() {
        KafkaException thrown = new SaslAuthenticationException("at https://u:hunter2@h/t",
                new IllegalStateException("with password=\"hunter2\""));
        for (KafkaException e : List.of(thrown, new KafkaException("in https://u:hunter2@h", thrown.getCause()))) {
            for (boolean inSend : List.of(true, false)) {
                Cause cause = classify(e, inSend, false);
                assertFalse(cause.toString().contains("hunter2"), cause::toString);
                assertTrue(cause.message().contains("https://•••@h"), cause::message);
            }
        }
    }
}
