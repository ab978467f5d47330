package ackscope.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import java.nio.file.Path;
import ackscope.core.wire.Loopback;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** A cluster of one broker that somebody else started. */
@Tag("containers")
@Testcontainers(disabledWithoutDocker = true)
@EnabledIf(value = "ackscope.containers.KafkaBrokers#imageThere", disabledReason = "no image; src/test/docker/build-image.sh makes it")
class OneBrokerIT {
    @Container
    private static final KafkaContainer BROKER = KafkaBrokers.one();

    @TempDir
    private Path folder;

    @Test
    void aLoadIsDeliveredAndTheAuditFindsEveryRecord() throws Exception {
        assertEquals(Set.of(Loopback.HOST), KafkaBrokers.publishedAt(BROKER), "nobody else can reach it");
        try (Session session = new Session(folder, BROKER.getBootstrapServers(), Map.of())) {
            session.ready(1);
            session.topic("orders", 3, 1, 1);
            session.send("orders", 2_000, 0);
            assertEquals(2_000, session.reported(2_000).acked());

            AuditReport report = session.audit();

            assertEquals(2_000, report.count(Verdict.DELIVERED));
            assertTrue(report.clean(), report::toString);
            assertFalse(report.provisional(), report::toString);
            assertEquals(2_000, report.copies());
            assertFalse(session.lab().isLab(), "no lever of the lab's may be offered here");
        }
    }
}
