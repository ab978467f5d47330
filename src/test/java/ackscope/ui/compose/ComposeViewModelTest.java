package ackscope.ui.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.ComposeException.Field;
import ackscope.core.compose.KeyPartition;
import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.RecordId;
import ackscope.core.send.Progress;
import ackscope.ui.base.FeedBatch;
import ackscope.core.cluster.ClusterView;
import ackscope.ui.compose.ComposeViewModel.Mode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The compose panel's state, without a toolkit. */
class ComposeViewModelTest {
    private final List<RecordSource> sent = new ArrayList<>();
    private final List<String> calls = new ArrayList<>();
    private Progress progress = Progress.NONE;
    private String obstacle = "";
    private boolean agreed = true;
    private boolean mine = true;
    private long next;
    private final ComposeViewModel model = new ComposeViewModel(new Sending() {
        @Override
        public String obstacle() {
            return obstacle;
        }

        @Override
        public boolean stampsTyped() {
            return true;
        }

        @Override
        public boolean agreed(RecordSource source) {
            return agreed;
        }

        @Override
        public void send(RecordSource source) {
            sent.add(source);
        }

        @Override
        public boolean mine() {
            return mine;
        }

        @Override
        public void stop() {
            calls.add("stop");
        }

        @Override
        public void cancel() {
            calls.add("cancel");
        }

        @Override
        public long next() {
            return next;
        }

        @Override
        public void choose(String topic) {
            model().topicProperty().set(topic);
        }

        @Override
        public Progress progress() {
            return progress;
        }
    }, () -> 1_700_000_000_000L);

    private ComposeViewModel model() {
        return model;
    }

    @BeforeEach
    void topic() {
        model.topicProperty().set("orders");
        model.partitionsProperty().set(6);
    }

    private void tick() {
        model.receive(new FeedBatch(List.of(), 0, List.of(), ClusterView.starting("", 0), 0));
    }

    @Test
    void theFormHoldsASensibleRecordFromTheStart() {
        assertTrue(model.send());
        assertEquals(1, sent.getFirst().plan().count().orElseThrow());
        assertEquals("orders", sent.getFirst().topic());
    }

    @Test
    void wrongJsonIsSaidUnderTheValueAndNothingIsSentOrLost() {
        model.value().textProperty().set("{\"a\":");
        assertTrue(model.problem(Field.VALUE).get().contains("not JSON"));
        assertFalse(model.send());
        assertEquals(List.of(), sent);
        assertEquals("{\"a\":", model.value().textProperty().get());
        model.value().textProperty().set("{\"a\":1}");
        assertEquals("", model.problem(Field.VALUE).get());
        assertTrue(model.send());
    }

    @Test
    void nullIsToldFromEmpty() {
        model.value().set(new Payload(PayloadType.STRING, "", false));
        model.key().set(new Payload(PayloadType.STRING, "kept", true));
        assertTrue(model.send());
        assertFalse(sent.getFirst().draft().value().isNull());
        assertTrue(sent.getFirst().draft().key().isNull());
        assertEquals("kept", sent.getFirst().draft().key().text());
    }

    @Test
    void aPartitionOutOfRangeIsSaidBeforeAnythingWaitsForIt() {
        model.partitionProperty().set("6");
        assertTrue(model.problem(Field.PARTITION).get().contains("0 to 5"));
        assertFalse(model.send());
        model.partitionProperty().set("5");
        assertTrue(model.send());
        assertEquals(OptionalInt.of(5), sent.getFirst().draft().partition());
    }

    @Test
    void thePreviewNamesThePartitionThatTheKeysHashChooses() {
        model.key().set(Payload.string("order-7"));
        int expected = KeyPartition.of("order-7".getBytes(StandardCharsets.UTF_8), 6);
        assertEquals("order-7 → partition " + expected, model.previewProperty().get());
        model.key().set(Payload.string("order-${n%480}"));
        next = 481;
        tick();
        assertTrue(model.previewProperty().get().startsWith("order-1 → "), model.previewProperty().get());
        model.key().set(Payload.string("${uuid}"));
        assertEquals("by the hash of each key", model.previewProperty().get());
        model.modeProperty().set(Mode.LOAD);
        model.load().keysProperty().set("20");
        assertEquals("spread over 20 keys", model.previewProperty().get());
        model.load().keysProperty().set("0");
        model.key().nullProperty().set(true);
        assertTrue(model.previewProperty().get().contains("no key"));
        model.keysChooseProperty().set(false);
        assertEquals("the partitioner chooses", model.previewProperty().get());
    }

