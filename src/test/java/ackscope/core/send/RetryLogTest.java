package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.AttemptEvent;
import ackscope.core.event.AttemptEvent.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.utils.internals.LogContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;

class RetryLogTest {
    private static final String SENDER = "org.apache.kafka.clients.producer.internals.Sender";
    /** As Sender of kafka-clients 4.4.0 writes them; the first test compares them with its class file. */
    private static final String RETRY = "Got error produce response with correlation id {} on topic-partition {}, retrying ({} attempts left). Error: {}";
    private static final String SPLIT = "Got error produce response in correlation id {} on topic-partition {}, splitting and retrying ({} attempts left). Error: {}";

    private final FakeClock clock = new FakeClock();
    private final RetryLog log = new RetryLog("app-1-1", clock);

    @AfterEach
    void close() {
        log.close();
    }

    private static Logger client(String prefix) throws ClassNotFoundException {
        return new LogContext(prefix).logger(Class.forName(SENDER));
    }

    @Test
    void theLinesAreThoseOfThisKafkaClient() throws IOException {
        try (InputStream in = KafkaProducer.class.getResourceAsStream("internals/Sender.class")) {
            String constants = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(constants.contains(RETRY) && constants.contains(SPLIT),
                    "the client's log lines changed: adapt RetryLog");
        }
    }

    @Test
    void aRetryIsHeardThroughTheLogger() throws ClassNotFoundException {
        client("[Producer clientId=app-1-1] ").warn(RETRY, 12, "my-topic-7-3", 2147483646,
                "NETWORK_EXCEPTION. Error Message: Disconnected from node 1");
        AttemptEvent.Retried heard = (AttemptEvent.Retried) log.flush().getFirst();
        assertEquals(new AttemptEvent.Retried("my-topic-7", 3, 12, 2147483646, "NETWORK_EXCEPTION", Source.CLIENT_LOG,
                heard.atMs()), heard);
        assertEquals(List.of(), log.flush());
    }

    @Test
    void aSplitIsHeardAsASplit() throws ClassNotFoundException {
        client("[Producer clientId=app-1-1, transactionalId=tx] ").warn(SPLIT, 5, "t-0", -1, "MESSAGE_TOO_LARGE");
        AttemptEvent.Split heard = (AttemptEvent.Split) log.flush().getFirst();
        assertEquals(new AttemptEvent.Split("t", 0, 5, Source.CLIENT_LOG, heard.atMs()), heard);
    }

    @Test
    void otherProducersAndOtherLinesAreLetPass() throws ClassNotFoundException {
        client("[Producer clientId=app-1-10] ").warn(RETRY, 1, "t-0", 1, "NETWORK_EXCEPTION");
        client("[Producer clientId=my-app-1-1] ")
                .warn("Received invalid metadata error in produce request on partition {}", "t-0");
        client("[Producer clientId=app-1-1] ").debug(RETRY, 1, "t-0", 1, "NETWORK_EXCEPTION");
        assertEquals(List.of(), log.flush());
        assertFalse(log.retriedSince("t", 0, 0));
    }

    @Test
    void itKnowsWhetherAPartitionWasRetriedSinceATime() throws ClassNotFoundException {
        Logger client = client("[Producer clientId=app-1-1] ");
        long before = clock.nanos();
        clock.pass(10);
        client.warn(RETRY, 1, "t-0", 1, "NOT_LEADER_OR_FOLLOWER");
        assertTrue(log.retriedSince("t", 0, before));
        assertTrue(log.retriedSince("t", 0, clock.nanos()));
        assertFalse(log.retriedSince("t", 1, before), "another partition");
        clock.pass(10);
        assertFalse(log.retriedSince("t", 0, clock.nanos()), "sent later");
    }

    @Test
    void aStormIsListedInPartAndRememberedWhole() throws ClassNotFoundException {
        Logger client = client("[Producer clientId=app-1-1] ");
        for (int p = 0; p < 100; p++) {
            client.warn(RETRY, p, "t-" + p, 1, "NETWORK_EXCEPTION");
        }
        assertEquals(32, log.flush().size());
        assertTrue(log.retriedSince("t", 99, clock.nanos()));
    }

    @Test
    void aClosedOneHearsNothingAndLeavesTheOthers() throws ClassNotFoundException {
        RetryLog other = new RetryLog("app-1-2", clock);
        try {
            log.close();
            client("[Producer clientId=app-1-1] ").warn(RETRY, 1, "t-0", 1, "NETWORK_EXCEPTION");
            client("[Producer clientId=app-1-2] ").warn(RETRY, 1, "t-0", 1, "NETWORK_EXCEPTION");
            assertEquals(0, log.flush().size());
            assertEquals(1, other.flush().size());
        } finally {
            other.close();
        }
    }
}
