package ackscope.core.fault;

import ackscope.core.event.FaultEvent;
import ackscope.core.wire.Interference.Action;
import ackscope.core.wire.Interference.Frame;
import ackscope.core.wire.Interference.Kind;
import ackscope.core.fault.WirePath.Direction;
import ackscope.core.fault.WirePath.Scope;
import java.util.List;

/** Frames and faults for tests. */
final class Frames {
    private Frames() {
    }

    static Frame produce(int broker) {
        return produce(broker, "app", -1);
    }

    static Frame produce(int broker, String client, int acks) {
        return new Frame(Kind.CLIENT, broker, -1, 1, client, true, (short) 0, 1, acks);
    }

    static Frame answer(int broker) {
        return new Frame(Kind.CLIENT, broker, -1, 1, "app", false, (short) 0, 1, -1);
    }

    static Frame metadata(int broker) {
        return new Frame(Kind.CLIENT, broker, -1, 1, "app", true, (short) 3, 1, 1);
    }

    static Frame fetch(int leader, int follower, boolean request) {
        return new Frame(Kind.REPLICATION, leader, follower, 2, "broker-" + follower + "-fetcher-0", request,
                (short) 1, 1, 1);
    }

    static Frame controller(int broker, boolean request) {
        return new Frame(Kind.CONTROLLER, FakeLevers.CONTROLLER, broker, 3, "" + broker, request, (short) 63, 1, 1);
    }

    static WireFault fault(String title, Trigger trigger, Action action, WirePath... paths) {
        return new WireFault(new Label(title, "", "", FaultEvent.Recipe.NONE), trigger, FaultEvent.Place.REQUEST,
                Fault.NO_NODE,
                List.of(paths), action);
    }

    static WireFault requests(String title, Trigger trigger, Action action) {
        return fault(title, trigger, action,
                WirePath.client(Fault.NO_NODE, Direction.REQUEST, Scope.PRODUCE_ONLY));
    }
}
