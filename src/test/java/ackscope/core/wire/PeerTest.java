package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerTest {
    @Test
    void aBrokerIsReadFromTheNamesThatBrokersUse() {
        Map.of("broker-2-fetcher-0", 2, "broker-13-txn-marker-sender", 13, "raft-client-3", 3, "1", 1, "producer-1",
                -1, "", -1, "broker-", -1, "ackscope-1-2", -1, "99999999999", -1)
                .forEach((name, broker) -> assertEquals(broker, Peer.of(name), name));
    }
}
