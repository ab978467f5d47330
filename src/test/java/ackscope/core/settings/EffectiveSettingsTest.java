package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the client makes of typed settings. */
final class EffectiveSettingsTest {
    @Test
    void acksAndIdempotenceAreAlwaysHandedOverAloud() {
        assertEquals(Map.of(Keys.ACKS, "all", Keys.IDEMPOTENCE, "true"), ProducerSettings.DEFAULTS.clientMap());
        assertEquals(Map.of(Keys.ACKS, "1", Keys.IDEMPOTENCE, "false"), ProducerSettings.DEFAULTS.with(Keys.ACKS, "1")
                .clientMap());
        assertEquals("false", ProducerSettings.DEFAULTS.with(Keys.RETRIES, "0").clientMap().get(Keys.IDEMPOTENCE));
    }

    @Test
    void whereToConnectAndHowToSerializeIsNotPartOfIt() {
        ProducerSettings typed = ProducerSettings.DEFAULTS.with("bootstrap.servers", "a:1").with("key.serializer",
                "org.apache.kafka.common.serialization.StringSerializer");
        assertEquals(ProducerSettings.DEFAULTS.clientMap(), typed.clientMap());
    }

    @Test
    void whatTheClientRefusesIsAnExceptionWithASentence() {
        SettingsException e = assertThrows(SettingsException.class,
                () -> EffectiveSettings.of(ProducerSettings.DEFAULTS.with(
                        Keys.IN_FLIGHT, "6")));
        assertTrue(e.getMessage().startsWith("The Kafka client refuses these settings: "), e.getMessage());
    }

    @Test
    void valuesAreShownAsTheClientHoldsThem() {
        EffectiveSettings effective = EffectiveSettings
                .of(ProducerSettings.DEFAULTS.with("reconnect.backoff.ms", "70").with(
                        "sasl.jaas.config", "s3cret"));
        assertEquals("70", effective.text("reconnect.backoff.max.ms"));
        assertEquals("all", effective.text(Keys.ACKS));
        assertFalse(effective.text("sasl.jaas.config").contains("s3cret"));
        assertEquals("", effective.text("no.such.setting"));
    }

    @Test
    void settingsAreEqualByWhatWasTyped() {
        ProducerSettings typed = ProducerSettings.DEFAULTS.with("linger.ms", "7").with("acks", "1");
        assertEquals(ProducerSettings.of(Map.of("acks", "1", "linger.ms", "7")), typed);
        assertEquals(typed.hashCode(), ProducerSettings.of(Map.of("acks", "1", "linger.ms", "7")).hashCode());
        assertEquals(ProducerSettings.DEFAULTS, typed.without("acks").without("linger.ms"));
        assertEquals(2, typed.differences(ProducerSettings.DEFAULTS));
        assertEquals(1, typed.differences(typed.with("acks", "0")));
    }
}
