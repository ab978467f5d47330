package ackscope.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in others' words become dots, and their words stay. */
final class SecretsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "at https://u:hunter2@h/t, refused | at https://•••@h/t, refused",
            "PlainLoginModule required username=\"ann\" password=\"hun;ter2\"; | PlainLoginModule required username=\"ann\" password=•••;",
            "password=hunter2; and more | password=•••; and more",
            "a clientSecret = \"hun\\\"ter2\" there | a clientSecret = ••• there",
            "ssl.keystore.password=hunter2 | ssl.keystore.password=•••",
            "{\"error\":\"no\",\"access_token\" : \"hunter2\"} | {\"error\":\"no\",\"access_token\" : •••}",
            "Response: ({\"id_token\":\"hunter2 (trimmed | Response: ({\"id_token\":•••",
            "sent Authorization: Bearer hunter2.x | sent Authorization: Bearer •••",
            "got eyJhbGciOiJ.hunter2.x, bad | got •••, bad",
            "-----BEGIN PRIVATE KEY-----hunter2-----END PRIVATE KEY----- | -----BEGIN PRIVATE KEY-----•••-----END PRIVATE KEY-----",
            "Value not specified for key 'hunter2' in JAAS config | Value not specified for key '•••' in JAAS config"})
    void secretsBecomeDots(String said, String hidden) {
        assertEquals(hidden, Secrets.hidden(said));
        assertEquals(hidden, Secrets.hidden(hidden), "once more");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Write username=\"…\" password=\"…\";", "the password of the key store is wrong",
            "ssl.key.password = [hidden]", "the token endpoint's answer: \"no\"", "tokens=5",
            "Invalid value x for configuration acks: String must be one of: all, -1, 0, 1", "secret: it is kept",
            "JAAS config entry not terminated by semi-colon", "\"secret\" is its name"})
    void wordsStay(String words) {
        assertEquals(words, Secrets.hidden(words));
    }

    @Test
    void anExceptionWithoutWordsHasItsName() {
        assertEquals("IllegalStateException", Secrets.said(new IllegalStateException()));
        assertEquals("at https://•••@h", Secrets.said(new IllegalStateException("at https://u:hunter2@h")));
    }

    @Test
    void aPartOfAPasswordThatKafkaTakesForANameIsHidden() {
        Throwable deepest = assertThrows(KafkaException.class, () -> Admin.create(Map.of("bootstrap.servers",
                "127.0.0.1:1", "security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"u\" password=my hunter2;"))
                .close());
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }

        assertTrue(deepest.getMessage().contains("hunter2"), "the client no longer tells it: " + deepest);
        assertFalse(Secrets.said(deepest).contains("hunter2"), Secrets.said(deepest));
    }

    @ParameterizedTest
    @ValueSource(strings = {"at x://", "password=\"", "password='", "{\"secret\":\"", "got eyJ",
            "Authorization: Bearer ", "-----BEGIN PRIVATE KEY-----", "at https://h/?token=", "password=\"\\\""})
    void aLongTextIsReadAsWell(String begin) {
        for (String part : new String[]{"a", "\\\"", ",b://", "="}) {
            String hidden = Secrets.hidden(begin + part.repeat(20_000) + " https://u:hunter2@h");

            assertFalse(hidden.contains("hunter2"), () -> begin + part);
        }
    }
}
