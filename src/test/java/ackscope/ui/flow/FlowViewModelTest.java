package ackscope.ui.flow;

import static ackscope.ui.base.Feeds.batch;
import static ackscope.ui.base.Feeds.sample;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Node;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.breaker.BreakerView;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.fault.ActiveFault;
import ackscope.core.metrics.Alert;
import ackscope.core.wire.AttemptNews;
import ackscope.core.wire.WireSums;
import ackscope.ui.base.Insight;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import ackscope.ui.base.FeedBatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the diagram says; no toolkit. */
class FlowViewModelTest {
    private final FlowViewModel model = new FlowViewModel();

    @Test
    void countsComeFromTheTotalsAndRatesFromTheLastSecond() {
        for (int i = 0; i <= 8; i++) {
            feed(sample(1, 1_000 + i * 250L, i * 25L, i * 20L));
        }
        assertEquals(200, edge(FlowEdge.SEND).count());
        assertEquals(100, edge(FlowEdge.SEND).rate(), 1e-9);
        assertEquals(80, edge(FlowEdge.ACKNOWLEDGE).rate(), 1e-9);
        assertEquals(25, edge(FlowEdge.SEND).fresh());
    }

    @Test
    void aNewRunBeginsAtNothingAndNoRateIsNegative() {
        feed(sample(1, 1_000, 5_000, 5_000));
        feed(sample(1, 1_250, 6_000, 6_000));
        feed(sample(2, 1_500, 10, 5));
        assertEquals(10, edge(FlowEdge.SEND).count());
        assertEquals(10, edge(FlowEdge.SEND).fresh());
        assertEquals(40, edge(FlowEdge.SEND).rate(), 1e-9);
    }

    @Test
    void aRateEndsWhenNoSampleComesAnyMore() {
        feed(sample(1, 1_000, 0, 0));
        feed(sample(1, 1_250, 25, 25));
        assertTrue(edge(FlowEdge.SEND).live());
        model.receive(batch(9_000, List.of(), List.of()));
        assertEquals(0, edge(FlowEdge.SEND).rate());
        assertEquals(25, edge(FlowEdge.SEND).count());
    }

    @Test
    void monitoringNamesTheAlertsThatStandAndCountsThoseThatWereRaised() {
        feed(sample(1, 1_000, 100, 100));
        assertEquals(List.of("no alert stands"), alarms());
        Alert standing = new Alert(2, "Nothing acked for 5 s", true, "cause", "evidence", "next", 1_000,
                OptionalLong.empty());
        Alert cleared = new Alert(1, "Error rate over 1 %", false, "cause", "evidence", "next", 500,
                OptionalLong.of(900));
        model.receive(new FeedBatch(List.of(
                new AlertEvent.Raised(1, "Error rate over 1 %", "cause", "evidence", "next", 500),
                new AlertEvent.Raised(2, "Nothing acked for 5 s", "cause", "evidence", "next", 1_000)), 0, List.of(),
                cluster(1, NodeState.UP), 1_100, insight(List.of(), List.of(standing, cleared), BreakerView.OFF)));
        assertEquals(List.of("Nothing acked for 5 s"), alarms());
        assertEquals(Stress.FAILING, model.stateProperty().get().stress(Station.MONITORING));
        assertEquals(2, edge(FlowEdge.ALERT).count());
        assertEquals(2, edge(FlowEdge.ALERT).fresh());
        feed(sample(2, 7_750, 10, 5));
        assertEquals(0, edge(FlowEdge.ALERT).count(), "a new run begins at nothing");
    }

    @Test
    void moreAlertsThanTheStationHasRoomForAreCounted() {
        List<Alert> many = IntStream.rangeClosed(1, 6).mapToObj(
                i -> new Alert(i, "Rule " + i, true, "cause", "evidence", "next", 1_000, OptionalLong.empty()))
                .toList();
        model.receive(new FeedBatch(List.of(), 0, List.of(), cluster(1, NodeState.UP), 1_100,
                insight(List.of(), many, BreakerView.OFF)));
        assertEquals(List.of("Rule 1", "Rule 2", "Rule 3", "and 3 more"), alarms());
    }

    @Test
    void silenceIsToldOnTheAcknowledgeEdge() {
        feed(sample(1, 2_000, 200, 200));
        for (int i = 0; i <= 20; i++) {
            feed(sample(1, 2_250 + i * 250L, 300, 200));
        }
        assertEquals("none for 5 s", edge(FlowEdge.ACKNOWLEDGE).words());
    }

