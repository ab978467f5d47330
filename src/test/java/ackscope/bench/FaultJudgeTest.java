package ackscope.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultJudgeTest {
    private static final long MB = 1_048_576;
    private static final List<String> WELL = List.of("plan seed 1", "use before 60 200", "work calm 9 1.00 2.00 300.00",
            "heap 1 " + 10 * MB, "heap 2 " + 50 * MB, "work faults 9 1.00 20.00 99.90", "healed 12000",
            "acks-again 29999", "heap 3 " + 60 * MB, "use after 70 210");

    private static List<String> with(String old, String line) {
        List<String> lines = new ArrayList<>(WELL);
        lines.set(lines.indexOf(old), line);
        return lines;
    }

    @Test
    void whatIsWithinTheLimitsIsGood() {
        assertEquals(List.of(), FaultJudge.complaints(WELL));
    }

    @ParameterizedTest
    @CsvSource({"work faults 9 1.00 20.00 99.90,work faults 9 1.00 20.00 100.10,100.1 ms of CPU",
            "use after 70 210,use after 71 210,71 threads", "use after 70 210,use after 70 211,211 files",
            "heap 3 62914560,heap 3 62914561,the heap grew", "healed 12000,healed 30001,30001 ms",
            "acks-again 29999,acks-again 30001,30001 ms", "plan seed 1,failed not healed: it is down,it is down",
            "work faults 9 1.00 20.00 99.90,plan,'work faults'", "healed 12000,plan,'healed'",
            "use after 70 210,plan,'use after'"})
    void whatIsBeyondALimitIsSaid(String old, String line, String words) {
        List<String> complaints = FaultJudge.complaints(with(old, line));
        assertEquals(1, complaints.size(), complaints::toString);
        assertTrue(complaints.getFirst().contains(words.replace("'", "")), complaints::toString);
    }

    @Test
    void theHeapOfAShortRunHasNotSettledYet() {
        List<String> lines = new ArrayList<>(WELL);
        lines.remove("heap 3 " + 60 * MB);
        lines.set(lines.indexOf("heap 2 " + 50 * MB), "heap 2 " + 500 * MB);
        assertEquals(List.of(), FaultJudge.complaints(lines));
    }
}
