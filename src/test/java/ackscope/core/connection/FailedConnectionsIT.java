package ackscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.Bootstrap;
import ackscope.core.cluster.Certificates;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.SharedLab;
import ackscope.core.connection.StepResult.State;
import ackscope.core.wire.Loopback;
import com.sun.net.httpserver.HttpServer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Connections that fail, on real brokers and real ports: the step at which each fails, and its words, which are printed. */
@ExtendWith(SharedLab.Extension.class)
class FailedConnectionsIT {
    @TempDir
    private Path folder;
    private SharedLab lab;
    private LabCluster cluster;

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        cluster = shared.cluster();
    }

    private static Connection to(String servers, String topic, Map<String, String> properties) {
        return new Connection("1", "test", ConnectionColour.RED, servers, new TreeMap<>(properties), topic, false,
                false);
    }

    private static List<StepResult> run(String what, Connection connection) {
        List<StepResult> ended = new ArrayList<>();
        List<StepResult> results = new ConnectionTest(connection).run(r -> {
            if (r.state() != State.RUNNING) {
                ended.add(r);
            }
        });
        System.out.println("CONNECTION " + what);
        for (StepResult r : ended) {
            System.out.printf("  %-12s %-9s %5d ms  %s %s%n", r.step(), r.state(), r.ms(), r.what(), r.remedy());
        }
        assertTrue(ended.stream().allMatch(r -> r.ms() < r.step().limitMs()), "well within the limits");
        return results;
    }

    private static void fails(String what, Connection connection, Step at, String... words) {
        List<StepResult> results = run(what, connection);
        StepResult failed = results.stream().filter(r -> r.state() == State.FAILED).findFirst()
                .orElseThrow(() -> new AssertionError(what + " did not fail: " + results));
        assertEquals(at, failed.step(), failed::toString);
        for (String part : words) {
            assertTrue((failed.what() + " " + failed.remedy()).contains(part), () -> part + " is not in " + failed);
        }
        assertTrue(!failed.remedy().isEmpty(), failed::toString);
    }

    private static StepResult at(Step step, List<StepResult> results) {
        return results.stream().filter(r -> r.step() == step).findFirst().orElseThrow();
    }

    private String servers() {
        return cluster.view().bootstrap();
    }

    private String secure() {
        return cluster.secureClientProperties().get("bootstrap.servers").toString();
    }

    private Map<String, String> logIn(String password) {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
                LabCluster.clientLogin(password));
    }

    @Test
    void aGoodConnectionPassesEveryStep() throws Exception {
        String topic = lab.topic(2, 3, 2);
        List<StepResult> results = run("good, plain", to(servers(), topic, Map.of()));
        assertEquals(List.of(State.PASSED), results.stream().map(StepResult::state).distinct().toList(),
                results::toString);
        Map<String, String> secure = cluster.secureClientProperties().entrySet().stream()
                .filter(e -> !e.getKey().equals("bootstrap.servers"))
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toString()));
        List<StepResult> loggedIn = run("good, with a log-in", to(secure(), topic, secure));
        assertEquals(List.of(State.PASSED), loggedIn.stream().map(StepResult::state).distinct().toList(),
                loggedIn::toString);
        Path kept = Files.writeString(folder.resolve("kept.properties"), "mechanism=PLAIN\nprotocol=SASL_PLAINTEXT\n");
        Map<String, String> elsewhere = new TreeMap<>(secure);
        elsewhere.putAll(Map.of("config.providers", "file", "config.providers.file.class",
                "org.apache.kafka.common.config.provider.FileConfigProvider", "security.protocol",
                "${file:" + kept + ":protocol}", "sasl.mechanism", "${file:" + kept + ":mechanism}"));
        List<StepResult> fetched = run("good, with values that are kept elsewhere", to(secure(), topic, elsewhere));
        assertEquals(List.of(State.PASSED), fetched.stream().map(StepResult::state).distinct().toList(),
                fetched::toString);
        assertTrue(at(Step.PROTOCOL, fetched).what().contains("logs in by PLAIN"), fetched::toString);
    }

    @Test
    void wrongHost() {
        fails("1 wrong host", to("no-such-host.invalid:9092", "", Map.of()), Step.RESOLVE,
                "no-such-host.invalid is not known", "spelling");
    }

    @Test
    void wrongPort() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Loopback.at(0));
            free = socket.getLocalPort();
        }
        fails("2 wrong port", to(Loopback.HOST + ":" + free, "", Map.of()), Step.CONNECT, "refuses the connection",
                "port number");
    }

    @Test
    void anHttpPort() throws Exception {
        HttpServer http = HttpServer.create(Loopback.at(0), 0);
        http.start();
        try {
            String there = Loopback.HOST + ":" + http.getAddress().getPort();
            fails("3 an HTTP port", to(there, "", Map.of()), Step.PROTOCOL, "speaks HTTP, not Kafka");
            fails("3 an HTTP port, with TLS", to(there, "", Map.of("security.protocol", "SSL")), Step.PROTOCOL,
                    "speaks HTTP, not Kafka");
        } finally {
            http.stop(0);
        }
    }

    @Test
    void tlsAgainstPlaintext() {
        fails("4 TLS against plaintext", to(servers(), "", Map.of("security.protocol", "SSL")), Step.PROTOCOL,
                "without TLS", "Set security.protocol to PLAINTEXT");
        fails("4 TLS against plaintext with a log-in", to(secure(), "", Map.of("security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN", "sasl.jaas.config", LabCluster.clientLogin("x"))), Step.PROTOCOL,
                "without TLS", "Set security.protocol to SASL_PLAINTEXT");
    }

    @Test
    void plaintextAgainstTlsAndACertificateThatNobodySigned() throws Exception {
        try (TlsFront front = new TlsFront(folder,
                Bootstrap.addresses(cluster.directBootstrap()).getFirst())) {
            fails("4 plaintext against TLS", to(front.servers(), "", Map.of()), Step.PROTOCOL, "speaks TLS",
                    "security.protocol to SSL");
            fails("4 a certificate that is not trusted",
                    to(front.servers(), "", Map.of("security.protocol", "SSL")), Step.AUTHENTICATE,
                    "certificate is not trusted", "ssl.truststore.location");
            List<StepResult> trusted = run("TLS at the bootstrap server alone",
                    to(front.servers(), "", Map.of("security.protocol", "SSL",
                            "ssl.truststore.location", front.store().toString(), "ssl.truststore.type", "PKCS12",
                            "ssl.truststore.password", Certificates.PASSWORD)));
            assertTrue(at(Step.PROTOCOL, trusted).what().contains("CN=lab.example"), trusted::toString);
            // The certificate is trusted; then the cluster tells addresses of its own, which are not encrypted.
            assertTrue(at(Step.AUTHENTICATE, trusted).remedy().contains("advertised.listeners"),
                    trusted::toString);
        }
    }

    @Test
    void wrongPassword() {
        fails("5 wrong password", to(secure(), "", logIn("not-the-password")), Step.AUTHENTICATE,
                "did not accept the log-in", "password");
        fails("5 no log-in where one is wanted", to(secure(), "", Map.of()), Step.PROTOCOL, "wants a log-in (PLAIN)",
                "SASL_PLAINTEXT");
        fails("5 a log-in where none is taken", to(servers(), "", logIn("x")), Step.PROTOCOL, "takes no log-in",
                "PLAINTEXT");
        fails("5 another mechanism", to(secure(), "", Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism",
                "SCRAM-SHA-512", "sasl.jaas.config", LabCluster.clientLogin("x"))), Step.PROTOCOL,
                "logs in by PLAIN", "sasl.mechanism");
    }

    @Test
    void noSuchTopicWithCreationOff() {
        fails("6 no such topic with creation off", to(servers(), "no-such-topic", Map.of()), Step.TOPIC,
                "no topic no-such-topic", "auto.create.topics.enable=false");
        assertTrue(!cluster.topics().names().contains("no-such-topic"), "the test creates nothing");
    }

    @Test
    void noPermission() throws Exception {
        String topic = lab.topic(1, 3, 2);
        ResourcePattern on = new ResourcePattern(ResourceType.TOPIC, topic, PatternType.LITERAL);
        List<AclBinding> rules = List.of(
                new AclBinding(on, new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW)),
                new AclBinding(on, new AccessControlEntry("User:ANONYMOUS", "*", AclOperation.WRITE,
                        AclPermissionType.DENY)));
        try (Admin admin = Admin.create(cluster.directClientProperties())) {
            admin.createAcls(rules).all().get(30, TimeUnit.SECONDS);
            try {
                SharedLab.await("the rule to hold everywhere", 30_000, () -> new ConnectionTest(
                        to(servers(), topic, Map.of())).run(_ -> {
                        }).getLast().state() == State.FAILED);
                fails("7 no permission", to(servers(), topic, Map.of()), Step.WRITE, "may not write to " + topic,
                        "WRITE");
            } finally {
                admin.deleteAcls(rules.stream().map(AclBinding::toFilter).toList()).all().get(30, TimeUnit.SECONDS);
            }
        }
    }
}
