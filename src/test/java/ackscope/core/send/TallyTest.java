package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.util.List;
import org.junit.jupiter.api.Test;

class TallyTest {
    private static final Cause CAUSE = new Cause(FailureKind.EXPIRED, "TimeoutException", "m", Certainty.MAYBE, "r");
    private long now = 1000;
    private final Tally tally = new Tally(2, () -> now);

    private List<LabEvent> flush(long atMs) {
        now = atMs;
        return tally.flush();
    }

    private static RecordId id(long number) {
        return new RecordId(2, number, 0);
    }

    @Test
    void aFewAcknowledgementsAreListedOneByOne() {
        tally.acked("t", 5, 0, 1, 70, 3, false, false);
        now = 1001;
        tally.acked("t", 4, 0, 0, 7, 4, false, false);
        assertEquals(
                List.of(new RecordEvent.Acked(id(5), "t", 1, 70, 3, false, 1000),
                        new RecordEvent.Acked(id(4), "t", 0, 7, 4, false, 1001)),
                flush(2000));
        assertEquals(List.of(), flush(2250));
    }

    @Test
    void manyAcknowledgementsAreOneEventWithLowestHighestAndCount() {
        for (long n = 100; n > 50; n--) {
            tally.acked("t", n, 0, 0, n, 1, false, false);
        }
        assertEquals(List.of(new RecordEvent.AckedMany(2, "t", 51, 100, 50, false, 2000)), flush(2000));
        now = 3000;
        tally.acked("t", 7, 0, 0, 7, 1, false, false);
        assertEquals(List.of(new RecordEvent.Acked(id(7), "t", 0, 7, 1, false, 3000)), flush(4000),
                "a flush begins anew");
    }

    @Test
    void theLastOneThatIsListedIsTheLimit() {
        for (long n = 0; n < Tally.LISTED; n++) {
            tally.acked("t", n, 0, 0, n, 1, false, false);
        }
        assertEquals(Tally.LISTED, flush(2000).size());
        for (long n = 0; n <= Tally.LISTED; n++) {
            tally.acked("t", n, 0, 0, n, 1, false, false);
        }
        assertEquals(List.of(new RecordEvent.AckedMany(2, "t", 0, Tally.LISTED, Tally.LISTED + 1, false, 2000)),
                flush(2000));
    }

    @Test
    void announcedRecordsAreListedEachByItself() {
        for (long n = 0; n < 50; n++) {
            tally.acked("t", n, 0, 0, n, 1, false, true);
        }
        tally.failed(1, CAUSE, "a", 60, 0, 0, 20, true);
        tally.failed(1, CAUSE, "a", 61, 0, 0, 20, true);
        tally.failed(1, CAUSE, "a", 62, 0, 0, 20, false);
        tally.failed(1, CAUSE, "a", 63, 0, 0, 20, false);
        List<LabEvent> events = flush(2000);
        assertEquals(50, events.stream().filter(RecordEvent.Acked.class::isInstance).count());
        assertEquals(List.of(1L, 1L, 2L), events.stream().filter(RecordEvent.Failed.class::isInstance)
                .map(e -> ((RecordEvent.Failed) e).count()).toList());
    }

    @Test
    void whatTheSocketTookIsToldApartFromWhatABrokerConfirmed() {
        for (long n = 0; n < 60; n++) {
            tally.acked("t", n, 0, 0, -1, 1, n < 30, false);
        }
        assertEquals(List.of(new RecordEvent.AckedMany(2, "t", 0, 29, 30, true, 1000),
                new RecordEvent.AckedMany(2, "t", 30, 59, 30, false, 2000)), flush(2000));
    }

    @Test
    void twoTopicsAreToldApart() {
        for (long n = 0; n < 30; n++) {
            tally.acked("a", n, 0, 0, n, 1, false, false);
        }
        now = 1500;
        tally.acked("b", 30, 0, 0, 0, 1, false, false);
        assertEquals(
                List.of(new RecordEvent.AckedMany(2, "a", 0, 29, 30, false, 1500),
                        new RecordEvent.Acked(id(30), "b", 0, 0, 1, false, 1500)),
                flush(2000));
    }

    @Test
    void failuresAreGroupedByCauseTopicAndPartition() {
        tally.failed(1, CAUSE, "a", 9, 0, 0, 20, false);
        tally.failed(1, CAUSE, "a", 3, 0, 0, 30, false);
        tally.failed(1, CAUSE, "a", 4, 0, 1, 40, false);
        tally.failed(1, CAUSE, "b", 5, 0, 0, 50, false);
        tally.failed(2, CAUSE, "b", 6, 0, 0, 60, false);
        List<LabEvent> events = flush(2000);
        assertEquals(
                List.of(failed(3, 9, 2, "a", 0, 30), failed(4, 4, 1, "a", 1, 40), failed(5, 5, 1, "b", 0, 50),
                        failed(6, 6, 1, "b", 0, 60)),
                events);
        assertEquals(List.of(), flush(3000));
    }

    private static LabEvent failed(long first, long last, long count, String topic, int partition, int ms) {
        return new RecordEvent.Failed(id(first), id(last), count, topic, partition, FailureKind.EXPIRED,
                "TimeoutException", "m", Certainty.MAYBE,
                "r", ms, 2000);
    }
}
