package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedLab.Extension.class)
class LabClusterIT {
    private static final long LIMIT_MS = 20_000;

    private SharedLab lab;
    private LabCluster cluster;

    @BeforeEach
    void take(SharedLab shared) {
        lab = shared;
        cluster = shared.cluster();
    }

    @AfterEach
    void heal() {
        lab.heal();
    }

    @Test
    void takesRecordsThroughTheProxiesAndGivesThemBack() throws Exception {
        String topic = lab.topic(1, 3, 2);
        byte[] value = "value".getBytes(StandardCharsets.UTF_8);
        RecordMetadata written = send(cluster.clientProperties(), topic, value);

        Topics.StoredRecord read = cluster.topics().read(topic, 0, written.offset()).orElseThrow();
        assertArrayEquals(value, read.value());
        assertEquals(Optional.empty(), Optional.ofNullable(read.key()));
        assertEquals(written.timestamp(), read.timestampMs());
        assertEquals(List.of("h"), read.headers().stream().map(Topics.Header::name).toList());
        assertEquals(Optional.empty(), cluster.topics().read(topic, 0, written.offset() + 1));
    }

    @Test
    void everyBrokerAdvertisesItsProxyAndOnlyDirectItself() throws Exception {
        assertEquals(cluster.view().bootstrap(), addresses(cluster.clientProperties()));
        assertEquals(cluster.directBootstrap(), addresses(Map.of("bootstrap.servers", cluster.directBootstrap())));
    }

    @Test
    void aKilledLeaderIsReplacedAndItsReplicaComesBack() {
        String topic = lab.topic(1, 3, 2);
        int leader = cluster.view().partitions().getFirst().leader();
        int seen = lab.events().size();

        cluster.kill(leader);
        SharedLab.await("another leader", LIMIT_MS, () -> leaderNow() >= 0 && leaderNow() != leader);
        assertEquals(ClusterView.NodeState.DEAD, state(leader));

        cluster.restart(leader);
        SharedLab.await("three replicas in sync", LIMIT_MS,
                () -> cluster.view().partitions().getFirst().isr().size() == 3 && cluster.view().brokersUp() == 3);
        List<LabEvent> told = lab.events().subList(seen, lab.events().size());
        assertTrue(told.stream().anyMatch(e -> e instanceof ClusterEvent.LeverPulled(int node, String action, _)
                && node == leader && action.equals("kill -9 broker " + leader)));
        assertTrue(told.stream().anyMatch(e -> e instanceof ClusterEvent.NodeDown(int node, _, String how, _)
                && node == leader && how.equals("killed (-9)")));
        assertTrue(told.stream().anyMatch(e -> e instanceof ClusterEvent.LeaderChanged(String name, _, int from, _, _)
                && name.equals(topic) && from == leader));
        assertTrue(told.stream().anyMatch(e -> e instanceof ClusterEvent.NodeUp(int node, _, _) && node == leader));
    }

    @Test
    void aStoppedLeaderHandsOverFirst() {
        lab.topic(1, 3, 2);
        int leader = cluster.view().partitions().getFirst().leader();

        cluster.stop(leader);
        SharedLab.await("another leader", LIMIT_MS, () -> leaderNow() >= 0 && leaderNow() != leader);
        SharedLab.await("its state", LIMIT_MS, () -> state(leader) == ClusterView.NodeState.STOPPED);
        assertEquals(Optional.of("Broker " + leader + " is not running."),
                cluster.leverProblem(Lever.PAUSE, leader));
    }

    @Test
    void aPausedBrokerHoldsNothingUp() {
        lab.topic(1, 3, 2);
        int leader = cluster.view().partitions().getFirst().leader();

        cluster.pause(leader);
        SharedLab.await("another leader", LIMIT_MS, () -> leaderNow() >= 0 && leaderNow() != leader);
        assertEquals(ClusterView.NodeState.PAUSED, state(leader));
        for (int i = 0; i < 3; i++) {
            long before = cluster.view().atMs();
            SharedLab.await("a fresh view", 3_000, () -> cluster.view().atMs() > before);
        }
        assertTrue(cluster.topics().names().size() > 0);
        assertTrue(assertThrows(ClusterException.class, () -> cluster.stop(leader)).getMessage()
                .contains("resume it first"));

        cluster.resume(leader);
        SharedLab.await("the broker to be back", LIMIT_MS, () -> state(leader) == ClusterView.NodeState.UP);
    }

    @Test
    void withoutItsControllerTheClusterStillTakesRecords() throws Exception {
        String topic = lab.topic(1, 3, 2);
        int controller = cluster.view().nodes().getLast().id();
        try (Producer<byte[], byte[]> producer = producer(cluster.clientProperties())) {
            assertEquals(0, send(producer, topic, new byte[1]).offset());
            cluster.kill(controller);
            assertEquals(1, send(producer, topic, new byte[1]).offset());
        }
        assertEquals(Optional.of("The controller can be killed and restarted only."),
                cluster.leverProblem(Lever.PAUSE, controller));
        assertTrue(cluster.leverProblem(Lever.RESTART, 1).orElse("").contains("Restart the controller first"));

        cluster.restart(controller);
        lab.topic(1, 3, 2);
    }

