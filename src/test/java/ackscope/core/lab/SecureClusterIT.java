package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.Certificates;
import ackscope.core.cluster.SecureBroker;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.TokenIssuer;
import ackscope.core.cluster.Topics;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.connection.ConnectionTest;
import ackscope.core.connection.Step;
import ackscope.core.connection.StepResult;
import ackscope.core.connection.StepResult.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real broker that wants a client certificate at one port and a token at another: the connection test, and a record sent and acked. */
class SecureClusterIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    private static Path stores;
    @TempDir
    private Path runs;
    private static TokenIssuer issuer;
    private static SecureBroker broker;
    private static Path clientKeys;
    private static Map<String, String> trust;

    @BeforeAll
    static void start() throws Exception {
        Path brokerKeys = Certificates.keys(stores, "broker", "broker.example");
        clientKeys = Certificates.keys(stores, "client", "app.example");
        trust = Map.of("security.protocol", "SSL", "ssl.truststore.type", "PKCS12", "ssl.truststore.location",
                Certificates.trust(brokerKeys).toString(), "ssl.truststore.password", Certificates.PASSWORD);
        issuer = new TokenIssuer();
        broker = new SecureBroker(brokerKeys, Certificates.trust(clientKeys), issuer);
    }

    @AfterAll
    static void stop() {
        broker.close();
        issuer.close();
    }

    private static Map<String, String> withKeys(Path keys) {
        Map<String, String> all = new TreeMap<>(trust);
        all.putAll(Map.of("ssl.keystore.type", "PKCS12", "ssl.keystore.location", keys.toString(),
                "ssl.keystore.password", Certificates.PASSWORD));
        return all;
    }

    private static Connection to(String servers, Map<String, String> properties) {
        return new Connection("1", "theirs", ConnectionColour.RED, servers, new TreeMap<>(properties), "", false,
                false);
    }

    private static List<StepResult> run(String what, Connection connection) {
        List<StepResult> results = new ArrayList<>(new ConnectionTest(connection).run(_ -> {
        }));
        results.removeIf(r -> EnumSet.of(State.WAITING, State.SKIPPED).contains(r.state()));
        System.out.println("CONNECTION " + what);
        results.forEach(r -> System.out.printf("  %-12s %-9s %5d ms  %s %s%n", r.step(), r.state(), r.ms(), r.what(),
                r.remedy()));
        return results;
    }

    private static void fails(String what, Connection connection, String... words) {
        StepResult failed = run(what, connection).getLast();
        assertEquals(Step.AUTHENTICATE, failed.step(), failed::toString);
        assertEquals(State.FAILED, failed.state(), failed::toString);
        for (String part : words) {
            assertTrue((failed.what() + " " + failed.remedy()).contains(part), () -> part + " is not in " + failed);
        }
    }

    private static void passes(String what, Connection connection) {
        List<StepResult> results = run(what, connection);
        assertEquals(Step.METADATA, results.getLast().step(), results::toString);
        assertTrue(results.stream().allMatch(r -> EnumSet.of(State.PASSED, State.NOT_KNOWN).contains(r.state())),
                results::toString);
    }

    /** As a person would: use the connection, make a topic, send. */
    private void sendsOne(Connection connection, String topic, String secret) throws Exception {
        try (Leaks leaks = new Leaks(); Lab lab = new Lab(runs.resolve(topic), SharedLab.options())) {
            lab.connect(connection);
            SharedLab.await("the connection", LIMIT_MS,
                    () -> lab.connection().isPresent() && lab.obstacle().isEmpty());
            lab.cluster().topics().create(new Topics.NewTopic(topic, 1, 1, 1, 1_048_588));
            lab.use(Map.of("acks", "all"));
            lab.send(RecordSource.of(new RecordDraft(topic, Payload.NULL, Payload.string("over a safe line"),
                    List.of(), OptionalInt.empty(), OptionalLong.empty()), LoadPlan.of(1), false,
                    System::currentTimeMillis));
            SharedLab.await("the acknowledgement", LIMIT_MS, () -> lab.engine().totals().acked() == 1);
            assertEquals("over a safe line",
                    new String(lab.cluster().topics().read(topic, 0, 0).orElseThrow().value(),
                            java.nio.charset.StandardCharsets.UTF_8));
            lab.engine().newRun();
            SharedLab.await("the run to be kept", LIMIT_MS, () -> !lab.runFiles().load().runs().isEmpty());
            assertEquals(List.of(), leaks.logged(secret));
        }
        assertEquals(1, Leaks.files(runs, "over a safe line").size(), "the record that is kept of the run");
        assertEquals(List.of(), Leaks.files(runs, secret));
    }

    @Test
    void withItsCertificateAClientGetsIn() throws Exception {
        Connection connection = to(broker.tls(), withKeys(clientKeys));
        passes("mutual TLS", connection);
        sendsOne(connection, "by-certificate", Certificates.PASSWORD);
    }

    @Test
    void withoutACertificateTheTestSaysThatTheBrokerWantsOne() {
        fails("mutual TLS without a key store", to(broker.tls(), trust),
                "The broker wants a certificate of this client", "ssl.keystore.location");
        Map<String, String> older = new TreeMap<>(trust);
        older.put("ssl.enabled.protocols", "TLSv1.2");
        Connection byOlder = to(broker.tls(), older);
        fails("mutual TLS without a key store, TLS 1.2", byOlder, "certificate of this client",
                "ssl.keystore.location");
        StepResult seen = run("the same, looked at", byOlder).stream().filter(r -> r.step() == Step.PROTOCOL)
                .findFirst()
                .orElseThrow();
        assertTrue(seen.what().contains("asks for a certificate of the client, and none is given"), seen::toString);
    }

    @Test
    void aCertificateThatTheBrokerDoesNotTrustIsToldApart() throws Exception {
        // Of the same name, so that the client takes it for one that the broker asked for.
        Path strange = Certificates.keys(stores, "strange", "app.example");
        fails("mutual TLS with a certificate of nobody", to(broker.tls(), withKeys(strange)),
                "The broker did not accept this client's certificate", "ssl.keystore.location");
    }

    @Test
    void aTokenOfTheConnectionsOwnEndpointLetsAClientIn() throws Exception {
        Connection connection = to(broker.tokens(), issuer.clientProperties(TokenIssuer.SECRET));
        passes("OAUTHBEARER", connection);
        assertFalse(issuer.asked().isEmpty(), "the endpoint was asked");
        sendsOne(connection, "by-token", TokenIssuer.SECRET);
    }

    @Test
    void aTokenThatIsNotGivenIsSaidInWords() {
        fails("OAUTHBEARER with a wrong secret", to(broker.tokens(), issuer.clientProperties("guessed-wrong")),
                "The token endpoint gave no token (The response code 401", "id and secret");
        Map<String, String> dead = new TreeMap<>(issuer.clientProperties(TokenIssuer.SECRET));
        dead.put("sasl.oauthbearer.token.endpoint.url", "http://127.0.0.1:1/token");
        dead.put("sasl.login.retry.backoff.max.ms", "100");
        fails("OAUTHBEARER with a dead endpoint", to(broker.tokens(), dead), "No token could be had", "refused",
                "sasl.oauthbearer.token.endpoint.url");
        Map<String, String> comma = new TreeMap<>(issuer.clientProperties(TokenIssuer.SECRET));
        comma.put("sasl.oauthbearer.token.endpoint.url", issuer.tokenUrl() + "?a=1,2");
        fails("OAUTHBEARER with a comma", to(broker.tokens(), comma), "has a comma", "%2C");
    }
}
