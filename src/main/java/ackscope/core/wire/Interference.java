package ackscope.core.wire;

/**
 * Decides, frame by frame, what the proxies do. Called on the pumps' threads for every frame while {@link #idle} is false: must be quick
 * and never throw. Whoever implements it says so to the proxies when its faults change, because held frames are then asked for again.
 */
public interface Interference {
    /** Nothing interferes. */
    Interference NONE = new Interference() {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public Decision decide(Frame frame) {
            return Decision.PASS;
        }

        @Override
        public boolean active(long fault) {
            return false;
        }
    };

    /** What a proxy leads to. */
    enum Kind {
        /** From producers and other clients, on either of the two client listeners. */
        CLIENT,
        /** From one broker to another. */
        REPLICATION,
        /** From a broker to the controller. */
        CONTROLLER
    }

    /**
     * A frame that is about to pass.
     *
     * @param kind     what the proxy leads to
     * @param node     the node behind the proxy
     * @param peer     the broker that opened the connection, read from its client id; -1 for a client, and while it is not known
     * @param link     names the connection
     * @param clientId of the connection's first request; "" while it is not known
     * @param request  true on the way to the node, false on the way back
     * @param apiKey   Kafka's; of an answer that of its request; -1 if the bytes are not understood
     * @param correlationId of the request
     * @param acks     of a produce request and its answer: 0, 1 or -1; else 1
     */
    record Frame(Kind kind, int node, int peer, long link, String clientId, boolean request, short apiKey,
            int correlationId, int acks) {
    }

    /**
     * What to do with a frame.
     *
     * @param fault names the fault, 0 for none
     * @param words the fault in a few words, kept with the attempt; "" for none
     */
    record Decision(Action action, long fault, String words) {
        /** No fault. */
        public static final Decision PASS = new Decision(new Action.Pass(), 0, "");
    }

    /** What can be done with a frame. */
    sealed interface Action {
        /** As if there were no proxy. */
        record Pass() implements Action {
        }

        /** It leaves so much later than it came, or when the fault is no longer active; those behind it keep their distance. */
        record Delay(long ms) implements Action {
        }

        /** It leaves no faster than so many bytes/s while the fault is active; counted for the connection's direction. */
        record Throttle(long bytesPerSecond) implements Action {
        }

        /** It waits, and all behind it, until the fault is no longer active; what is held for a node that died meanwhile is dropped. */
        record Hold() implements Action {
        }

        /** It is dropped, and everything behind it in this direction until the connection ends; when the fault ends, so does the connection. */
        record Swallow() implements Action {
        }

        /** It is dropped, and both sides of the connection are reset. */
        record Reset() implements Action {
        }

        /**
         * The client gets this error (Kafka's name) for every partition of its produce request. On a request: without asking the broker, when it is
         * this answer's turn. On an answer: in its place. Not possible with acks=0, which then passes.
         */
        record Answer(String error) implements Action {
        }
    }

    /** Whether there is no fault at all, so that frames need no decision. */
    boolean idle();

    /** What to do with this frame; counts as one strike of the fault that it names. */
    Decision decide(Frame frame);

    /** Whether a fault still acts on what it held, slowed or swallowed; a trigger that is used up alone does not end that. */
    boolean active(long fault);
}
