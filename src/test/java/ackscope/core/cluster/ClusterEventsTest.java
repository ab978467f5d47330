package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.event.ClusterEvent;
import ackscope.core.event.LabEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterEventsTest {
    private final List<LabEvent> told = new ArrayList<>();
    private final ClusterEvents events = new ClusterEvents(told::add,
            InstantSource.fixed(Instant.ofEpochMilli(77)));

    @Test
    void tellsANewLeaderAndANewIsr() {
        events.changes("orders", List.of(partition(0, 1, 1, 2, 3), partition(1, 2, 1, 2, 3)),
                List.of(partition(0, 2, 2, 3), partition(1, 2, 3, 2, 1)));

        assertEquals(List.of(new ClusterEvent.LeaderChanged("orders", 0, 1, 2, 77),
                new ClusterEvent.IsrChanged("orders", 0, List.of(1, 2, 3), List.of(2, 3), 77)), told);
    }

    @Test
    void aPartitionSeenForTheFirstTimeIsNoChange() {
        events.changes("orders", List.of(), List.of(partition(0, 1, 1, 2, 3)));

        assertEquals(List.of(), told);
    }

    private static ClusterView.Partition partition(int number, int leader, Integer... isr) {
        return new ClusterView.Partition(number, leader, List.of(1, 2, 3), List.of(isr));
    }
}
