package ackscope.core.wire;

/** Who is at the two ends of a connection. The client's name becomes known with its first request. Safe for any thread. */
final class Ends {
    private final Interference.Kind kind;
    private final int node;
    private final long id;
    private volatile String clientId = "";
    private volatile int peer = -1;

    /**
     * @param kind what the proxy leads to
     * @param node the node behind it
     * @param id   names the connection
     */
    Ends(Interference.Kind kind, int node, long id) {
        this.kind = kind;
        this.node = node;
        this.id = id;
    }

    /** A request named its client. */
    void client(String name) {
        peer = kind == Interference.Kind.CLIENT ? -1 : Peer.of(name);
        clientId = name;
    }

    Interference.Kind kind() {
        return kind;
    }

    int node() {
        return node;
    }

    /** In words. */
    String nodeWords() {
        return kind == Interference.Kind.CONTROLLER ? "the controller" : "broker " + node;
    }

    long id() {
        return id;
    }

    /** "" while it is not known. */
    String clientId() {
        return clientId;
    }

    /** The broker that opened the connection; -1 for a client, and while it is not known. */
    int peer() {
        return peer;
    }
}
