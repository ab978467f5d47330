package ackscope.core.fault;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Setting;
import java.util.List;
import java.util.Optional;

/** The levers of a lab cluster. */
final class ClusterLevers implements Levers {
    private final LabCluster cluster;

    ClusterLevers(LabCluster cluster) {
        this.cluster = cluster;
    }

    @Override
    public List<Integer> nodes() {
        // The view lists brokers by id, then the controller.
        List<ClusterView.Node> nodes = cluster.view().nodes();
        return nodes.reversed().stream().map(ClusterView.Node::id).toList();
    }

    @Override
    public String words(int node) {
        return cluster.view().nodes().stream().anyMatch(n -> n.id() == node && n.controller())
                ? "the controller"
                : "broker " + node;
    }

    @Override
    public boolean running(int node) {
        return cluster.leverProblem(Lever.KILL, node).isEmpty() && !paused(node);
    }

    @Override
    public boolean paused(int node) {
        return cluster.leverProblem(Lever.RESUME, node).isEmpty();
    }

    @Override
    public void pull(Lever lever, int node) {
        cluster.pull(lever, node);
    }

    @Override
    public void refuse(int broker, boolean on) {
        cluster.refuse(broker, on);
    }

    @Override
    public void wireChanged() {
        cluster.faultsChanged();
    }

    @Override
    public Optional<String> read(Setting setting) {
        return cluster.sabotage().read(setting);
    }

    @Override
    public void write(Setting setting, Optional<String> value) {
        cluster.sabotage().write(setting, value);
    }

    @Override
    public void failDisk(int broker, String topic) {
        cluster.sabotage().failDisk(broker, topic);
    }

    @Override
    public void repairDisk(int broker) {
        cluster.repairDisk(broker);
    }

    @Override
    public void recreate(String topic) {
        cluster.sabotage().recreate(topic);
    }

    @Override
    public void electPreferred() {
        cluster.sabotage().electPreferred();
    }

    @Override
    public Optional<String> ailment() {
        return cluster.sabotage().ailment();
    }
}
