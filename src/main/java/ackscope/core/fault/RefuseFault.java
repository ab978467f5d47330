package ackscope.core.fault;

import ackscope.core.event.FaultEvent;

/** A broker's clients are turned away: open connections are reset, new ones as soon as they are made. Replication goes on. */
public record RefuseFault(Label label, Trigger trigger, int node) implements Fault {

    @Override
    public FaultEvent.Place place() {
        return FaultEvent.Place.BROKER;
    }
}
