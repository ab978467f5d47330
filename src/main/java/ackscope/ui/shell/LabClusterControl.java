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

    /**
     * @param browse          shows a file in the desktop's own program
     * @param openConnections shows the page of connections
     */
    LabClusterControl(Lab lab, Consumer<String> browse, Runnable openConnections) {
        this.lab = lab;
        this.browse = browse;
        this.openConnections = openConnections;
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
        lab.startLabCluster();
    }

    @Override
    public void openConnections() {
        openConnections.run();
    }

    @Override
    public Optional<String> leverProblem(Lever lever, int node) {
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
