package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Attempt;
import ackscope.core.event.AttemptEvent;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** How sends are made to fail, and what must come of it. Every recipe goes well when its faults are left out. */
final class Recipes {
    private static final String[] NO_IDEMPOTENCE = {"enable.idempotence", "false"};
    private static final String[] ONE_BY_ONE = {"batch.size", "1", "linger.ms", "0"};

    private Recipes() {
    }

    /** @param failing what must hold with the faults */
    record Recipe(String name, Function<Stand, Result> cook, Consumer<Result> failing) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Recipe> all() {
        return List.of(
                new Recipe("three answers dropped with a reset, idempotence off: duplicates",
                        stand -> answersDropped(stand.with(NO_IDEMPOTENCE)), Recipes::doubled),
                new Recipe("the same with idempotence: none", Recipes::answersDropped, Recipes::retriedAndSafe),
                new Recipe("answers swallowed until request.timeout.ms, idempotence off: duplicates",
                        stand -> answersSwallowed(stand.with(NO_IDEMPOTENCE)), Recipes::doubled),
                new Recipe("the same with idempotence: none", Recipes::answersSwallowed, Recipes::retriedAndSafe),
                new Recipe("requests swallowed, idempotence off, 5 in flight: out of order",
                        stand -> requestsSwallowed(stand.with(NO_IDEMPOTENCE)), Recipes::overtaken),
                new Recipe("the same with 1 in flight: in order",
                        stand -> requestsSwallowed(stand.with(NO_IDEMPOTENCE)
                                .with("max.in.flight.requests.per.connection", "1")),
                        Recipes::retriedAndSafe),
                new Recipe("the same with idempotence: in order", Recipes::requestsSwallowed, Recipes::retriedAndSafe),
                new Recipe("acks=0, requests blackholed: lost", Recipes::blackholed, Recipes::lostInSilence),
                new Recipe("acks=0, leader paused then killed: lost", Recipes::pausedThenKilled,
                        Recipes::lostInSilence),
                new Recipe("acks=0, leader killed: lost", Recipes::killed, Recipes::lostInSilence),
                new Recipe("acks=0, a cut that the client sees: nothing lost", Recipes::cleanCut, Result::assertSafe),
                new Recipe("acks=1, replication stalled, leader killed: every acknowledged record lost",
                        stand -> leaderLost(stand.with("acks", "1").with(NO_IDEMPOTENCE)), result -> {
                            assertEquals(51, result.acked().size(), result::toString);
                            assertEquals(50, result.lost(), result::toString);
                        }),
                new Recipe("the same with acks=all and idempotence: nothing lost", Recipes::leaderLost, result -> {
                    assertEquals(51, result.acked().size(), result::toString);
                    result.assertSafe();
                }),
                new Recipe("not enough replicas, retries=3: four tries, each later than the last",
                        stand -> fewReplicas(stand.with("retries", "3")), Recipes::fourTries),
                new Recipe("not enough replicas until delivery.timeout.ms: TimeoutException",
                        // Without idempotence, or the broker that stands still may be the one asked for a producer id.
                        // At most three tries in the first 2.6 s, the fourth not before 3.9 s: the time-out meets the batch as it waits. It
                        // would end with the answer's own error if it met one on its way.
                        stand -> fewReplicas(stand.with("delivery.timeout.ms", "3000", "request.timeout.ms", "1000",
                                "retry.backoff.ms", "700", "retry.backoff.max.ms", "10000").with(NO_IDEMPOTENCE)),
                        result -> {
                            result.assertAllFailed("TimeoutException");
                            assertTrue(result.tries() > 1 && result.tries() < 4, result::toString);
                        }),
                new Recipe("acks=all, replication stalled past delivery.timeout.ms: failed and in the log",
                        Recipes::stalled, result -> failedYetStored(result, "TimeoutException")),
                new Recipe("retries=0, answer dropped: NetworkException and in the log", Recipes::noRetry,
                        result -> failedYetStored(result, "NetworkException")),
                new Recipe("buffer.memory too small, broker stalled: BufferExhaustedException", Recipes::fullBuffer,
                        result -> {
                            assertTrue(!result.failed().isEmpty(), result::toString);
                            assertEquals(Set.of("BufferExhaustedException"), result.errors(), result::toString);
                            assertEquals(0, result.failedYetStored(), result::toString);
                            assertEquals(0, result.lost(), result::toString);
                        }),
                client("a record over max.request.size", "client-max-request", "RecordTooLargeException"),
                client("a record over the topic's max.message.bytes", "topic-max-message", "RecordTooLargeException",
                        "bytes", "150"),
                client("a wrong value serializer", "client-value-serializer", "SerializationException"),
                client("a topic name that is not allowed", "client-unknown-topic", "InvalidTopicException", "topic",
                        "a b"),
                client("an unknown topic", "client-unknown-topic", "TimeoutException"),
                new Recipe("an unknown partition: TimeoutException", stand -> {
                    stand.topic(2).with("max.block.ms", "1000");
                    stand.send(1, 0, 100, OptionalInt.of(stand.broken() ? 7 : 0));
                    return stand.result(1);
                }, result -> result.assertAllFailed("TimeoutException")),
                new Recipe("no broker reachable: TimeoutException", stand -> {
                    stand.topic(2).with("max.block.ms", "1000");
                    List.of("1", "2", "3").forEach(id -> stand.fault("broker-refuse", Trigger.NOW, "broker", id));
                    stand.send(1, 0);
                    return stand.result(1);
                }, result -> result.assertAllFailed("TimeoutException")),
                client("no permission to write", "topic-deny-write", "TopicAuthorizationException"),
                client("a wrong password", "client-password", "SaslAuthenticationException"),
                // One record: the refusal ends the producer, and with it the action, at whichever record comes after it.
                client(1, "no permission to write idempotently", "cluster-deny-write",
                        "ClusterAuthorizationException"),
                new Recipe("a path slower than delivery.timeout.ms: failed and in the log", Recipes::slowPath,
                        result -> failedYetStored(result, "TimeoutException")),
                new Recipe("an error in the broker's stead, two times: two retries, then acknowledged", stand -> {
                    stand.topic(2).warm();
                    stand.fault("request-error", Trigger.next(2));
                    stand.send(1, 0);
                    return stand.result(2);
                }, result -> {
                    assertEquals(List.of("NOT_LEADER_OR_FOLLOWER", "NOT_LEADER_OR_FOLLOWER"),
                            result.retries().stream().map(AttemptEvent.Retried::error).toList());
                    result.assertSafe();
                }));
    }

