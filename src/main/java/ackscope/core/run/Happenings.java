package ackscope.core.run;

import ackscope.core.audit.Happening;
import ackscope.core.audit.Happening.Kind;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.FaultEvent.Place;
import ackscope.core.event.LabEvent;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The last {@value #KEPT} things that were done to the cluster or befell it, for the records of runs. Safe for any thread. */
public final class Happenings {
    private static final int KEPT = 4_000;

    private final Deque<Happening> over = new ArrayDeque<>();
    private final Map<Long, Happening> faults = new HashMap<>();
    private final Map<Integer, Happening> down = new HashMap<>();

    /** Takes note of an event, if it is one of these. */
    public synchronized void saw(LabEvent event) {
        switch (event) {
            case FaultEvent.Injected(long id, String title, String _, Place place, int node, long atMs) ->
                faults.put(id, new Happening(Kind.FAULT, title, "", place, node, atMs, Long.MAX_VALUE));
            case FaultEvent.Ended(long id, String _, Place _, int _, String _, long atMs) -> end(faults.remove(id),
                    atMs);
            case ClusterEvent.NodeDown(int node, String role, String how, long atMs) -> down.putIfAbsent(node,
                    new Happening(Kind.NODE, role + " " + node + " " + how, "", Place.BROKER, node, atMs,
                            Long.MAX_VALUE));
            case ClusterEvent.NodeUp(int node, String _, long atMs) -> end(down.remove(node), atMs);
            case ClusterEvent.LeaderChanged(String topic, int partition, int from, int to, long atMs) ->
                keep(new Happening(Kind.LEADER_CHANGE,
                        "leader of " + topic + "-" + partition + ": " + leader(from) + " → " + leader(to), "",
                        Place.BROKER, to, atMs, atMs));
            default -> {
                // No other event changes what happens to records on their way.
            }
        }
    }

    private static String leader(int node) {
        return node < 0 ? "none" : Integer.toString(node);
    }

    private void end(Happening begun, long atMs) {
        if (begun != null) {
            keep(new Happening(begun.kind(), begun.title(), begun.fault(), begun.place(), begun.node(), begun.fromMs(),
                    atMs));
        }
    }

    private void keep(Happening happening) {
        over.addLast(happening);
        if (over.size() > KEPT) {
            over.removeFirst();
        }
    }

    /** What was going on at or after a time, ms since the epoch, in the order of its beginning. */
    public synchronized List<Happening> since(long ms) {
        return Stream.of(over, faults.values(), down.values()).flatMap(Collection::stream)
                .filter(h -> h.toMs() >= ms).sorted(Comparator.comparingLong(Happening::fromMs)).toList();
    }
}
