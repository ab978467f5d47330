package ackscope.ui.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Few lines for many records, and every record counted. */
class LogDigestTest {
    private final LogDigest digest = new LogDigest();

    @Test
    void aLoadOfTwoMinutesTakesFewLinesAndEveryRecordIsCounted() {
        List<LabEvent> told = new ArrayList<>();
        long number = 0;
        long now = 1_000_000;
        for (int tick = 0; tick < 480; tick++) {
            List<LabEvent> events = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                events.add(acked(number++, now));
            }
            told.addAll(digest.condense(events, now));
            now += 250;
        }
        told.addAll(digest.condense(List.of(), now + 2_000));
        long counted = told.stream().mapToLong(e -> switch (e) {
            case RecordEvent.Acked _ -> 1;
            case RecordEvent.AckedMany m -> m.count();
            default -> 0;
        }).sum();
        assertEquals(number, counted);
        assertTrue(told.size() < 250, "lines: " + told.size());
    }

    @Test
    void theFirstFewAreToldOneByOneAtOnce() {
        assertEquals(List.of(acked(1, 5), acked(2, 5)), digest.condense(List.of(acked(1, 5), acked(2, 5)), 100_000));
    }

    @Test
    void failuresWithTheSameCauseAreOne() {
        List<LabEvent> told = digest.condense(List.of(failed(3), failed(1), failed(2)), 100_000);
        assertEquals(1, told.size());
        RecordEvent.Failed one = (RecordEvent.Failed) told.getFirst();
        assertEquals(3, one.count());
        assertEquals(1, one.first().number());
        assertEquals(3, one.last().number());
    }

    private static RecordEvent.Acked acked(long number, long atMs) {
        return new RecordEvent.Acked(new RecordId(1, number, 0), "t", 0, number, 1, false, atMs);
    }

    private static RecordEvent.Failed failed(long number) {
        RecordId id = new RecordId(1, number, 0);
        return new RecordEvent.Failed(id, id, 1, "t", 0, FailureKind.EXPIRED, "TimeoutException",
                "gave up after " + number + " ms", Certainty.MAYBE, "r", 1, 1);
    }
}
