package ackscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.cluster.ClusterView;
import ackscope.core.scenario.PlayTerms;
import ackscope.core.scenario.Scenario.Shape;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSettings;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.settings.PlayedViewModel.From;
import ackscope.ui.settings.PlayedViewModel.Line;
import ackscope.ui.settings.PlayedViewModel.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is shown of a play's own settings, without a window. */
final class PlayedViewModelTest {
    private static final FeedBatch TICK = new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0);

    private Optional<PlayTerms> terms = Optional.empty();
    private PlayedControl.Changes byFaults = PlayedControl.Changes.NONE;
    private final PlayedViewModel model = new PlayedViewModel(new PlayedControl() {
        @Override
        public Optional<PlayTerms> terms() {
            return terms;
        }

        @Override
        public Changes byFaults() {
            return byFaults;
        }
    });

    private void play(Map<String, String> typed) {
        terms = Optional.of(new PlayTerms("played-a", new Shape(1, 3, 2),
                EffectiveSettings.of(ProducerSettings.of(typed)), BreakerSettings.DEFAULTS));
        model.receive(TICK);
    }

    private Line line(String key) {
        List<Line> found = model.shownProperty().get().orElseThrow().lines().stream().filter(l -> l.key().equals(key))
                .toList();
        assertEquals(1, found.size(), key);
        return found.getFirst();
    }

    @Test
    void nothingIsShownBeforeAndAfter() {
        model.receive(TICK);
        assertEquals(Optional.empty(), model.shownProperty().get());
        play(Map.of());
        assertTrue(model.shownProperty().get().isPresent());
        terms = Optional.empty();
        model.receive(TICK);
        assertEquals(Optional.empty(), model.shownProperty().get());
    }

    @Test
    void whatThePlayTypedIsToldFromTheClientsOwn() {
        play(Map.of(Keys.ACKS, "1", Keys.BUFFER_MEMORY, "65536"));
        assertEquals(new Line(Keys.ACKS, "1", From.PLAYED), line(Keys.ACKS));
        assertEquals(new Line(Keys.BUFFER_MEMORY, "65536", From.PLAYED), line(Keys.BUFFER_MEMORY));
        assertEquals(new Line(Keys.LINGER, "5", From.DEFAULT), line(Keys.LINGER));
        // The client turns it off because of acks=1.
        assertEquals(new Line(Keys.IDEMPOTENCE, "false", From.DEFAULT), line(Keys.IDEMPOTENCE));
    }

    @Test
    void whatAFaultChangesGoesOverItAndSecretsStayHidden() {
        byFaults = new PlayedControl.Changes(
                Map.of(Keys.BUFFER_MEMORY, "32768", "sasl.jaas.config", "user and password"), "", false);
        play(Map.of(Keys.BUFFER_MEMORY, "65536"));
        assertEquals(new Line(Keys.BUFFER_MEMORY, "32768", From.FAULT), line(Keys.BUFFER_MEMORY));
        assertEquals(new Line("sasl.jaas.config", "(secret)", From.FAULT), line("sasl.jaas.config"));
    }

    @Test
    void whereAFaultChangesTheTopicThatIsToldAndNothingPromisedOfTheOneThatWasMade() {
        byFaults = new PlayedControl.Changes(Map.of(), "nobody-made-this", false);
        play(Map.of());
        Shown shown = model.shownProperty().get().orElseThrow();
        assertEquals("nobody-made-this", shown.topic());
        assertEquals("by a fault, instead of played-a", shown.shape());
        assertFalse(shown.guarantee().text().contains("2 of 3"), shown.guarantee().text());
        byFaults = new PlayedControl.Changes(Map.of(), "", true);
        play(Map.of());
        shown = model.shownProperty().get().orElseThrow();
        assertEquals("played-a", shown.topic());
        assertTrue(shown.shape().endsWith("a fault has changed its settings"), shown.shape());
        assertFalse(shown.guarantee().text().contains("2 of 3"), shown.guarantee().text());
    }

    @Test
    void thePromiseIsThatOfThePlaysSettingsOnItsTopic() {
        play(Map.of(Keys.ACKS, "1"));
        Shown shown = model.shownProperty().get().orElseThrow();
        assertTrue(shown.guarantee().text().startsWith("An acked record is on the leader."), shown.guarantee().text());
        assertEquals("1 partition, 3 replicas, min.insync.replicas=2", shown.shape());
        play(Map.of());
        assertTrue(model.shownProperty().get().orElseThrow().guarantee().text().contains("at least 2 of 3 replicas"));
    }
}
