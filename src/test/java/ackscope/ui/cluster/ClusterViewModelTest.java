package ackscope.ui.cluster;

import static ackscope.ui.cluster.Views.allUp;
import static ackscope.ui.cluster.Views.batch;
import static ackscope.ui.cluster.Views.cameUp;
import static ackscope.ui.cluster.Views.nodes;
import static ackscope.ui.cluster.Views.ready;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Topics.Topic;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.ui.base.Background;
import ackscope.ui.cluster.ClusterViewModel.Health;
import ackscope.ui.cluster.NewTopicModel.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the cluster's part of the window shows and asks for; no toolkit. */
class ClusterViewModelTest {
    private final FakeControl control = new FakeControl().with("orders", 6).with("payments", 3);
    private final List<String> said = new ArrayList<>();
    private final ClusterViewModel model = new ClusterViewModel(control, Background.sameThread(), said::add);

    @Test
    void startIsToldInWordsUntilAllAreUp() {
        List<ClusterView.Node> nodes = nodes(NodeState.UP, NodeState.STARTING, NodeState.STARTING);
        model.receive(
                batch(new ClusterView(Phase.STARTING, "1 of 3 brokers are up", "", nodes, "", List.of(), 0), 100));
        assertEquals("1 of 3 brokers are up", model.summaryProperty().get());
        assertEquals(Health.UNKNOWN, model.healthProperty().get());
        model.receive(batch(allUp(), 200, cameUp()));
        assertEquals("3/3 brokers", model.summaryProperty().get());
        assertEquals(Health.ALL, model.healthProperty().get());
        assertEquals(3, model.brokersUpProperty().get());
    }

    @Test
    void healthIsSomeWhileANodeIsDownAndNoneWithoutABroker() {
        model.receive(batch(ready(nodes(NodeState.UP, NodeState.DEAD, NodeState.UP), "", List.of()), 100));
        assertEquals(Health.SOME, model.healthProperty().get());
        assertEquals("2/3 brokers", model.summaryProperty().get());
        model.receive(batch(ready(nodes(NodeState.DEAD, NodeState.DEAD, NodeState.PAUSED), "", List.of()), 200));
        assertEquals(Health.NONE, model.healthProperty().get());
    }

    @Test
    void missingControllerIsSaidThoughAllBrokersAreUp() {
        List<ClusterView.Node> nodes = new ArrayList<>(nodes(NodeState.UP, NodeState.UP, NodeState.UP));
        nodes.set(3, new ClusterView.Node(100, true, NodeState.DEAD, "", 0, ""));
        model.receive(batch(ready(nodes, "", List.of()), 100));
        assertEquals("3/3 brokers, no controller", model.summaryProperty().get());
        assertEquals(Health.SOME, model.healthProperty().get());
    }

    @Test
    void clusterThatCouldNotBeMadeIsFailedUntilAnotherTry() {
        ClusterView nothing = ClusterView.starting("No cluster is connected.", 0);
        model.receive(batch(nothing, 100,
                new ClusterEvent.ClusterFailed("cluster", "The disk is full. Make room.", "/tmp/node.log", 0)));
        assertEquals(Phase.FAILED, model.phaseProperty().get());
        assertEquals("The disk is full. Make room.", model.progressProperty().get());
        assertEquals("/tmp/node.log", model.failureLogProperty().get());
        model.startLabCluster();
        model.receive(batch(nothing, 200));
        assertEquals(Phase.STARTING, model.phaseProperty().get());
        assertTrue(control.asked.contains("start lab"));
    }

    @Test
    void firstTopicIsChosenAndDescribedOnceTheClusterIsReady() {
        model.receive(batch(allUp(), 100, cameUp()));
        assertEquals("orders", model.topicProperty().get());
        assertEquals(6, model.factsProperty().get().orElseThrow().partitions());
        assertEquals(List.of("orders", "payments"), model.topicNames());
    }

