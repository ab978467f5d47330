package ackscope.ui.connections;

import ackscope.core.connection.Connection;
import ackscope.core.connection.ConnectionFiles;
import ackscope.core.connection.StepResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What the page of connections asks of the rest of the app. Calls return at once unless they say that they block. */
public interface ConnectionsControl {

    /** A test of a connection, to be run once. */
    interface Trial {
        /**
         * Runs it; blocks.
         *
         * @param progress told of every step when it begins and when it is over, on the same thread
         */
        List<StepResult> run(Consumer<StepResult> progress);

        /** Ends it soon. */
        void cancel();
    }

    /** What is kept; its calls block. */
    ConnectionFiles files();

    /** Prepares a test. */
    Trial trial(Connection connection);

    /** Why the cluster in use cannot be left now, in words, or "". */
    String leaveObstacle();

    /** Uses a cluster, in place of the one in use. */
    void use(Connection connection);

    /** Uses the lab's own cluster, in place of the one in use. */
    void useLab();

    /** The connection in use; empty on the lab's own cluster. */
    Optional<Connection> inUse();
}
