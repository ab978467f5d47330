package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.FlowEdge;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Plays random lives of batches as {@code Sender} and {@code RecordAccumulator} would count them, and compares. */
class FlowAccountsTest {

    /** What may befall a batch besides answers; each alone is determined by the client's totals, some together are not. */
    private enum Fate {
        EXPIRED_AFTER_RETRY, EXPIRED_IDLE, DISCARDED, UNREPORTED, SPLIT, REPORTED_UNSENT
    }

    /** What the client counts, what callbacks report, and what really happened. */
    private static final class History {
        private final Random random;
        private final Set<Fate> fates;
        private long send;
        private long retry;
        private long splits;
        private long splitRecords;
        private long acked;
        private long usedUp;
        private long refused;
        private long expired;
        private long idle;
        private long neverSent;
        private long dropped;
        private long unreported;
        private long open;
        private long inFlight;
        private long backingOff;
        private long unsent;
        private long refusedUnsent;
        private long neverLeft;

        History(Random random, Set<Fate> fates) {
            this.random = random;
            this.fates = fates;
        }

        private boolean befalls(Fate fate) {
            return fates.contains(fate) && random.nextInt(6) == 0;
        }

        void batch(int records, boolean mayStayOpen) {
            if (random.nextInt(12) == 0) {
                // Refused within send(): too large, no metadata, buffer full.
                neverSent += records;
                neverLeft += records;
                return;
            }
            int retriesAllowed = random.nextInt(5);
            boolean retried = false;
            for (int attempt = 0;; attempt++) {
                if (mayStayOpen && random.nextInt(10) == 0) {
                    open += records;
                    return;
                }
                if (waiting(records, retried)) {
                    return;
                }
                send += records;
                if (inFlight(records, retried)) {
                    return;
                }
                int answer = random.nextInt(10);
                if (answer < 5) {
                    acked += records;
                    return;
                }
                if (answer == 5) {
                    refused += records;
                    return;
                }
                if (answer == 6 && records > 1 && fates.contains(Fate.SPLIT)) {
                    splits++;
                    splitRecords += records;
                    int first = 1 + random.nextInt(records - 1);
                    batchAgain(first, mayStayOpen);
                    batchAgain(records - first, mayStayOpen);
                    return;
                }
                if (attempt >= retriesAllowed) {
                    usedUp += records;
                    return;
                }
                retry += records;
                retried = true;
            }
        }

        /** A part of a split batch: tried anew, never refused within send(). */
        private void batchAgain(int records, boolean mayStayOpen) {
            send += records;
            if (mayStayOpen && random.nextBoolean()) {
                open += records;
            } else {
                acked += records;
            }
        }

        private boolean waiting(int records, boolean retried) {
            if (retried && befalls(Fate.EXPIRED_AFTER_RETRY)) {
                expired += records;
                backingOff += records;
            } else if (!retried && befalls(Fate.EXPIRED_IDLE)) {
                idle += records;
                neverLeft += records;
            } else if (!retried && befalls(Fate.DISCARDED)) {
                dropped += records;
                neverLeft += records;
            } else if (!retried && befalls(Fate.UNREPORTED)) {
                unreported += records;
            } else if (!retried && befalls(Fate.REPORTED_UNSENT)) {
                // In a fatal state the client drops it with its last error, which reads like an answer.
                refused += records;
                refusedUnsent += records;
                unsent += records;
            } else {
                return false;
            }
            return true;
        }

        private boolean inFlight(int records, boolean retried) {
            if (retried && befalls(Fate.EXPIRED_AFTER_RETRY)) {
                expired += records;
            } else if (!retried && befalls(Fate.EXPIRED_IDLE)) {
                idle += records;
            } else if (befalls(Fate.DISCARDED)) {
                dropped += records;
            } else if (befalls(Fate.UNREPORTED)) {
                unreported += records;
            } else {
                return false;
            }
            inFlight += records;
            return true;
        }

        Map<FlowEdge, Long> accounts() {
            return books(0).edges();
        }

        /** @param off by how much the client's count of attempts is off */
        FlowAccounts books(long off) {
            return new FlowAccounts(send + off, retry, splits, acked, usedUp, refused, expired, idle, neverSent,
                    dropped,
                    unreported, open == 0);
        }

        Map<FlowEdge, Long> truth() {
            Map<FlowEdge, Long> truth = new EnumMap<>(FlowEdge.class);
            truth.put(FlowEdge.SEND, send);
            truth.put(FlowEdge.ACKNOWLEDGE, acked);
            truth.put(FlowEdge.FAIL, retry + splitRecords + usedUp + refused - refusedUnsent + inFlight);
            truth.put(FlowEdge.RETRY, retry + splitRecords - backingOff);
            truth.put(FlowEdge.EXHAUSTED, usedUp + backingOff + inFlight);
            truth.put(FlowEdge.NOT_RETRIABLE, refused - refusedUnsent);
            truth.put(FlowEdge.NEVER_SENT, neverLeft + unsent);
            return truth;
        }

        long reportedFailed() {
            return usedUp + refused + expired + idle + neverSent + dropped;
        }
    }