    @Test
    void aFaultStandsWhereItActs() {
        List<ActiveFault> faults = List.of(fault(1, "drop answers", Place.ANSWER, -1, 3),
                fault(2, "delay 100 ms", Place.REQUEST, -1, 0), fault(3, "refuse connections", Place.BROKER, 2, 0),
                fault(4, "stall 1 to 2", Place.REPLICATION, 1, 9), fault(5, "buffer too small", Place.CLIENT, -1, 0));
        model.receive(new FeedBatch(List.of(), 0, List.of(), cluster(1, NodeState.UP), 1_100,
                insight(faults, List.of(), BreakerView.OFF)));
        FlowState state = model.stateProperty().get();
        assertEquals("drop answers  × 3", state.fault(FlowEdge.ACKNOWLEDGE).text());
        assertEquals("delay 100 ms", state.fault(FlowEdge.SEND).text());
        assertEquals("refuse connections", state.broker().cards().get(1).badge());
        assertEquals("stall 1 to 2  × 9", state.broker().fault().text());
        assertEquals("buffer too small", state.client().text());
        model.receive(batch(1_200, List.of(), List.of()));
        assertTrue(model.stateProperty().get().fault(FlowEdge.ACKNOWLEDGE).none());
    }

    @Test
    void theGateTellsTheBreakersState() {
        BreakerView open = new BreakerView(true, BreakerEvent.State.OPEN, 0.62, 0.5, Double.NaN, 1, 20, 10, 3_200, -1,
                120, 1_000, 120, 0, 0);
        model.receive(new FeedBatch(List.of(), 0, List.of(), cluster(1, NodeState.UP), 1_100,
                insight(List.of(), List.of(), open)));
        GateState gate = model.stateProperty().get().gate();
        assertTrue(gate.on());
        assertEquals(BreakerEvent.State.OPEN, gate.state());
        assertEquals("next try in 3.2 s", gate.detail());
        assertEquals("Outbox 120", gate.outbox());
    }

    @Test
    void onePartitionIsToldByItsLeaderManyByHowManyEachLeads() {
        model.receive(on(cluster(1, NodeState.UP), 1_000, List.of()));
        BrokerState one = model.stateProperty().get().broker();
        assertEquals(List.of("Leader", "Follower", "Follower"), one.cards().stream().map(BrokerCard::role).toList());
        assertEquals("ISR {1, 2, 3}: 3 of 3 in sync", one.footer());
        model.receive(on(cluster(12, NodeState.UP), 1_000, List.of()));
        BrokerState twelve = model.stateProperty().get().broker();
        assertEquals("leads 4 of 12", twelve.cards().getFirst().role());
        assertEquals("ISR 12 of 12", twelve.cards().getFirst().sync());
        assertEquals(Stress.CALM, twelve.stress());
    }

    @Test
    void aDeadBrokerWearsTheLeversBadgeUntilItIsUpAgain() {
        model.receive(on(cluster(12, NodeState.DEAD), 20_000,
                List.of(new ClusterEvent.LeverPulled(2, "kill -9 broker 2", 19_000))));
        BrokerCard dead = model.stateProperty().get().broker().cards().get(1);
        assertEquals("kill -9", dead.badge());
        assertEquals("Dead 19 s", dead.role());
        assertEquals(Stress.FAILING, model.stateProperty().get().broker().stress());
        model.receive(on(cluster(12, NodeState.UP), 23_000, List.of()));
        assertEquals("", model.stateProperty().get().broker().cards().get(1).badge());
    }

    @Test
    void aPartitionWithoutLeaderIsTold() {
        ClusterView view = new ClusterView(ClusterView.Phase.READY, "", "", List.of(), "orders",
                List.of(new Partition(0, -1, List.of(1), List.of())), 0);
        model.receive(on(view, 1_000, List.of()));
        assertEquals("no leader: nothing can be written", model.stateProperty().get().broker().footer());
    }

    @Test
    void aPartitionWhoseLeaderIsDeadHasNoLeaderBeforeAnyBrokerSaysSo() {
        model.receive(on(cluster(12, NodeState.DEAD), 1_000, List.of()));
        assertEquals("4 partitions have no leader", model.stateProperty().get().broker().footer());
    }

