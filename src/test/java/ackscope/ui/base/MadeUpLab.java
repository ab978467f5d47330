package ackscope.ui.base;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.ClusterView.Node;
import ackscope.core.cluster.ClusterView.NodeState;
import ackscope.core.cluster.ClusterView.Partition;
import ackscope.core.event.AttemptEvent;
import ackscope.core.event.Certainty;
import ackscope.core.event.ClusterEvent;
import ackscope.core.event.FailureKind;
import ackscope.core.event.FlowEdge;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import ackscope.core.metrics.Sample;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Made-up batches for demonstrations: a load at a rate, in which broker 2 is killed after a while, if asked for. Every sum holds, so that
 * the pictures are as true as a made-up run can be.
 */
public final class MadeUpLab {
    private final double rate;
    private final boolean kills;
    private final int partitions;
    private final long start;
    private final Random random = new Random(5);
    private final Map<FlowEdge, Long> edges = new EnumMap<>(FlowEdge.class);
    private long sent;
    private long acked;
    private long failed;
    private long maybe;
    private long now;
    private long killedAt;
    private long nextSample;
    private long lastAcked;
    private long backlog;

    /** @param start time of the first batch, ms since the epoch */
    public MadeUpLab(double rate, boolean kills, int partitions, long start) {
        this.rate = rate;
        this.kills = kills;
        this.partitions = partitions;
        this.start = start;
        now = start;
        nextSample = start;
        for (FlowEdge edge : FlowEdge.values()) {
            edges.put(edge, 0L);
        }
    }

    /** The batch of the next tick, at {@code atMs}. */
    public FeedBatch next(long atMs) {
        List<LabEvent> events = new ArrayList<>();
        double seconds = (atMs - now) / 1000.0;
        long more = Math.round(rate * seconds * (0.9 + 0.2 * random.nextDouble()));
        if (rate > 0 && rate < 8 && more == 0 && random.nextDouble() < rate * seconds) {
            more = 1;
        }
        now = atMs;
        if (now == start) {
            events.add(new LogEvent(LogEvent.Level.INFO, "A producer was opened with acks=all and idempotence.", now));
        }
        boolean dead = kills && now - start > 27_000;
        if (dead && killedAt == 0) {
            killedAt = now;
            events.add(new ClusterEvent.LeverPulled(2, "kill -9 broker 2", now));
            events.add(new ClusterEvent.NodeDown(2, "broker", "killed (-9)", now + 40));
        }
        if (dead && now - killedAt > 3_000 && edges.get(FlowEdge.ALERT) == 0) {
            for (int p = 0; p < partitions; p += 3) {
                events.add(new ClusterEvent.LeaderChanged("orders", p, 2, 3, now));
            }
            events.add(new ClusterEvent.IsrChanged("orders", 0, List.of(1, 2, 3), List.of(1, 3), now));
            add(FlowEdge.ALERT, 1);
        }
        sent += more;
        if (!dead) {
            add(FlowEdge.SEND, more);
            add(FlowEdge.ACKNOWLEDGE, more);
            acked += more;
            if (more > 0 && rate < 20) {
                events.add(new RecordEvent.Acked(new RecordId(1, sent - 1, 0), "orders", 3, sent / 3, 6, false, now));
            }
        } else {
            backlog += more;
            long tries = Math.max(1, Math.round(rate * seconds * 0.16));
            add(FlowEdge.SEND, tries);
            add(FlowEdge.FAIL, tries);
            events.add(new AttemptEvent.Retried("orders", 7, 812, Integer.MAX_VALUE, "NOT_ENOUGH_REPLICAS",
                    AttemptEvent.Source.CLIENT_LOG, now));
            if (now - killedAt > 8_000 && backlog > 0) {
                long given = Math.min(backlog, more + 40);
                backlog -= given;
                long exhausted = Math.min(given, tries);
                add(FlowEdge.EXHAUSTED, exhausted);
                add(FlowEdge.NEVER_SENT, given - exhausted);
                add(FlowEdge.RETRY, tries - exhausted);
                failed += given;
                maybe += random.nextInt(3) == 0 ? 1 : 0;
                events.add(new RecordEvent.Failed(new RecordId(1, 4_000, 0), new RecordId(1, 4_000 + given, 0), given,
                        "orders", -1, FailureKind.EXPIRED, "TimeoutException",
                        "delivery.timeout.ms (8 s) passed while the batch waited for another try. Raise it, or bring"
                                + " broker 2 back.",
                        Certainty.NO, "all tries were refused before append", 8_000, now));
            } else {
                add(FlowEdge.RETRY, tries);
            }
        }
        List<Sample> samples = new ArrayList<>();
        if (now >= nextSample) {
            samples.add(sample(dead));
            nextSample = now + 240;
        }
        return new FeedBatch(events, 0, samples, cluster(dead), now);
    }

    private Sample sample(boolean dead) {
        RunTotals totals = new RunTotals(sent, acked, sent - acked - failed, failed, 0, maybe,
                edges.get(FlowEdge.NEVER_SENT), 0, 0, edges);
        long more = acked - lastAcked;
        lastAcked = acked;
        double p50 = more > 0 ? 5 + random.nextDouble() * 2 : Double.NaN;
        ClientMetrics client = new ClientMetrics(edges.get(FlowEdge.SEND), edges.get(FlowEdge.RETRY), failed, 0,
                rate == 0 ? 0 : dead ? 5 : 2, 33_554_432, dead ? 5e6 : 33e6, 0, 5, 5, 9_000);
        return new Sample(now, 1, totals, client, more, p50, p50 * (3 + 4 * random.nextDouble()),
                acked > 0 ? 5.8 : Double.NaN, acked > 0 ? 41 : Double.NaN);
    }

    private ClusterView cluster(boolean dead) {
        List<Node> nodes = new ArrayList<>();
        for (int id = 1; id <= 3; id++) {
            boolean down = dead && id == 2;
            nodes.add(new Node(id, false, down ? NodeState.DEAD : NodeState.UP, "127.0.0.1:3909" + id,
                    down ? killedAt : start, ""));
        }
        nodes.add(new Node(4, true, NodeState.UP, "127.0.0.1:39100", start, ""));
        List<Partition> list = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            int leader = dead && p % 3 == 1 ? now - killedAt > 3_000 ? 3 : -1 : p % 3 + 1;
            list.add(new Partition(p, leader, List.of(1, 2, 3), dead ? List.of(1, 3) : List.of(1, 2, 3)));
        }
        return new ClusterView(ClusterView.Phase.READY, "", "127.0.0.1:39091", nodes, "orders", list, now);
    }

    private void add(FlowEdge edge, long n) {
        edges.merge(edge, n, Long::sum);
    }
}
