package ackscope.core.fault;

import ackscope.core.wire.Interference.Frame;
import ackscope.core.wire.Interference.Kind;

/**
 * Frames that a fault is about.
 *
 * @param kind      what the proxy leads to
 * @param node      the node behind the proxy, {@link Fault#NO_NODE} for every one
 * @param peer      the broker that opened the connection, {@link Fault#NO_NODE} for anybody
 * @param direction which way
 * @param scope     which of them
 */
public record WirePath(Kind kind, int node, int peer, Direction direction, Scope scope) {
    private static final short PRODUCE = 0;

    /** Which way frames go. */
    public enum Direction {
        /** To the node behind the proxy. */
        REQUEST,
        /** Back from it. */
        ANSWER,
        /** Both. */
        BOTH
    }

    /** Which frames of a connection. */
    public enum Scope {
        /** Produce requests and their answers. Metadata, fetches and the rest pass. */
        PRODUCE_ONLY,
        /** All of them, bytes that are not understood among them. */
        WHOLE_CONNECTION
    }

    /** Clients' frames on their way to a broker or back. */
    public static WirePath client(int broker, Direction direction, Scope scope) {
        return new WirePath(Kind.CLIENT, broker, Fault.NO_NODE, direction, scope);
    }

    /** What brokers fetch from a leader. */
    public static WirePath replication(int leader, int follower, Direction direction) {
        return new WirePath(Kind.REPLICATION, leader, follower, direction, Scope.WHOLE_CONNECTION);
    }

    /** What passes between a broker and the controller. */
    public static WirePath controller(int broker) {
        return new WirePath(Kind.CONTROLLER, Fault.NO_NODE, broker, Direction.BOTH, Scope.WHOLE_CONNECTION);
    }

    /** Whether the fault is about this frame. */
    boolean matches(Frame frame) {
        return frame.kind() == kind && (node == Fault.NO_NODE || node == frame.node())
                && (peer == Fault.NO_NODE || peer == frame.peer())
                && (direction == Direction.BOTH || frame.request() == (direction == Direction.REQUEST))
                && (scope == Scope.WHOLE_CONNECTION || frame.apiKey() == PRODUCE);
    }
}
