package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.Bootstrap;
import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.PortFront;
import ackscope.core.cluster.SharedLab;
import ackscope.core.cluster.Topics.StoredRecord;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.compose.RecordSource;
import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionColour;
import ackscope.core.event.EventLog;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.run.RunRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The app on a cluster that it did not start: what it adds to records, and what is left when it goes elsewhere. */
@ExtendWith(SharedLab.Extension.class)
class OtherClusterIT {
    private static final long LIMIT_MS = 60_000;

    @TempDir
    private Path folder;
    private SharedLab there;
    private Lab lab;
    private boolean closed;
    private EventLog.Reader reader;
    private final List<LabEvent> events = new ArrayList<>();

    @BeforeEach
    void open(SharedLab shared) {
        there = shared;
        lab = new Lab(folder.resolve("runs"), SharedLab.options());
        reader = lab.events().reader();
    }

    @AfterEach
    void close() {
        if (!closed) {
            lab.close();
        }
        there.heal();
    }

    private Connection connection(String name, boolean stamps) {
        return new Connection(name, name, ConnectionColour.RED, there.cluster().view().bootstrap(), new TreeMap<>(),
                "", false, stamps);
    }

    private void use(Connection connection, String topic) {
        lab.watch(topic);
        lab.connect(connection);
        SharedLab.await("the connection " + connection.name(), LIMIT_MS, () -> lab.obstacle().isEmpty()
                && lab.connection().map(c -> c.name().equals(connection.name())).orElse(false));
    }

    private void send(String topic, LoadPlan plan) throws Exception {
        lab.send(RecordSource.of(new RecordDraft(topic, Payload.NULL, Payload.string("x"), List.of(),
                OptionalInt.empty(), OptionalLong.empty()), plan, lab.stampsTyped(), System::currentTimeMillis));
    }

