package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.Setting;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.Topics;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Faults of the cluster itself, on real brokers: they act, and undoing them leaves nothing behind. */
@ExtendWith(SharedLab.Extension.class)
class FaultBoardIT {
    private static final long LIMIT_MS = 30_000;

    @TempDir
    private Path folder;
    private LabCluster cluster;
    private Stand stand;

    @BeforeEach
    void open(SharedLab lab) {
        cluster = lab.cluster();
        stand = new Stand(lab, folder, true);
        stand.topic(2);
    }

    @AfterEach
    void close() {
        stand.close();
    }

    private NodeState state(int node) {
        return cluster.view().nodes().stream().filter(n -> n.id() == node).findFirst().orElseThrow().state();
    }

    private void awaitAnotherLeader(int than) {
        stand.awaitPartition("another leader", p -> p.leader() >= 0 && p.leader() != than);
    }

    @Test
    void everyFaultCanBeSetAndUndoneWithAClusterThatIsWellAfterwards() {
        stand.warm();
        List<String> refused = new ArrayList<>();
        for (FaultKind kind : new FaultCatalogue().kinds()) {
            try {
                stand.undo(stand.fault(kind.id(), Trigger.NOW));
            } catch (ClusterException e) {
                refused.add(kind.id() + ": " + e.getMessage());
            }
        }
        assertEquals(1, refused.size(), refused::toString);
        assertTrue(refused.getFirst().startsWith("broker-resume: ") && refused.getFirst().endsWith("is not paused."));
        stand.heal();
        stand.send(10, 0);
        stand.await("acknowledgements", 11);
    }

    @Test
    void settingsAreLeftAsTheyWere() {
        List<Setting> settings = List.of(new Setting.OfTopic(stand.topicName(), "max.message.bytes"),
                new Setting.OfTopic(stand.topicName(), "compression.type"), new Setting.ProducerQuota(""),
                new Setting.ProducerQuota("someone"), new Setting.WriteRules(stand.topicName()),
                new Setting.WriteRules(Setting.WriteRules.EVERYWHERE));
        List<Optional<String>> before = settings.stream().map(cluster.sabotage()::read).toList();
        assertEquals(Optional.of("1048588"), before.getFirst());
        List<Long> ids = new ArrayList<>();
        for (String[] fault : new String[][]{{"topic-max-message", "bytes", "100"},
                {"topic-max-message", "bytes", "200"}, {"cluster-quota"},
                {"cluster-quota", "client", "someone", "bytes-per-second", "7"}, {"topic-deny-write"},
                {"cluster-deny-write"}}) {
            ids.add(stand.fault(fault[0], Trigger.NOW, Arrays.copyOfRange(fault, 1, fault.length)));
        }
        assertEquals(Optional.of("200"), cluster.sabotage().read(settings.getFirst()));
        assertEquals(Optional.of("50000"), cluster.sabotage().read(settings.get(2)));
        assertEquals(Optional.of("7"), cluster.sabotage().read(settings.get(3)));
        assertEquals(Optional.of(Setting.WriteRules.CLOSED), cluster.sabotage().read(settings.get(4)));
        ids.forEach(stand::undo);
        assertEquals(before, settings.stream().map(cluster.sabotage()::read).toList());
    }

    @Test
    void aQuotaThrottlesAndLosesNothing() {
        stand.warm();
        stand.fault("cluster-quota", Trigger.NOW, "bytes-per-second", "30000");
        long began = System.nanoTime();
        stand.send(3_500, 0);
        stand.await("acknowledgements", 3_501);
        // Over 400 kB at 30 kB/s, less what the window of ten seconds lets through at once.
        assertTrue(System.nanoTime() - began > 1_000_000_000L, "it was not throttled");
        stand.result(3_501).assertSafe();
    }

    @Test
    void aLogDirectoryThatFailsMovesTheLeaderAndTheBrokerLives() {
        int leader = stand.partition().leader();
        stand.warm();
        long id = stand.fault("broker-disk", Trigger.NOW);
        awaitAnotherLeader(leader);
        assertEquals(NodeState.UP, state(leader));
        stand.send(50, 0);
        stand.await("acknowledgements", 51);
        stand.undo(id);
        stand.awaitPartition("three in sync", p -> p.isr().size() == 3);
        stand.result(51).assertSafe();
    }

    @Test
    void aLogDirectoryIsPutBackThoughItsBrokerWasRestartedMeanwhile() {
        int leader = stand.partition().leader();
        stand.send(50, 0);
        stand.await("acknowledgements", 50);
        long id = stand.fault("broker-disk", Trigger.NOW);
        awaitAnotherLeader(leader);
        stand.fault("broker-restart", Trigger.NOW, "broker", Integer.toString(leader));
        stand.undo(id);
        stand.awaitPartition("three in sync", p -> p.isr().size() == 3);
        stand.send(50, 0);
        stand.await("acknowledgements", 100);
        stand.result(100).assertSafe();
    }

