package ackscope.core.fault;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every fault that can be chosen. The window, the scenario files and the random plans choose from exactly these. Immutable. */
public final class FaultCatalogue {
    private final List<FaultKind> kinds = Stream.of(ClusterPathFaults.partitions(), ClientPathFaults.all(),
            ClusterPathFaults.links(), NodeFaults.all(), SettingFaults.all(), ClientFaults.all()).flatMap(List::stream)
            .toList();

    /** All kinds. */
    public List<FaultKind> kinds() {
        return kinds;
    }

    /** The kinds under a cause, in the order to show them; never empty. */
    public List<FaultKind> in(FaultGroup group) {
        return kinds.stream().filter(k -> k.group() == group).toList();
    }

    /** The kinds at a named point, in the order to show them; never empty. */
    public List<FaultKind> at(FaultPoint point) {
        return kinds.stream().filter(k -> k.point().equals(Optional.of(point))).toList();
    }

    /** The kind of that name, or empty if there is none. */
    public Optional<FaultKind> find(String id) {
        return kinds.stream().filter(k -> k.id().equals(id)).findFirst();
    }
}
