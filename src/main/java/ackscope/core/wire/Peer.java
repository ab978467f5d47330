package ackscope.core.wire;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which broker opened a connection to another node, read from the client id that Kafka's brokers use there. */
final class Peer {
    /** Fetchers and the transaction markers' sender, the raft client, and the channels that carry the node's number alone. */
    private static final Pattern BROKER = Pattern
            .compile("(?:broker-(?<a>\\d{1,9})-.*|raft-client-(?<b>\\d{1,9})|(?<c>\\d{1,9}))");

    private Peer() {
    }

    /** The broker's id, -1 for anything else. */
    static int of(String clientId) {
        Matcher m = BROKER.matcher(clientId);
        return m.matches()
                ? Stream.of("a", "b", "c").map(m::group).filter(Objects::nonNull).mapToInt(Integer::parseInt)
                        .findFirst().orElseThrow()
                : -1;
    }
}