    @Test
    void whatNoBrokerConfirmsIsToldAsOld() {
        ClusterView seen = cluster(12, NodeState.DEAD);
        List<Node> dead = seen.nodes().stream().map(
                n -> new Node(n.id(), n.controller(), n.controller() ? NodeState.UP : NodeState.DEAD, "", 1, ""))
                .toList();
        model.receive(on(new ClusterView(ClusterView.Phase.READY, "", "", dead, "orders", seen.partitions(), 20_000,
                8_000), 20_000, List.of()));
        BrokerState state = model.stateProperty().get().broker();
        assertEquals("no broker answers; as of 12 s ago", state.footer());
        assertEquals(List.of(Tone.QUIET, Tone.QUIET, Tone.QUIET),
                state.cards().stream().map(BrokerCard::syncTone).toList());
        assertEquals(Stress.FAILING, state.stress());
    }

    @Test
    void ofManyBrokersThoseInTroubleAreShownFirst() {
        List<Node> nodes = new ArrayList<>();
        for (int id = 1; id <= 9; id++) {
            nodes.add(new Node(id, false, id == 8 ? NodeState.UNKNOWN : NodeState.UP, "", 0, ""));
        }
        ClusterView view = new ClusterView(ClusterView.Phase.READY, "", "", nodes, "orders",
                List.of(new Partition(0, 7, List.of(7), List.of(7))), 0);
        model.receive(on(view, 1_000, List.of()));
        BrokerState state = model.stateProperty().get().broker();
        assertEquals(List.of(1, 2, 7, 8), state.cards().stream().map(BrokerCard::id).toList());
        assertTrue(state.footer().endsWith("5 more brokers"), state.footer());
    }

    @Test
    void recordsWithoutAReportStandInTheErrorLog() {
        feed(sample(1, 1_000, new RunTotals(10, 7, 0, 1, 2, 2, 0, 0, 0, Map.of())));
        assertEquals(List.of("failed 1", "no report 2", "maybe in log 2", "never sent 0"),
                model.stateProperty().get().rows(Station.ERROR_LOG).stream().map(Row::spoken).toList());
    }

    @Test
    void theLastErrorOfARetryIsNamed() {
        model.receive(batch(1_000, List.of(new AttemptEvent.Retried("orders", 0, 1, 2, "NOT_LEADER_OR_FOLLOWER",
                AttemptEvent.Source.CLIENT_LOG, 1_000)), List.of()));
        assertEquals("NOT_LEADER_OR_FOLLOWER", model.stateProperty().get().rows(Station.RETRY).getLast().label());
        model.receive(batch(13_000, List.of(), List.of()));
        assertEquals("last error 12 s ago", model.stateProperty().get().rows(Station.RETRY).get(1).spoken());
        model.receive(batch(31_000, List.of(), List.of()));
        assertEquals("no error lately", model.stateProperty().get().rows(Station.RETRY).getLast().label());
    }

    @Test
    void choosingTwiceShowsAllAgain() {
        model.choose(new FlowFilter.Along(FlowEdge.RETRY));
        assertEquals(new FlowFilter.Along(FlowEdge.RETRY), model.filterProperty().get());
        model.choose(new FlowFilter.Along(FlowEdge.RETRY));
        assertEquals(new FlowFilter.All(), model.filterProperty().get());
    }

    private static ActiveFault fault(long id, String title, Place place, int node, long hits) {
        return new ActiveFault(id, title, "expect something", place, node, 0, OptionalLong.empty(), hits, "undo");
    }

    private static Insight insight(List<ActiveFault> faults, List<Alert> alerts, BreakerView breaker) {
        return new Insight(AttemptNews.NONE, WireSums.NONE, faults, breaker, alerts);
    }

    private List<String> alarms() {
        return model.stateProperty().get().rows(Station.MONITORING).stream().map(Row::label).toList();
    }

    private EdgeState edge(FlowEdge edge) {
        return model.stateProperty().get().edge(edge);
    }

    private void feed(Sample sample) {
        model.receive(batch(sample.atMs(), List.of(), List.of(sample)));
    }

    private static FeedBatch on(ClusterView view, long nowMs, List<LabEvent> events) {
        return new FeedBatch(events, 0, List.of(), view, nowMs);
    }

    private static ClusterView cluster(int partitions, NodeState second) {
        List<Node> nodes = List.of(new Node(1, false, NodeState.UP, "", 1, ""),
                new Node(2, false, second, "", 1, ""), new Node(3, false, NodeState.UP, "", 1, ""),
                new Node(4, true, NodeState.UP, "", 1, ""));
        List<Partition> list = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            list.add(new Partition(p, p % 3 + 1, List.of(1, 2, 3), List.of(1, 2, 3)));
        }
        return new ClusterView(ClusterView.Phase.READY, "", "", nodes, "orders", list, 1);
    }
}
