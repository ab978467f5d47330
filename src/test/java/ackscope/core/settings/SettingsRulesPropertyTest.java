package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** What the rules foresee is what the client does, for settings by chance. */
final class SettingsRulesPropertyTest {
    private static final int MAPS = 12_000;
    private static final int PRODUCERS = 600;

    @Test
    void theClientTakesExactlyTheSettingsThatTheRulesTake() {
        RandomSettings settings = new RandomSettings(new Random(20_260_101));
        int taken = 0;
        int idempotent = 0;
        for (int i = 0; i < MAPS; i++) {
            ProducerSettings typed = settings.next(3);
            List<Problem> errors = SettingsRules.configErrors(typed);
            try {
                boolean idempotence = EffectiveSettings.config(typed).getBoolean(Keys.IDEMPOTENCE);
                assertTrue(errors.isEmpty(), () -> "the client takes " + typed + " but the rules say " + errors);
                assertEquals(idempotence, new Reading(typed).idempotence(), typed::toString);
                taken++;
                idempotent += idempotence ? 1 : 0;
            } catch (ConfigException e) {
                assertTrue(!errors.isEmpty(), () -> "the client refuses " + typed + ": " + e.getMessage());
            }
        }
        // The property says nothing when one side never happens.
        assertTrue(taken > MAPS / 10 && taken < MAPS * 9 / 10, "taken: " + taken);
        assertTrue(idempotent > taken / 10 && idempotent < taken * 9 / 10, "idempotent: " + idempotent);
    }

    @Test
    void theProducerStartsExactlyWithTheSettingsThatTheRulesTake() {
        RandomSettings settings = new RandomSettings(new Random(7));
        SettingsRules rules = new SettingsRules(SettingsRulesPropertyTest::resolves);
        int started = 0;
        int producers = 0;
        while (producers < PRODUCERS) {
            ProducerSettings chosen = settings.next(3);
            // The I/O thread of an idempotent producer without a broker sleeps retry.backoff.ms, and close() waits for it.
            ProducerSettings typed = chosen.with(Keys.RETRY_BACKOFF, "1");
            // A login or a key store needs files and system properties; half of the rest would be the same refusals as above.
            if (typed.asMap().keySet().stream().anyMatch(k -> SettingGroup.of(k) == SettingGroup.SECURITY)
                    || (!SettingsRules.configErrors(typed).isEmpty() && producers % 4 != 0)) {
                continue;
            }
            producers++;
            List<Problem> errors = rules.foreseen(typed, Optional.empty()).stream().filter(Problem::isError).toList();
            try {
                start(new HashMap<>(typed.asMap()));
                assertTrue(errors.isEmpty(),
                        () -> "the producer starts with " + typed + " but the rules say " + errors);
                started++;
                // The map that the app hands in does the same as the typed one.
                Map<String, Object> map = typed.clientMap();
                assertEquals(EffectiveSettings.of(typed).idempotence(),
                        Boolean.valueOf((String) map.get(Keys.IDEMPOTENCE)));
                start(map);
            } catch (KafkaException e) {
                assertTrue(!errors.isEmpty(), () -> "the producer refuses " + typed + ": " + e.getMessage() + ", " + e
                        .getCause());
            }
        }
        assertTrue(started > PRODUCERS / 10 && started < PRODUCERS * 9 / 10, "started: " + started);
    }

    private static void start(Map<String, Object> map) {
        map.putIfAbsent(Keys.BOOTSTRAP, "127.0.0.1:9");
        new KafkaProducer<>(map, new ByteArraySerializer(), new ByteArraySerializer()).close(Duration.ZERO);
    }

    private static boolean resolves(String host) {
        try {
            return InetAddress.getByName(host) != null;
        } catch (UnknownHostException _) {
            return false;
        }
    }
}
