package ackscope.containers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.cluster.SharedLab;
import ackscope.core.lab.Leaks;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;
import org.testcontainers.junit.jupiter.Container;
import org.testcontainers.junit.jupiter.Testcontainers;
import org.testcontainers.kafka.KafkaContainer;

/** A cluster that wants a password. */
@Tag("containers")
@Testcontainers(disabledWithoutDocker = true)
@EnabledIf(value = "ackscope.containers.KafkaBrokers#imageThere", disabledReason = "no image; src/test/docker/build-image.sh makes it")
class SaslBrokerIT {
    private static final String PASSWORD = "right-one";

    @Container
    private static final KafkaContainer BROKER = KafkaBrokers.withPasswords("app", PASSWORD);

    @TempDir
    private Path folder;

    @Test
    void aWrongPasswordIsNamedAsTheReasonAndNeverShown() throws Exception {
        try (Leaks leaks = new Leaks();
                Session session = new Session(folder, BROKER.getBootstrapServers(),
                        PlainLogin.client("app", "wrong-one"))) {
            SharedLab.await("the refusal", Session.LIMIT_MS,
                    () -> session.lab().view().phase() == Phase.FAILED);

            String words = session.lab().obstacle();

            assertTrue(words.contains("did not accept the log-in"), words);
            assertTrue(words.contains("user and password"), words);
            String told = words + session.lab().events().reader().poll().events() + session.lab().journal().since(0);
            assertTrue(!told.contains("wrong-one") && !told.contains(PASSWORD), told);
            assertEquals(List.of(), leaks.logged("wrong-one"));
            assertEquals(0, session.lab().engine().totals().sent());
        }
        assertEquals(List.of(), Leaks.files(folder, "wrong-one"));
    }

    @Test
    void theRightOneLetsRecordsInAndTheAuditToo() throws Exception {
        try (Session session = new Session(folder, BROKER.getBootstrapServers(), PlainLogin.client("app", PASSWORD))) {
            session.ready(1);
            session.topic("orders", 1, 1, 1);
            session.send("orders", 100, 0);
            assertEquals(100, session.reported(100).acked());

            AuditReport report = session.audit();

            assertEquals(100, report.count(Verdict.DELIVERED));
            assertTrue(report.clean(), report::toString);
        }
        assertEquals(List.of(), Leaks.files(folder, PASSWORD));
    }
}
