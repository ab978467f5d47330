package ackscope.core.fault;

import ackscope.core.event.FaultEvent;

/** A topic is deleted and created again, empty, with the same partitions, replication and settings. Cannot be undone: deleted records are gone. */
public record TopicLossFault(Label label, Trigger trigger, String topic) implements Fault {

    @Override
    public FaultEvent.Place place() {
        return FaultEvent.Place.TOPIC;
    }

    @Override
    public int node() {
        return NO_NODE;
    }
}
