package ackscope.core.cluster;

import java.util.List;

/**
 * A snapshot of a cluster.
 *
 * @param phase      where it is in its life
 * @param progress   in words, while it starts ("broker 2 of 3 is up"), or why it failed
 * @param bootstrap  host:port list for any other Kafka tool; "" until known
 * @param nodes      brokers by id, then the controller when it is a node of its own
 * @param topic      the watched topic, "" for none
 * @param partitions the watched topic's partitions by number
 * @param atMs       when this was read, ms since the epoch
 */
public record ClusterView(Phase phase, String progress, String bootstrap, List<Node> nodes, String topic,
        List<Partition> partitions, long atMs) {

    /** Where a cluster is in its life. */
    public enum Phase {
        STARTING, READY, FAILED, CLOSED
    }

    /** A node's state as last seen. */
    public enum NodeState {
        STARTING, UP, PAUSED, STOPPED, DEAD, UNKNOWN
    }

    /**
     * One node.
     *
     * @param sinceMs when it came into this state, ms since the epoch
     * @param logFile its log, "" when there is none to show
     */
    public record Node(int id, boolean controller, NodeState state, String address, long sinceMs, String logFile) {
    }

    /** One partition; leader -1 is none. */
    public record Partition(int number, int leader, List<Integer> replicas, List<Integer> isr) {
    }

    /** A cluster of which nothing is known yet. */
    public static ClusterView starting(String progress, long atMs) {
        return new ClusterView(Phase.STARTING, progress, "", List.of(), "", List.of(), atMs);
    }

    /** Brokers that are up. */
    public long brokersUp() {
        return nodes.stream().filter(n -> !n.controller() && n.state() == NodeState.UP).count();
    }

    /** Brokers in all. */
    public long brokers() {
        return nodes.stream().filter(n -> !n.controller()).count();
    }
}