    private static Set<Thread> clients() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(t -> t.isAlive()
                        && (t.getName().startsWith("kafka-") || t.getName().startsWith("ackscope-remote")))
                .collect(Collectors.toSet());
    }

    @Test
    void aTypedRecordGetsNoHeaderUntilThatIsAskedFor() throws Exception {
        String topic = there.topic(1, 3, 2);
        int header = 0;
        for (boolean stamps : new boolean[]{false, true}) {
            use(connection("stamps " + stamps, stamps), topic);
            lab.use(Map.of("acks", "all"));
            send(topic, LoadPlan.of(1));
            SharedLab.await("the record", LIMIT_MS, () -> lab.engine().totals().acked() == 1);
            StoredRecord stored = there.cluster().topics().read(topic, 0, header).orElseThrow();
            assertEquals(header, stored.headers().size());
            header++;
        }
    }

    @Test
    void leavingInMidLoadDeliversWhatTheProducerHasAndLeavesNothingRunning() throws Exception {
        String topic = there.topic(3, 3, 2);
        Set<Thread> before = clients();
        use(connection("first", false), topic);
        lab.use(Map.of("acks", "all", "linger.ms", "50"));
        send(topic, new LoadPlan(OptionalLong.empty(), 5_000, OptionalInt.of(100), 0, 1, 1));
        SharedLab.await("a load", LIMIT_MS, () -> lab.engine().totals().acked() > 2_000);
        Set<Thread> during = clients();
        during.removeAll(before);
        assertTrue(during.stream().anyMatch(t -> t.getName().startsWith("kafka-producer-network-thread")));
        use(connection("second", false), topic);
        SharedLab.await("the run to be kept", 5_000, () -> !lab.runFiles().load().runs().isEmpty());
        RunRecord kept = lab.runFiles().load().runs().getFirst();
        assertEquals(kept.totals().sent(), kept.totals().acked(), "nothing was given up: " + kept.totals());
        assertEquals("first", kept.cluster(), "a run is kept under the cluster that it was sent to");
        SharedLab.await("the threads of the first to end", 5_000,
                () -> during.stream().noneMatch(Thread::isAlive));
        lab.close();
        closed = true;
        Set<Thread> after = clients();
        after.removeAll(before);
        SharedLab.await("every thread to end", 5_000, () -> after.stream().noneMatch(Thread::isAlive));
    }

    @Test
    void whatIsBrokenStaysTheLabsOwnAffair() {
        use(connection("elsewhere", false), "");
        assertFalse(lab.isLab());
        assertTrue(lab.twins().isEmpty());
        assertTrue(lab.attempts().isEmpty(), "no proxies, so no attempts are seen");
    }

    @Test
    void aWrongPasswordIsTriedOnceWhateverLooksAndStandsNowhere() throws Exception {
        String wrong = "no-password-of-anybody";
        Map<String, Object> secure = there.cluster().secureClientProperties();
        TreeMap<String, String> properties = new TreeMap<>(Map.of("security.protocol", "SASL_PLAINTEXT",
                "sasl.mechanism", "PLAIN", "sasl.jaas.config", LabCluster.clientLogin(wrong)));
        try (Leaks leaks = new Leaks();
                PortFront front = PortFront
                        .plain(Bootstrap.addresses(secure.get("bootstrap.servers").toString()).getFirst())) {
            lab.readers().read("orders");
            lab.readers().looked(true);
            lab.watch("orders");
            lab.connect(new Connection("locked", "locked", ConnectionColour.RED, front.servers(), properties, "", false,
                    false));
            SharedLab.await("the refusal", LIMIT_MS, () -> lab.view().phase() == ClusterView.Phase.FAILED);
            assertThrows(ClusterException.class, () -> lab.cluster().topics().names());
            int logIns = front.connections();
            assertTrue(logIns <= 2, "the cluster's own look, and the topics that were asked for: " + logIns);
            long until = System.nanoTime() + 6_000_000_000L;
            SharedLab.await("what would log in again every few seconds", LIMIT_MS, () -> {
                assertEquals(logIns, front.connections());
                return System.nanoTime() > until;
            });
            assertEquals(List.of(), leaks.logged(wrong));
        }
        assertEquals(List.of(), Leaks.files(folder, wrong));
        events.addAll(reader.poll().events());
        assertFalse(events.isEmpty());
        assertFalse((events + lab.journal().since(0).toString() + lab.obstacle() + lab.view() + lab.connection()
                + lab.readers().view()).contains(wrong));
    }

    @Test
    void brokersGoneInMidLoadAreSaidInWords() throws Exception {
        String topic = there.topic(1, 1, 1);
        LabCluster cluster = there.cluster();
        use(connection("staging", false), topic);
        lab.use(Map.of("acks", "all", "delivery.timeout.ms", "3000", "request.timeout.ms", "1000", "linger.ms", "0",
                "max.block.ms", "3000"));
        send(topic, new LoadPlan(OptionalLong.empty(), 200, OptionalInt.of(100), 0, 1, 1));
        SharedLab.await("a load", LIMIT_MS, () -> lab.engine().totals().acked() > 100);
        cluster.view().nodes().stream().filter(n -> !n.controller()).forEach(n -> cluster.kill(n.id()));
        SharedLab.await("the words", LIMIT_MS, () -> lab.view().phase() == ClusterView.Phase.FAILED);
        SharedLab.await("a failure", LIMIT_MS, () -> lab.engine().totals().failed() > 0);
        SharedLab.await("its event", LIMIT_MS, () -> {
            events.addAll(reader.poll().events());
            return events.stream().anyMatch(RecordEvent.Failed.class::isInstance);
        });
        RecordEvent.Failed failed = events.stream().filter(RecordEvent.Failed.class::isInstance)
                .map(RecordEvent.Failed.class::cast).findFirst().orElseThrow();
        System.out.println("CONNECTION 8 broker gone in mid-load\n  cluster: " + lab.view().progress() + "\n  to send: "
                + lab.obstacle() + "\n  record:  " + failed.error() + ": " + failed.message() + " " + failed.reason());
        assertTrue(lab.view().progress().contains("staging") && lab.view().progress().contains("no broker answered"),
                lab.view()::progress);
        assertTrue(lab.obstacle().contains("cannot be reached"), lab::obstacle);
        assertTrue(failed.message().length() > 40, failed::toString);
        lab.engine().cancel();
    }
}