    @Test
    void topicChosenBeforeIsKeptIfItIsThereAndReplacedAloudIfNot() {
        model.topicProperty().set("payments");
        model.receive(batch(allUp(), 100, cameUp()));
        assertEquals("payments", model.topicProperty().get());
        control.topics.remove("payments");
        model.receive(batch(ClusterView.starting("connecting", 0), 200));
        assertTrue(model.factsProperty().get().isEmpty());
        model.receive(batch(allUp(), 300, cameUp()));
        assertEquals("orders", model.topicProperty().get());
        assertTrue(said.getLast().startsWith("Topic payments is not on this cluster; orders"), said::toString);
    }

    @Test
    void factsAreReadAgainWhenAFaultOfTheTopicBeginsAndEnds() {
        model.receive(batch(allUp(), 100, cameUp()));
        control.topics.put("orders", new Topic("orders", 6, 3, 3, 1_048_588));
        model.receive(batch(allUp(), 200,
                new FaultEvent.Injected(1, "raise min.insync.replicas", "", FaultEvent.Place.TOPIC, -1, 190,
                        FaultEvent.Recipe.NONE)));
        assertEquals(3, model.factsProperty().get().orElseThrow().minInsyncReplicas());
        control.topics.put("orders", new Topic("orders", 6, 3, 2, 1_048_588));
        control.failure = "No broker answers.";
        model.receive(batch(allUp(), 300,
                new FaultEvent.Ended(1, "raise min.insync.replicas", FaultEvent.Place.TOPIC, -1, "undone", 290)));
        control.failure = "";
        model.receive(batch(allUp(), 10_000));
        assertEquals(2, model.factsProperty().get().orElseThrow().minInsyncReplicas(), "a failed reading is repeated");
    }

    @Test
    void factsFollowTheTopicAndAnswersTooLateAreDropped() {
        Deque<Runnable> later = new ArrayDeque<>();
        ClusterViewModel slow = new ClusterViewModel(control, new Background(later::add, Runnable::run), said::add);
        slow.receive(batch(allUp(), 100, cameUp()));
        later.clear();
        slow.topicProperty().set("payments");
        slow.topicProperty().set("orders");
        Runnable payments = later.poll();
        later.forEach(Runnable::run);
        payments.run();
        assertEquals("orders", slow.factsProperty().get().map(Topic::name).orElse(""));
    }

    @Test
    void factsAreAskedAgainWhenPartitionsAreAdded() {
        model.receive(batch(allUp(), 100, cameUp()));
        control.with("orders", 7);
        List<Partition> seven = java.util.stream.IntStream.range(0, 7)
                .mapToObj(i -> new Partition(i, 1, List.of(1, 2, 3), List.of(1, 2, 3))).toList();
        model.receive(batch(ready(nodes(NodeState.UP, NodeState.UP, NodeState.UP), "orders", seven), 10_000));
        assertEquals(7, model.factsProperty().get().orElseThrow().partitions());
    }

    @Test
    void failureToDescribeIsSaidOnceAndTriedAgain() {
        model.receive(batch(allUp(), 100, cameUp()));
        control.failure = "Topic 'payments' could not be described: no broker answered in time.";
        model.topicProperty().set("payments");
        for (long now = 5_000; now < 20_000; now += 125) {
            model.receive(batch(allUp(), now));
        }
        assertEquals(1, said.stream().filter(control.failure::equals).count());
        control.failure = "";
        model.receive(batch(allUp(), 30_000));
        assertEquals(3, model.factsProperty().get().orElseThrow().partitions());
    }

