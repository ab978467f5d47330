package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.Lever;
import ackscope.ui.base.Background;
import ackscope.ui.base.PartitionCounts;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The nodes, and the levers that are pulled on them. Levers work off the FX thread, one at a time for each node. */
final class LeverModel {
    private final ClusterControl control;
    private final Background background;
    private final Consumer<String> say;
    private final ObservableList<NodeModel> nodes = FXCollections.observableArrayList();
    private final ObservableList<NodeModel> nodesSeen = FXCollections.unmodifiableObservableList(nodes);
    private boolean levers;
    private PartitionCounts counts = PartitionCounts.NONE;

    LeverModel(ClusterControl control, Background background, Consumer<String> say) {
        this.control = control;
        this.background = background;
        this.say = say;
    }

    /** Brokers by id, then the controller; the same objects as long as the nodes are the same. */
    ObservableList<NodeModel> nodes() {
        return nodesSeen;
    }

    /** @param changed whether the cluster's phase, or the cluster itself, is another since the last call */
    void receive(ClusterView view, boolean ownLab, boolean changed, long nowMs) {
        levers = ownLab;
        counts = counts.of(view.partitions());
        List<Integer> ids = view.nodes().stream().map(ClusterView.Node::id).toList();
        if (!nodes.stream().map(NodeModel::id).toList().equals(ids)) {
            nodes.setAll(view.nodes().stream().map(NodeModel::new).toList());
        }
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).receive(view.nodes().get(i), view, counts, nowMs) || changed) {
                ask(nodes.get(i));
            }
        }
    }

    /** Asks anew which levers a node's state allows. */
    void ask(NodeModel node) {
        if (!levers) {
            return;
        }
        background.run(() -> {
            Map<Lever, String> problems = new EnumMap<>(Lever.class);
            node.levers().forEach(lever -> problems.put(lever, control.leverProblem(lever, node.id()).orElse("")));
            return problems;
        }, problems -> problems.forEach(node::problem),
                e -> say.accept(Words.of("The levers of " + node.name() + " are not known", e)));
    }

    /** Pulls a lever, unless one is at work on that node. */
    void pull(NodeModel node, Lever lever) {
        if (node.busyProperty().get().isPresent()) {
            say.accept(node.name() + " is busy: another lever is at work on it. Wait until it is done.");
            return;
        }
        node.begin(lever);
        background.run(() -> {
            control.pull(lever, node.id());
            return lever;
        }, _ -> {
            node.end();
            ask(node);
        }, e -> {
            node.end();
            ask(node);
            say.accept(Words.of(lever.name().toLowerCase(Locale.ROOT) + " of " + node.name() + " did not work", e));
        });
    }
}
