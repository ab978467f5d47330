package ackscope.core.cluster;

import ackscope.core.wire.Interference;

/** The listeners of the lab's nodes. Every one but {@link #DIRECT} is advertised on a proxy's port. */
enum Listener {
    /** For producers and any other tool. No password: the principal is {@code User:ANONYMOUS}. */
    CLIENT("PLAINTEXT"),
    /** Between brokers, as {@code User:broker}, so that no rule for clients ever hits replication. */
    REPL("SASL_PLAINTEXT"),
    /** For clients with a user and a password. */
    SECURE("SASL_PLAINTEXT"),
    /** Past every proxy: to measure what they cost, and to look at the cluster whatever stands in clients' way. */
    DIRECT("PLAINTEXT"),
    /** From the brokers to the controller, as {@code User:broker}. */
    CONTROLLER("SASL_PLAINTEXT");

    private final String protocol;

    Listener(String protocol) {
        this.protocol = protocol;
    }

    /** Kafka's {@code SecurityProtocol}. */
    String protocol() {
        return protocol;
    }

    /** Who connects by it. */
    Interference.Kind kind() {
        return switch (this) {
            case CLIENT, SECURE, DIRECT -> Interference.Kind.CLIENT;
            case REPL -> Interference.Kind.REPLICATION;
            case CONTROLLER -> Interference.Kind.CONTROLLER;
        };
    }

    boolean proxied() {
        return this != DIRECT;
    }
}