    @Test
    void theSecureListenerTakesItsUserAndNoOther() throws Exception {
        String topic = lab.topic(1, 3, 2);
        Map<String, Object> wrong = new HashMap<>(cluster.secureClientProperties());
        wrong.put("sasl.jaas.config", LabIdentity.login(LabIdentity.CLIENT_USER, "wrong"));

        assertTrue(send(cluster.secureClientProperties(), topic, new byte[1]).hasOffset());
        try (AdminTopics refused = new AdminTopics(wrong, _ -> Map.of())) {
            String message = assertThrows(ClusterException.class, refused::names).getMessage();
            assertTrue(message.contains("user and password"), message);
        }
    }

    @Test
    void topicsAreDescribedAsTheyWereMade() {
        Topics.NewTopic made = new Topics.NewTopic("described", 4, 2, 2, 2_000_000);
        cluster.topics().create(made);

        assertEquals(Optional.of(new Topics.Topic("described", 4, 2, 2, 2_000_000)),
                cluster.topics().describe("described"));
        assertTrue(cluster.topics().names().contains("described"));
        assertEquals(Optional.empty(), cluster.topics().describe("missing"));
    }

    @Test
    void topicsThatCannotBeAreRefusedInWords() {
        String there = lab.topic(1, 1, 1);

        assertTrue(refusal(new Topics.NewTopic(there, 1, 1, 1, 1_000_000)).contains("there already"));
        assertTrue(refusal(new Topics.NewTopic("a b", 1, 1, 1, 1_000_000)).contains("not allowed"));
        assertTrue(refusal(new Topics.NewTopic("many", 1, 9, 1, 1_000_000)).contains("replication"));
        assertTrue(refusal(new Topics.NewTopic("never", 1, 2, 3, 1_000_000)).contains("min.insync.replicas"));
        assertTrue(refusal(new Topics.NewTopic("none", 0, 1, 1, 1_000_000)).contains("partitions"));
    }

    @Test
    void isSeenTheSameFromOutside() {
        String topic = lab.topic(2, 3, 2);
        try (RemoteCluster remote = new RemoteCluster("outside",
                Map.of("bootstrap.servers", cluster.view().bootstrap()),
                _ -> {
                })) {
            remote.watch(topic);
            remote.start();
            SharedLab.await("the remote view", LIMIT_MS, () -> remote.view().partitions().size() == 2);

            assertEquals(ClusterView.Phase.READY, remote.view().phase());
            assertEquals(3, remote.view().brokersUp());
            assertTrue(remote.topics().names().contains(topic));
        }
    }

    @Test
    void aClusterThatIsNotThereIsSaidInWords() {
        try (RemoteCluster remote = new RemoteCluster("nowhere", Map.of("bootstrap.servers", "127.0.0.1:1"), _ -> {
        })) {
            remote.start();
            SharedLab.await("the failure", LIMIT_MS, () -> remote.view().phase() == ClusterView.Phase.FAILED);

            assertTrue(remote.view().progress().contains("no broker answered"), remote.view().progress());
        }
    }

    @Test
    void knowsHowMuchDiskIsLeft() {
        assertTrue(cluster.freeDiskBytes() > 0 && cluster.freeDiskBytes() < Long.MAX_VALUE);
    }

    private int leaderNow() {
        return cluster.view().partitions().getFirst().leader();
    }

    private ClusterView.NodeState state(int node) {
        return cluster.view().nodes().stream().filter(n -> n.id() == node).findFirst().orElseThrow().state();
    }

    private String refusal(Topics.NewTopic topic) {
        return assertThrows(ClusterException.class, () -> cluster.topics().create(topic)).getMessage();
    }

    private static String addresses(Map<String, Object> reach) throws Exception {
        try (Admin admin = AdminClients.create(reach, 2_000, 5_000)) {
            Map<Integer, Node> brokers = admin.describeCluster().nodes().get(10, TimeUnit.SECONDS).stream()
                    .collect(Collectors.toMap(Node::id, n -> n));
            return IntStream.rangeClosed(1, 3).mapToObj(brokers::get).map(n -> n.host() + ":" + n.port())
                    .collect(Collectors.joining(","));
        }
    }

    private static RecordMetadata send(Map<String, Object> reach, String topic, byte[] value) throws Exception {
        try (Producer<byte[], byte[]> producer = producer(reach)) {
            return send(producer, topic, value);
        }
    }

    private static RecordMetadata send(Producer<byte[], byte[]> producer, String topic, byte[] value)
            throws Exception {
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(topic, value);
        record.headers().add("h", value);
        return producer.send(record).get(LIMIT_MS, TimeUnit.MILLISECONDS);
    }

    private static Producer<byte[], byte[]> producer(Map<String, Object> reach) {
        Map<String, Object> config = new HashMap<>(reach);
        config.put("acks", "all");
        config.put("delivery.timeout.ms", 15_000);
        config.put("request.timeout.ms", 5_000);
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }
}
