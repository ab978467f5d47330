package ackscope.ui.connections;

import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionFiles;
import ackscope.core.connection.Step;
import ackscope.core.connection.StepResult;
import ackscope.core.connection.StepResult.State;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Real files, and a made-up cluster whose password is never right. */
final class FakeConnections implements ConnectionsControl {
    final List<String> asked = new ArrayList<>();
    final List<Connection> tried = new ArrayList<>();
    Optional<Connection> used = Optional.empty();
    String leaveObstacle = "";
    private final ConnectionFiles files;

    FakeConnections(Path folder) {
        files = new ConnectionFiles(folder);
    }

    static List<StepResult> steps() {
        return List.of(new StepResult(Step.RESOLVE, State.PASSED, 2, "kafka.example.com is 192.0.2.7.", ""),
                new StepResult(Step.CONNECT, State.REMARK, 31,
                        "Connected to kafka.example.com:9093; other.example.com:9093 did not answer in 3 s.",
                        "One server is enough to begin with; check the others before you rely on them."),
                new StepResult(Step.PROTOCOL, State.PASSED, 48,
                        "Kafka with TLS 1.3, certificate of CN=kafka.example.com, valid until 2027-03-01; logs in by"
                                + " SCRAM-SHA-512.",
                        ""),
                new StepResult(Step.AUTHENTICATE, State.FAILED, 112,
                        "The cluster did not accept the log-in (Authentication failed during authentication due to invalid"
                                + " credentials with SASL mechanism SCRAM-SHA-512).",
                        "Check sasl.mechanism, and user and password in sasl.jaas.config."),
                new StepResult(Step.METADATA, State.WAITING, 0, "", ""),
                new StepResult(Step.TOPIC, State.WAITING, 0, "", ""),
                new StepResult(Step.WRITE, State.WAITING, 0, "", ""));
    }

    @Override
    public ConnectionFiles files() {
        return files;
    }

    @Override
    public Trial trial(Connection connection) {
        tried.add(connection);
        return new Trial() {
            @Override
            public List<StepResult> run(Consumer<StepResult> progress) {
                steps().stream().filter(s -> s.state() != State.WAITING).forEach(progress);
                return steps();
            }

            @Override
            public void cancel() {
                asked.add("cancel");
            }
        };
    }

    @Override
    public String leaveObstacle() {
        return leaveObstacle;
    }

    @Override
    public void use(Connection connection) {
        asked.add("use " + connection.name());
        used = Optional.of(connection);
    }

    @Override
    public void useLab() {
        asked.add("use lab");
        used = Optional.empty();
    }

    @Override
    public Optional<Connection> inUse() {
        return used;
    }
}
