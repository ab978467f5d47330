package ackscope.core.cluster;

import java.util.List;

/**
 * A snapshot of a cluster.
 *
 * @param phase          where it is in its life
 * @param progress       in words, while it starts ("broker 2 of 3 is up"), or why it failed
 * @param bootstrap      host:port list for any other Kafka tool; "" until known
 * @param nodes          brokers by id, then the controller when it is a node of its own
 * @param topic          the watched topic, "" for none
 * @param partitions     the watched topic's partitions by number, as they were last told
 * @param atMs           when the nodes were looked at, ms since the epoch
 * @param partitionsAtMs when a broker last told of the partitions, ms since the epoch
 */
public record ClusterView(Phase phase, String progress, String bootstrap, List<Node> nodes, String topic,
        List<Partition> partitions, long atMs, long partitionsAtMs) {

    /** Partitions this much older than the view are no news any more: no broker answers. */
    private static final long STALE_MS = 2_000;

    /** Everything was read at one moment. */
    public ClusterView(Phase phase, String progress, String bootstrap, List<Node> nodes, String topic,
            List<Partition> partitions, long atMs) {
        this(phase, progress, bootstrap, nodes, topic, partitions, atMs, atMs);
    }

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

    /** Why nothing can be sent to it now, in words, or "". */
    public String obstacle() {
        return switch (phase) {
            case READY -> "";
            case STARTING -> "The cluster is not ready yet: " + progress;
            case FAILED -> "There is no cluster to send to: " + progress;
            case CLOSED -> "The cluster is closed.";
        };
    }

    /** How old the partitions are, ms, when they are too old to count as the present; else 0. */
    public long staleMs() {
        long age = partitions.isEmpty() ? 0 : atMs - partitionsAtMs;
        return age > STALE_MS ? age : 0;
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
