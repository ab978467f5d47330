package ackscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.connection.StepResult.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A connection tried where no broker is: every end of the test without one, and its Cancel. */
final class ConnectionTestTest {
    private static Connection to(String servers, String... properties) {
        TreeMap<String, String> all = new TreeMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            all.put(properties[i], properties[i + 1]);
        }
        return new Connection("1", "test", ConnectionColour.BLUE, servers, all, "orders", false, false);
    }

    private static StepResult failure(Connection connection) {
        List<StepResult> results = new ConnectionTest(connection).run(_ -> {
        });
        return results.stream().filter(r -> r.state() == State.FAILED).findFirst()
                .orElseThrow(() -> new AssertionError(results.toString()));
    }

    @Test
    void stepsAreToldAsTheyBeginAndEndAndThoseAfterAFailureWait() throws IOException {
        try (FakePort port = new FakePort(socket -> socket.close())) {
            List<String> told = new ArrayList<>();
            List<StepResult> results = new ConnectionTest(to(port.servers()))
                    .run(r -> told.add(r.step() + " " + r.state()));
            assertEquals(List.of("RESOLVE RUNNING", "RESOLVE PASSED", "CONNECT RUNNING", "CONNECT PASSED",
                    "PROTOCOL RUNNING", "PROTOCOL FAILED"), told);
            assertEquals(Collections.nCopies(4, State.WAITING),
                    results.subList(3, 7).stream().map(StepResult::state).toList());
            assertTrue(results.get(2).what().contains("closed instead of an answer"), results::toString);
        }
    }

    @Test
    void whatAnswersIsToldApart() throws IOException {
        Map<String, String> answers = Map.of("HTTP/1.1 400 Bad Request\r\n\r\n", "speaks HTTP, not Kafka",
                "\u0015\u0003\u0003\u0000\u0002\u0002(", "speaks TLS, and security.protocol is PLAINTEXT",
                "220 mail.example.com ESMTP\r\n", "something answers at this port, but it is not Kafka");
        for (Map.Entry<String, String> e : answers.entrySet()) {
            try (FakePort port = new FakePort(
                    s -> s.getOutputStream().write(e.getKey().getBytes(StandardCharsets.ISO_8859_1)))) {
                StepResult failed = failure(to(port.servers()));
                assertEquals(Step.PROTOCOL, failed.step());
                assertTrue(failed.what().toLowerCase(java.util.Locale.ROOT).contains(
                        e.getValue().toLowerCase(java.util.Locale.ROOT)), failed::toString);
            }
        }
    }

    @Test
    void aValueThatIsKeptElsewhereAndCannotBeHadIsForTheClientToSay() throws IOException {
        try (FakePort port = new FakePort(_ -> {
        })) {
            List<StepResult> results = new ConnectionTest(to(port.servers(), "config.providers", "file",
                    "config.providers.file.class", "org.apache.kafka.common.config.provider.FileConfigProvider",
                    "security.protocol", "${file:/no/such/file:protocol}")).run(_ -> {
                    });
            assertEquals(State.NOT_KNOWN, results.get(2).state(), results::toString);
            assertEquals(State.FAILED, results.get(3).state(), results::toString);
            assertTrue(results.get(3).what().contains("/no/such/file"), results::toString);
        }
    }

    @Test
    void cancelEndsAStepThatHangsAtOnce() throws Exception {
        CountDownLatch taken = new CountDownLatch(2);
        try (FakePort port = new FakePort(_ -> taken.countDown())) {
            ConnectionTest test = new ConnectionTest(to(port.servers()));
            CompletableFuture<List<StepResult>> running = CompletableFuture.supplyAsync(() -> test.run(_ -> {
            }));
            assertTrue(taken.await(20, TimeUnit.SECONDS), "the second connection asks what speaks there");
            test.cancel();
            List<StepResult> results = running.get(2, TimeUnit.SECONDS);
            assertEquals(State.CANCELLED, results.get(2).state(), results::toString);
        }
    }

    @Test
    void serversThatAreNoneAreSaid() {
        assertTrue(failure(to("kafka.example.com")).what().contains("host:port"));
    }

    @Test
    void aNameThatIsNotKnownIsSaid() {
        StepResult failed = failure(to("no-such-host.invalid:9092"));
        assertEquals(Step.RESOLVE, failed.step());
        assertTrue(failed.what().contains("no-such-host.invalid is not known"), failed::toString);
    }

    @Test
    void aPortWhereNothingListensIsSaid() throws IOException {
        String free;
        try (FakePort port = new FakePort(_ -> {
        })) {
            free = port.servers();
        }
        StepResult failed = failure(to(free));
        assertEquals(Step.CONNECT, failed.step());
        assertTrue(failed.what().contains("refuses the connection"), failed::toString);
        assertTrue(failed.remedy().contains("port number"), failed::toString);
    }
}
