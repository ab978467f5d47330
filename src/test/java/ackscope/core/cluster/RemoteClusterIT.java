package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A cluster that somebody else started, as the app keeps an eye on it. */
@ExtendWith(SharedLab.Extension.class)
class RemoteClusterIT {
    private static final long LIMIT_MS = 30_000;

    @Test
    void aWrongPasswordIsTriedOnceAndAgainAfterAMinute(SharedLab lab) throws Exception {
        Map<String, Object> properties = new HashMap<>(lab.cluster().secureClientProperties());
        properties.put("sasl.jaas.config", LabCluster.clientLogin("not-the-password"));
        AtomicLong now = new AtomicLong(1_000_000);
        try (PortFront front = PortFront
                .plain(Bootstrap.addresses(properties.get("bootstrap.servers").toString()).getFirst())) {
            properties.put("bootstrap.servers", front.servers());
            try (RemoteCluster cluster = new RemoteCluster("theirs", properties, _ -> {
            }, () -> Instant.ofEpochMilli(now.get()))) {
                cluster.start();
                SharedLab.await("the refusal", LIMIT_MS, () -> cluster.view().phase() == ClusterView.Phase.FAILED);
                assertTrue(cluster.view().progress().contains("once a minute"), cluster.view()::progress);
                int logIns = front.connections();
                // The client itself may begin a second one before it is closed.
                assertTrue(logIns <= 2, () -> logIns + " log-ins");
                now.addAndGet(59_000);
                stays(logIns, front, cluster);
                now.addAndGet(1_001);
                cluster.watch("");
                SharedLab.await("another try", LIMIT_MS, () -> front.connections() == logIns + 1);
                stays(logIns + 1, front, cluster);
            }
        }
    }

    /** Over some turns, each of which would try again. */
    private static void stays(int logIns, PortFront front, RemoteCluster cluster) {
        long until = System.nanoTime() + 1_500_000_000L;
        SharedLab.await("some turns", LIMIT_MS, () -> {
            cluster.watch("");
            assertEquals(logIns, front.connections());
            return System.nanoTime() > until;
        });
    }
}
