package ackscope.ui.charts;

import ackscope.core.event.FaultEvent;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The times of faults and of nodes that were down, by their beginning. Bounded in time and number. A fault whose end was missed, or that
 * went with its cluster, ends as soon as two ticks have not seen it.
 */
final class Bands {
    private static final int MOST = 200;

    private final List<Band> faults = new ArrayList<>();
    private final List<Band> nodes = new ArrayList<>();
    private Set<Long> unseen = Set.of();

    void begin(FaultEvent.Injected fault) {
        add(faults, new Band(fault.id(), fault.atMs(), Long.MAX_VALUE, fault.title()));
    }

    void end(FaultEvent.Ended fault) {
        end(faults, fault.id(), fault.atMs());
    }

    void down(int node, long atMs) {
        end(nodes, node, atMs);
        add(nodes, new Band(node, atMs, Long.MAX_VALUE, ""));
    }

    /** Tells whether the node was down. */
    boolean up(int node, long atMs) {
        return end(nodes, node, atMs);
    }

    /** @param active the ids of the faults that act now */
    void settle(Set<Long> active, long nowMs) {
        Set<Long> missing = new HashSet<>();
        for (Band band : List.copyOf(faults)) {
            if (band.lasts() && !active.contains(band.id())) {
                missing.add(band.id());
                if (unseen.contains(band.id())) {
                    end(faults, band.id(), nowMs);
                }
            }
        }
        unseen = missing;
    }

    void forget(long beforeMs) {
        faults.removeIf(b -> b.toMs() < beforeMs);
        nodes.removeIf(b -> b.toMs() < beforeMs);
    }

    /** Nodes, then faults, each by its beginning. */
    List<Band> all() {
        List<Band> all = new ArrayList<>(nodes);
        all.addAll(faults);
        return List.copyOf(all);
    }

    private static void add(List<Band> bands, Band band) {
        bands.add(band);
        if (bands.size() > MOST) {
            bands.removeFirst();
        }
    }

    private static boolean end(List<Band> bands, long id, long atMs) {
        for (int i = 0; i < bands.size(); i++) {
            if (bands.get(i).id() == id && bands.get(i).lasts()) {
                bands.set(i, bands.get(i).until(atMs));
                return true;
            }
        }
        return false;
    }
}
