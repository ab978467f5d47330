package ackscope.ui.flow;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import java.util.HashMap;
import java.util.Map;

/**
 * Which lever still acts on which node: from the pull until the node is up again, and for at least a few seconds, so that one that
 * changes nothing is seen too; one that brings the node back only until it is up. One thread.
 */
final class Levers {
    private static final long LEAST_MS = 3_000;

    private final Map<Integer, ClusterEvent.LeverPulled> pulled = new HashMap<>();

    void take(LabEvent event) {
        if (event instanceof ClusterEvent.LeverPulled lever) {
            pulled.put(lever.node(), lever);
        }
    }

    private static boolean helps(ClusterEvent.LeverPulled lever) {
        return lever.action().startsWith("resume") || lever.action().startsWith("restart");
    }

    /** The badges to show, by node. */
    Map<Integer, String> badges(ClusterView view, long nowMs) {
        pulled.values().removeIf(lever -> (helps(lever) || nowMs - lever.atMs() >= LEAST_MS) && view.nodes().stream()
                .anyMatch(n -> n.id() == lever.node() && n.state() == NodeState.UP));
        Map<Integer, String> badges = new HashMap<>();
        // The badge sits on the node, so it need not name it.
        pulled.forEach((node, lever) -> badges.put(node,
                lever.action().replace(" broker " + node, "").replace(" controller", "")));
        return badges;
    }
}