    @Test
    void fewestInSyncReplicasCountWhateverPartitionTheyAreOf() {
        model.receive(batch(allUp(), 100, cameUp()));
        assertEquals(-1, model.inSyncMinimumProperty().get());
        List<Partition> partitions = List.of(new Partition(0, 1, List.of(1, 2, 3), List.of(1, 2, 3)),
                new Partition(1, 3, List.of(1, 2, 3), List.of(3)));
        model.receive(batch(ready(nodes(NodeState.UP, NodeState.UP, NodeState.UP), "orders", partitions), 200));
        assertEquals(1, model.inSyncMinimumProperty().get());
        model.topicProperty().set("payments");
        assertEquals(-1, model.inSyncMinimumProperty().get());
    }

    @Test
    void nodesTellTheirStateInWords() {
        List<Partition> partitions = List.of(new Partition(0, 1, List.of(1, 2, 3), List.of(1, 3)),
                new Partition(1, 3, List.of(1, 2, 3), List.of(1, 3)));
        model.topicProperty().set("orders");
        model.receive(
                batch(ready(nodes(NodeState.UP, NodeState.DEAD, NodeState.PAUSED), "orders", partitions), 12_600));
        assertEquals(List.of("leads 1", "dead 12.6 s", "paused 12.6 s", "up"),
                model.levers().nodes().stream()
                        .map(n -> (n.wordsProperty().get() + " " + n.sinceProperty().get()).strip()).toList());
        assertTrue(model.levers().nodes().get(1).detailProperty().get()
                .contains("leads no partition; in sync with 0 of its 2 replicas"));
    }

    @Test
    void leverIsBusyUntilItsWorkIsDoneAndItsFailureIsSaid() {
        Deque<Runnable> later = new ArrayDeque<>();
        ClusterViewModel slow = new ClusterViewModel(control, new Background(later::add, Runnable::run), said::add);
        slow.receive(batch(allUp(), 100, cameUp()));
        while (!later.isEmpty()) {
            later.poll().run();
        }
        NodeModel broker = slow.levers().nodes().getFirst();
        slow.levers().pull(broker, Lever.RESTART);
        slow.receive(batch(allUp(), 1_000));
        slow.receive(batch(allUp(), 2_500));
        assertEquals("restarting", broker.wordsProperty().get());
        assertEquals("1.5 s", broker.sinceProperty().get());
        slow.levers().pull(broker, Lever.KILL);
        assertFalse(control.asked.contains("KILL 1"));
        control.failure = "Broker 1 was started but does not answer after 60 s.";
        later.poll().run();
        assertTrue(broker.busyProperty().get().isEmpty());
        assertTrue(said.contains(control.failure), said::toString);
    }

    @Test
    void leversThatCannotBePulledSayWhy() {
        control.problems.put(Lever.PAUSE, "Windows cannot pause a process.");
        model.receive(batch(allUp(), 100, cameUp()));
        NodeModel broker = model.levers().nodes().getFirst();
        assertEquals("Windows cannot pause a process.", broker.problem(Lever.PAUSE).get());
        assertEquals("", broker.problem(Lever.KILL).get());
    }

    @Test
    void createdTopicIsChosenAndListed() {
        model.receive(batch(allUp(), 100, cameUp()));
        NewTopicModel form = model.newTopic();
        form.reset();
        form.text(Field.NAME).set("clicks");
        form.text(Field.PARTITIONS).set("12");
        model.topics().create(form, () -> {
        });
        assertEquals("clicks", model.topicProperty().get());
        assertEquals(12, model.factsProperty().get().orElseThrow().partitions());
        assertEquals(List.of("clicks", "orders", "payments"), model.topicNames());
    }

    @Test
    void refusedTopicKeepsTheFormAndTellsWhatTheClusterSaid() {
        model.receive(batch(allUp(), 100, cameUp()));
        control.failure = "Topic 'clicks' was not created: no broker answered in time.";
        model.newTopic().text(Field.NAME).set("clicks");
        model.topics().create(model.newTopic(), () -> {
        });
        assertEquals(control.failure, model.newTopic().problem(Field.OUTCOME).get());
        assertEquals("clicks", model.newTopic().text(Field.NAME).get());
        assertEquals("orders", model.topicProperty().get());
    }
}
