package ackscope.ui.cluster;

import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Topics;
import java.io.IOException;
import java.util.Optional;

/**
 * What the cluster's part of the window asks of the rest of the app. Calls return at once unless they say that they block; those are
 * made off the FX thread only.
 */
public interface ClusterControl {

    /** The name of the cluster in use; never throws. */
    String name();

    /** Whether the cluster in use is the lab's own, which has levers; also true before there is any. Never throws. */
    boolean ownLab();

    /** Starts the lab's own cluster in place of the one in use. */
    void startLabCluster();

    /** Shows the page of connections to clusters that are there already. */
    void openConnections();

    /** Why a lever of the lab cannot be pulled now, in words; empty when it can. May block for a moment. */
    Optional<String> leverProblem(Lever lever, int node);

    /**
     * Pulls a lever and blocks until it did its work.
     *
     * @throws ackscope.core.cluster.ClusterException with words for a person
     */
    void pull(Lever lever, int node);

    /**
     * The topics of the cluster in use; its calls block.
     *
     * @throws ackscope.core.cluster.ClusterException while there is no cluster
     */
    Topics topics();

    /** Chooses the topic whose partitions the feed reports, "" for none; does nothing while there is no cluster. */
    void watch(String topic);

    /** Shows a file in whatever program the desktop has for it. Blocks. */
    void open(String file) throws IOException;
}
