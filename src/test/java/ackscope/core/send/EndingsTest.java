package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ackscope.core.event.Ending;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EndingsTest {
    private static final List<Ending> ENDINGS = List.of(Ending.OPEN, Ending.COMMITTED, Ending.ABORTED, Ending.IN_DOUBT);

    @Test
    void whateverTheHistoryEachRecordHasTheEndingOfItsOwnTransaction() {
        Random random = new Random(4);
        for (int history = 0; history < 500; history++) {
            Endings endings = new Endings();
            List<Ending> expected = new ArrayList<>();
            int transactions = random.nextInt(40);
            for (int i = 0; i < transactions; i++) {
                add(expected, random.nextInt(3), Ending.NONE);
                endings.began(expected.size());
                Ending ending = ENDINGS.get(random.nextInt(ENDINGS.size()));
                add(expected, random.nextInt(4), ending);
                if (ending != Ending.OPEN) {
                    endings.ended(expected.size(), ending);
                } else {
                    break;
                }
            }
            for (int n = 0; n < expected.size(); n++) {
                assertEquals(expected.get(n), endings.of(n), "record " + n + " of " + expected);
            }
        }
    }

    private static void add(List<Ending> expected, int count, Ending ending) {
        for (int i = 0; i < count; i++) {
            expected.add(ending);
        }
    }
}
