package ackscope.core.event;

import java.util.Map;

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
     * @param recipe makes it again
     */
    record Injected(long id, String title, String expect, Place place, int node, long atMs,
            Recipe recipe) implements FaultEvent {
    }

    /**
     * What a fault was made of, as text.
     *
     * @param kind    its name in the catalogue, "" if it is not of the catalogue
     * @param values  by parameter
     * @param trigger when it strikes: "next", "every", "chance", "forMs" and "client", as far as they are set
     */
    record Recipe(String kind, Map<String, String> values, Map<String, String> trigger) {
        /** It cannot be made again. */
        public static final Recipe NONE = new Recipe("", Map.of(), Map.of());

        public Recipe {
            values = Map.copyOf(values);
            trigger = Map.copyOf(trigger);
        }
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
