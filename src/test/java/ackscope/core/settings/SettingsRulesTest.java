package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.Problem.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Each rule that a person meets: what is said, how loud, and that the remedy cures it. */
final class SettingsRulesTest {
    private final SettingsRules rules = new SettingsRules(host -> !host.equals("nowhere.invalid"));

    @Test
    void defaultsHaveNoProblem() {
        assertEquals(List.of(), rules.check(ProducerSettings.DEFAULTS));
    }

    @Test
    void acksOneSaysAloudThatIdempotenceGivesWay() {
        Problem problem = only(Severity.NOTE, Keys.ACKS, Map.of(Keys.ACKS, "1"));
        assertTrue(problem.message().startsWith("acks=1 turns idempotence off"), problem.message());
    }

    @Test
    void acksOneBesideIdempotenceThatWasAskedForIsRefused() {
        only(Severity.ERROR, Keys.ACKS, Map.of(Keys.ACKS, "1", Keys.IDEMPOTENCE, "true"));
    }

    @Test
    void noRetriesBesideIdempotenceThatWasAskedForAreRefused() {
        only(Severity.ERROR, Keys.RETRIES, Map.of(Keys.RETRIES, "0", Keys.IDEMPOTENCE, "true"));
    }

    @Test
    void sixInFlightAreRefusedEvenWhereIdempotenceGivesWay() {
        only(Severity.ERROR, Keys.IN_FLIGHT, Map.of(Keys.IN_FLIGHT, "6"));
        only(Severity.ERROR, Keys.IN_FLIGHT, Map.of(Keys.IN_FLIGHT, "6", Keys.ACKS, "1"));
    }

    @Test
    void aTransactionNeedsIdempotence() {
        only(Severity.ERROR, Keys.TRANSACTIONAL_ID, Map.of(Keys.TRANSACTIONAL_ID, "t", Keys.ACKS, "1"));
        only(Severity.ERROR, Keys.TRANSACTIONAL_ID, Map.of(Keys.TRANSACTIONAL_ID, "t", Keys.IDEMPOTENCE, "false"));
    }

    @Test
    void twoPhaseCommitRefusesATransactionTimeout() {
        only(Severity.ERROR, Keys.TRANSACTION_TIMEOUT,
                Map.of(Keys.TWO_PHASE, "true", Keys.TRANSACTION_TIMEOUT, "1000"));
    }

    @Test
    void aDeliveryTimeoutBelowLingerAndRequestTimeoutIsRefusedWhenTyped() {
        only(Severity.ERROR, Keys.DELIVERY_TIMEOUT, Map.of(Keys.DELIVERY_TIMEOUT, "30004"));
        assertEquals(List.of(), rules.check(settings(Map.of(Keys.DELIVERY_TIMEOUT, "30005"))));
    }

    @Test
    void aDeliveryTimeoutThatTheClientRaisesIsSaid() {
        Problem problem = only(Severity.NOTE, Keys.DELIVERY_TIMEOUT, Map.of(Keys.REQUEST_TIMEOUT, "200000"));
        assertTrue(problem.message().contains("200,005"), problem.message());
        assertEquals(200_005,
                EffectiveSettings.of(settings(Map.of(Keys.REQUEST_TIMEOUT, "200000"))).deliveryTimeoutMs());
    }

    @Test
    void wrongTypesAndRangesStandUnderTheirField() {
        only(Severity.ERROR, Keys.RETRIES, Map.of(Keys.RETRIES, "many"));
        only(Severity.ERROR, Keys.RETRIES, Map.of(Keys.RETRIES, "-1"));
        only(Severity.ERROR, Keys.LINGER, Map.of(Keys.LINGER, ""));
        only(Severity.ERROR, Keys.COMPRESSION, Map.of(Keys.COMPRESSION, "zip"));
        only(Severity.ERROR, Keys.PARTITIONER, Map.of(Keys.PARTITIONER, "no.Such"));
        only(Severity.ERROR, Keys.PARTITIONER, Map.of(Keys.PARTITIONER, "java.lang.String"));
        only(Severity.ERROR, Keys.IDEMPOTENCE, Map.of(Keys.IDEMPOTENCE, "yes"));
    }

    @Test
    void whatWasProbablyMeantIsOffered() {
        assertEquals(Map.of(Keys.ACKS, "all"), firstRemedy(Map.of(Keys.ACKS, "ALL")).set());
        assertEquals(Map.of(Keys.DELIVERY_TIMEOUT, "120000"),
                firstRemedy(Map.of(Keys.DELIVERY_TIMEOUT, "120,000")).set());
        assertEquals(Map.of("linger.ms", "7"), firstRemedy(Map.of("linger.m", "7")).set());
    }

    @Test
    void constructorRulesAreForeseen() {
        only(Severity.ERROR, "partitioner.rack.aware", Map.of("partitioner.rack.aware", "true"));
        only(Severity.ERROR, Keys.ALLOCATION, Map.of(Keys.ALLOCATION, "incremental", Keys.COMPRESSION, "lz4"));
        only(Severity.ERROR, "interceptor.classes", Map.of("interceptor.classes", "no.Such"));
        assertTrue(rules.check(settings(Map.of("bootstrap.servers", "nowhere.invalid:9092"))).getFirst().isError());
        assertTrue(rules.check(settings(Map.of("bootstrap.servers", "nowhere"))).getFirst().isError());
    }

