package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.wire.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabNodeTest {
    @TempDir
    private Path temp;
    private final List<LabEvent> told = new CopyOnWriteArrayList<>();

    @Test
    void aNodeThatDiesAtItsStartIsTriedThreeTimesInAll() throws IOException {
        try (LabNode node = LabNode.broker(2, new Wire())) {
            node.launch(setupThatCannotStart());
            String message = assertThrows(ClusterException.class, () -> retry(node)).getMessage();

            assertEquals(3, told.stream().filter(ClusterEvent.NodeStarting.class::isInstance).count());
            assertTrue(message.startsWith("Broker 2 failed to start: ") && message.contains("node.log"), message);
            assertEquals(ClusterView.NodeState.DEAD, node.state());
        }
    }

    @Test
    void aClosedNodeIsNotStartedAgain() throws IOException {
        LabNode node = LabNode.broker(2, new Wire());
        LabSetup setup = setupThatCannotStart();
        node.close();

        assertThrows(ClusterException.class, () -> node.launch(setup));
    }

    @Test
    void theProxiesKeepTheirPortsWhateverTheNodeBinds() throws IOException {
        try (LabNode node = LabNode.broker(2, new Wire())) {
            int client = node.advertised(Listener.CLIENT);
            node.launch(setupThatCannotStart());
            int direct = node.advertised(Listener.DIRECT);
            assertThrows(ClusterException.class, () -> retry(node));

            assertEquals(client, node.advertised(Listener.CLIENT));
            assertTrue(direct > 0 && direct != node.advertised(Listener.DIRECT));
        }
    }

    private static void retry(LabNode node) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (System.nanoTime() < deadline) {
            node.retryIfDied();
            Thread.onSpinWait();
        }
    }

    /** A real JVM without any class path: it ends at once. */
    private LabSetup setupThatCannotStart() throws IOException {
        LabFolder folder = LabFolder.create(temp);
        Path java = Host.current().java(Path.of(System.getProperty("java.home")));
        return new LabSetup(folder, LabIdentity.random(100, 30_100), new Ports(new Random(7)),
                new BrokerCommand(java, folder.path()), new BrokerClassPath(List.of(), Optional.empty()),
                Optional.empty(), new ClusterEvents(told::add, InstantSource.system()));
    }
}
