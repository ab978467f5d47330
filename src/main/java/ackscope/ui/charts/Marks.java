package ackscope.ui.charts;

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
import java.util.List;

/**
 * The moments worth a line through the charts, the oldest first: levers, nodes going down and coming up, leaders changing. Bounded in
 * time and number. Leaders that move together (all partitions of a dead broker) make one mark with a count.
 */
final class Marks {
    private static final long KEEP_MS = 600_000;
    private static final int MOST = 200;
    private static final long TOGETHER_MS = 1_500;

    private final List<Mark> marks = new ArrayList<>();
    private final List<Outage> outages = new ArrayList<>();
    private final List<ClusterEvent.LeaderChanged> moved = new ArrayList<>();
    private int lever = -1;
    private long leverMs;

    /** Takes an event, if it is of the kind that is marked. */
    void take(LabEvent event) {
        switch (event) {
            case ClusterEvent.LeverPulled e -> {
                lever = e.node();
                leverMs = e.atMs();
                add(new Mark(e.atMs(), Mark.Kind.LEVER, e.action()));
            }
            case ClusterEvent.NodeDown e -> {
                // A lever that did this has its own mark.
                if (e.node() != lever || e.atMs() - leverMs > TOGETHER_MS) {
                    add(new Mark(e.atMs(), Mark.Kind.DOWN, node(e.role(), e.node()) + " down"));
                }
                end(e.node(), e.atMs());
                outages.add(new Outage(e.node(), e.atMs(), Long.MAX_VALUE));
            }
            case ClusterEvent.NodeUp e -> {
                // The first start of a cluster is no event of a run.
                if (end(e.node(), e.atMs())) {
                    add(new Mark(e.atMs(), Mark.Kind.UP, node(e.role(), e.node()) + " up"));
                }
            }
            case ClusterEvent.LeaderChanged e -> leader(e);
            case ClusterEvent.NodeStarting _,ClusterEvent.ClusterReady _,ClusterEvent.ClusterFailed _,ClusterEvent.IsrChanged _ ->
                {
                }
            case RecordEvent _,AttemptEvent _,TransactionEvent _,FaultEvent _,BreakerEvent _,AlertEvent _,LogEvent _ ->
                {
                }
        }
    }

    /** Forgets what is older than the longest window. */
    void forget(long nowMs) {
        marks.removeIf(m -> m.atMs() < nowMs - KEEP_MS);
        outages.removeIf(o -> o.toMs() < nowMs - KEEP_MS);
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    List<Outage> outages() {
        return List.copyOf(outages);
    }

    private void leader(ClusterEvent.LeaderChanged e) {
        moved.removeIf(m -> m.atMs() < e.atMs() - TOGETHER_MS || m.from() != e.from() || m.to() != e.to());
        String text = e.to() < 0
                ? "no leader"
                : e.from() < 0 ? "leader " + e.to() : "leader " + e.from() + " → " + e.to();
        if (moved.isEmpty()) {
            add(new Mark(e.atMs(), Mark.Kind.LEADER, text));
        } else {
            int last = marks.size() - 1;
            while (last >= 0 && marks.get(last).atMs() != moved.getFirst().atMs()) {
                last--;
            }
            if (last >= 0) {
                marks.set(last, new Mark(marks.get(last).atMs(), Mark.Kind.LEADER,
                        text + " × " + (moved.size() + 1)));
            }
        }
        moved.add(e);
    }

    private boolean end(int node, long atMs) {
        for (int i = 0; i < outages.size(); i++) {
            Outage o = outages.get(i);
            if (o.node() == node && o.toMs() == Long.MAX_VALUE) {
                outages.set(i, new Outage(node, o.fromMs(), atMs));
                return true;
            }
        }
        return false;
    }

    private void add(Mark mark) {
        marks.add(mark);
        if (marks.size() > MOST) {
            marks.removeFirst();
        }
    }

    private static String node(String role, int id) {
        return role + " " + id;
    }
}
