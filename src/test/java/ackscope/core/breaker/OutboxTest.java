package ackscope.core.breaker;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.RecordStamp;
import ackscope.core.event.BreakerEvent;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final long ALL = Long.MAX_VALUE;

    @TempDir
    private Path folder;
    private final List<LabEvent> events = new ArrayList<>();
    private final List<Outbox> opened = new ArrayList<>();
    private Outbox outbox;
    private boolean refuses;

    @AfterEach
    void close() {
        opened.forEach(Outbox::close);
    }

    private Outbox open() {
        outbox = new Outbox(folder.resolve("outbox"), () -> 99, events::add, false, file -> {
            if (refuses) {
                throw new IOException("Input/output error");
            }
            file.force();
        });
        opened.add(outbox);
        outbox.open();
        return outbox;
    }

    private Path file() {
        return folder.resolve("outbox").resolve("outbox-1.jsonl");
    }

    private static RecordId id(long number) {
        return new RecordId(3, number, 0);
    }

    private static byte[] value(RecordId id) {
        byte[] value = new byte[30];
        value[29] = (byte) id.number();
        RecordStamp.write(value, id, RecordStamp.crc(value, RecordStamp.LENGTH));
        return value;
    }

    private void keep(long number) throws IOException {
        keep(new ProducerRecord<>("t", null, null, null, value(id(number))), id(number));
    }

    private void keep(ProducerRecord<byte[], byte[]> record, RecordId id) throws IOException {
        outbox.keep(outbox.draft(record, id).orElseThrow());
    }

    private ProducerRecord<byte[], byte[]> replay(Held held, int resend) throws IOException {
        return outbox.handOut(held, outbox.read(held), new RecordId(3, held.id().number(), resend));
    }

    private Held next() {
        return outbox.next(ALL, true).orElseThrow();
    }

    private List<Long> waiting() {
        return outbox.waiting().stream().map(h -> h.id().number()).toList();
    }

    private List<String> said() {
        return events.stream().filter(LogEvent.class::isInstance).map(e -> ((LogEvent) e).text()).toList();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void nothingIsWrittenBeforeThereIsSomethingToKeep() {
        open();
        outbox.turn();
        assertTrue(Files.notExists(folder.resolve("outbox")));
    }

    @Test
    void aRecordComesBackAsItWasSaveItsStamp() throws IOException {
        open();
        byte[] stamp = new byte[RecordStamp.LENGTH];
        RecordStamp.write(stamp, id(5), 1234);
        keep(new ProducerRecord<>("topic ü", 4, 777L, bytes("key\n\"ö"), new byte[0], List.of(
                new RecordHeader("a", null), new RecordHeader(RecordStamp.HEADER, stamp),
                new RecordHeader("a", new byte[]{0, -1}))), id(5));
        keep(new ProducerRecord<>("t", (byte[]) null), id(6));
        ProducerRecord<byte[], byte[]> first = replay(next(), 2);
        assertEquals("topic ü", first.topic());
        assertEquals(4, first.partition());
        assertEquals(777, first.timestamp());
        assertArrayEquals(bytes("key\n\"ö"), first.key());
        assertArrayEquals(new byte[0], first.value());
        List<Header> headers = List.of(first.headers().toArray());
        assertEquals(3, headers.size());
        assertNull(headers.getFirst().value());
        byte[] after = first.headers().lastHeader(RecordStamp.HEADER).value();
        assertEquals(Optional.of(new RecordId(3, 5, 2)), RecordStamp.read(after));
        assertEquals(1234, RecordStamp.checksum(after));
        ProducerRecord<byte[], byte[]> second = replay(next(), 1);
        assertNull(second.partition());
        assertNull(second.timestamp());
        assertNull(second.key());
        assertNull(second.value());
    }

    @Test
    void aGeneratedValueBearsItsNewIdInItsFirstBytesAndKeepsItsChecksum() throws IOException {
        open();
        keep(8);
        ProducerRecord<byte[], byte[]> record = outbox.read(next());
        int checksum = RecordStamp.checksum(value(id(8)));
        assertEquals(checksum, Outbox.checksum(next(), record));
        byte[] value = outbox.handOut(next(), record, new RecordId(9, 70, 1)).value();
        assertEquals(Optional.of(new RecordId(9, 70, 1)), RecordStamp.read(value));
        assertEquals(checksum, RecordStamp.checksum(value));
    }

    @Test
    void aTypedValueThatLooksLikeAnotherRecordsStampIsLeftAlone() throws IOException {
        open();
        byte[] copied = value(id(1));
        keep(new ProducerRecord<>("t", null, null, null, copied), id(2));
        assertArrayEquals(copied, replay(next(), 1).value());
    }

    @Test
    void theyComeOutInTheOrderOfKeepingAndOneThatGoesBackKeepsItsPlace() throws IOException {
        open();
        for (int n = 0; n < 4; n++) {
            keep(n);
        }
        Held first = next();
        replay(first, 1);
        replay(next(), 1);
        assertEquals(List.of(2L, 3L), waiting());
        outbox.back(first, false);
        assertEquals(List.of(0L, 2L, 3L), waiting());
        outbox.done(first);
        assertEquals(List.of(2L, 3L), waiting());
        assertEquals(3, outbox.view(BreakerView.OFF).held(), "one is on its way");
    }

    @Test
    void onlyAReplayAfterADoubtfulOneMayDoubleAndIsCountedOnce() throws IOException {
        open();
        keep(0);
        Held held = next();
        replay(held, 1);
        assertEquals(0, outbox.view(BreakerView.OFF).mayDouble());
        outbox.back(held, false);
        replay(held, 2);
        assertEquals(0, outbox.view(BreakerView.OFF).mayDouble());
        outbox.back(held, true);
        assertEquals(0, outbox.view(BreakerView.OFF).mayDouble(), "nothing doubles before it is replayed");
        replay(held, 3);
        outbox.back(held, false);
        replay(held, 4);
        assertEquals(1, outbox.view(BreakerView.OFF).mayDouble());
        assertEquals(4, outbox.view(BreakerView.OFF).replayed());
    }

    @Test
    void keptAndReplayedAreToldInGroupsOnceTheyAreOnTheDisk() throws IOException {
        open();
        for (int n = 0; n < 10; n++) {
            keep(n);
        }
        assertEquals(List.of(), events);
        outbox.turn();
        assertEquals(List.of(new BreakerEvent.Kept(id(0), id(9), 10, 99)), events);
        replay(next(), 1);
        replay(next(), 1);
        outbox.turn();
        outbox.turn();
        assertEquals(List.of(new BreakerEvent.Replayed(new RecordId(3, 0, 1), new RecordId(3, 1, 1), 2, 99)),
                events.subList(1, events.size()));
    }

    @Test
    void itIsFullByCountAndByBytesAndSaysSo() throws IOException {
        open();
        outbox.limit(limits(3, 1));
        for (int n = 0; n < 3; n++) {
            keep(n);
        }
        assertEquals(Optional.empty(), outbox.draft(new ProducerRecord<>("t", value(id(3))), id(3)));
        assertEquals(new BreakerEvent.OutboxFull(3, 3, 99), events.getLast());
        assertTrue(outbox.fullWords().contains("full (3 records of 3, 0 of 1 MiB)"), outbox.fullWords());
        Held first = next();
        replay(first, 1);
        assertTrue(outbox.draft(new ProducerRecord<>("t", value(id(3))), id(3)).isEmpty(), "it is still in there");
        outbox.done(first);
        assertTrue(outbox.draft(new ProducerRecord<>("t", value(id(3))), id(3)).isPresent());
        assertTrue(outbox.draft(new ProducerRecord<>("t", new byte[800_000]), id(3)).isEmpty(), "base64 of it");
    }

    private static BreakerSettings limits(int records, int megabytes) {
        BreakerSettings d = BreakerSettings.DEFAULTS;
        return new BreakerSettings(true, d.window(), d.size(), d.least(), d.failurePercent(), d.slowMs(),
                d.slowPercent(), d.openMs(), d.permits(), d.counted(), true, 0, records, megabytes);
    }

    @Test
    void whatAnEarlierProcessLeftIsOfferedInOrderAndWhatItHadOnItsWayMayDouble() throws IOException {
        open();
        for (int n = 0; n < 4; n++) {
            keep(n);
        }
        Held reported = next();
        replay(reported, 1);
        outbox.done(reported);
        outbox.turn();
        replay(next(), 1);
        outbox.close();
        events.clear();
        open();
        assertEquals("3 records of an earlier session are in the outbox. Replay or discard them.", said().getFirst());
        assertEquals(List.of(1L, 2L, 3L), waiting());
        assertEquals(Optional.empty(), outbox.next(ALL, false), "not without being asked");
        keep(4);
        assertEquals(4, outbox.next(ALL, false).orElseThrow().id().number());
        assertEquals(List.of(1L, 2L, 3L, 4L), waiting());
        replay(next(), 1);
        assertEquals(1, outbox.view(BreakerView.OFF).mayDouble());
        replay(next(), 1);
        assertEquals(1, outbox.view(BreakerView.OFF).mayDouble());
    }

    @Test
    void aTornLastLineIsSetAsideAndTheRestLoads() throws IOException {
        open();
        keep(0);
        keep(1);
        outbox.close();
        byte[] whole = Files.readAllBytes(file());
        int second = new String(whole, StandardCharsets.UTF_8).indexOf('\n') + 1;
        for (int cut = second + 1; cut < whole.length; cut++) {
            Files.write(file(), java.util.Arrays.copyOf(whole, cut));
            Files.deleteIfExists(OutboxScan.aside(file()));
            events.clear();
            open();
            assertEquals(List.of(0L), waiting(), "cut at " + cut);
            assertTrue(said().getFirst().startsWith("The last line of the outbox was cut off"), said().toString());
            assertArrayEquals(java.util.Arrays.copyOfRange(whole, second, cut),
                    Files.readAllBytes(OutboxScan.aside(file())));
            keep(7);
            assertEquals(List.of(0L, 7L), waiting());
            outbox.close();
            open();
            assertEquals(List.of(0L, 7L), waiting(), "what is kept after it is whole");
            outbox.close();
        }
    }

    @Test
    void linesThatMakeNoSenseAreSetAsideAndCounted() throws IOException {
        open();
        keep(0);
        outbox.close();
        Files.writeString(file(),
                "\0\0\0\n{\"line\":5}\n[]\n{\"line\":9,\"run\":1,\"number\":2,\"resend\":0,\"when\":0,"
                        + "\"topic\":\"t\",\"partition\":-4}\n",
                StandardOpenOption.APPEND);
        open();
        assertEquals(List.of(0L), waiting());
        assertTrue(said().getFirst().startsWith("4 lines of the outbox could not be read."), said().toString());
        assertEquals(4, Files.readAllLines(OutboxScan.aside(file())).size());
    }

    @Test
    void twoProcessesDoNotShareAFile() throws IOException {
        open();
        keep(0);
        Outbox other = open();
        keep(1);
        assertEquals(List.of(1L), waiting());
        assertTrue(Files.exists(folder.resolve("outbox").resolve("outbox-2.jsonl")));
        other.close();
    }

    @Test
    void whatSeveralCrashedWindowsLeftIsTakenOverByTheNextOne() throws IOException {
        Outbox first = open();
        keep(0);
        Outbox second = open();
        keep(1);
        keep(2);
        Outbox third = open();
        keep(3);
        first.close();
        second.close();
        events.clear();
        open();
        assertEquals("3 records of an earlier session are in the outbox. Replay or discard them.", said().getFirst());
        assertEquals(List.of(0L, 1L, 2L), waiting(), "the third is in use");
        keep(7);
        Held held = next();
        replay(held, 1);
        outbox.done(held);
        Held ofSecond = next();
        assertEquals((byte) 1, replay(ofSecond, 1).value()[29]);
        outbox.done(ofSecond);
        outbox.turn();
        outbox.close();
        open();
        assertEquals(List.of(7L, 2L), waiting(), "what is done is done in its own file");
        replay(next(), 1);
        Held last = next();
        replay(last, 1);
        outbox.done(last);
        outbox.turn();
        Path other = folder.resolve("outbox").resolve("outbox-2.jsonl");
        assertEquals(0, Files.size(other));
        third.close();
    }

    @Test
    void whileTheDiskRefusesNothingIsToldAsKeptAndItIsTriedAgain() throws IOException {
        open();
        keep(0);
        // A folder in the place of the new file: making the file smaller, or anew, cannot work.
        Path inTheWay = file().resolveSibling(file().getFileName() + ".new");
        Files.createDirectories(inTheWay.resolve("x"));
        refuses = true;
        outbox.turn();
        assertTrue(said().getFirst().contains("1 record is kept but not safe on the disk yet"), said().toString());
        keep(1);
        outbox.turn();
        assertEquals(1, events.size(), "told once, and nothing as kept");
        refuses = false;
        Files.delete(inTheWay.resolve("x"));
        Files.delete(inTheWay);
        outbox.turn();
        assertEquals("The outbox is on the disk again.", said().getLast());
        assertEquals(new BreakerEvent.Kept(id(0), id(1), 2, 99), events.getLast());
        assertEquals(List.of(0L, 1L), waiting());
        assertEquals((byte) 1, outbox.read(outbox.waiting().getLast()).value()[29]);
        keep(2);
        outbox.turn();
        assertEquals(new BreakerEvent.Kept(id(2), id(2), 1, 99), events.getLast());
        outbox.close();
        open();
        assertEquals(List.of(0L, 1L, 2L), waiting());
    }

    @Test
    void theViewWaitsForNobody() throws Exception {
        open();
        keep(0);
        Outbox busy = outbox;
        AtomicLong seen = new AtomicLong(-1);
        synchronized (busy) {
            Thread other = Thread.ofPlatform().start(() -> seen.set(busy.view(BreakerView.OFF).held()));
            other.join(5_000);
            assertEquals(1, seen.get());
        }
    }

    @Test
    void anEmptyOutboxHasAnEmptyFile() throws IOException {
        open();
        keep(0);
        Held held = next();
        replay(held, 1);
        outbox.turn();
        outbox.done(held);
        outbox.turn();
        assertEquals(0, Files.size(file()));
        keep(1);
        outbox.close();
        open();
        assertEquals(List.of(1L), waiting());
    }

    @Test
    void theFileIsMadeSmallerWhileItGoesOn() throws IOException {
        open();
        Random random = new Random(5);
        for (int n = 0; n < 3000; n++) {
            byte[] value = new byte[1000];
            random.nextBytes(value);
            value[0] = (byte) n;
            keep(new ProducerRecord<>("t", value), id(n));
        }
        long before = Files.size(file());
        for (int n = 0; n < 2500; n++) {
            Held held = next();
            replay(held, 1);
            outbox.done(held);
        }
        Held out = next();
        replay(out, 1);
        outbox.turn();
        assertTrue(Files.size(file()) < before / 3, Files.size(file()) + " of " + before);
        keep(9000);
        outbox.back(out, false);
        List<Long> all = waiting();
        assertEquals(501, all.size());
        for (long number : all.subList(0, 500)) {
            Held held = next();
            assertEquals(number, held.id().number());
            assertEquals((byte) number, outbox.read(held).value()[0]);
            replay(held, 2);
            outbox.done(held);
        }
        assertEquals(9000, next().id().number());
        assertEquals(List.of(), said());
    }

    /** The file as another process would find it at any moment holds exactly what has no report. */
    @Test
    void whateverIsDoneTheFileHoldsWhatHasNoReport() throws IOException {
        for (long seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            open();
            TreeMap<Long, Boolean> model = new TreeMap<>();
            Deque<Held> out = new ArrayDeque<>();
            long number = 0;
            for (int step = 0; step < 150; step++) {
                switch (random.nextInt(7)) {
                    case 0, 1, 2 -> {
                        keep(number);
                        model.put(number++, false);
                    }
                    case 3 -> {
                        Optional<Held> next = outbox.next(ALL, true);
                        if (next.isPresent()) {
                            replay(next.get(), 1);
                            out.add(next.get());
                            model.put(next.get().id().number(), true);
                        }
                    }
                    case 4 -> {
                        if (!out.isEmpty()) {
                            Held held = out.removeFirst();
                            outbox.done(held);
                            model.remove(held.id().number());
                        }
                    }
                    case 5 -> {
                        if (!out.isEmpty()) {
                            outbox.back(out.removeLast(), true);
                        }
                    }
                    default -> outbox.turn();
                }
            }
            outbox.turn();
            OutboxScan scan = OutboxScan.of(file());
            TreeMap<Long, Boolean> found = new TreeMap<>();
            scan.living().values().forEach(h -> found.put(h.id().number(), h.mayBeWritten));
            assertEquals(model, found, "seed " + seed);
            while (outbox.next(ALL, true).isPresent()) {
                Held held = next();
                replay(held, 1);
                outbox.done(held);
            }
            out.forEach(outbox::done);
            outbox.close();
            assertEquals(0, Files.size(file()), "seed " + seed);
        }
    }
}
