package ackscope.core.cluster;

import java.util.Map;

/** A cluster to send to: the lab's own, or one that is already there. Safe for any thread. */
public sealed interface Cluster extends AutoCloseable permits LabCluster, RemoteCluster {

    /** Its name on screen. */
    String name();

    /** {@code bootstrap.servers} and what else a client needs to reach it. Never empty once the cluster is ready. */
    Map<String, Object> clientProperties();

    /** What is known of nodes and partitions; a fresh snapshot about twice a second, never null. */
    ClusterView view();

    /** Its topics. Calls block up to a limit and throw {@link ClusterException} with a sentence for a person. */
    Topics topics();

    /** Chooses the topic whose partitions {@link #view()} reports and whose leader changes are published; "" for none. */
    void watch(String topic);

    /** Ends everything that was started for it; under 5 s even when brokers hang. */
    @Override
    void close();
}
