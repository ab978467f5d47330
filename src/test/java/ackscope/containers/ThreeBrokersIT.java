package ackscope.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.SharedLab;
import ackscope.core.event.FlowEdge;
import ackscope.core.metrics.RunTotals;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.containers.Network;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** A replicated cluster that somebody else started, and whose leader hangs while records go to it. */
@Tag("containers")
@Testcontainers(disabledWithoutDocker = true)
@EnabledIf(value = "ackscope.containers.KafkaBrokers#imageThere", disabledReason = "no image; src/test/docker/build-image.sh makes it")
class ThreeBrokersIT {
    private static final long RECORDS = 12_000;

    @TempDir
    private Path folder;

    @Test
    void aLeaderThatHangsInMidLoadCostsTriesAndNoRecord() throws Exception {
        Network network = Network.newNetwork();
        List<KafkaContainer> brokers = KafkaBrokers.started(3, network);
        String bootstrap = brokers.stream().map(KafkaContainer::getBootstrapServers).collect(Collectors.joining(","));
        try (Session session = new Session(folder, bootstrap, Map.of())) {
            session.ready(3);
            session.topic("orders", 1, 3, 2);
            int leader = session.lab().view().partitions().getFirst().leader();
            session.lab().use(Map.of("acks", "all", "enable.idempotence", "true", "request.timeout.ms", "4000",
                    "delivery.timeout.ms", "80000"));
            session.send("orders", RECORDS, 300);
            SharedLab.await("a load", Session.LIMIT_MS, () -> session.lab().engine().totals().acked() > 300);

            KafkaBrokers.pause(brokers.get(leader - 1));
            long before = session.lab().engine().totals().acked();
            SharedLab.await("another leader", Session.LIMIT_MS, () -> isLedByAnother(session, leader));
            SharedLab.await("acknowledgements by it", Session.LIMIT_MS,
                    () -> session.lab().engine().totals().acked() > before + 1_000);
            assertTrue(session.lab().engine().totals().acked() < RECORDS, "the leader was paused in mid-load");
            KafkaBrokers.resume(brokers.get(leader - 1));
            RunTotals totals = session.reported(RECORDS);

            AuditReport report = session.audit();

            assertEquals(RECORDS, totals.acked());
            assertTrue(totals.edge(FlowEdge.RETRY) > 0, "the batches in flight to the paused leader were tried again");
            assertEquals(RECORDS, report.count(Verdict.DELIVERED));
            assertTrue(report.clean(), report::toString);
        } finally {
            brokers.forEach(KafkaContainer::stop);
            network.close();
        }
    }

    private static boolean isLedByAnother(Session session, int leader) {
        return session.lab().view().partitions().stream().allMatch(p -> p.leader() >= 0 && p.leader() != leader);
    }
}
