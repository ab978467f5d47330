package ackscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.ProducerSetting;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Client properties as people paste them: what is taken, what is set apart, and that no secret is ever told. */
final class ClientPropertiesTest {
    private static final String SECRET = "hunter2";

    @Test
    void whatIsAboutTheConnectionIsTakenWithLinesContinued() {
        ClientProperties read = ClientProperties.parse("""
                # from the team's wiki
                bootstrap.servers=kafka.example.com:9093
                security.protocol=SASL_SSL
                sasl.mechanism=SCRAM-SHA-512
                sasl.jaas.config=org.example.Login required \\
                  username="u" password="%s";
                """.formatted(SECRET));
        assertEquals(List.of(), read.problems());
        assertEquals(List.of(), read.notes());
        assertEquals("org.example.Login required username=\"u\" password=\"" + SECRET + "\";",
                read.connection().get("sasl.jaas.config"));
        assertEquals("kafka.example.com:9093", read.connection().get("bootstrap.servers"));
    }

    @Test
    void settingsOfDeliveryAndOfOtherClientsAreSetApart() {
        ClientProperties read = ClientProperties.parse("acks=0\nlinger.ms=5\ngroup.id=g\nssl.protocol=TLSv1.3\n"
                + "security.protocol=SSL\nclient.id=me");
        assertEquals(Map.of("acks", "0", "linger.ms", "5", "client.id", "me"), read.delivery());
        assertEquals(List.of("group.id"), read.others());
        assertEquals(Map.of("ssl.protocol", "TLSv1.3", "security.protocol", "SSL"), read.connection());
    }

    @Test
    void anUnknownNameIsPassedOnAndToldWithItsLineAndWhatWasPerhapsMeant() {
        ClientProperties read = ClientProperties.parse("\nsecurty.protocol=SSL\nacme.region=north");
        assertEquals(List.of(), read.problems());
        assertTrue(read.notes().getFirst().toString().startsWith("line 2: "), read.notes()::toString);
        assertTrue(read.notes().getFirst().message().contains("did you mean security.protocol?"),
                read.notes()::toString);
        assertEquals("north", read.connection().get("acme.region"));
    }

    @Test
    void aLogInThatIsNotUsedOrMissingIsTold() {
        assertTrue(ClientProperties.parse("sasl.mechanism=PLAIN").notes().getFirst().message()
                .contains("security.protocol is PLAINTEXT"));
        assertTrue(ClientProperties.parse("security.protocol=SASL_SSL").notes().getFirst().message()
                .contains("sasl.jaas.config"));
        assertTrue(ClientProperties.parse("security.protocol=SASL_PLAINTEXT\nsasl.jaas.config=a b;\n"
                + "ssl.truststore.location=/x").notes().getFirst().toString().startsWith("line 3: ssl.truststore"));
    }

    @Test
    void whatIsWrongIsToldByLineWithoutTheValuesOfSecrets() {
        Map<String, String> wrong = Map.of(
                "a.b=1\n\nsasl.jaas.config=x\nsasl.jaas.config=" + SECRET,
                "line 4: sasl.jaas.config was given in line 3 already",
                "sasl.jaas.config=Login required\nusername=\"u\" password=\"" + SECRET + "\";",
                "line 2: 'username' is no property",
                "ssl.key.password=" + SECRET + "\nssl.keystore.location=C:\\users\\me", "line 2: ",
                "ssl.key.password=" + SECRET + "\nsecurity.protocol=", "line 2: security.protocol has no value",
                "ssl.key.password=", "line 1: ssl.key.password has no value: secrets are not saved",
                "=" + SECRET, "line 1: There is no name",
                "ssl.key.password=" + SECRET + "\nsecurity.protocol=TSL",
                "line 2: security.protocol does not take \"TSL\", only ",
                "sasl.jaas.config=" + ClientProperties.MASK, "line 1: sasl.jaas.config is only dots");
        wrong.forEach((text, words) -> {
            ClientProperties read = ClientProperties.parse(text);
            assertTrue(read.problems().toString().contains(words), () -> text + " gives " + read.problems());
            assertFalse((read.problems().toString() + read.notes()).contains(SECRET), text);
        });
    }

    @Test
    void aValueThatPointsElsewhereIsLeftToTheClient() {
        ClientProperties read = ClientProperties.parse("""
                config.providers=env
                config.providers.env.class=org.apache.kafka.common.config.provider.EnvVarConfigProvider
                security.protocol=${env:PROTOCOL}
                """);
        assertEquals(List.of(), read.problems());
        assertEquals(List.of(), read.notes());
        assertEquals(3, read.connection().size());
    }

    private static boolean secret(String name) {
        return ClientProperties.secrets(Map.of(name, "x")).contains(name);
    }

    @Test
    void aUrlWithAPasswordIsMaskedAndKeptUnderTheMask() {
        String name = "sasl.oauthbearer.token.endpoint.url";
        TreeMap<String, String> properties = new TreeMap<>(
                Map.of(name, "https://app:" + SECRET + "@login.example.com"));
        String text = ClientProperties.text(properties);
        assertEquals(name + "=" + ClientProperties.MASK + "\n", text);
        assertEquals(properties, ClientProperties.parse(text, properties).connection());
        assertTrue(ClientProperties.parse(name + "=", Map.of(name, "")).problems().getFirst().message()
                .contains("secrets are not saved"));
    }

    @Test
    void everyPasswordOfTheClientIsASecretAndWhatSoundsLikeOne() {
        List<String> passwords = ProducerSetting.all().stream().filter(ProducerSetting::secret)
                .map(ProducerSetting::name).toList();
        assertTrue(passwords.containsAll(List.of("sasl.jaas.config", "ssl.key.password", "ssl.keystore.password",
                "ssl.truststore.password", "ssl.keystore.key")), passwords::toString);
        passwords.forEach(name -> assertTrue(secret(name), name));
        assertTrue(secret("acme.api.token"));
        assertTrue(secret("basic.auth.user.info"), "a user and his password");
        assertTrue(secret("schema.registry.basic.auth.user.info"));
        assertFalse(secret("sasl.oauthbearer.token.endpoint.url"));
        assertFalse(secret("ssl.truststore.location"));
    }

    @Test
    void anythingWrittenIsReadBackTheSameWithSecretsMaskedInBetween() {
        Random random = new Random(7);
        List<String> names = List.of("ssl.truststore.location", "sasl.jaas.config", "ssl.key.password", "acme.x",
                "sasl.client.callback.handler.class.x", "client.rack");
        for (int round = 0; round < 300; round++) {
            TreeMap<String, String> properties = new TreeMap<>();
            names.stream().filter(_ -> random.nextBoolean())
                    .forEach(name -> properties.put(name, word(random, "ab \\\t\n=:#!\u00e9\u2028\"'.,;")));
            String text = ClientProperties.text(properties);
            ClientProperties read = ClientProperties.parse(text, properties);
            assertEquals(List.of(), read.problems());
            assertEquals(properties, read.connection());
            properties.forEach((name, value) -> assertTrue(
                    !secret(name) || text.contains(name + "=" + ClientProperties.MASK), text));
        }
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder("x");
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.append('y').toString();
    }
}
