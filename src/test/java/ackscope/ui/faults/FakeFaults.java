package ackscope.ui.faults;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Node;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.cluster.ClusterView.Phase;
import ackscope.core.event.FaultEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.fault.ActiveFault;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.TopicLossFault;
import ackscope.ui.base.FeedBatch;
import ackscope.ui.base.Insight;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;

/** A board of faults that only lists what was set, with the real catalogue, and the batches that a feed would bring of it. */
public final class FakeFaults implements FaultControl {
    final List<Fault> injected = new ArrayList<>();
    final List<ActiveFault> active = new ArrayList<>();
    final List<LabEvent> events = new ArrayList<>();
    boolean ownLab = true;
    String failure = "";
    int leader = 2;
    Phase phase = Phase.READY;
    long nowMs = 10_000;
    Runnable whileHealing = () -> {
    };
    private final FaultCatalogue catalogue = new FaultCatalogue();
    private long ids;

    @Override
    public FaultCatalogue catalogue() {
        return catalogue;
    }

    @Override
    public boolean ownLab() {
        return ownLab;
    }

    @Override
    public void inject(Fault fault) {
        fail();
        injected.add(fault);
        long id = ++ids;
        events.add(new FaultEvent.Injected(id, fault.label().title(), fault.label().expect(), fault.place(),
                fault.node(), nowMs, fault.label().recipe()));
        if (fault instanceof TopicLossFault) {
            events.add(new FaultEvent.Ended(id, fault.label().title(), fault.place(), fault.node(), "done", nowMs));
        } else {
            active.add(new ActiveFault(id, fault.label().title(), fault.label().expect(), fault.place(), fault.node(),
                    nowMs, fault.trigger().lastsMs().isPresent()
                            ? OptionalLong.of(nowMs + fault.trigger().lastsMs().getAsLong())
                            : OptionalLong.empty(),
                    0, fault.label().undo()));
        }
    }

    @Override
    public void undo(long id) {
        fail();
        active.removeIf(fault -> fault.id() == id);
    }

    @Override
    public void healAll(Consumer<String> progress) {
        progress.accept("restarting broker 2");
        whileHealing.run();
        fail();
        active.clear();
        events.add(new FaultEvent.AllHealed(4_200, nowMs));
    }

    private void fail() {
        if (!failure.isEmpty()) {
            throw new FaultException(failure);
        }
    }

    /** A fault has struck so often. */
    void hits(long id, long hits) {
        active.replaceAll(f -> f.id() != id
                ? f
                : new ActiveFault(f.id(), f.title(), f.expect(), f.place(), f.node(), f.sinceMs(), f.endsMs(), hits,
                        f.undo()));
    }

    /** Another cluster than the lab's is in use. */
    public void leaveLab() {
        ownLab = false;
    }

    /** The batch of the next tick, so much later. */
    public FeedBatch after(long ms) {
        nowMs += ms;
        List<LabEvent> happened = List.copyOf(events);
        events.clear();
        return new FeedBatch(happened, 0, List.of(), cluster(), nowMs, new Insight(Insight.NONE.attempts(),
                Insight.NONE.wire(), List.copyOf(active), Insight.NONE.breaker(), List.of()));
    }

    private ClusterView cluster() {
        List<Node> nodes = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            nodes.add(new Node(id, false, NodeState.UP, "127.0.0.1:3909" + id, 0, ""));
        }
        if (ownLab) {
            nodes.add(new Node(4, true, NodeState.UP, "127.0.0.1:39100", 0, ""));
        }
        List<Partition> partitions = new ArrayList<>();
        for (int p = 0; p < 6; p++) {
            partitions.add(new Partition(p, (leader + p - 1) % 3 + 1, List.of(1, 2, 3), List.of(1, 2, 3)));
        }
        return new ClusterView(phase, phase == Phase.READY ? "" : "broker 2 of 3 is up", "127.0.0.1:39091",
                phase == Phase.READY ? nodes : List.of(), "orders", phase == Phase.READY ? partitions : List.of(),
                nowMs);
    }
}
