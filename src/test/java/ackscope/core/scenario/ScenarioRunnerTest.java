package ackscope.core.scenario;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.RemoteCluster;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.FaultBoard;
import ackscope.core.send.SendEngine;
import ackscope.core.transaction.Experiments;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioRunnerTest {

    /** A cluster of somebody else's, at which nothing may be touched. */
    private static final class Elsewhere implements Venue {
        private final RemoteCluster cluster = new RemoteCluster("other", Map.of("bootstrap.servers", "127.0.0.1:1"),
                _ -> {
                });

        @Override
        public Cluster cluster() {
            return cluster;
        }

        @Override
        public FaultBoard faults() {
            throw touched();
        }

        @Override
        public SendEngine engine() {
            throw touched();
        }

        @Override
        public void use(PlayTerms terms) {
            throw touched();
        }

        @Override
        public void restore() {
            throw touched();
        }

        @Override
        public void send(RecordSource source, boolean warmUp) {
            throw touched();
        }

        @Override
        public List<Happening> happenings(long fromMs, long toMs) {
            throw touched();
        }

        @Override
        public Experiments experiments() {
            throw touched();
        }

        @Override
        public AuditReport audit(Consumer<String> progress, BooleanSupplier cancelled) {
            throw touched();
        }

        private static AssertionError touched() {
            return new AssertionError("it was touched");
        }
    }

    @ParameterizedTest
    @CsvSource({"leader-killed, breaks brokers", "fenced, transactional.id", "aborted-unseen, transactional.id",
            "transaction-timeout, transactional.id", "crash-in-transaction, leaves transactions open",
            "wrong-password, log in wrongly", "unknown-topic, topic of another name", "linger, proxies"})
    void whatCouldHarmAClusterOfOthersIsRefusedBeforeAnythingIsTouched(String scenario, String said) {
        ScenarioRunner runner = new ScenarioRunner(new Elsewhere());
        Scenario asked = Scenarios.builtIn(scenario);
        String message = assertThrows(ScenarioException.class, () -> runner.play(asked, _ -> {
        }, () -> false)).getMessage();
        assertTrue(message.contains(said), message);
    }
}
