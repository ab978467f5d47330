package ackscope.core.send;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendLedgerTest {
    private static final int CHUNK = 1 << 20;
    @TempDir
    private Path folder;

    @Test
    void anEntryIsOpenUntilItsReport() {
        SendLedger ledger = new SendLedger(folder);
        ledger.opened(0, 12, 0xCAFE);
        assertEquals(new SendLedger.Entry(0, Outcome.OPEN, 0, -1, 12, 0, 0xCAFE, -1), ledger.read(0));
        assertTrue(ledger.open(0));
        assertTrue(ledger.reported(0, Outcome.ACKED, 0, 3, 4_000_000_000L, 17));
        assertEquals(new SendLedger.Entry(0, Outcome.ACKED, 0, 3, 12, 17, 0xCAFE, 4_000_000_000L), ledger.read(0));
        assertFalse(ledger.open(0));
    }

    @Test
    void theFirstReportStands() {
        SendLedger ledger = new SendLedger(folder);
        ledger.opened(0, 0, 0);
        assertTrue(ledger.reported(0, Outcome.FAILED, 255, -1, -1, 5));
        assertFalse(ledger.reported(0, Outcome.ACKED, 0, 1, 2, 6));
        assertFalse(ledger.reported(0, Outcome.UNREPORTED, 0, -1, -1, 0));
        assertEquals(new SendLedger.Entry(0, Outcome.FAILED, 255, -1, 0, 5, 0, -1), ledger.read(0));
    }

    @Test
    void whatWasNeverOpenedCannotBeRead() {
        SendLedger ledger = new SendLedger(folder);
        assertThrows(IndexOutOfBoundsException.class, () -> ledger.read(0));
        ledger.opened(0, 0, 0);
        assertThrows(IndexOutOfBoundsException.class, () -> ledger.read(1));
        assertThrows(IndexOutOfBoundsException.class, () -> ledger.read(-1));
    }

    @Test
    void recordsOnBothSidesOfAChunksEndAreKept() throws IOException {
        SendLedger ledger = new SendLedger(folder);
        for (long n = 0; n < CHUNK + 2; n++) {
            ledger.opened(n, (int) n, (int) ~n);
        }
        for (long n = CHUNK - 2; n < CHUNK + 2; n++) {
            assertTrue(ledger.reported(n, Outcome.ACKED, 0, 7, n * 2, 1));
        }
        for (long n = CHUNK - 2; n < CHUNK + 2; n++) {
            assertEquals(new SendLedger.Entry(n, Outcome.ACKED, 0, 7, (int) n, 1, (int) ~n, n * 2), ledger.read(n));
        }
        assertEquals(CHUNK + 2, ledger.size());
        assertEquals((long) CHUNK * SendLedger.ENTRY, Files.size(folder.resolve("ledger-0001")));
    }

    @Test
    void whatWasWrittenIsInTheFileInItsFixedLayout() throws IOException {
        SendLedger ledger = new SendLedger(folder);
        ledger.opened(0, 1, 2);
        ledger.opened(1, 33, 44);
        ledger.reported(1, Outcome.FAILED, 9, 513, -1, 55);
        // Another reader of the file sees what a new process would see after a crash of this one.
        ByteBuffer entry = ByteBuffer.allocate(SendLedger.ENTRY).order(ByteOrder.nativeOrder());
        try (FileChannel file = FileChannel.open(folder.resolve("ledger-0000"))) {
            assertEquals(SendLedger.ENTRY, file.read(entry, SendLedger.ENTRY));
        }
        entry.flip();
        assertEquals((2 << 24) | (9 << 16) | 513, entry.getInt());
        assertEquals(33, entry.getInt());
        assertEquals(55, entry.getInt());
        assertEquals(44, entry.getInt());
        assertEquals(-1, entry.getLong());
    }

    @Test
    void aFolderThatIsGoneIsToldInWords() throws IOException {
        SendLedger ledger = new SendLedger(Files.createDirectory(folder.resolve("gone")));
        Files.delete(folder.resolve("gone"));
        UncheckedIOException e = assertThrows(UncheckedIOException.class, () -> ledger.opened(0, 0, 0));
        assertTrue(e.getMessage().startsWith("The ledger cannot grow: "), e.getMessage());
        assertEquals(0, ledger.size());
    }

    @Test
    void anInterruptDoesNotHinderItsGrowthAndIsKept() {
        SendLedger ledger = new SendLedger(folder);
        Thread.currentThread().interrupt();
        ledger.opened(0, 1, 2);
        assertTrue(Thread.interrupted());
        assertEquals(1, ledger.size());
    }

    @Test
    void ofReportsFromTwoThreadsOneWinsAndItsFieldsStayTogether() throws Exception {
        int records = 50_000;
        SendLedger ledger = new SendLedger(folder);
        for (long n = 0; n < records; n++) {
            ledger.opened(n, 0, 0);
        }
        CyclicBarrier start = new CyclicBarrier(3);
        long[] won = new long[2];
        Thread[] reporters = new Thread[2];
        for (int t = 0; t < 2; t++) {
            int who = t;
            reporters[t] = Thread.ofPlatform().start(() -> {
                Random random = new Random(who);
                await(start);
                for (int i = 0; i < records * 3; i++) {
                    long n = i < records ? i : random.nextInt(records);
                    // Every field tells who wrote it.
                    won[who] += ledger.reported(n, who == 0 ? Outcome.ACKED : Outcome.FAILED, who, who, who * 1000L + n,
                            who) ? 1 : 0;
                }
            });
        }
        await(start);
        for (int round = 0; round < 20; round++) {
            for (long n = 0; n < records; n += 7) {
                assertWhole(ledger.read(n));
            }
        }
        for (Thread reporter : reporters) {
            reporter.join();
        }
        assertEquals(records, won[0] + won[1], "one winner a record");
        for (long n = 0; n < records; n++) {
            SendLedger.Entry entry = ledger.read(n);
            assertTrue(entry.outcome() != Outcome.OPEN);
            assertWhole(entry);
        }
    }

    private static void assertWhole(SendLedger.Entry entry) {
        if (entry.outcome() != Outcome.OPEN) {
            int who = entry.outcome() == Outcome.ACKED ? 0 : 1;
            assertEquals(new SendLedger.Entry(entry.number(), entry.outcome(), who, who, 0, who, 0,
                    who * 1000L + entry.number()), entry);
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
