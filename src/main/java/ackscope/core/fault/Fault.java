package ackscope.core.fault;

import ackscope.core.event.FaultEvent;

/** One thing that makes sends fail: a place, an action and a trigger. Settings only; the {@link FaultBoard} does it. */
public sealed interface Fault
        permits WireFault, LeverFault, RefuseFault, SettingFault, DiskFault, TopicLossFault, ClientFault {

    /** What it is, in words. */
    Label label();

    /** When it strikes. */
    Trigger trigger();

    /** Where it is drawn. */
    FaultEvent.Place place();

    /** The node that it concerns, {@link #NO_NODE} for none in particular. */
    int node();

    /** No node in particular, or any. */
    int NO_NODE = -1;
}
