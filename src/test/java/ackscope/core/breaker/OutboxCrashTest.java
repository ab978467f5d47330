package ackscope.core.breaker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that is killed for real while it keeps and replays. */
class OutboxCrashTest {
    private static final int ENOUGH = 3_000;
    private static final int REPORTED = 100;
    private static final int HANDED = 50;

    @TempDir
    private Path folder;

    /** The process: hands out some and reports fewer, then keeps for ever, and tells of each thing once it is done. */
    static final class Main {
        private Main() {
        }

        public static void main(String[] args) throws IOException {
            Outbox outbox = new Outbox(Path.of(args[0]), System::currentTimeMillis, _ -> {
            }, true);
            BreakerSettings d = BreakerSettings.DEFAULTS;
            outbox.limit(new BreakerSettings(true, d.window(), d.size(), d.least(), d.failurePercent(), d.slowMs(),
                    d.slowPercent(), d.openMs(), d.permits(), d.counted(), true, 0, 1_000_000, 1024));
            for (long n = 0;; n++) {
                RecordId id = new RecordId(1, n, 0);
                byte[] value = new byte[100];
                RecordStamp.write(value, id, RecordStamp.crc(value, RecordStamp.LENGTH));
                outbox.keep(outbox.draft(new ProducerRecord<>("t", value), id).orElseThrow());
                if (n == 500) {
                    handOut(outbox);
                }
                System.out.println(n);
            }
        }

        private static void handOut(Outbox outbox) throws IOException {
            for (int i = 0; i < REPORTED + HANDED; i++) {
                Held held = outbox.next(Long.MAX_VALUE, true).orElseThrow();
                outbox.handOut(held, outbox.read(held), new RecordId(1, held.id().number(), 1));
                if (i < REPORTED) {
                    outbox.done(held);
                }
            }
            // As soon as it is on the disk; the outbox's own thread may have been quicker.
            outbox.turn();
        }
    }

    @Test
    void aKillLosesNothingThatWasKeptAndTellsWhatMayDouble() throws Exception {
        Process app = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx128m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        long last = -1;
        try (BufferedReader said = app.inputReader()) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                last = Long.parseLong(line);
                if (last == ENOUGH) {
                    // The process's own method would close its output, and with it what it told last.
                    assertTrue(app.toHandle().destroyForcibly());
                }
            }
        } finally {
            app.destroyForcibly();
        }
        assertTrue(app.waitFor(20, TimeUnit.SECONDS));
        assertTrue(last >= ENOUGH, "it was killed at work, at " + last);

        List<LabEvent> events = new ArrayList<>();
        try (Outbox outbox = new Outbox(folder, () -> 0, events::add, false)) {
            outbox.open();
            List<Held> left = outbox.waiting();
            long end = left.getLast().id().number();
            assertTrue(end >= last, "everything that was told of is there: " + end + " of " + last);
            assertEquals(LongStream.rangeClosed(REPORTED, end).boxed().toList(),
                    left.stream().map(h -> h.id().number()).toList(),
                    "in order, without a gap, without what was reported");
            assertEquals(HANDED, left.stream().filter(outbox::mayBeWritten).count());
            for (Held held : left) {
                assertEquals(held.id(), RecordStamp.read(outbox.read(held).value()).orElseThrow());
            }
        }
    }
}
