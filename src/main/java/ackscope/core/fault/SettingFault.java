package ackscope.core.fault;

import ackscope.core.cluster.Setting;
import ackscope.core.event.FaultEvent;

/** A topic's or the cluster's setting gets another value; undoing it puts back what was there before, also when that was nothing. */
public record SettingFault(Label label, Trigger trigger, Setting setting, String value) implements Fault {

    @Override
    public FaultEvent.Place place() {
        return FaultEvent.Place.TOPIC;
    }

    @Override
    public int node() {
        return NO_NODE;
    }
}
