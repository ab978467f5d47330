package ackscope.ui.log;

import static ackscope.ui.base.Feeds.batch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.Certainty;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.LogEvent.Level;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.event.TransactionEvent;
import ackscope.ui.base.FeedBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The log's words, folding and bounds; no toolkit. */
class LogViewModelTest {
    private final LogViewModel model = new LogViewModel();

    @Test
    void theSameSentenceWithinAFewLinesIsCountedAndMovesToTheEnd() {
        say(1, "a", "b", "a", "a");
        assertEquals(List.of("b 1", "a 3"), lines());
        say(2, "b");
        assertEquals(List.of("a 3", "b 2"), lines());
        assertEquals(2, model.lines().getLast().atMs());
    }

    @Test
    void aSentenceFurtherBackIsSaidAgain() {
        say(1, "a", "1", "2", "3", "4", "5", "6", "7", "8", "a");
        assertEquals(10, model.lines().size());
    }

    @Test
    void theNewestLinesAreKeptAndNoMore() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < LogViewModel.MOST + 500; i++) {
            many.add("line " + i);
        }
        say(1, many.toArray(String[]::new));
        say(2, "one more");
        assertEquals(LogViewModel.MOST, model.lines().size());
        assertEquals("line 501", model.lines().getFirst().text());
        assertEquals("one more", model.lines().getLast().text());
    }

    @Test
    void whatWasMissedIsSaid() {
        model.receive(new FeedBatch(List.of(new LogEvent(Level.INFO, "after", 9)), 1_204, List.of(),
                ClusterView.starting("", 9), 9));
        assertEquals(1_204, model.missedProperty().get());
        assertEquals(List.of("1,204 events came too fast to be listed; the sums count them. 1", "after 1"), lines());
    }

    @Test
    void copiedTextHasTimeLevelAndCount() {
        say(1, "a", "a");
        String text = model.text(model.lines());
        assertTrue(text.matches("\\d\\d:\\d\\d:\\d\\d\\.001  INFO  a  \\(x 2\\)"), text);
    }

    @ParameterizedTest
    @MethodSource("everyKind")
    void everyEventIsASentence(LabEvent event) {
        LogLine line = EventWords.line(event);
        char first = line.text().charAt(0);
        assertTrue(Character.isUpperCase(first) || Character.isDigit(first), line.text());
        assertTrue(line.text().endsWith("."), line.text());
        assertFalse(line.text().contains("null") || line.text().contains("[") || line.text().contains(".."),
                line.text());
    }

    @Test
    void aFailureSaysWhatWhyAndWhetherItMayBeInTheLog() {
        assertEquals("3 records failed, between #4 and #6 (TimeoutException): delivery.timeout.ms passed. Raise it."
                + " In the log? Maybe: the last try got no answer.",
                EventWords.line(new RecordEvent.Failed(id(4), id(6), 3, "orders", -1, FailureKind.EXPIRED,
                        "TimeoutException", "delivery.timeout.ms passed. Raise it.", Certainty.MAYBE,
                        "the last try got no answer", 8_000, 1)).text());
    }

    @Test
    void theDefaultRetriesAreNotCountedDownInTheLog() {
        String many = EventWords.line(new AttemptEvent.Retried("orders", 2, 1, Integer.MAX_VALUE - 7,
                "NETWORK_EXCEPTION", AttemptEvent.Source.CLIENT_LOG, 1)).text();
        assertEquals("A try of a batch for orders-2 ended with NETWORK_EXCEPTION; it waits for another"
                + " (from the client's log).", many);
        String few = EventWords.line(new AttemptEvent.Retried("orders", 2, 1, 3, "NETWORK_EXCEPTION",
                AttemptEvent.Source.CLIENT_LOG, 1)).text();
        assertTrue(few.contains("; it waits for another, 3 tries left"), few);
    }

    static Stream<LabEvent> everyKind() {
        return Stream.of(new RecordEvent.Sent(id(1), "orders", -1, 1),
                new RecordEvent.Acked(id(1), "orders", 3, 7, 6, false, 1),
                new RecordEvent.Acked(id(1), "orders", 3, -1, 0, false, 1),
                new RecordEvent.Acked(id(1), "orders", 3, -1, 0, true, 1),
                new RecordEvent.AckedMany(1, "orders", 0, 9_999, 10_000, false, 1),
                new RecordEvent.AckedMany(1, "orders", 0, 9_999, 10_000, true, 1),
                new RecordEvent.Failed(id(1), id(1), 1, "orders", 0, FailureKind.NOT_RETRIABLE, "RecordTooLarge",
                        "It is over max.message.bytes", Certainty.NO, "", 1, 1),
                new RecordEvent.Unreported(id(1), id(9), 9, "orders", "the producer was closed", 1),
                new AttemptEvent.Retried("orders", 2, 1, Integer.MAX_VALUE - 1, "NOT_LEADER_OR_FOLLOWER",
                        AttemptEvent.Source.CLIENT_LOG, 1),
                new AttemptEvent.Retried("orders", 2, 1, 1, "NETWORK_EXCEPTION", AttemptEvent.Source.WIRE, 1),
                new AttemptEvent.Split("orders", 2, 1, AttemptEvent.Source.WIRE, 1),
                new ClusterEvent.NodeStarting(1, "broker", 1), new ClusterEvent.NodeUp(4, "controller", 1),
                new ClusterEvent.NodeDown(2, "broker", "killed (-9)", 1),
                new ClusterEvent.LeverPulled(2, "kill -9 broker 2", 1),
                new ClusterEvent.ClusterReady("lab cluster", 3, 4_900, 1),
                new ClusterEvent.ClusterFailed("lab cluster", "A port was taken. Close what uses it.", "/tmp/n1.log",
                        1),
                new ClusterEvent.LeaderChanged("orders", 0, 2, 3, 1),
                new ClusterEvent.LeaderChanged("orders", 0, 2, -1, 1),
                new ClusterEvent.LeaderChanged("orders", 0, -1, 3, 1),
                new ClusterEvent.IsrChanged("orders", 0, List.of(1, 2, 3), List.of(1, 3), 1),
                new TransactionEvent.Begun("tx", 1), new TransactionEvent.Committed("tx", 5, 1),
                new TransactionEvent.Aborted("tx", 5, "a record failed", false, 1),
                new LogEvent(Level.INFO, "A word.", 1));
    }

    private void say(long atMs, String... texts) {
        model.receive(batch(atMs, Stream.of(texts).<LabEvent>map(t -> new LogEvent(Level.INFO, t, atMs)).toList(),
                List.of()));
    }

    private List<String> lines() {
        return model.lines().stream().map(l -> l.text() + " " + l.count()).toList();
    }

    private static RecordId id(long number) {
        return new RecordId(1, number, 0);
    }
}
