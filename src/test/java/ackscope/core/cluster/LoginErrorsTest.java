package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AccountLockedException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A log-in that is written down wrong is told apart from one that was refused: by what the real client throws as it is made. */
final class LoginErrorsTest {
    private static final String PLAIN = "org.apache.kafka.common.security.plain.PlainLoginModule";
    private static final String TOKEN = "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginModule";
    private static final String KERBEROS = "com.sun.security.auth.module.Krb5LoginModule";

    private static Map<String, Object> client(String mechanism, String jaas) {
        return new HashMap<>(Map.of("bootstrap.servers", "127.0.0.1:1", "security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", mechanism, "sasl.jaas.config", jaas));
    }

    /** What a producer throws as it is made. */
    private static KafkaException producer(Map<String, Object> properties) {
        return assertThrows(KafkaException.class, () -> new KafkaProducer<>(properties, new ByteArraySerializer(),
                new ByteArraySerializer()).close());
    }

    private static void isWrittenWrong(KafkaException thrown, String words) {
        assertFalse(SecurityErrors.login(thrown), "nobody refused it: " + thrown);
        String told = AdminErrors.words(thrown);
        assertTrue(told.contains(words) && told.contains("sasl."), told);
        assertFalse(told.contains("refused") || told.contains("hunter2") || told.contains("\tat "), told);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            PLAIN + " required username=\"u\" password=\"hunter2\" | not terminated by semi-colon",
            PLAIN + " needed username=\"u\" password=\"hunter2\"; | Invalid login module control flag",
            PLAIN + " username=\"u\" password=\"hunter2\"; | Invalid login module control flag",
            PLAIN + " required username=\"u\" password=my hunter2; | Value not specified for key",
            PLAIN + " required username= password=\"hunter2\"; | Value not specified for key",
            "; | ended by a semicolon",
            "org.example.NoSuchModule required password=\"hunter2\"; | no login module org.example.NoSuchModule",
            "java.lang.String required password=\"hunter2\"; | java.lang.String cannot be cast"})
    void whatIsWrittenWrongIsSaid(String jaas, String words) {
        isWrittenWrong(producer(client("PLAIN", jaas)), words);
    }

    @Test
    void aKerberosLogInThatLacksSomethingIsNotRefused() {
        Map<String, Object> properties = client("GSSAPI",
                KERBEROS + " required useKeyTab=true keyTab=\"/no/such\" principal=\"a@B\";");
        isWrittenWrong(producer(properties), "no sasl.kerberos.service.name");

        properties.put("sasl.kerberos.service.name", "kafka");
        isWrittenWrong(producer(properties), "needs a key or a password");
    }

    @Test
    void aTokenLogInThatLacksSomethingIsNotRefused() {
        Map<String, Object> properties = client("OAUTHBEARER", TOKEN + " required clientId=\"a\";");
        isWrittenWrong(producer(client("OAUTHBEARER", TOKEN + " required unsecuredLoginFoo=\"hunter2\";")),
                "cannot be used");

        properties.put("sasl.login.callback.handler.class",
                "org.apache.kafka.common.security.oauthbearer.OAuthBearerLoginCallbackHandler");
        properties.put("sasl.oauthbearer.token.endpoint.url", "http://127.0.0.1:1/token");
        ClientLogin.prepare(properties);
        isWrittenWrong(producer(properties), "sasl.oauthbearer.client.credentials.client.secret is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"plain.PlainLoginModule", "scram.ScramLoginModule"})
    void aLogInWithoutUserOrPasswordIsNotTried(String module) {
        String mechanism = module.startsWith("plain") ? "PLAIN" : "SCRAM-SHA-256";
        String named = "org.apache.kafka.common.security." + module + " required";
        // The client would be made, and every connection of it would fail unseen.
        assertDoesNotThrow(() -> new KafkaProducer<>(client(mechanism, named + " username=\"u\";"),
                new ByteArraySerializer(), new ByteArraySerializer()).close());

        for (String lacks : new String[]{"username", "password"}) {
            String has = lacks.equals("username") ? "password" : "username";
            KafkaException thrown = assertThrows(KafkaException.class, () -> AdminClients
                    .create(client(mechanism, named + " " + has + "=\"hunter2\";"), 100, 100).close());
            isWrittenWrong(thrown, "sasl.jaas.config has no " + lacks);
        }
        assertDoesNotThrow(() -> AdminClients.create(client(mechanism, named + " username=\"u\" password=\"p\";"), 100,
                100).close());
    }

    @Test
    void whatSomebodyRefusedIsRefused() {
        assertTrue(SecurityErrors.login(new KafkaException(new SaslAuthenticationException("Invalid password"))));
        for (LoginException refused : new LoginException[]{new FailedLoginException("no"),
                new AccountLockedException("no")}) {
            KafkaException thrown = new KafkaException("Failed to construct kafka producer",
                    new KafkaException(refused));
            assertTrue(SecurityErrors.login(thrown));
            assertEquals("the log-in was refused before any broker was asked (no)", AdminErrors.trouble(thrown).why());
        }
        assertTrue(SecurityErrors.login(new KafkaException(new LoginException("no"))),
                "a module of others may mean that");
        assertFalse(SecurityErrors.login(new KafkaException(new IOException("no"))));
    }
}
