package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.NotEnoughReplicasException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.common.errors.TransactionAbortedException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.junit.jupiter.api.Test;

class TroublesTest {
    private static Trouble.Kind kind(Throwable thrown, Call during) {
        return Troubles.of(thrown, during).orElseThrow().kind();
    }

    private static KafkaException wrapped(Exception cause) {
        return new KafkaException("Cannot execute transactional method because we are in an error state", cause);
    }

    @Test
    void whatConcernsTheRecordAloneChangesNothing() {
        assertEquals(Optional.empty(), Troubles.of(new SerializationException("x"), Call.SEND));
        assertEquals(Optional.empty(), Troubles.of(new TransactionAbortedException(), Call.SEND));
    }

    @Test
    void aRecordThatFailsIsAbortable() {
        for (Exception e : List.of(new TimeoutException("Expiring"), new RecordTooLargeException("x"),
                new TopicAuthorizationException("x"), new NotEnoughReplicasException("x"),
                new InvalidProducerEpochException("x"), new InvalidTxnStateException("x"))) {
            assertEquals(Trouble.Kind.ABORTABLE, kind(e, Call.SEND), e.toString());
            if (!(e instanceof InvalidTxnStateException)) {
                assertEquals(Trouble.Kind.ABORTABLE, kind(wrapped(e), Call.COMMIT), e.toString());
            }
        }
    }

    @Test
    void theseAreFatalWhereverTheySurface() {
        for (Exception e : List.of(new ProducerFencedException("x"), new ClusterAuthorizationException("x"),
                new TransactionalIdAuthorizationException("x"), new UnsupportedVersionException("x"),
                new InvalidPidMappingException("x"), new SaslAuthenticationException("x"))) {
            for (Call call : List.of(Call.SEND, Call.COMMIT, Call.ABORT)) {
                assertEquals(Trouble.Kind.FATAL, kind(e, call), e.toString());
            }
            assertEquals(Trouble.Kind.FATAL, kind(wrapped(e), Call.COMMIT), e.toString());
        }
    }

    @Test
    void anInvalidStateIsFatalFromTheCoordinatorAndAbortableFromAPartition() {
        assertEquals(Trouble.Kind.FATAL, kind(new InvalidTxnStateException("x"), Call.COMMIT));
        assertEquals(Trouble.Kind.FATAL, kind(wrapped(new InvalidTxnStateException("x")), Call.COMMIT));
        assertEquals(Trouble.Kind.ABORTABLE,
                kind(wrapped(new TransactionAbortableException("x", new InvalidTxnStateException("x"))), Call.COMMIT));
    }

    @Test
    void anAnswerThatTheClientDoesNotKnowIsFatal() {
        assertEquals(Trouble.Kind.FATAL, kind(new KafkaException("Unhandled error in EndTxnResponse: x"), Call.COMMIT));
    }

    @Test
    void aWaitThatRanOutIsRepeatedAndAnyOtherAbortThatFailsIsFatal() {
        for (Call call : List.of(Call.COMMIT, Call.ABORT)) {
            Trouble trouble = Troubles.of(new TimeoutException("Timeout expired after 500ms"), call).orElseThrow();
            assertEquals(Trouble.Kind.REPEAT, trouble.kind());
            assertEquals(call, trouble.next(call));
        }
        assertEquals(Trouble.Kind.FATAL, kind(new InvalidProducerEpochException("x"), Call.ABORT));
    }

    @Test
    void theWordsAreOfTheInnermostReason() {
        Trouble trouble = Troubles.of(wrapped(new InvalidProducerEpochException("old")), Call.COMMIT).orElseThrow();
        assertEquals("InvalidProducerEpochException", trouble.error());
        assertTrue(trouble.words().contains("The abort will tell which"), trouble.words());
    }

    @Test
    void aPasswordInWhatTheClientSaysIsHidden() {
        assertEquals("at https://•••@h/t.",
                Troubles.of(new SaslAuthenticationException("at https://u:hunter2@h/t"), Call.COMMIT).orElseThrow()
                        .words());
    }
}
