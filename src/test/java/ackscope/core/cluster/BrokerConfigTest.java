package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kafka.server.KafkaConfig;
import org.apache.kafka.metadata.authorizer.StandardAuthorizer;
import org.junit.jupiter.api.Test;
import scala.jdk.javaapi.CollectionConverters;

class BrokerConfigTest {
    private static final LabIdentity LAB = new LabIdentity("Xn8cZ2VdR3-wV1oYk9iQ0A", 100, 30_100, "broker-secret",
            "client-secret");
    private static final Path FOLDER = Path.of("node-2").toAbsolutePath();
    private static final Map<Listener, Integer> BOUND = Map.of(Listener.CLIENT, 20_001, Listener.REPL, 20_002,
            Listener.SECURE, 20_003, Listener.DIRECT, 20_004);
    private static final Map<Listener, Integer> ADVERTISED = Map.of(Listener.CLIENT, 40_001, Listener.REPL, 40_002,
            Listener.SECURE, 40_003, Listener.DIRECT, 20_004);

    private static Stream<Properties> all() {
        return Stream.of(BrokerConfig.broker(LAB, 2, FOLDER, BOUND, ADVERTISED),
                BrokerConfig.controller(LAB, FOLDER, 20_010, 30_100), BrokerConfig.alone(LAB, FOLDER, 20_020));
    }

    @Test
    void kafkaTakesEveryConfigurationAndKnowsEveryKey() {
        Set<String> known = new HashSet<>(CollectionConverters.asJava(KafkaConfig.configNames()));
        known.add(StandardAuthorizer.SUPER_USERS_CONFIG);
        known.add(StandardAuthorizer.ALLOW_EVERYONE_IF_NO_ACL_IS_FOUND_CONFIG);
        all().forEach(config -> {
            KafkaConfig.fromProps(config);
            List<String> strangers = config.stringPropertyNames().stream()
                    .filter(key -> !key.startsWith("listener.name.") && !known.contains(key)).toList();
            assertEquals(List.of(), strangers);
        });
    }

    @Test
    void nothingListensOrPointsAnywhereButTo127001() {
        Pattern address = Pattern.compile("(?://|@)([^:,]*):\\d+");
        all().forEach(config -> Stream.of("listeners", "advertised.listeners", "controller.quorum.voters")
                .map(config::getProperty).forEach(value -> {
                    List<String> hosts = address.matcher(value).results().map(m -> m.group(1)).toList();
                    assertTrue(!hosts.isEmpty() && hosts.stream().allMatch("127.0.0.1"::equals), value);
                }));
    }

    @Test
    void aBrokerBindsItsOwnPortsAndAdvertisesTheProxies() {
        Properties broker = BrokerConfig.broker(LAB, 2, FOLDER, BOUND, ADVERTISED);

        assertEquals(
                "CLIENT://127.0.0.1:20001,REPL://127.0.0.1:20002,SECURE://127.0.0.1:20003,DIRECT://127.0.0.1:20004",
                broker.getProperty("listeners"));
        assertEquals(
                "CLIENT://127.0.0.1:40001,REPL://127.0.0.1:40002,SECURE://127.0.0.1:40003,DIRECT://127.0.0.1:20004",
                broker.getProperty("advertised.listeners"));
        assertEquals("100@127.0.0.1:30100", broker.getProperty("controller.quorum.voters"));
    }

    @Test
    void rulesForClientsNeverHitTheBrokersThemselves() {
        Properties broker = BrokerConfig.broker(LAB, 2, FOLDER, BOUND, ADVERTISED);

        assertEquals("User:broker", broker.getProperty("super.users"));
        assertTrue(broker.getProperty("listener.security.protocol.map").contains("REPL:SASL_PLAINTEXT"));
        assertTrue(broker.getProperty("listener.security.protocol.map").contains("CLIENT:PLAINTEXT"));
    }

    @Test
    void theMetadataLogStandsApartFromTheRecords() {
        Properties broker = BrokerConfig.broker(LAB, 2, FOLDER, BOUND, ADVERTISED);

        assertEquals(2, broker.getProperty("log.dirs").split(",").length);
        assertTrue(!broker.getProperty("log.dirs").contains(broker.getProperty("metadata.log.dir")));
    }
}
