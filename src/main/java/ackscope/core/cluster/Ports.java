package ackscope.core.cluster;

import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Finds free ports of 127.0.0.1 for nodes to bind. They lie below the range from which systems take the ports of outgoing connections,
 * so that none is lost to one between the test here and the node's start; another program may still be quicker. Safe for any thread.
 */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int END = 32_000;
    private static final int TRIES = 500;

    private final RandomGenerator random;
    private final Set<Integer> given = new HashSet<>();

    Ports(RandomGenerator random) {
        this.random = random;
    }

    /** A port that is free now and was not given before. */
    synchronized int next() {
        for (int i = 0; i < TRIES; i++) {
            int port = random.nextInt(FIRST, END);
            if (!given.contains(port) && free(port)) {
                given.add(port);
                return port;
            }
        }
        throw new ClusterException("No free port was found on " + Loopback.HOST + " between " + FIRST + " and " + END
                + ". Close programs that listen there, then try again.");
    }

    private static boolean free(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(Loopback.at(port));
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
