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
import ackscope.core.fault.ActiveFault;
import ackscope.ui.base.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The moments worth a line through the charts, the oldest first: plays, levers, faults, nodes going down and coming up, leaders changing,
 * health, alerts, the breaker; and the times in which something was broken. Bounded in time and number. Leaders that move together (all partitions
 * of a dead broker) make one mark with a count; a fault that pulls a lever makes one mark with it.
 */
final class Marks {
    private static final long KEEP_MS = 600_000;
    private static final int MOST = 200;
    private static final long TOGETHER_MS = 1_500;

    private final List<Mark> marks = new ArrayList<>();
    private final Bands bands = new Bands();
    private final List<ClusterEvent.LeaderChanged> moved = new ArrayList<>();
    private int lever = -1;
    private long leverMs;

    /** Takes an event, if it is of the kind that is marked. */
    void take(LabEvent event) {
        switch (event) {
            case ClusterEvent.LeverPulled e -> {
                lever = e.node();
                leverMs = e.atMs();
                add(new Mark(e.atMs(), helps(e.action()) ? Mark.Kind.HELP : Mark.Kind.LEVER, e.action()));
            }
            case ClusterEvent.NodeDown e -> {
                // A lever that did this has its own mark.
                if (e.node() != lever || e.atMs() - leverMs > TOGETHER_MS) {
                    add(new Mark(e.atMs(), Mark.Kind.DOWN, node(e.role(), e.node()) + " down"));
                }
                bands.down(e.node(), e.atMs());
            }
            case ClusterEvent.NodeUp e -> {
                // The first start of a cluster is no event of a run.
                if (bands.up(e.node(), e.atMs())) {
                    add(new Mark(e.atMs(), Mark.Kind.UP, node(e.role(), e.node()) + " up"));
                }
            }
            case ClusterEvent.LeaderChanged e -> leader(e);
            case ClusterEvent.NodeStarting _,ClusterEvent.ClusterReady _,ClusterEvent.ClusterFailed _,ClusterEvent.IsrChanged _ ->
                {
                }
            case FaultEvent e -> fault(e);
            case AlertEvent.Raised e -> add(new Mark(e.atMs(), Mark.Kind.ALERT, "alert: " + e.rule()));
            case BreakerEvent.Changed e -> add(new Mark(e.atMs(),
                    e.to() == BreakerEvent.State.CLOSED ? Mark.Kind.CALM : Mark.Kind.BREAKER, switch (e.to()) {
                        case OPEN -> "breaker open";
                        case HALF_OPEN -> "breaker half open";
                        case CLOSED -> "breaker closed";
                    }));
            case AlertEvent.Cleared _,BreakerEvent.Kept _,BreakerEvent.Replayed _,BreakerEvent.OutboxFull _ -> {
            }
            case RecordEvent _,AttemptEvent _,TransactionEvent _,LogEvent _ -> {
            }
        }
    }

    private void fault(FaultEvent event) {
        switch (event) {
            case FaultEvent.Injected e -> {
                bands.begin(e);
                // A fault is told of when it acts; the lever that it pulled was told of before, and says the same.
                boolean pulled = e.node() == lever && e.atMs() - leverMs <= TOGETHER_MS;
                boolean helped = pulled
                        && marks.stream().anyMatch(m -> m.kind() == Mark.Kind.HELP && m.atMs() == leverMs);
                marks.removeIf(m -> pulled && (m.kind() == Mark.Kind.LEVER || m.kind() == Mark.Kind.HELP)
                        && m.atMs() == leverMs);
                add(new Mark(e.atMs(), helped ? Mark.Kind.HELP : Mark.Kind.FAULT, e.title()));
            }
            case FaultEvent.Ended e -> bands.end(e);
            case FaultEvent.AllHealed e ->
                add(new Mark(e.atMs(), Mark.Kind.HEALED, "healed " + Figures.after(e.tookMs())));
        }
    }

    /** Marks where a play began. */
    void play(long atMs) {
        add(new Mark(atMs, Mark.Kind.PLAY, "play began"));
    }

    /** @param active the faults that act now */
    void settle(List<ActiveFault> active, long nowMs) {
        bands.settle(active.stream().map(ActiveFault::id).collect(Collectors.toSet()), nowMs);
    }

    /** Forgets what is older than the longest window. */
    void forget(long nowMs) {
        marks.removeIf(m -> m.atMs() < nowMs - KEEP_MS);
        bands.forget(nowMs - KEEP_MS);
    }

    List<Mark> marks() {
        return List.copyOf(marks);
    }

    List<Band> bands() {
        return bands.all();
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

    private void add(Mark mark) {
        marks.add(mark);
        if (marks.size() > MOST) {
            marks.removeFirst();
        }
    }

    /** Whether a lever brings a node back. */
    private static boolean helps(String action) {
        return action.startsWith("resume") || action.startsWith("restart");
    }

    private static String node(String role, int id) {
        return role + " " + id;
    }
}
