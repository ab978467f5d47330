package ackscope.core.scenario;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Happening;
import ackscope.core.cluster.Cluster;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.FaultBoard;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.transaction.Experiments;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where a scenario is played: the window's own lab, so that every panel shows it, or one without a window, or an engine beside the
 * console's. Methods return at once unless they say otherwise.
 */
public interface Venue {

    /** The cluster that is sent to. */
    Cluster cluster();

    /** What can be broken there. */
    FaultBoard faults();

    /** What sends. */
    SendEngine engine();

    /** Producer settings from the next producer on, and the breaker; what faults change about them, and how to reach the cluster, goes over them. */
    void use(PlayTerms terms);

    /** What becomes of a run from now on is the doing of the clean-up after a play, and no news of the cluster. */
    default void cleansUp(Run run) {
        // Where nobody watches the run there is nobody to tell.
    }

    /** The play is over: settings and breaker are the console's again. */
    void restore();

    /** What the runs that are begun from now on are called, where runs are kept. */
    default void call(String run) {
        // No run is kept.
    }

    /** Sends one action's records, to the topic that a fault names if there is one. */
    void send(RecordSource source, boolean warmUp);

    /** What happened to the cluster between two times, ms since the epoch. */
    List<Happening> happenings(long fromMs, long toMs);

    /** Shows on purpose how transactions fail. */
    Experiments experiments();

    /**
     * Ends the run, makes the cluster whole and audits. Blocks.
     *
     * @throws CancellationException when {@code cancelled} said so
     */
    AuditReport audit(Consumer<String> progress, BooleanSupplier cancelled);
}
