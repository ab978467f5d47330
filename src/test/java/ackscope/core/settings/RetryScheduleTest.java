package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.RetrySchedule.Ending;
import ackscope.core.settings.RetrySchedule.Try;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.internals.ExponentialBackoff;
import org.junit.jupiter.api.Test;

/** When a batch that always fails is tried. */
final class RetryScheduleTest {
    @Test
    void theClientsOwnBackoffStaysWithinTheWindowAndFillsIt() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            long first = random.nextInt(2000);
            long max = random.nextInt(4000);
            Backoff backoff = new Backoff(first, max);
            // As the accumulator makes it.
            ExponentialBackoff client = new ExponentialBackoff(first, 2, max, 0.2);
            for (int retry = 1; retry < 9; retry++) {
                long low = Long.MAX_VALUE;
                long high = 0;
                for (int draw = 0; draw < 400; draw++) {
                    long wait = client.backoff(retry - 1);
                    low = Math.min(low, wait);
                    high = Math.max(high, wait);
                }
                assertTrue(low >= backoff.earliestMs(retry) && high <= backoff.latestMs(retry), first + " to " + max);
                long width = backoff.latestMs(retry) - backoff.earliestMs(retry);
                assertTrue(high - low >= width / 2, () -> "the window is wider than the client's");
            }
        }
    }

    @Test
    void theFirstTriesOfTheDefaultsAreWhereTheFormulaPutsThem() {
        RetrySchedule schedule = schedule(Map.of(), 0, 5);
        assertEquals(List.of(new Try(1, 0, 5), new Try(2, 80, 125), new Try(3, 240, 365), new Try(4, 560, 845),
                new Try(5, 1200, 1805)), schedule.tries());
        assertTrue(schedule.more());
        assertEquals("over 5 tries", schedule.count());
        assertEquals("give up at 2 min", schedule.end());
    }

    @Test
    void triesEndWithTheDeliveryTimeout() {
        RetrySchedule schedule = schedule(Map.of(Keys.DELIVERY_TIMEOUT, "8000", Keys.REQUEST_TIMEOUT, "2000"), 0, 200);
        assertEquals("11 to 13 tries", schedule.count());
        assertEquals(Ending.DELIVERY_TIMEOUT, schedule.ending());
        assertTrue(schedule.tries().stream().allMatch(t -> t.earliestMs() < 8000 && t.latestMs() <= 8000));
    }

    @Test
    void retriesThatAreUsedUpEndIt() {
        RetrySchedule schedule = schedule(Map.of(Keys.RETRIES, "3"), 0, 200);
        assertEquals("4 tries", schedule.count());
        assertEquals(Ending.RETRIES, schedule.ending());
        assertEquals(845, schedule.endMs());
    }

    @Test
    void slowAnswersLeaveRoomForFewerTries() {
        RetrySchedule schedule = schedule(Map.of(Keys.DELIVERY_TIMEOUT, "8000", Keys.REQUEST_TIMEOUT, "2000"), 2000,
                200);
        assertEquals(4, schedule.tries().size());
    }

    @Test
    void withoutAcksThereIsOneTry() {
        RetrySchedule schedule = schedule(Map.of(Keys.ACKS, "0"), 0, 200);
        assertEquals(1, schedule.tries().size());
        assertEquals(Ending.HANDED_OVER, schedule.ending());
    }

    @Test
    void aBudgetOfNothingHasNoTry() {
        RetrySchedule schedule = schedule(
                Map.of(Keys.REQUEST_TIMEOUT, "0", Keys.LINGER, "0", Keys.DELIVERY_TIMEOUT, "0"), 0,
                200);
        assertEquals(List.of(), schedule.tries());
    }

    private static RetrySchedule schedule(Map<String, String> typed, long answerMs, int most) {
        return RetrySchedule.of(EffectiveSettings.of(ProducerSettings.of(typed)), answerMs, most);
    }
}
