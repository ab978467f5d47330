package ackscope.core.fault;

import ackscope.core.cluster.Lever;
import ackscope.core.cluster.Setting;
import java.util.List;
import java.util.Optional;

/**
 * What faults do to a cluster beside its wires. Calls block for seconds at most (a restart: 60 s) and throw
 * {@link ackscope.core.cluster.ClusterException} with words.
 */
interface Levers {

    /** The nodes in the order to start them: the controller first. */
    List<Integer> nodes();

    /** In words: "broker 2", "the controller". */
    String words(int node);

    /** Whether its process runs and is not paused. */
    boolean running(int node);

    boolean paused(int node);

    void pull(Lever lever, int node);

    /** Turns clients' connections to a broker away, or takes them again. */
    void refuse(int broker, boolean on);

    /** Throws {@link FaultException} if clients do not go by proxies that could interfere. */
    default void requireWire() {
    }

    /** What is held or swallowed is to be decided about again. */
    void wireChanged();

    /** The value that was set, empty when there is none of its own. */
    Optional<String> read(Setting setting);

    /** Sets it, or with empty takes it away, and waits until the cluster tells the new value. */
    void write(Setting setting, Optional<String> value);

    /** Takes away the log directory of a broker that holds a topic's partitions. */
    void failDisk(int broker, String topic);

    /** Ends the broker if it runs, puts back what {@link #failDisk} took, and starts the broker. */
    void repairDisk(int broker);

    /** Deletes a topic and makes it again, empty. */
    void recreate(String topic);

    /** Gives leadership back to the preferred replicas. */
    void electPreferred();

    /** What keeps the cluster from being well, in words; empty when all nodes are up and every partition has its full ISR. */
    Optional<String> ailment();
}
