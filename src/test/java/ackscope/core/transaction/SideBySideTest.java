package ackscope.core.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.transaction.ReadersView.Fate;
import ackscope.core.transaction.ReadersView.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private final SideBySide rows = new SideBySide();

    private List<Fate> fates() {
        return rows.uncommitted().stream().map(Row::fate).toList();
    }

    @Test
    void aFateIsKnownOnceTheOtherReaderHasPassed() {
        rows.uncommitted(0, 5, 1, "a");
        rows.uncommitted(0, 6, 1, "b");
        assertEquals(List.of(Fate.HELD_BACK, Fate.HELD_BACK), fates());
        rows.committed(0, 6, 1, "b");
        rows.passed(0, 8);
        assertEquals(List.of(Fate.ABORTED, Fate.VISIBLE), fates());
    }

    @Test
    void aRecordThatTheCommittedReaderHadFirstIsVisible() {
        rows.committed(0, 5, 1, "a");
        rows.passed(0, 6);
        rows.uncommitted(0, 5, 1, "a");
        assertEquals(List.of(Fate.VISIBLE), fates());
    }

    @Test
    void whateverTheOrderOfReadingEachRecordHasTheFateOfItsTransaction() {
        Random random = new Random(8);
        for (int history = 0; history < 2_000; history++) {
            int size = random.nextInt(60);
            long stable = random.nextInt(size + 1);
            Map<Long, Fate> truth = new HashMap<>();
            for (long offset = 0; offset < size; offset++) {
                truth.put(offset, offset >= stable
                        ? Fate.HELD_BACK
                        : random.nextBoolean() ? Fate.VISIBLE : Fate.ABORTED);
            }
            read(random, size, stable, truth);
        }
    }

    private static void read(Random random, int size, long stable, Map<Long, Fate> truth) {
        SideBySide both = new SideBySide();
        long all = 0;
        long committed = 0;
        while (all < size || committed < stable) {
            if (all < size && random.nextBoolean()) {
                both.uncommitted(2, all++, 1, "");
            } else if (committed < stable) {
                if (truth.get(committed) == Fate.VISIBLE) {
                    both.committed(2, committed, 1, "");
                }
                both.passed(2, ++committed);
            }
            for (Row row : both.uncommitted()) {
                assertTrue(row.fate() == truth.get(row.offset()) || row.fate() == Fate.HELD_BACK, row.toString());
            }
        }
        both.uncommitted().forEach(row -> assertEquals(truth.get(row.offset()), row.fate(), row.toString()));
    }

    @Test
    void noMoreIsKeptThanIsShownAndTheNewestStay() {
        List<Long> offsets = new ArrayList<>();
        for (long offset = 0; offset < 1_000; offset++) {
            rows.uncommitted(0, offset, 1, "");
            rows.committed(0, offset, 1, "");
        }
        rows.uncommitted().forEach(row -> offsets.add(row.offset()));
        assertEquals(ReadersView.KEPT, offsets.size());
        assertEquals(999, offsets.getLast());
        assertEquals(ReadersView.KEPT, rows.committed().size());
    }

    @Test
    void aNewBeginningForgetsWhatWasPassed() {
        rows.passed(0, 900);
        rows.restart();
        rows.uncommitted(0, 5, 1, "a");
        assertEquals(List.of(Fate.HELD_BACK), fates());
    }
}
