package ackscope.core.fault;

import ackscope.core.event.FaultEvent;

/** The producer itself is set up wrong: a new one is opened with the overlay, and again one without it when the fault ends. */
public record ClientFault(Label label, Trigger trigger, ClientOverlay overlay) implements Fault {

    @Override
    public FaultEvent.Place place() {
        return FaultEvent.Place.CLIENT;
    }

    @Override
    public int node() {
        return NO_NODE;
    }
}
