package ackscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.settings.Keys;
import ackscope.core.settings.Preset;
import ackscope.core.settings.Presets;
import ackscope.core.settings.Problem;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsRules;
import ackscope.ui.base.FeedBatch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The form without a window. */
final class SettingsViewModelTest {
    private final List<Preset> presets = Presets.builtIn();
    private final SettingsViewModel model = new SettingsViewModel(new SettingsRules(), presets.getFirst());

    @Test
    void beginsWithTheClientsDefaults() {
        assertEquals(ProducerSettings.DEFAULTS, model.settingsProperty().get());
        assertTrue(model.applicableProperty().get());
        assertEquals("all", model.outlook(Keys.ACKS));
        assertEquals(0, model.changes());
        assertEquals("", model.noticeProperty().get());
    }

    @Test
    void aWrongValueLeavesTheLastGoodSettingsInUse() {
        model.set(Keys.LINGER, "20");
        model.set(Keys.LINGER, "soon");
        assertFalse(model.applicableProperty().get());
        assertEquals("soon", model.typedProperty().get().get(Keys.LINGER).orElseThrow());
        assertEquals("20", model.settingsProperty().get().get(Keys.LINGER).orElseThrow());
        assertTrue(model.noticeProperty().get().startsWith("Not in use"));
        model.set(Keys.LINGER, "30");
        assertTrue(model.applicableProperty().get());
        assertEquals("30", model.settingsProperty().get().get(Keys.LINGER).orElseThrow());
    }

    @Test
    void aNoteDoesNotKeepTheSettingsFromUseAndItsRemedyTakesItAway() {
        model.set(Keys.ACKS, "1");
        Problem note = model.problems().getFirst();
        assertEquals(Problem.Severity.NOTE, note.severity());
        assertEquals("false", model.outlook(Keys.IDEMPOTENCE));
        assertEquals("1", model.settingsProperty().get().get(Keys.ACKS).orElseThrow());
        model.apply(note.remedies().getFirst());
        assertTrue(model.problems().isEmpty());
        assertEquals("true", model.outlook(Keys.IDEMPOTENCE));
    }

    @Test
    void whereNothingWasTypedTheFormShowsWhatTheClientHolds() {
        model.set(Keys.REQUEST_TIMEOUT, "200000");
        assertEquals("200005", model.outlook(Keys.DELIVERY_TIMEOUT));
        model.set(Keys.ACKS, "1");
        model.set(Keys.IN_FLIGHT, "6");
        assertFalse(model.applicableProperty().get());
        assertEquals("false", model.outlook(Keys.IDEMPOTENCE));
        assertEquals("", model.outlook("bootstrap.servers"));
    }

    @Test
    void anEmptyFieldMeansTheDefaultUnlessEmptyIsAValue() {
        model.set(Keys.LINGER, "20");
        model.set(Keys.LINGER, "");
        assertFalse(model.typedProperty().get().isSet(Keys.LINGER));
        model.set("ssl.endpoint.identification.algorithm", "");
        assertTrue(model.typedProperty().get().isSet("ssl.endpoint.identification.algorithm"));
    }

    @Test
    void changesAreCountedFromThePreset() {
        model.choose(preset("Safe"));
        assertEquals(0, model.changes());
        model.set(Keys.LINGER, "20");
        model.set(Keys.RETRIES, "100");
        assertEquals(2, model.changes());
        assertEquals("Safe", model.baseProperty().get().name());
    }

    @Test
    void undoAndRedoGoThroughValuesRemediesAndPresets() {
        model.set(Keys.LINGER, "20");
        model.choose(preset("Fire and forget"));
        model.undo();
        assertEquals(ProducerSettings.DEFAULTS.with(Keys.LINGER, "20"), model.typedProperty().get());
        assertEquals("Client's defaults", model.baseProperty().get().name());
        model.undo();
        assertFalse(model.canUndoProperty().get());
        model.redo();
        model.redo();
        assertEquals("Fire and forget", model.baseProperty().get().name());
        assertFalse(model.canRedoProperty().get());
        model.undo();
        model.set(Keys.LINGER, "21");
        assertFalse(model.canRedoProperty().get());
    }

    @Test
    void typingTheSameAgainIsNoChange() {
        model.set(Keys.LINGER, "20");
        List<ProducerSettings> seen = new ArrayList<>();
        model.typedProperty().addListener((_, _, now) -> seen.add(now));
        model.set(Keys.LINGER, "20");
        model.undo();
        assertEquals(List.of(ProducerSettings.DEFAULTS), seen);
    }

    @Test
    void aChangeWhileSendingTakesEffectWithANewProducer() {
        model.sendingProperty().set(true);
        assertEquals("", model.noticeProperty().get());
        model.set(Keys.LINGER, "20");
        assertTrue(model.noticeProperty().get().contains("new producer"));
        model.undo();
        assertEquals("", model.noticeProperty().get());
        model.redo();
        model.sendingProperty().set(false);
        assertEquals("", model.noticeProperty().get());
    }

    @Test
    void theWatchedTopicsReplicasSpeakUnderAcksAndInTheGuarantee() {
        model.describeTopic("orders", 3);
        model.receive(batch("orders", List.of(1, 2, 3)));
        assertTrue(model.problems().isEmpty());
        assertTrue(model.guaranteeProperty().get().text().contains("all 3 replicas"));
        model.receive(batch("orders", List.of(1, 3)));
        assertEquals(Keys.ACKS, model.problems().getFirst().key());
        assertTrue(model.problems().getFirst().message().startsWith("2 replicas in sync, 3 required"));
        assertTrue(model.applicableProperty().get());
        model.receive(batch("payments", List.of(1)));
        assertTrue(model.problems().isEmpty());
    }

    @Test
    void theListOfProblemsIsOneAndTheSame() {
        assertSame(model.problems(), model.problems());
    }

    @Test
    void theScheduleFollowsTheSettings() {
        model.set(Keys.RETRIES, "2");
        assertEquals("3 tries", model.scheduleProperty().get().count());
    }

    private Preset preset(String name) {
        return presets.stream().filter(p -> p.name().equals(name)).findFirst().orElseThrow();
    }

    private static FeedBatch batch(String topic, List<Integer> isr) {
        ClusterView cluster = new ClusterView(ClusterView.Phase.READY, "", "", List.of(), topic, List.of(
                new ClusterView.Partition(0, isr.getFirst(), List.of(1, 2, 3), isr)), 0);
        return new FeedBatch(List.of(), 0, List.of(), cluster, 0);
    }
}