    @Test
    void silentChangesAreSaidAloud() {
        only(Severity.NOTE, "reconnect.backoff.ms", Map.of("reconnect.backoff.ms", "70"));
        only(Severity.NOTE, Keys.RETRY_BACKOFF, Map.of(Keys.RETRY_BACKOFF, "1000"));
        only(Severity.NOTE, Keys.TWO_PHASE, Map.of(Keys.TWO_PHASE, "true"));
        only(Severity.NOTE, Keys.TRANSACTION_TIMEOUT, Map.of(Keys.TRANSACTION_TIMEOUT, "1000"));
        only(Severity.NOTE, "compression.zstd.level", Map.of("compression.zstd.level", "1"));
        only(Severity.NOTE, Keys.BATCH_SIZE, Map.of(Keys.BATCH_SIZE, "0"));
        only(Severity.NOTE, Keys.ALLOCATION, Map.of(Keys.ALLOCATION, "incremental", Keys.BATCH_SIZE, "100"));
        assertTrue(rules.check(settings(Map.of("no.such.thing", "1"))).getFirst().message().contains("ignores it"));
    }

    @Test
    void settingsThatHurtAreWarnedOf() {
        only(Severity.WARNING, Keys.RETRIES, Map.of(Keys.RETRIES, "3"));
        only(Severity.WARNING, Keys.IDEMPOTENCE, Map.of(Keys.IDEMPOTENCE, "false"));
        only(Severity.WARNING, Keys.BATCH_SIZE, Map.of(Keys.BATCH_SIZE, "99999999"));
        only(Severity.WARNING, Keys.MAX_BLOCK, Map.of(Keys.MAX_BLOCK, "0"));
        only(Severity.WARNING, "send.buffer.bytes", Map.of("send.buffer.bytes", "0"));
        only(Severity.WARNING, Keys.TRANSACTION_TIMEOUT,
                Map.of(Keys.TRANSACTION_TIMEOUT, "900001", Keys.TRANSACTIONAL_ID, "t"));
        only(Severity.WARNING, Keys.RETRY_BACKOFF,
                Map.of(Keys.RETRY_BACKOFF, "160000", Keys.RETRY_BACKOFF_MAX, "999999"));
    }

    @Test
    void theFirstRemedyOfEveryErrorCuresIt() {
        List<Map<String, String>> broken = List.of(Map.of(Keys.ACKS, "1", Keys.IDEMPOTENCE, "true"),
                Map.of(Keys.RETRIES, "0", Keys.IDEMPOTENCE, "true"), Map.of(Keys.IN_FLIGHT, "6"),
                Map.of(Keys.ACKS, "ALL"),
                Map.of(Keys.TRANSACTIONAL_ID, "t", Keys.ACKS, "1", Keys.RETRIES, "0"),
                Map.of(Keys.DELIVERY_TIMEOUT, "10"),
                Map.of(Keys.TRANSACTIONAL_ID, "t", Keys.IDEMPOTENCE, "false", Keys.ACKS, "1"),
                Map.of(Keys.TWO_PHASE, "true", Keys.TRANSACTION_TIMEOUT, "5"),
                Map.of(Keys.PARTITIONER, "java.lang.String"),
                Map.of("partitioner.rack.aware", "true"), Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", ""),
                Map.of(Keys.ALLOCATION, "incremental", Keys.COMPRESSION, "gzip"));
        for (Map<String, String> map : broken) {
            ProducerSettings settings = settings(map);
            Problem error = rules.check(settings).getFirst();
            assertTrue(error.isError(), map::toString);
            ProducerSettings cured = error.remedies().getFirst().applyTo(settings);
            assertFalse(rules.check(cured).stream().anyMatch(Problem::isError), () -> map + " -> " + cured);
        }
    }

    @Test
    void theOtherRemedyOfAConflictCuresItToo() {
        ProducerSettings settings = settings(Map.of(Keys.ACKS, "1", Keys.IDEMPOTENCE, "true"));
        Remedy other = rules.check(settings).getFirst().remedies().get(1);
        assertEquals(List.of(), rules.check(other.applyTo(settings)));
    }

    @Test
    void aSecretNeverAppearsInAMessage() {
        ProducerSettings settings = settings(Map.of("ssl.key.password", "s3cret", "acks", "7"));
        assertFalse((rules.check(settings) + " " + settings).contains("s3cret"));
    }

    @Test
    void tooFewReplicasInSyncAreSaidUnderAcks() {
        assertEquals("2 replicas in sync, 3 required: every send is refused until another replica is back.",
                topic(3, 3, 2));
        assertTrue(topic(2, 3, 2).startsWith("No send can succeed"));
        assertTrue(topic(3, 1, 3).startsWith("min.insync.replicas is 1"));
        assertEquals("", topic(3, 2, 3));
    }

    @Test
    void aTopicDoesNotMatterToAcksBelowAll() {
        ProducerSettings one = settings(Map.of(Keys.ACKS, "1", Keys.IDEMPOTENCE, "false"));
        assertEquals(List.of(), rules.check(one, Optional.of(new TopicFacts(3, 3, 1))));
    }

    private String topic(int replication, int minInsync, int inSync) {
        return rules.check(ProducerSettings.DEFAULTS, Optional.of(new TopicFacts(replication, minInsync, inSync)))
                .stream()
                .map(Problem::message).findFirst().orElse("");
    }

    private Remedy firstRemedy(Map<String, String> map) {
        return rules.check(settings(map)).getFirst().remedies().getFirst();
    }

    /** The problem of this severity and key, which must be the only one that loud or louder. */
    private Problem only(Severity severity, String key, Map<String, String> map) {
        List<Problem> loud = rules.check(settings(map)).stream().filter(p -> p.severity().compareTo(severity) <= 0)
                .toList();
        assertEquals(1, loud.size(), loud::toString);
        assertEquals(severity, loud.getFirst().severity(), loud::toString);
        assertEquals(key, loud.getFirst().key());
        return loud.getFirst();
    }

    private static ProducerSettings settings(Map<String, String> map) {
        return ProducerSettings.of(map);
    }
}