    @Test
    void aTopicThatIsMadeAgainIsEmptyAndTheSame() {
        Optional<Topics.Topic> was = cluster.topics().describe(stand.topicName());
        List<Integer> replicas = stand.partition().replicas();
        stand.warm();
        stand.fault("topic-recreate", Trigger.NOW);
        assertEquals(was, cluster.topics().describe(stand.topicName()));
        assertEquals(0, Stored.read(cluster.clientProperties(), stand.topicName()).distinct().size());
        stand.send(20, 0);
        stand.await("acknowledgements", 21);
        stand.awaitPartition("the same replicas", p -> p.replicas().equals(replicas));
        assertTrue(Stored.read(cluster.clientProperties(), stand.topicName()).distinct().size() >= 20);
    }

    @Test
    void aBrokerCutOffFromTheControllerLosesItsLeadershipAndComesBack() {
        int leader = stand.partition().leader();
        long id = stand.fault("controller-cut", Trigger.NOW);
        awaitAnotherLeader(leader);
        SharedLab.await("the broker to be missed", LIMIT_MS, () -> state(leader) == NodeState.UNKNOWN);
        stand.undo(id);
        stand.awaitPartition("three in sync", p -> p.isr().size() == 3);
    }

    @Test
    void anIsolatedBrokerLosesItsLeadershipAndComesBack() {
        int leader = stand.partition().leader();
        long id = stand.fault("partition-isolated", Trigger.NOW);
        awaitAnotherLeader(leader);
        stand.undo(id);
        stand.awaitPartition("three in sync", p -> p.isr().size() == 3);
    }

    @Test
    void aBrokerApartFromTheOthersStaysLeaderAlone() {
        int leader = stand.partition().leader();
        stand.with("acks", "1").warm();
        long id = stand.fault("partition-broker", Trigger.NOW);
        stand.send(10, 0);
        stand.awaitPartition("an ISR of one", p -> p.isr().size() == 1);
        assertEquals(leader, stand.partition().leader());
        stand.undo(id);
        stand.awaitPartition("three in sync", p -> p.isr().size() == 3);
    }

    @Test
    void aFollowerThatIsCutOffLeavesTheIsrAlone() {
        int follower = Integer.parseInt(stand.follower());
        stand.with("acks", "1").warm();
        long id = stand.fault("replication-cut", Trigger.NOW, "follower", stand.follower());
        stand.send(10, 0);
        stand.awaitPartition("a smaller ISR", p -> !p.isr().contains(follower));
        assertEquals(2, stand.partition().isr().size());
        assertTrue(stand.hits(id) > 0);
        stand.undo(id);
        stand.awaitPartition("three in sync", p -> p.isr().size() == 3);
    }

    @Test
    void clientsApartFromTheLeaderWaitAndItStaysLeader() {
        int leader = stand.partition().leader();
        stand.with("request.timeout.ms", "1000").warm();
        long id = stand.fault("partition-client", Trigger.lasting(2_500));
        stand.send(10, 0);
        SharedLab.await("the partition to be over", LIMIT_MS, () -> !stand.inForce(id));
        stand.await("acknowledgements", 11);
        assertEquals(leader, stand.partition().leader());
        Result result = stand.result(11);
        result.assertSafe();
        assertTrue(result.tries() > 11, result::toString);
    }

    @Test
    void withoutItsControllerTheClusterIsHealedControllerFirst() {
        int leader = stand.partition().leader();
        stand.fault("controller-kill", Trigger.NOW);
        stand.fault("broker-kill", Trigger.NOW);
        stand.fault("broker-pause", Trigger.NOW, "broker", stand.follower());
        assertFalse(cluster.view().nodes().stream().allMatch(n -> n.state() == NodeState.UP));
        stand.heal();
        assertTrue(cluster.view().nodes().stream().allMatch(n -> n.state() == NodeState.UP));
        assertEquals(Optional.empty(), cluster.sabotage().ailment());
        stand.awaitPartition("the first leader again", p -> p.leader() == leader);
    }

    @Test
    void whatWasDoneToAnswersIsKeptWithTheAttempt() {
        stand.warm();
        stand.fault("answer-error", Trigger.next(1), "error", "REQUEST_TIMED_OUT");
        stand.send(1, 0);
        Result result = stand.result(2);
        assertEquals(Map.of(0, List.of(0L, 1L)), result.stored().numbers());
        assertTrue(result.lives().getFirst().attempts().getFirst().fault().startsWith("replace the answer"),
                result.lives()::toString);
    }
}
