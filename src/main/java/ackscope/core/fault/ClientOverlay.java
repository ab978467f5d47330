package ackscope.core.fault;

import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.LabCluster;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What client faults change about the producer and what it sends.
 *
 * @param overrides producer settings that go over the person's, the cluster's own and the listener's
 * @param topic     the topic that records are sent to instead of theirs
 * @param secure    whether the producer connects by the listener that wants a password
 */
public record ClientOverlay(Map<String, Object> overrides, Optional<String> topic, boolean secure) {

    /** Nothing is changed. */
    public static final ClientOverlay NONE = new ClientOverlay(Map.of(), Optional.empty(), false);

    public ClientOverlay {
        overrides = Map.copyOf(overrides);
    }

    /**
     * All that a producer is to be opened with.
     *
     * @param settings the person's
     * @param cluster  that it connects to; only the lab's own has another listener
     */
    public Map<String, Object> over(Map<String, Object> settings, Cluster cluster) {
        Map<String, Object> all = new HashMap<>(settings);
        all.putAll(secure && cluster instanceof LabCluster lab
                ? lab.secureClientProperties()
                : cluster.clientProperties());
        all.putAll(overrides);
        return all;
    }

    /** Both; where they differ, the later one. */
    ClientOverlay with(ClientOverlay later) {
        Map<String, Object> both = new HashMap<>(overrides);
        both.putAll(later.overrides);
        return new ClientOverlay(both, later.topic.or(() -> topic), secure || later.secure);
    }
}
