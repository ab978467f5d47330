package ackscope.ui.cluster;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Node;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import ackscope.ui.base.FeedBatch;
import java.util.ArrayList;
import java.util.List;

/** Snapshots of a cluster with three brokers and a controller, as the feed brings them. */
final class Views {
    static final String BOOTSTRAP = "127.0.0.1:39091,127.0.0.1:39092,127.0.0.1:39093";

    private Views() {
    }

    /** Three brokers in these states since 0, the controller up. */
    static List<Node> nodes(NodeState... brokers) {
        List<Node> nodes = new ArrayList<>();
        for (int i = 0; i < brokers.length; i++) {
            nodes.add(new Node(i + 1, false, brokers[i], "127.0.0.1:3909" + (i + 1), 0,
                    "/tmp/node-" + (i + 1) + "/node.log"));
        }
        nodes.add(new Node(100, true, NodeState.UP, "127.0.0.1:39100", 0, "/tmp/node-100/node.log"));
        return nodes;
    }

    static ClusterView ready(List<Node> nodes, String topic, List<Partition> partitions) {
        return new ClusterView(Phase.READY, "", BOOTSTRAP, nodes, topic, partitions, 0);
    }

    static ClusterView allUp() {
        return ready(nodes(NodeState.UP, NodeState.UP, NodeState.UP), "", List.of());
    }

    static FeedBatch batch(ClusterView view, long nowMs, LabEvent... events) {
        return new FeedBatch(List.of(events), 0, List.of(), view, nowMs);
    }

    static LabEvent cameUp() {
        return new ClusterEvent.ClusterReady("Lab cluster", 3, 5_000, 0);
    }
}
