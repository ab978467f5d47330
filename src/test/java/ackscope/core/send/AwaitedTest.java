package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.metrics.Waiting;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AwaitedTest {
    @TempDir
    private Path folder;
    private final Map<Long, Integer> blocked = new HashMap<>();
    private SendLedger ledger;
    private Awaited awaited;

    @BeforeEach
    void open() {
        ledger = new SendLedger(folder);
        awaited = new Awaited(ledger, number -> blocked.getOrDefault(number, 0));
    }

    private void acked(long number) {
        ledger.reported(number, Outcome.ACKED, 0, 0, number, 5);
        awaited.over(number);
    }

    private void held(long number) {
        ledger.held(number);
        awaited.over(number);
    }

    private void replayed(long number, int sendMs) {
        ledger.given(number, sendMs);
        awaited.replayed(number);
    }

    private Waiting at(int nowMs) {
        return awaited.waiting(() -> nowMs, 100);
    }

    @Test
    void theFirstWithoutAReportHasWaitedLongest() {
        for (int n = 0; n < 4; n++) {
            ledger.opened(n, 10 * n, 0);
        }
        assertEquals(new Waiting(50, 50, 100), at(50));
        acked(0);
        acked(2);
        assertEquals(new Waiting(40, 40, 100), at(50));
        acked(1);
        acked(3);
        assertEquals(new Waiting(-1, -1, 100), at(50));
    }

    @Test
    void oneThatIsStillInsideSendHasUsedNothingOfItsBudget() {
        ledger.opened(0, 10, 0);
        awaited.enters(0);
        assertEquals(new Waiting(60, -1, 100), at(70));
        blocked.put(0L, 60);
        awaited.leaves();
        assertEquals(new Waiting(65, 5, 100), at(75), "its budget began when send() had its memory");
    }

    @Test
    void aBlockedSendDoesNotHideTheBudgetOfARecordBeforeIt() {
        ledger.opened(0, 10, 0);
        ledger.opened(1, 20, 0);
        awaited.enters(1);
        assertEquals(new Waiting(60, 60, 100), at(70));
    }

    @Test
    void whatIsHeldDoesNotWaitUntilItIsReplayedAndWaitsFromThenOn() {
        for (int n = 0; n < 5; n++) {
            ledger.opened(n, 10 * n, 0);
        }
        held(0);
        held(1);
        acked(2);
        acked(3);
        assertEquals(10, at(50).oldestMs());
        acked(4);
        assertEquals(-1, at(50).oldestMs());
        replayed(0, 60);
        replayed(1, 65);
        assertEquals(20, at(80).oldestMs());
        acked(0);
        assertEquals(15, at(80).oldestMs());
        held(1);
        assertEquals(-1, at(80).oldestMs());
        replayed(1, 90);
        assertEquals(10, at(100).oldestMs());
        acked(1);
        assertEquals(-1, at(100).oldestMs());
    }

    @Test
    void aReplayInsideSendLeavesTheNextOneToBeJudged() {
        ledger.opened(0, 0, 0);
        ledger.opened(1, 0, 0);
        held(0);
        held(1);
        replayed(1, 30);
        replayed(0, 40);
        awaited.enters(0);
        assertEquals(new Waiting(70, 70, 100), at(100));
    }
}
