package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.Answer;
import ackscope.core.event.Attempt;
import ackscope.core.event.BatchLife;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.fault.ActiveFault;
import ackscope.core.metrics.Alert;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import ackscope.ui.base.AttemptMeaning;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class VeilTest {
    private static final FaultEvent.Injected BEGUN = new FaultEvent.Injected(1, "kill -9 (broker 2)", "It dies.",
            FaultEvent.Place.BROKER, 2, 10, FaultEvent.Recipe.NONE);
    private static final LabEvent LEVER = new ClusterEvent.LeverPulled(2, "kill -9 broker 2", 10);
    private static final LabEvent LEADER = new ClusterEvent.LeaderChanged("t", 0, 2, 3, 12);
    private static final ActiveFault ACTIVE = new ActiveFault(1, "kill -9 (broker 2)", "It dies.",
            FaultEvent.Place.BROKER, 2, 10, OptionalLong.empty(), 0, "restarted");

    private final Veil veil = new Veil();

    private static FeedBatch batch(List<LabEvent> events, NodeState second) {
        ClusterView view = new ClusterView(ClusterView.Phase.READY, "", "localhost:1", List.of(
                new ClusterView.Node(1, false, NodeState.UP, "localhost:1", 0, ""),
                new ClusterView.Node(2, false, second, "localhost:2", 0, "")), "t", List.of(), 20);
        return new FeedBatch(events, 0, List.of(), view, 20, new Insight(
                new AttemptNews(true, List.of(swallowed()), 0), WireSums.NONE, List.of(ACTIVE),
                Insight.NONE.breaker(), List.of()));
    }

    private static BatchLife swallowed() {
        return new BatchLife(1, "c", "t", 0, Optional.empty(), Optional.empty(), 1, -1, false, "none",
                List.of(new Attempt(1, 2, 1, 1, 0, 0, -1, 1, 100, 10, false,
                        new Answer.None("the fault kept the request", 11), Attempt.Heard.NOTHING, "", 12, "swallow")));
    }

    @Test
    void withoutItEverythingIsSeen() {
        FeedBatch all = batch(List.of(BEGUN, LEVER, LEADER), NodeState.DEAD);
        assertEquals(all, veil.over(all));
    }

    @Test
    void noNameOfAFaultPassesAndWhatTheClusterTellsDoes() {
        veil.hang(true);
        FeedBatch seen = veil.over(batch(List.of(BEGUN, LEVER,
                new ClusterEvent.NodeDown(2, "broker", "killed (-9)", 11), LEADER), NodeState.PAUSED));
        assertEquals(2, seen.events().size());
        assertFalse(seen.events().toString().contains("kill"), seen.events()::toString);
        assertEquals(LEADER, seen.events().getLast());
        assertEquals(List.of(), seen.insight().faults());
        assertEquals(List.of(NodeState.UP, NodeState.UNKNOWN),
                seen.cluster().nodes().stream().map(ClusterView.Node::state).toList());
    }

    @Test
    void aTryThatAFaultKeptLooksLikeOneThatGotNoAnswer() {
        veil.hang(true);
        BatchLife seen = veil.over(batch(List.of(), NodeState.UP)).insight().attempts().changed().getFirst();
        assertEquals("", seen.latest().fault());
        assertInstanceOf(Answer.None.class, seen.latest().said());
        assertTrue(AttemptMeaning.of(seen, 0).contains("is not known"), AttemptMeaning.of(seen, 0));
        assertEquals(List.of(seen), veil.over(List.of(swallowed())));
    }

    @Test
    void anAlertTellsWhatWasMeasuredAndNoRemedy() {
        veil.hang(true);
        Alert alert = new Alert(1, "Errors", true, "a permission", "3 failed", "grant it", 10, OptionalLong.empty());
        FeedBatch all = batch(List.of(new AlertEvent.Raised(1, "Errors", "a permission", "3 failed", "grant it", 10)),
                NodeState.UP);
        FeedBatch seen = veil.over(new FeedBatch(all.events(), 0, List.of(), all.cluster(), 20, new Insight(
                all.insight().attempts(), WireSums.NONE, List.of(), Insight.NONE.breaker(), List.of(alert))));
        assertEquals(List.of(new AlertEvent.Raised(1, "Errors", "", "3 failed", "", 10)), seen.events());
        assertEquals(List.of(alert.withoutWords()), seen.insight().alerts());
    }

    @Test
    void whatWasHeldBackIsHandedOnInItsOrderWhenItIsLifted() {
        veil.hang(true);
        FeedBatch first = veil.over(batch(List.of(BEGUN, LEVER), NodeState.DEAD));
        assertEquals(List.of(), first.events());
        veil.hang(false);
        assertEquals(List.of(BEGUN, LEVER, LEADER), veil.over(batch(List.of(LEADER), NodeState.UP)).events());
        assertEquals(List.of(LEADER), veil.over(batch(List.of(LEADER), NodeState.UP)).events());
    }
}
