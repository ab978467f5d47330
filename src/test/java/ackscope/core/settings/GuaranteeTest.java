package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The promise in words. */
final class GuaranteeTest {
    private static final Optional<TopicFacts> NONE = Optional.empty();

    @Test
    void allReplicasRequiredMeansNothingIsAckedWithoutThem() {
        assertEquals(
                "An acked record is on all 3 replicas, once and in order within its partition. Nothing is acked while any of"
                        + " its brokers is down.",
                of(Map.of(), Optional.of(new TopicFacts(3, 3, 3))).text());
    }

    @Test
    void twoOfThreeAreSaidAsSuch() {
        assertEquals(
                "An acked record is on at least 2 of 3 replicas, once and in order within its partition. Nothing is acked"
                        + " while 2 of its brokers are down.",
                of(Map.of(), Optional.of(new TopicFacts(3, 2, 3))).text());
    }

    @Test
    void allMayBeTheLeaderAlone() {
        assertTrue(of(Map.of(), Optional.of(new TopicFacts(3, 1, 3))).text().contains("maybe the leader alone"));
        assertTrue(of(Map.of(), Optional.of(new TopicFacts(1, 1, 1))).text().contains("the topic's only replica"));
        assertTrue(of(Map.of(), Optional.of(new TopicFacts(2, 3, 2))).text().contains("Nothing can be acked"));
    }

    @Test
    void onceIsPromisedOnlyWithIdempotence() {
        assertTrue(of(Map.of(), NONE).text().contains("once and in order"));
        assertTrue(of(Map.of(Keys.IDEMPOTENCE, "false"), NONE).text().contains("twice or out of order"));
        assertTrue(of(Map.of(Keys.IDEMPOTENCE, "false", Keys.IN_FLIGHT, "1"), NONE).text().contains("keep the order"));
        assertTrue(of(Map.of(Keys.RETRIES, "0"), NONE).text().contains("never retried"));
    }

    @Test
    void weakerAcksPromiseWhatTheyKeep() {
        assertTrue(of(Map.of(Keys.ACKS, "1"), NONE).text().contains("lost if the leader dies"));
        assertTrue(of(Map.of(Keys.ACKS, "0"), NONE).text().contains("handed to the socket"));
    }

    @Test
    void transactionsNameTheirReaders() {
        assertTrue(of(Map.of(Keys.TRANSACTIONAL_ID, "t"), NONE).text().contains("read_committed"));
    }

    @Test
    void theShortFormFitsOneLine() {
        for (Preset preset : Presets.builtIn()) {
            for (Optional<TopicFacts> topic : java.util.List.of(NONE, Optional.of(new TopicFacts(3, 2, 3)), Optional.of(
                    new TopicFacts(3, 3, 3)), Optional.of(new TopicFacts(3, 1, 3)))) {
                Guarantee g = Guarantee.of(EffectiveSettings.of(preset.settings()), topic);
                assertTrue(g.shortText().length() <= 100, () -> g.shortText().length() + ": " + g.shortText());
                assertTrue(g.text().length() <= 200, () -> g.text().length() + ": " + g.text());
                assertFalse(g.text().contains("..") || g.shortText().contains(" ."), g::text);
            }
        }
    }

    private static Guarantee of(Map<String, String> typed, Optional<TopicFacts> topic) {
        return Guarantee.of(EffectiveSettings.of(ProducerSettings.of(typed)), topic);
    }
}