    private static Result answersDropped(Stand stand) {
        stand.topic(2).warm();
        stand.fault("answer-reset", Trigger.next(3));
        stand.send(300, 1_500);
        return stand.result(301);
    }

    private static Result answersSwallowed(Stand stand) {
        stand.topic(2).with("request.timeout.ms", "1000").warm();
        stand.fault("answer-swallow", Trigger.next(1));
        stand.send(300, 1_500);
        return stand.result(301);
    }

    private static Result requestsSwallowed(Stand stand) {
        stand.topic(2).with(ONE_BY_ONE).warm();
        // Some of the requests in flight are lost, those behind them on the next connection are not.
        stand.fault("request-swallow", Trigger.next(1).during(500));
        stand.send(100, 1_000);
        return stand.result(101);
    }

    private static Result blackholed(Stand stand) {
        stand.topic(2).with("acks", "0").with(NO_IDEMPOTENCE).warm();
        stand.send(300, 500);
        stand.await("some records", 100);
        stand.fault("request-swallow", Trigger.lasting(200));
        return stand.result(301);
    }

    private static Result pausedThenKilled(Stand stand) {
        stand.topic(2).with("acks", "0").with(NO_IDEMPOTENCE).warm();
        stand.send(1_000, 500);
        stand.await("some records", 100);
        String leader = stand.leader();
        stand.fault("broker-pause", Trigger.NOW, "broker", leader);
        stand.pass(200);
        stand.fault("broker-kill", Trigger.NOW, "broker", leader);
        return stand.result(1_001);
    }

    private static Result killed(Stand stand) {
        stand.topic(2).with("acks", "0").with(NO_IDEMPOTENCE).warm();
        stand.send(20_000, 10_000);
        stand.await("some records", 3_000);
        stand.fault("broker-kill", Trigger.NOW);
        return stand.result(20_001);
    }

    private static Result cleanCut(Stand stand) {
        stand.topic(2).with("acks", "0").with(NO_IDEMPOTENCE).warm();
        stand.send(100, 0);
        stand.await("the first hundred", 101);
        stand.pass(300);
        stand.fault("broker-refuse", Trigger.lasting(600));
        stand.pass(300);
        stand.send(100, 0);
        return stand.result(201);
    }

    private static Result leaderLost(Stand stand) {
        stand.topic(2).warm();
        stand.awaitReplicated(1);
        String leader = stand.leader();
        stand.fault("replication-stall", Trigger.NOW, "broker", leader);
        stand.send(50, 0);
        // Acknowledged, or with acks=all at least under way, well before the lag makes the ISR smaller.
        stand.awaitWire(51);
        stand.pass(400);
        stand.fault("broker-kill", Trigger.NOW, "broker", leader);
        stand.awaitPartition("another leader",
                p -> p.leader() >= 0 && !Integer.toString(p.leader()).equals(leader));
        return stand.result(51);
    }

