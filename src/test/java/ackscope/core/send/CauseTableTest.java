package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CauseTableTest {
    @TempDir
    private Path folder;

    private static Cause cause(FailureKind kind, String message) {
        return new Cause(kind, "E", message, Certainty.MAYBE, "r");
    }

    @Test
    void causesThatDifferInDigitsAreOneWithTheFirstAsExample() throws IOException {
        CauseTable table = new CauseTable(folder);
        assertEquals(1, table.number(cause(FailureKind.EXPIRED, "12 records for t-0: 100 ms")));
        assertEquals(1, table.number(cause(FailureKind.EXPIRED, "7 records for t-11: 9000 ms")));
        assertEquals(2, table.number(cause(FailureKind.EXPIRED_QUEUED, "12 records for t-0: 100 ms")));
        assertEquals("12 records for t-0: 100 ms", table.get(1).message());
        assertEquals(2, Files.readAllLines(folder.resolve("causes.jsonl")).size());
    }

    @Test
    void whenTheTableIsFullOneOfTheSameKindStandsForACause() {
        CauseTable table = new CauseTable(folder);
        for (int i = 0; i < 300; i++) {
            table.number(cause(FailureKind.NOT_RETRIABLE, "x".repeat(i)));
        }
        int number = table.number(cause(FailureKind.EXPIRED, "the first of its kind"));
        assertEquals("the first of its kind", table.get(number).message());
        assertEquals(number, table.number(cause(FailureKind.EXPIRED, "the second")));
        for (FailureKind kind : FailureKind.values()) {
            for (Certainty certainty : Certainty.values()) {
                int n = table.number(new Cause(kind, "E", "late", certainty, "r"));
                assertTrue(n >= 1 && n <= 255, "fits a byte: " + n);
                assertEquals(kind, table.get(n).kind());
                assertEquals(certainty, table.get(n).certainty());
            }
        }
    }

    @Test
    void aCauseThatCannotBeWrittenIsNumberedAllTheSame() throws IOException {
        CauseTable table = new CauseTable(Files.writeString(folder.resolve("file"), "no folder"));
        assertEquals(1, table.number(cause(FailureKind.EXPIRED, "a")));
        assertEquals(2, table.number(cause(FailureKind.EXPIRED, "b")));
    }

    @Test
    void anInterruptNeitherHindersTheWritingNorIsItLost() throws IOException {
        CauseTable table = new CauseTable(folder);
        Thread.currentThread().interrupt();
        table.number(cause(FailureKind.CANCELLED, "a"));
        assertTrue(Thread.interrupted());
        assertNotEquals(0, Files.size(folder.resolve("causes.jsonl")));
    }
}