    private static History play(long seed, Set<Fate> fates, boolean mayStayOpen) {
        Random random = new Random(seed);
        History history = new History(random, fates);
        int batches = random.nextInt(60);
        for (int i = 0; i < batches; i++) {
            history.batch(1 + random.nextInt(20), mayStayOpen);
        }
        return history;
    }

    private static Set<Fate> some(long seed) {
        long bits = seed;
        Set<Fate> fates = EnumSet.noneOf(Fate.class);
        for (Fate fate : Fate.values()) {
            if ((bits & 1) == 1) {
                fates.add(fate);
            }
            bits >>= 1;
        }
        return fates;
    }

    private static void assertSums(Map<FlowEdge, Long> edges, String history) {
        assertEquals(edges.get(FlowEdge.FAIL),
                edges.get(FlowEdge.RETRY) + edges.get(FlowEdge.EXHAUSTED) + edges.get(FlowEdge.NOT_RETRIABLE), history);
        edges.forEach((edge, sum) -> assertTrue(sum >= 0, edge + " is " + sum + ": " + history));
        assertEquals(EnumSet.complementOf(EnumSet.of(FlowEdge.ALERT)), edges.keySet());
    }

    @Test
    void atRestTheSumsOfTheDiagramHoldWhateverHappened() {
        for (long seed = 0; seed < 20_000; seed++) {
            History history = play(seed, some(seed), false);
            Map<FlowEdge, Long> edges = history.accounts();
            String told = "seed " + seed + " " + history.truth();
            assertSums(edges, told);
            assertEquals(edges.get(FlowEdge.SEND), edges.get(FlowEdge.ACKNOWLEDGE) + edges.get(FlowEdge.FAIL), told);
            assertEquals(history.truth().get(FlowEdge.SEND), edges.get(FlowEdge.SEND), told);
            assertEquals(history.truth().get(FlowEdge.FAIL), edges.get(FlowEdge.FAIL), told);
            long errorLog = edges.get(FlowEdge.EXHAUSTED) + edges.get(FlowEdge.NOT_RETRIABLE)
                    + edges.get(FlowEdge.NEVER_SENT);
            assertTrue(
                    errorLog >= history.reportedFailed() && errorLog <= history.reportedFailed() + history.unreported,
                    "every reported failure reaches the error log once: " + errorLog + " " + told);
        }
    }

    private static long unexplained(FlowAccounts accounts) {
        Map<FlowEdge, Long> edges = accounts.edges();
        return edges.get(FlowEdge.SEND) - edges.get(FlowEdge.ACKNOWLEDGE) - edges.get(FlowEdge.FAIL);
    }

    @Test
    void attemptsThatNothingExplainsAreLeftOver() {
        for (long seed = 0; seed < 3000; seed++) {
            History history = play(seed, EnumSet.noneOf(Fate.class), false);
            assertEquals(0, unexplained(history.books(0)), "seed " + seed);
            assertEquals(7, unexplained(history.books(7)), "seed " + seed);
        }
        FlowAccounts fewer = new FlowAccounts(9, 2, 0, 10, 0, 0, 0, 0, 0, 0, 0, true);
        assertEquals(-3, unexplained(fewer));
        FlowAccounts bounded = new FlowAccounts(20, 0, 0, 10, 0, 0, 1, 2, 0, 3, 1, true);
        assertEquals(3, unexplained(bounded), "10 more went out, and 7 may have been in flight");
    }

    @Test
    void anExpiryInTheQueueIsCalledNeverSentOnlyWhenNothingIsOpen() {
        FlowAccounts open = new FlowAccounts(10, 0, 0, 8, 0, 0, 0, 4, 1, 2, 0, false);
        assertEquals(1, open.edges().get(FlowEdge.NEVER_SENT));
        FlowAccounts rest = new FlowAccounts(10, 0, 0, 8, 0, 0, 0, 4, 1, 2, 0, true);
        assertEquals(5, rest.edges().get(FlowEdge.NEVER_SENT), "two of the six were in flight");
    }

    @Test
    void whereTheTotalsDetermineItTheAccountsAreTheTruth() {
        for (Fate fate : Fate.values()) {
            for (long seed = 0; seed < 3000; seed++) {
                History history = play(seed, EnumSet.of(fate), false);
                assertEquals(history.truth(), history.accounts(), fate + ", seed " + seed);
            }
        }
        for (long seed = 0; seed < 3000; seed++) {
            History history = play(seed, EnumSet.noneOf(Fate.class), false);
            assertEquals(history.truth(), history.accounts(), "answers alone, seed " + seed);
        }
    }

    @Test
    void whileRecordsAreOpenNothingIsCountedThatIsNotKnown() {
        for (long seed = 0; seed < 20_000; seed++) {
            History history = play(seed, some(seed), true);
            Map<FlowEdge, Long> edges = history.accounts();
            String told = "seed " + seed + " " + history.truth();
            assertSums(edges, told);
            assertTrue(edges.get(FlowEdge.SEND) >= edges.get(FlowEdge.ACKNOWLEDGE) + edges.get(FlowEdge.FAIL), told);
            assertTrue(edges.get(FlowEdge.FAIL) <= history.truth().get(FlowEdge.FAIL) + history.unsent, told);
        }
    }
}
