package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Happening.Kind;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.event.FaultEvent.Recipe;
import ackscope.core.event.LogEvent;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the journal keeps of all that happens. */
class RunJournalTest {
    private final RunJournal journal = new RunJournal();

    @Test
    void aFaultLastsFromItsBeginToItsEnd() {
        Recipe recipe = new Recipe("broker-pause", Map.of("broker", "2"), Map.of("forMs", "200"));
        journal.saw(new FaultEvent.Injected(7, "pause a broker (broker 2)", "", Place.BROKER, 2, 100, recipe));
        assertEquals(
                List.of(new Happening(Kind.FAULT, "pause a broker (broker 2)", "broker-pause", Place.BROKER, 2, "", 100,
                        Long.MAX_VALUE, recipe)),
                journal.since(0));
        journal.saw(new FaultEvent.Ended(7, "pause a broker (broker 2)", Place.BROKER, 2, "undone", 300));
        assertEquals(List.of(100L), journal.between(300, 400).stream().map(Happening::fromMs).toList());
        assertEquals(recipe, journal.between(300, 400).getFirst().recipe());
        assertEquals(List.of(), journal.between(301, 400));
    }

    @Test
    void aNodeMayGoDownAgain() {
        journal.saw(new ClusterEvent.NodeDown(2, "broker", "killed (-9)", 100));
        journal.saw(new ClusterEvent.NodeUp(2, "broker", 200));
        journal.saw(new ClusterEvent.NodeDown(2, "broker", "paused", 300));
        assertEquals(List.of("broker 2 killed (-9)", "broker 2 paused"),
                journal.since(0).stream().map(Happening::title).toList());
        assertEquals(List.of(200L, Long.MAX_VALUE), journal.since(0).stream().map(Happening::toMs).toList());
    }

    @Test
    void aChangeOfLeadersTakesNoTime() {
        journal.saw(new ClusterEvent.LeaderChanged("t", 0, 2, -1, 100));
        journal.saw(new ClusterEvent.LeaderChanged("t", 0, -1, 3, 150));
        assertEquals(List.of("leader of t-0: 2 → none", "leader of t-0: none → 3"),
                journal.between(90, 160).stream().map(Happening::title).toList());
    }

    @Test
    void aChangeOfLeadersConcernsItsPartitionAlone() {
        journal.saw(new ClusterEvent.LeaderChanged("t", 1, 2, 3, 100));
        Happening change = journal.since(0).getFirst();
        assertTrue(change.concerns("t", 1));
        assertTrue(change.concerns("t", -1));
        assertFalse(change.concerns("t", 0));
        assertFalse(change.concerns("u", 1));
        journal.saw(new ClusterEvent.NodeDown(2, "broker", "paused", 300));
        assertTrue(journal.since(0).getLast().concerns("t", 0));
    }

    @Test
    void whatExplainsNothingIsLeftOut() {
        journal.saw(new LogEvent(LogEvent.Level.INFO, "hello", 1));
        journal.saw(new FaultEvent.AllHealed(3, 1));
        assertEquals(List.of(), journal.since(0));
    }

    @Test
    void onlyTheLastAreKept() {
        for (int i = 0; i < 5_000; i++) {
            journal.saw(new ClusterEvent.LeaderChanged("t", 0, i, i + 1, i));
        }
        assertEquals(2_000, journal.since(0).size());
        assertEquals(4_999, journal.since(0).getLast().fromMs());
    }
}
