package ackscope.ui.flow;

import static ackscope.ui.base.Feeds.totals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FlowEdge;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.metrics.RunTotals;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The diagram's sums at rest. */
class BalanceTest {

    @Test
    void aRunWhoseAttemptsAllEndedAddsUp() {
        Random random = new Random(1);
        for (int i = 0; i < 500; i++) {
            long acked = random.nextInt(10_000);
            long retry = random.nextInt(1_000);
            long exhausted = random.nextInt(100);
            long refused = random.nextInt(100);
            long neverSent = random.nextInt(100);
            long fail = retry + exhausted + refused;
            Balance balance = Balance.of(totals(acked + exhausted + refused + neverSent, acked,
                    exhausted + refused + neverSent, 0,
                    Map.of(FlowEdge.SEND, acked + fail, FlowEdge.ACKNOWLEDGE, acked, FlowEdge.FAIL, fail,
                            FlowEdge.RETRY,
                            retry, FlowEdge.EXHAUSTED, exhausted, FlowEdge.NOT_RETRIABLE, refused, FlowEdge.NEVER_SENT,
                            neverSent)));
            assertTrue(balance.even(), balance::inWords);
            assertEquals("", balance.inWords());
        }
    }

    @Test
    void aDifferenceIsToldInWords() {
        Balance more = Balance.of(totals(1_000, 1_000, 0, 0,
                Map.of(FlowEdge.SEND, 2_240L, FlowEdge.ACKNOWLEDGE, 1_000L)));
        assertEquals(new Balance(1_240, 0, 0), more);
        assertEquals("send is 1,240 more than acknowledge + fail", more.inWords());
        Balance both = Balance.of(totals(10, 7, 5, 0,
                Map.of(FlowEdge.SEND, 9L, FlowEdge.ACKNOWLEDGE, 7L, FlowEdge.FAIL, 3L, FlowEdge.EXHAUSTED, 5L)));
        assertEquals("send is 1 fewer than acknowledge + fail; fail is 2 fewer than retry + exhausted + not retriable",
                both.inWords());
    }

    @Test
    void everyFailureStandsInTheErrorLogOnce() {
        assertEquals("the error log has 2 fewer than were reported failed",
                Balance.of(totals(10, 7, 3, 0,
                        Map.of(FlowEdge.SEND, 8L, FlowEdge.ACKNOWLEDGE, 7L, FlowEdge.FAIL, 1L, FlowEdge.EXHAUSTED, 1L)))
                        .inWords());
    }

    @Test
    void theClientsOwnCountIsToldWhereItDiffers() {
        RunTotals totals = totals(10, 7, 3, 0, Map.of());
        assertEquals("", Balance.quirks(totals, errors(3), false));
        assertTrue(
                Balance.quirks(totals, errors(5), false)
                        .startsWith("record-error-total is 5, callbacks told of 3 failed."));
        assertEquals("", Balance.quirks(totals(10, 6, 3, 0, Map.of()), errors(5), false), "not while records are open");
        assertEquals("2 records were reported twice by the client; the first report stands.",
                Balance.quirks(new RunTotals(1, 0, 0, 1, 0, 0, 0, 2, 0, totals.edges()), errors(1), false));
    }

    @Test
    void whatTheWireSawOtherwiseIsExplained() {
        RunTotals totals = totals(10, 7, 3, 0, Map.of(FlowEdge.SEND, 12L, FlowEdge.RETRY, 2L));
        assertEquals("", Balance.quirks(totals, new ClientMetrics(12, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0), true));
        String words = Balance.quirks(totals, new ClientMetrics(14, 3, 3, 0, 0, 0, 0, 0, 0, 0, 0), true);
        assertTrue(words.startsWith("record-send-total is 14, the wire saw 12."), words);
        assertTrue(words.contains("record-retry-total is 3, tried again were 2."), words);
    }

    private static ClientMetrics errors(long total) {
        return new ClientMetrics(0, 0, total, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void nothingIsSaidWhileRecordsAreOpen() {
        assertEquals(Balance.EVEN,
                Balance.of(totals(10, 4, 0, 0, Map.of(FlowEdge.SEND, 10L, FlowEdge.ACKNOWLEDGE, 4L))));
    }
}
