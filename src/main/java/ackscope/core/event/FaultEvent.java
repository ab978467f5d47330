package ackscope.core.event;

/** What was done to make sends fail, and undone. */
public sealed interface FaultEvent extends LabEvent {

    /** Where a fault acts, as drawn in the failure-flow diagram. */
    enum Place {
        /** In the client itself: settings, serializer, size, topic. */
        CLIENT,
        /** On the way to the broker, before the append. */
        REQUEST,
        /** On the way back, after the append. */
        ANSWER,
        /** Between brokers. */
        REPLICATION,
        /** A broker's process or its ports. */
        BROKER,
        /** The controller's process or the way to it. */
        CONTROLLER,
        /** A topic's or the cluster's configuration, permissions and quotas. */
        TOPIC
    }

    /**
     * A fault begins.
     *
     * @param id     names it until it ends
     * @param title  a few words: "drop answers, next 3"
     * @param expect one sentence: what it does and what to expect
     * @param node   the broker or controller that it concerns, -1 for none in particular
     */
    record Injected(long id, String title, String expect, Place place, int node, long atMs) implements FaultEvent {
    }

    /**
     * A fault is over.
     *
     * @param how in words: "undone", "its 3 requests are used up", "its 10 s are over"
     */
    record Ended(long id, String title, Place place, int node, String how, long atMs) implements FaultEvent {
    }

    /** Everything was undone and the cluster is well again: all nodes up, every partition with its full ISR. */
    record AllHealed(long tookMs, long atMs) implements FaultEvent {
    }
}
