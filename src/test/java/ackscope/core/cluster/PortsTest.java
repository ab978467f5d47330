package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PortsTest {
    @Test
    void givesNoPortTwice() {
        Ports ports = new Ports(new Random(5));
        Set<Integer> given = new HashSet<>();
        for (int i = 0; i < 100; i++) {
            assertTrue(given.add(ports.next()));
        }
    }

    @Test
    void givesNoPortThatIsTaken() throws IOException {
        int first = new Ports(new Random(6)).next();
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(Loopback.at(first));
            assertNotEquals(first, new Ports(new Random(6)).next());
        }
    }
}