    @Test
    void whatAScenarioOrADrillSendsIsNotStoppedHere() {
        progress = new Progress(Progress.Phase.SENDING, 5, OptionalLong.empty(), 0, 0, "");
        tick();
        assertTrue(model.stopOfferedProperty().get());
        // It begins between two ticks.
        mine = false;
        model.stop();
        assertFalse(model.stopOfferedProperty().get());
        assertTrue(model.busyProperty().get());
        tick();
        model.stop();
        progress = new Progress(Progress.Phase.DRAINING, 5, OptionalLong.empty(), 0, 0, "");
        tick();
        model.stop();
        assertEquals(List.of(), calls);
        mine = true;
        tick();
        assertTrue(model.stopOfferedProperty().get());
        model.stop();
        assertEquals(List.of("cancel"), calls);
    }

    @Test
    void aLoadTakesRateCountAndSeedAsTyped() {
        model.modeProperty().set(Mode.LOAD);
        model.load().rateProperty().set("2k");
        model.load().countProperty().set("12,000");
        model.load().seedProperty().set("42");
        assertTrue(model.send());
        assertEquals(2000, sent.getFirst().plan().ratePerSecond());
        assertEquals(OptionalLong.of(12_000), sent.getFirst().plan().count());
        assertEquals(42, sent.getFirst().plan().seed());
        model.load().rateProperty().set("");
        model.load().countProperty().set("");
        assertTrue(model.send());
        assertEquals(0, sent.getLast().plan().ratePerSecond());
        assertEquals(OptionalLong.empty(), sent.getLast().plan().count());
    }

    @Test
    void aRateThatIsNoneIsSaidAndNothingIsSent() {
        model.modeProperty().set(Mode.LOAD);
        model.load().rateProperty().set("fast");
        assertTrue(model.problem(Field.LOAD).get().contains("Rate"));
        assertFalse(model.send());
    }

    @Test
    void anObstacleIsSaidAndNothingIsSent() {
        obstacle = "The cluster is not ready yet.";
        assertFalse(model.send());
        assertEquals(obstacle, model.problem(Field.LOAD).get());
        assertEquals(List.of(), sent);
    }

    @Test
    void theObstaclesWordsGoWhenItIsGone() {
        obstacle = "The cluster is not ready yet.";
        assertFalse(model.send());
        obstacle = "";
        tick();
        assertEquals("", model.problem(Field.LOAD).get());
    }

    @Test
    void twoRecordsSentByHandDrawTheirOwnValuesAndNGoesOn() {
        model.value().set(Payload.string("${n} ${uuid}"));
        assertTrue(model.send());
        next = 1;
        assertTrue(model.send());
        String first = text(sent.getFirst(), 0);
        String second = text(sent.getLast(), 1);
        assertTrue(first.startsWith("0 ") && second.startsWith("1 "), first + " / " + second);
        assertNotEquals(first.substring(2), second.substring(2));
    }

    private static String text(RecordSource source, long number) {
        return new String(source.record(new RecordId(1, number, 0), 0).value(), StandardCharsets.UTF_8);
    }

    @Test
    void whatWasSentCanBePutBackIntoTheForm() {
        model.key().set(Payload.string("first"));
        model.headers().add(new HeaderModel(new ackscope.core.compose.RecordDraft.DraftHeader("h", Payload.NULL)));
        assertTrue(model.send());
        model.key().set(Payload.string("second"));
        model.headers().clear();
        model.modeProperty().set(Mode.LOAD);
        model.topicProperty().set("payments");
        model.recall(model.history().getFirst());
        assertEquals("orders", model.topicProperty().get());
        assertEquals("second", model.history().getFirst().draft().key().text(), "the form that was replaced is kept");
        assertEquals("first", model.key().textProperty().get());
        assertEquals(Mode.ONE, model.modeProperty().get());
        assertTrue(model.headers().getFirst().value().nullProperty().get());
    }

    @Test
    void theFirstStopEndsSendingAndTheSecondGivesUpWaiting() {
        progress = new Progress(Progress.Phase.SENDING, 10, OptionalLong.of(100), 0, 10, "");
        tick();
        assertTrue(model.busyProperty().get());
        assertEquals(0.1, model.progressProperty().get());
        assertEquals("10 · 9.0 s left", model.progressWordsProperty().get());
        model.stop();
        progress = new Progress(Progress.Phase.DRAINING, 10, OptionalLong.of(100), 0, 10, "");
        tick();
        model.stop();
        assertEquals(List.of("stop", "cancel"), calls);
    }

    @Test
    void whatThePersonDoesNotAgreeToIsNeitherSentNorRemembered() {
        agreed = false;
        model.topicProperty().set("orders");
        assertFalse(model.send());
        assertEquals(List.of(), sent);
        assertTrue(model.history().isEmpty());
        agreed = true;
        assertTrue(model.send());
        assertEquals(1, sent.size());
    }
}