    private static Result fewReplicas(Stand stand) {
        stand.topic(2);
        stand.fault("topic-min-insync", Trigger.NOW);
        stand.fault("broker-pause", Trigger.NOW, "broker", stand.follower());
        stand.awaitPartition("a smaller ISR", p -> p.isr().size() == 2);
        stand.send(1, 0);
        return stand.result(1);
    }

    private static Result stalled(Stand stand) {
        stand.topic(2).with("delivery.timeout.ms", "2000", "request.timeout.ms", "1000").warm();
        stand.fault("replication-stall", Trigger.NOW);
        stand.send(10, 0);
        return stand.result(11);
    }

    private static Result noRetry(Stand stand) {
        stand.topic(2).with("retries", "0", "linger.ms", "50").with(NO_IDEMPOTENCE).warm();
        stand.fault("answer-reset", Trigger.NOW);
        stand.send(10, 0);
        return stand.result(11);
    }

    private static Result slowPath(Stand stand) {
        stand.topic(2).with("delivery.timeout.ms", "1000", "request.timeout.ms", "900").warm();
        stand.fault("request-delay", Trigger.NOW, "ms", "1500");
        stand.send(10, 0);
        stand.await("every report", 11);
        // Until the requests that the client gave up have arrived.
        stand.pass(1_500);
        return stand.result(11);
    }

    private static Result fullBuffer(Stand stand) {
        stand.topic(2);
        stand.fault("client-buffer", Trigger.NOW);
        stand.warm();
        long hold = stand.fault("request-hold", Trigger.NOW);
        stand.send(1_500, 0);
        stand.awaitFailure();
        stand.undo(hold);
        return stand.result(stand.broken() ? 2 : 1_501);
    }

    private static Recipe client(String name, String fault, String error, String... values) {
        return client(3, name, fault, error, values);
    }

    private static Recipe client(int records, String name, String fault, String error, String... values) {
        return new Recipe(name + ": " + error, stand -> {
            stand.topic(2);
            stand.fault(fault, Trigger.NOW, values);
            stand.send(records, 0, 200, OptionalInt.empty());
            return stand.result(records);
        }, result -> result.assertAllFailed(error));
    }

    private static void doubled(Result result) {
        assertEquals(Set.of(), result.failed(), result::toString);
        assertEquals(0, result.lost(), result::toString);
        assertTrue(result.stored().duplicates() > 0, result::toString);
        assertTrue(result.tries() > result.count(), result::toString);
    }

    private static void retriedAndSafe(Result result) {
        result.assertSafe();
        assertTrue(result.tries() > result.count(), result::toString);
    }

    private static void overtaken(Result result) {
        assertEquals(Set.of(), result.failed(), result::toString);
        assertEquals(0, result.lost(), result::toString);
        assertTrue(result.stored().outOfOrder() > 0, result::toString);
    }

    private static void lostInSilence(Result result) {
        assertEquals(Set.of(), result.failed(), result::toString);
        assertTrue(result.lost() > 0, result::toString);
        assertEquals(0, result.stored().duplicates(), result::toString);
    }

    /** All but the first, which warmed the producer. */
    private static void failedYetStored(Result result, String error) {
        assertEquals(10, result.failed().size(), result::toString);
        assertEquals(Set.of(error), result.errors(), result::toString);
        assertEquals(10, result.failedYetStored(), result::toString);
        assertEquals(0, result.lost(), result::toString);
    }

    private static void fourTries(Result result) {
        result.assertAllFailed("NotEnoughReplicasException");
        assertEquals(4, result.tries(), result::toString);
        List<Attempt> tries = result.lives().getFirst().attempts();
        assertEquals(
                List.of("NOT_ENOUGH_REPLICAS", "NOT_ENOUGH_REPLICAS", "NOT_ENOUGH_REPLICAS", "NOT_ENOUGH_REPLICAS"),
                tries.stream().map(Attempt::heardError).toList());
        // 100, 200 and 400 ms, give or take a fifth.
        for (int i = 1; i < 3; i++) {
            assertTrue(gapUs(tries, i + 1) > gapUs(tries, i), tries::toString);
        }
    }

    private static long gapUs(List<Attempt> tries, int of) {
        return tries.get(of).sentUs() - tries.get(of - 1).endedUs();
    }
}
