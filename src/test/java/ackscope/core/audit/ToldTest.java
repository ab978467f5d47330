package ackscope.core.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.Quiet.TopicEnd;
import ackscope.core.cluster.TopicLog;
import ackscope.core.send.Outcome;
import ackscope.core.send.SendLedger;
import org.junit.jupiter.api.Test;

/** What reports in sum say of where a partition's records lie. */
class ToldTest {
    private final Told told = new Told();

    private void add(Outcome outcome, int partition, long offset, boolean unwritten) {
        told.add("t", new SendLedger.Entry(0, outcome, 0, partition, 0, 0, 0, offset), unwritten);
    }

    private static TopicEnd end(int partition, long end) {
        return new TopicEnd("t", new TopicLog.Partition(partition, 1, 3, 3, 0, end, end));
    }

    @Test
    void aLogThatWasCutBackIsReadFromBelowWhereTheRunBegan() {
        add(Outcome.ACKED, 1, 70, false);
        add(Outcome.ACKED, 1, 40, false);
        assertEquals(40, told.from("t", 1, 50));
        assertEquals(30, told.from("t", 1, 30));
        assertEquals(-1, told.from("t", 1, -1));
        assertEquals(50, told.from("t", 0, 50));
        assertEquals(50, told.from("t", 7, 50));
        assertEquals(50, told.from("other", 1, 50));
    }

    @Test
    void anEndIsInDoubtWhenARecordWasToldAboveIt() {
        add(Outcome.ACKED, 1, 70, false);
        assertFalse(told.doubts(end(1, 71)));
        assertTrue(told.doubts(end(1, 70)));
        assertFalse(told.doubts(end(0, 0)));
        assertFalse(told.doubts(end(7, 0)));
    }

    @Test
    void whatMayBeWrittenAnywhereLeavesEveryEndInDoubt() {
        add(Outcome.FAILED, 0, -1, true);
        assertFalse(told.doubts(end(0, 10)));
        add(Outcome.FAILED, 0, -1, false);
        assertTrue(told.doubts(end(1, 10)));
    }
}
