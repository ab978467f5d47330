package ackscope.ui.base;

import ackscope.core.cluster.ClusterView.Partition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is counted over all partitions of a topic. A topic may have ten thousand of them, so it is counted once for each list that was
 * read, not at every tick. Does not change.
 */
public final class PartitionCounts {
    /** Of no partitions. */
    public static final PartitionCounts NONE = new PartitionCounts(List.of());

    private final List<Partition> counted;
    private final Map<Integer, List<Integer>> leads = new HashMap<>();
    private final Map<Integer, Integer> replicas = new HashMap<>();
    private final Map<Integer, Integer> inSync = new HashMap<>();
    private int under;
    private int mostReplicas;
    private int fewestInSync = Integer.MAX_VALUE;

    private PartitionCounts(List<Partition> partitions) {
        counted = partitions;
        for (Partition p : partitions) {
            leads.computeIfAbsent(p.leader(), _ -> new ArrayList<>()).add(p.number());
            p.replicas().forEach(id -> replicas.merge(id, 1, Integer::sum));
            p.isr().forEach(id -> inSync.merge(id, 1, Integer::sum));
            under += p.isr().size() < p.replicas().size() ? 1 : 0;
            mostReplicas = Math.max(mostReplicas, p.replicas().size());
            fewestInSync = Math.min(fewestInSync, p.isr().size());
        }
    }

    /** The counts of these partitions: these same ones if it is the list that was counted. */
    @SuppressWarnings("ReferenceEquality") // To compare all their values is what this spares.
    public PartitionCounts of(List<Partition> partitions) {
        return partitions == counted ? this : new PartitionCounts(partitions);
    }

    /** How many there are. */
    public int size() {
        return counted.size();
    }

    /** The numbers of those that a broker leads; those of broker -1 have no leader. */
    public List<Integer> led(int broker) {
        return leads.getOrDefault(broker, List.of());
    }

    /** How many have a replica on a broker. */
    public int replicas(int broker) {
        return replicas.getOrDefault(broker, 0);
    }

    /** How many have a replica in sync on a broker. */
    public int inSync(int broker) {
        return inSync.getOrDefault(broker, 0);
    }

    /** How many lack a replica in sync. */
    public int under() {
        return under;
    }

    /** The most replicas that one of them has; 0 of no partitions. */
    public int mostReplicas() {
        return mostReplicas;
    }

    /** The fewest replicas in sync that one of them has; -1 of no partitions. */
    public int fewestInSync() {
        return counted.isEmpty() ? -1 : fewestInSync;
    }
}
