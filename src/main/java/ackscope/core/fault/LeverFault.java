package ackscope.core.fault;

import ackscope.core.cluster.Lever;
import ackscope.core.event.FaultEvent;

/** A lever of a node's process is pulled. KILL, STOP and PAUSE last until they are undone; RESUME and RESTART are over at once. */
public record LeverFault(Label label, Trigger trigger, FaultEvent.Place place, int node,
        Lever lever) implements Fault {

    /** Whether there is something to undo. */
    boolean lasting() {
        return switch (lever) {
            case KILL, STOP, PAUSE -> true;
            case RESUME, RESTART -> false;
        };
    }
}
