package ackscope.ui.shell;

import ackscope.core.cluster.ClusterException;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Topics;
import ackscope.core.lab.Lab;
import ackscope.ui.cluster.ClusterControl;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** Joins the cluster's panels to the lab. */
final class LabClusterControl implements ClusterControl {
    private final Lab lab;
    private final Consumer<String> browse;
    private final Runnable openConnections;
    private final Consumer<String> chooseTopic;

    /**
     * @param browse          shows a file in the desktop's own program
     * @param openConnections shows the page of connections
     * @param chooseTopic     chooses a topic
     */
    LabClusterControl(Lab lab, Consumer<String> browse, Runnable openConnections,
            Consumer<String> chooseTopic) {
        this.lab = lab;
        this.browse = browse;
        this.openConnections = openConnections;
        this.chooseTopic = chooseTopic;
    }

    @Override
    public String name() {
        return lab.clusterName();
    }

    @Override
    public boolean ownLab() {
        return lab.isLab();
    }

    @Override
    public void startLabCluster() {
        // A new one has no other.
        chooseTopic.accept(Lab.FIRST_TOPIC);
        lab.startLabCluster();
    }

    @Override
    public void openConnections() {
        openConnections.run();
    }

    @Override
    public Optional<String> leverProblem(Lever lever, int node) {
        if (lab.plays().running()) {
            return Optional.of("What is being played needs the brokers. Wait for its end, or cancel it.");
        }
        return lab.cluster() instanceof LabCluster own
                ? own.leverProblem(lever, node)
                : Optional.of("Only the lab's own brokers have levers.");
    }

    @Override
    public void pull(Lever lever, int node) {
        lab.faults().orElseThrow(() -> new ClusterException("No cluster is connected.")).pull(lever, node);
    }

    @Override
    public Topics topics() {
        return lab.cluster().topics();
    }

    @Override
    public void watch(String topic) {
        lab.watch(topic);
    }

    @Override
    public void open(String file) throws IOException {
        browse.accept(file);
    }
}
