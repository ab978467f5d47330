package ackscope.ui.shell;

import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionFiles;
import ackscope.core.connection.ConnectionTest;
import ackscope.core.connection.StepResult;
import ackscope.core.lab.Lab;
import ackscope.ui.connections.ConnectionsControl;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins the page of connections to the lab. */
final class LabConnections implements ConnectionsControl {
    private final Lab lab;
    private final ConnectionFiles files;
    private final Consumer<String> chooseTopic;

    /** @param chooseTopic chooses a topic */
    LabConnections(Lab lab, ConnectionFiles files, Consumer<String> chooseTopic) {
        this.lab = lab;
        this.files = files;
        this.chooseTopic = chooseTopic;
    }

    @Override
    public ConnectionFiles files() {
        return files;
    }

    @Override
    public Trial trial(Connection connection) {
        ConnectionTest test = new ConnectionTest(connection);
        return new Trial() {
            @Override
            public List<StepResult> run(Consumer<StepResult> progress) {
                return test.run(progress);
            }

            @Override
            public void cancel() {
                test.cancel();
            }
        };
    }

    @Override
    public String leaveObstacle() {
        return lab.leaveObstacle();
    }

    @Override
    public void use(Connection connection) {
        // None until one is chosen: a topic of the lab may be somebody's there.
        chooseTopic.accept(connection.topic());
        lab.connect(connection);
    }

    @Override
    public void useLab() {
        chooseTopic.accept(Lab.FIRST_TOPIC);
        lab.startLabCluster();
    }

    @Override
    public Optional<Connection> inUse() {
        return lab.connection();
    }
}
