package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.ui.records.Rows.Which;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.collections.transformation.SortedList;
import org.junit.jupiter.api.Test;

/** Whatever a tick changes, the lists that the table is made of follow. */
class LineListTest {
    private static final int KEPT = 20;

    @Test
    void aFilteredListOfItFollowsEveryChange() {
        for (int seed = 0; seed < 2_000; seed++) {
            follow(seed);
        }
    }

    private static void follow(int seed) {
        Random random = new Random(seed);
        LineList lines = new LineList(KEPT);
        ObservableList<Line> shown = new SortedList<>(new FilteredList<>(lines, _ -> true));
        long nextKey = 0;
        for (int tick = 0; tick < 12; tick++) {
            List<Line> there = new ArrayList<>(lines);
            Collections.shuffle(there, random);
            int gone = random.nextInt(there.size() + 1);
            int changed = random.nextInt(there.size() - gone + 1);
            List<Line> come = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                come.addFirst(new Line(nextKey, Rows.open(0, Which.one(1, nextKey, "t", 0))));
                nextKey++;
            }
            lines.apply(
                    new RowBook.Change(there.subList(0, gone), there.subList(gone, gone + changed), come, Map.of()));
            assertEquals(List.copyOf(lines), List.copyOf(shown), "seed " + seed + ", tick " + tick);
        }
    }
}
