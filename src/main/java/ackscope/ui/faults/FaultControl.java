package ackscope.ui.faults;

import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultCatalogue;
import java.util.function.Consumer;

/**
 * What the faults' part of the window asks of the rest of the app. Calls return at once unless they say that they block; those are made off
 * the FX thread only, and throw {@link ackscope.core.fault.FaultException} or {@link ackscope.core.cluster.ClusterException} with words for
 * a person.
 */
public interface FaultControl {

    /** What can be chosen; the same every time. */
    FaultCatalogue catalogue();

    /** Whether the cluster in use is the lab's own, which can be broken; also true before there is any. Never throws. */
    boolean ownLab();

    /** Begins a fault. Blocks until it is in force, or done if it does not last. */
    void inject(Fault fault);

    /** Ends a fault; one that is over already is left alone. Blocks. */
    void undo(long id);

    /**
     * Ends every fault, brings every node back and waits until the cluster is well. Blocks for a minute at most.
     *
     * @param progress told what is done, in a few words, on the calling thread
     */
    void healAll(Consumer<String> progress);
}
