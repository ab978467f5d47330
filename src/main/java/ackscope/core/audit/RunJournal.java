package ackscope.core.audit;

import ackscope.core.audit.Happening.Kind;
import ackscope.core.event.AlertEvent;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.TransactionEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Keeps what was done to the cluster and what happened to it, so that an audit can tell what was in force when a record was sent: faults,
 * changes of leaders, nodes that went down. The last {@value #MOST} are kept. Any thread.
 */
public final class RunJournal {
    private static final int MOST = 2_000;

    private final Map<Key, Happening> all = new LinkedHashMap<>();
    private long last;

    /** What ends a happening: its fault's number or its node; and one of its own for what takes no time. */
    private record Key(Kind kind, long id) {
    }

    /** Notes an event, if it is one to be kept. */
    public synchronized void saw(LabEvent event) {
        switch (event) {
            case FaultEvent.Injected e -> put(new Key(Kind.FAULT, e.id()), new Happening(Kind.FAULT, e.title(),
                    e.recipe().kind(), e.place(), e.node(), "", e.atMs(), Long.MAX_VALUE, e.recipe()));
            case FaultEvent.Ended e -> end(new Key(Kind.FAULT, e.id()), e.atMs());
            case ClusterEvent.NodeDown e -> {
                end(new Key(Kind.NODE, e.node()), e.atMs());
                put(new Key(Kind.NODE, e.node()), new Happening(Kind.NODE,
                        (e.role().equals("controller") ? "the controller" : e.role() + " " + e.node()) + " " + e.how(),
                        "",
                        e.role().equals("controller") ? FaultEvent.Place.CONTROLLER : FaultEvent.Place.BROKER, e.node(),
                        "",
                        e.atMs(), Long.MAX_VALUE));
            }
            case ClusterEvent.NodeUp e -> end(new Key(Kind.NODE, e.node()), e.atMs());
            case ClusterEvent.LeaderChanged e -> put(new Key(Kind.LEADER_CHANGE, --last),
                    new Happening(Kind.LEADER_CHANGE,
                            "leader of " + e.topic() + "-" + e.partition() + ": " + id(e.from())
                                    + " → " + id(e.to()),
                            "", FaultEvent.Place.BROKER, e.from(), e.topic() + "-" + e.partition(), e.atMs(),
                            e.atMs()));
            case FaultEvent.AllHealed _,ClusterEvent.NodeStarting _,ClusterEvent.LeverPulled _,ClusterEvent.ClusterReady _,ClusterEvent.ClusterFailed _,ClusterEvent.IsrChanged _,RecordEvent _,AttemptEvent _,TransactionEvent _,BreakerEvent _,AlertEvent _,LogEvent _ -> {
                // Nothing that explains what became of a record.
            }
        }
    }

    /** Ends whatever goes on: the cluster that it went on in is left. */
    public synchronized void endAll(long atMs) {
        List.copyOf(all.entrySet()).stream().filter(e -> e.getValue().toMs() == Long.MAX_VALUE)
                .forEach(e -> end(e.getKey(), atMs));
    }

    private static String id(int leader) {
        return leader < 0 ? "none" : Integer.toString(leader);
    }

    private void put(Key key, Happening happening) {
        all.put(key, happening);
        if (all.size() > MOST) {
            all.remove(all.keySet().iterator().next());
        }
    }

    /** What has ended is over, but stays; under a number of its own, so that the same node may go down again. */
    private void end(Key key, long atMs) {
        Happening begun = all.remove(key);
        if (begun != null) {
            all.put(new Key(begun.kind(), --last), begun.until(atMs));
        }
    }

    /** What was going on at or after a time, ms since the epoch, in the order of its beginning. */
    public List<Happening> since(long ms) {
        return between(ms, Long.MAX_VALUE);
    }

    /** What was going on at some time between two, ms since the epoch, in the order of its beginning. */
    public synchronized List<Happening> between(long fromMs, long toMs) {
        List<Happening> found = new ArrayList<>(all.values());
        found.removeIf(h -> !h.during(fromMs, toMs));
        found.sort(Comparator.comparingLong(Happening::fromMs));
        return List.copyOf(found);
    }
}
