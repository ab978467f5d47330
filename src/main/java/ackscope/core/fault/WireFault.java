package ackscope.core.fault;

import ackscope.core.event.FaultEvent;
import ackscope.core.wire.Interference.Action;
import java.util.List;

/**
 * Frames are held up, lost, cut or answered on their way.
 *
 * @param paths any of them is enough
 */
public record WireFault(Label label, Trigger trigger, FaultEvent.Place place, int node, List<WirePath> paths,
        Action action) implements Fault {

    public WireFault {
        paths = List.copyOf(paths);
    }
}
