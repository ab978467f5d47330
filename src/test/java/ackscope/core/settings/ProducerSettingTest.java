package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

/** The settings as the client on the class path declares them. */
final class ProducerSettingTest {
    @Test
    void everyPublicSettingIsThereAndNoInternalOne() {
        Set<String> names = ProducerSetting.all().stream().map(ProducerSetting::name).collect(Collectors.toSet());
        Set<String> internal = ProducerConfig.configDef().configKeys().values().stream().filter(k -> k.internalConfig)
                .map(k -> k.name).collect(Collectors.toSet());
        assertEquals(ProducerConfig.configNames().size() - internal.size(), names.size());
        assertFalse(names.contains(Keys.ALLOCATION));
        assertEquals(119, names.size());
    }

    @Test
    void documentationIsPlainText() {
        for (ProducerSetting setting : ProducerSetting.all()) {
            assertFalse(setting.docs().isBlank(), setting::name);
            assertFalse(setting.docs().matches("(?s).*(</?[a-z]+[^>]*>|&[a-z]+;).*"),
                    () -> setting.name() + ": " + setting
                            .docs());
        }
        assertTrue(setting("linger.ms").docs().contains("delay\u2014that is"));
        assertTrue(setting("acks").docs().contains("\n\u2022 acks=0"));
    }

    @Test
    void rangesReadAsWords() {
        assertEquals("0 to 2147483647", setting("retries").allowed());
        assertEquals("at least 0", setting("linger.ms").allowed());
        assertEquals("1 to 9, or -1", setting("compression.gzip.level").allowed());
        assertEquals("all, -1, 0 or 1", setting("acks").allowed());
        assertEquals("text that is not empty", setting("transactional.id").allowed());
        assertEquals(List.of("none", "gzip", "snappy", "lz4", "zstd"), setting("compression.type").choices());
        assertEquals(List.of("rebootstrap", "none"), setting("metadata.recovery.strategy").choices());
    }

    @Test
    void passwordsAreSecretAndGroupsFollowTheName() {
        assertTrue(setting("sasl.jaas.config").secret());
        assertTrue(ProducerSetting.isSecret("my.plugin.password"));
        assertEquals(SettingGroup.SECURITY, setting("ssl.provider").group());
        assertEquals(SettingGroup.TRANSACTIONS, setting("enable.idempotence").group());
        assertEquals(SettingGroup.METRICS, setting("enable.metrics.push").group());
        assertEquals(SettingGroup.NETWORK, setting("metadata.max.age.ms").group());
    }

    @Test
    void emptyTextIsAValueOnlyWhereItMeansSomething() {
        assertTrue(setting("ssl.endpoint.identification.algorithm").emptyIsValue());
        assertFalse(setting("client.id").emptyIsValue());
        assertFalse(setting("linger.ms").emptyIsValue());
    }

    private static ProducerSetting setting(String name) {
        return ProducerSetting.named(name).orElseThrow();
    }
}
