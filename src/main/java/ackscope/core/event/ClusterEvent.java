package ackscope.core.event;

import java.util.List;

/** What happened to the cluster. Node ids are Kafka's; the lab's controller has the highest one. */
public sealed interface ClusterEvent extends LabEvent {

    /** A node's process was started and is not ready yet. */
    record NodeStarting(int node, String role, long atMs) implements ClusterEvent {
    }

    /** A node answers. */
    record NodeUp(int node, String role, long atMs) implements ClusterEvent {
    }

    /** A node's process ended, or it stopped answering; {@code how} in words ("killed (-9)", "stopped", "paused"). */
    record NodeDown(int node, String role, String how, long atMs) implements ClusterEvent {
    }

    /** A person pulled a lever; {@code action} in words ("kill -9 broker 2"). */
    record LeverPulled(int node, String action, long atMs) implements ClusterEvent {
    }

    /** The cluster takes records. */
    record ClusterReady(String name, int brokers, long sinceStartMs, long atMs) implements ClusterEvent {
    }

    /** The cluster could not be started or reached; {@code message} says what happened, why, and what to change. */
    record ClusterFailed(String name, String message, String logFile, long atMs) implements ClusterEvent {
    }

    /** A partition has another leader; -1 is none. */
    record LeaderChanged(String topic, int partition, int from, int to, long atMs) implements ClusterEvent {
    }

    /** A partition's in-sync replicas changed. */
    record IsrChanged(String topic, int partition, List<Integer> from, List<Integer> to,
            long atMs) implements ClusterEvent {
    }
}
