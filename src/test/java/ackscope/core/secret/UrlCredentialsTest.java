package ackscope.core.secret;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.ProducerSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A password in a URL is a secret wherever the URL goes. */
final class UrlCredentialsTest {
    private static final String NAME = "sasl.oauthbearer.token.endpoint.url";
    private static final String URL = "https://app:hunter2@login.example.com/token";

    @ParameterizedTest
    @ValueSource(strings = {URL, "http://u:p/w@h", "https://token@h", "https://h/t?client_secret=x",
            "https://h/t?a=b&api-key=x#f", "https://a/b,https://u:p@c", "https://app:hun,ter2@h",
            "https://h/t?sv=1&sig=abc", "https://h/t?key=x"})
    void isFound(String value) {
        assertTrue(UrlCredentials.in(value), value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.example.com/token", "https://h/t?scope=mail@example.com", "user@example.com",
            "kafka:9092,other:9092", "${file:/a@b:url}", "https://h/t?tokens", ""})
    void isNotSeenWhereThereIsNone(String value) {
        assertFalse(UrlCredentials.in(value), value);
    }

    @Test
    void onlyTheSecretIsHiddenInASentence() {
        assertEquals("Invalid value https://•••@login.example.com/token for configuration x",
                UrlCredentials.hidden("Invalid value " + URL + " for configuration x"));
        assertEquals("https://h/t?client_secret=•••&a=b", UrlCredentials.hidden("https://h/t?client_secret=x&a=b"));
    }

    @Test
    void settingsKeepAndShowNone() {
        ProducerSettings typed = ProducerSettings.DEFAULTS.with(NAME, URL);

        assertFalse(typed.withoutSecrets().isSet(NAME));
        assertFalse(typed.toString().contains("hunter2"), typed::toString);
        assertFalse(EffectiveSettings.of(typed).text(NAME).contains("hunter2"));
    }
}
