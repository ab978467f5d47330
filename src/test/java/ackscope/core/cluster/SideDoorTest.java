package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownServerException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is asked again, and what is not. The client is real and connects to nothing: the answers are the test's. */
class SideDoorTest {
    private final SideDoor door = new SideDoor(() -> Map.of("bootstrap.servers", "127.0.0.1:9"));
    private final Deque<KafkaFuture<String>> answers = new ArrayDeque<>();

    @AfterEach
    void close() {
        door.close();
    }

    private static KafkaFuture<String> failed(Exception e) {
        KafkaFutureImpl<String> future = new KafkaFutureImpl<>();
        future.completeExceptionally(e);
        return future;
    }

    private void answers(KafkaFuture<String> first, KafkaFuture<String> then) {
        answers.addAll(List.of(first, then));
    }

    @Test
    void aControllerThatCannotAuthorizeYetIsAskedAgain() {
        answers(failed(new UnknownServerException()), KafkaFuture.completedFuture("done"));
        assertEquals("done", door.ask("It was not done", _ -> answers.remove()));
    }

    @Test
    void aTopicThatIsNotKnownYetIsAskedForAgainOnlyWhereItMayBeNew() {
        answers(failed(new UnknownTopicOrPartitionException()), KafkaFuture.completedFuture("known"));
        assertEquals("known", door.askOfTopic("It was not found", _ -> answers.remove()));
        answers(failed(new UnknownTopicOrPartitionException()), KafkaFuture.completedFuture("known"));
        assertThrows(ClusterException.class, () -> door.ask("It was not found", _ -> answers.remove()));
    }

    @Test
    void aRefusalIsTakenAtItsWord() {
        answers(failed(new TopicExistsException("it is there")), KafkaFuture.completedFuture("done"));
        ClusterException refused = assertThrows(ClusterException.class,
                () -> door.ask("It was not done", _ -> answers.remove()));
        assertInstanceOf(TopicExistsException.class, refused.getCause());
    }

    @Test
    void whatNeverComesRightIsToldInTheEnd() {
        ClusterException refused = assertThrows(ClusterException.class,
                () -> door.ask("It was not done", _ -> failed(new UnknownServerException())));
        assertInstanceOf(UnknownServerException.class, refused.getCause());
    }
}
