package ackscope.core.fault;

import ackscope.core.event.FaultEvent;

/** The log directory that holds a topic's partitions on one broker is gone; the broker lives on with its other one. */
public record DiskFault(Label label, Trigger trigger, int node, String topic) implements Fault {

    @Override
    public FaultEvent.Place place() {
        return FaultEvent.Place.BROKER;
    }
}
