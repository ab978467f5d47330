package ackscope.core.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeAxisTest {
    private static String marks(long endMs) {
        TimeAxis axis = TimeAxis.of(endMs);
        return String.join(" ", axis.marks().stream().map(axis::words).toList());
    }

    @Test
    void marksStandAtRoundTimes() {
        assertEquals("0 0.5 s 1.0 s", marks(1_300));
        assertEquals("0 1 s 2 s 3 s 4 s 5 s", marks(5_100));
        assertEquals("0 2 s 4 s 6 s", marks(6_400));
        assertEquals("0 30 s 60 s 90 s 120 s 150 s", marks(179_000));
        assertEquals("0 30 min 1 h 1 h 30 min 2 h", marks(8_000_000));
        assertEquals("0 1 min 2 min 3 min 4 min 5 min", marks(330_000));
    }

    @Test
    void faultsThatActAtOnceAreToldFromThoseThatFollowOneAnother() {
        RunRecord both = MadeUpRuns.lost();
        assertTrue(both.faultsOverlap());
        RunRecord one = new RunRecord(1, "", "", 0, 1, "", List.of(), List.of(), List.of(),
                both.happenings().subList(0, 1), List.of(), both.totals(), both.latency(), both.audit());
        assertFalse(one.faultsOverlap());
    }

    @Test
    void atEveryLengthThereAreEnoughMarksAndNotTooMany() {
        for (long end = 1_000; end < 400_000_000L; end += 1 + end / 50) {
            List<Long> marks = TimeAxis.of(end).marks();
            assertTrue(marks.size() >= 3 && marks.size() <= 7, marks + " of " + end);
            assertTrue(marks.getLast() <= end, marks + " of " + end);
        }
    }
}
