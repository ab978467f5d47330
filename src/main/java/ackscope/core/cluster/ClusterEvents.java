package ackscope.core.cluster;

import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Publishes what happens to a cluster, with the time. Safe for any thread. */
record ClusterEvents(Consumer<LabEvent> sink, InstantSource clock) {

    long now() {
        return clock.millis();
    }

    void starting(int node, String role) {
        sink.accept(new ClusterEvent.NodeStarting(node, role, now()));
    }

    void up(int node, String role) {
        sink.accept(new ClusterEvent.NodeUp(node, role, now()));
    }

    void down(int node, String role, String how) {
        sink.accept(new ClusterEvent.NodeDown(node, role, how, now()));
    }

    void pulled(int node, String action) {
        sink.accept(new ClusterEvent.LeverPulled(node, action, now()));
    }

    void ready(String name, int brokers, long sinceStartMs) {
        sink.accept(new ClusterEvent.ClusterReady(name, brokers, sinceStartMs, now()));
    }

    void failed(String name, String message, String logFile) {
        sink.accept(new ClusterEvent.ClusterFailed(name, message, logFile, now()));
    }

    void say(LogEvent.Level level, String text) {
        sink.accept(new LogEvent(level, text, now()));
    }

    /** Publishes what changed between two readings of a topic's partitions; a partition new to us is no change. */
    void changes(String topic, List<ClusterView.Partition> before, List<ClusterView.Partition> after) {
        Map<Integer, ClusterView.Partition> old = before.stream()
                .collect(Collectors.toMap(ClusterView.Partition::number, Function.identity()));
        for (ClusterView.Partition now : after) {
            ClusterView.Partition was = old.getOrDefault(now.number(), now);
            if (was.leader() != now.leader()) {
                sink.accept(new ClusterEvent.LeaderChanged(topic, now.number(), was.leader(), now.leader(), now()));
            }
            if (!sorted(was.isr()).equals(sorted(now.isr()))) {
                sink.accept(new ClusterEvent.IsrChanged(topic, now.number(), was.isr(), now.isr(), now()));
            }
        }
    }

    private static List<Integer> sorted(List<Integer> ids) {
        List<Integer> copy = new ArrayList<>(ids);
        copy.sort(null);
        return copy;
    }
}
