package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FlowEdge;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Plays random lives of records and compares the edges with what really happened. */
class WireAccountsTest {

    private static final class History {
        private final Random random;
        private long sent;
        private long open;
        private long heardOk;
        private long acked;
        private long exhausted;
        private long notRetriable;
        private long neverSent;
        private long triedAgain;
        private long backingOff;

        History(long seed) {
            random = new Random(seed);
        }

        void record(boolean mayStayOpen) {
            if (random.nextInt(10) == 0) {
                neverSent++;
                return;
            }
            int tries = 1 + random.nextInt(4);
            sent += tries;
            triedAgain += tries - 1;
            switch (random.nextInt(mayStayOpen ? 7 : 5)) {
                case 0 -> exhausted++;
                case 1 -> notRetriable++;
                case 2 -> {
                    // It expired in flight, and its answer came when nobody waited any more.
                    exhausted++;
                    heardOk++;
                }
                case 3, 4 -> {
                    acked++;
                    heardOk++;
                }
                case 5 -> open++;
                default -> backingOff++;
            }
        }

        Map<FlowEdge, Long> edges(boolean atRest) {
            return new WireAccounts(sent, open, heardOk, acked, exhausted, notRetriable, neverSent, atRest).edges();
        }
    }

    @Test
    void atRestEveryEdgeIsWhatHappened() {
        for (int seed = 0; seed < 3000; seed++) {
            History history = new History(seed);
            int records = history.random.nextInt(60);
            for (int i = 0; i < records; i++) {
                history.record(false);
            }
            Map<FlowEdge, Long> edges = history.edges(true);

            assertEquals(history.sent, edges.get(FlowEdge.SEND), "seed " + seed);
            assertEquals(history.acked, edges.get(FlowEdge.ACKNOWLEDGE), "seed " + seed);
            assertEquals(history.triedAgain, edges.get(FlowEdge.RETRY), "seed " + seed);
            assertEquals(history.exhausted, edges.get(FlowEdge.EXHAUSTED), "seed " + seed);
            assertEquals(history.notRetriable, edges.get(FlowEdge.NOT_RETRIABLE), "seed " + seed);
            assertEquals(history.neverSent, edges.get(FlowEdge.NEVER_SENT), "seed " + seed);
            assertBalanced(edges, 0, seed);
        }
    }

    @Test
    void inFlightNothingIsNegativeAndWhatEndedIsCounted() {
        for (int seed = 0; seed < 3000; seed++) {
            History history = new History(seed);
            int records = history.random.nextInt(60);
            for (int i = 0; i < records; i++) {
                history.record(true);
            }
            Map<FlowEdge, Long> edges = history.edges(false);

            edges.forEach((edge, count) -> assertTrue(count >= 0, edge + " " + count));
            assertTrue(edges.get(FlowEdge.RETRY) <= history.triedAgain + history.backingOff, "seed " + seed);
            assertEquals(edges.get(FlowEdge.FAIL), edges.get(FlowEdge.RETRY) + edges.get(FlowEdge.EXHAUSTED)
                    + edges.get(FlowEdge.NOT_RETRIABLE), "seed " + seed);
        }
    }

    @Test
    void whatASocketTookAndNoWireSawCountsAsSent() {
        Map<FlowEdge, Long> edges = new WireAccounts(40, 0, 40, 50, 0, 0, 0, true).edges();

        assertEquals(50, edges.get(FlowEdge.SEND));
        assertEquals(0, edges.get(FlowEdge.FAIL));
    }

    private static void assertBalanced(Map<FlowEdge, Long> edges, long open, int seed) {
        assertEquals(edges.get(FlowEdge.SEND), edges.get(FlowEdge.ACKNOWLEDGE) + edges.get(FlowEdge.FAIL) + open,
                "seed " + seed);
        assertEquals(edges.get(FlowEdge.FAIL), edges.get(FlowEdge.RETRY) + edges.get(FlowEdge.EXHAUSTED)
                + edges.get(FlowEdge.NOT_RETRIABLE), "seed " + seed);
    }
}
