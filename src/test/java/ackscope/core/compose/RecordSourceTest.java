package ackscope.core.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.ComposeException.Field;
import ackscope.core.compose.RecordDraft.DraftHeader;
import ackscope.core.event.RecordId;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class RecordSourceTest {
    private static final RecordDraft PLAIN = new RecordDraft("orders", Payload.NULL, Payload.string("v"), List.of(),
            OptionalInt.empty(), OptionalLong.empty());

    private static RecordDraft draft(Payload key, Payload value, DraftHeader... headers) {
        return new RecordDraft("orders", key, value, List.of(headers), OptionalInt.empty(), OptionalLong.empty());
    }

    private static LoadPlan random(int bytes, int keys, long seed) {
        return new LoadPlan(OptionalLong.empty(), 0, OptionalInt.of(bytes), keys, seed, 1);
    }

    private static RecordSource source(RecordDraft draft, LoadPlan plan) throws ComposeException {
        return RecordSource.of(draft, plan, true, () -> 1234);
    }

    private static RecordId id(long number) {
        return new RecordId(3, number, 1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void randomValuesCarryIdAndChecksumInTheirOwnFirstBytes() throws ComposeException {
        RecordSource source = source(PLAIN, random(100, 0, 7));
        for (long n = 0; n < 1000; n++) {
            ProducerRecord<byte[], byte[]> record = source.record(id(n), n);
            assertEquals(100, record.value().length);
            assertFalse(record.headers().iterator().hasNext(), "not one byte more on the wire");
            assertEquals(Optional.of(id(n)), RecordStamp.read(record.value()));
            assertEquals(RecordStamp.crc(record.value(), RecordStamp.LENGTH), RecordStamp.checksum(record.value()));
            assertEquals(RecordStamp.checksum(record.value()), source.checksum());
        }
    }

    @Test
    void theSmallestRandomValueIsTheStampAlone() throws ComposeException {
        byte[] value = source(PLAIN, random(RecordStamp.LENGTH, 0, 7)).record(id(5), 0).value();
        assertEquals(Optional.of(id(5)), RecordStamp.read(value));
        assertEquals(Field.LOAD,
                assertThrows(ComposeException.class, () -> source(PLAIN, random(RecordStamp.LENGTH - 1, 0, 7)))
                        .field());
        assertEquals(Field.LOAD,
                assertThrows(ComposeException.class, () -> source(PLAIN, random(Integer.MAX_VALUE, 0, 7))).field());
    }

    @Test
    void aTypedRecordCarriesThemInOneHeaderAndItsValueIsUntouched() throws ComposeException {
        RecordSource source = source(draft(Payload.string("k"), Payload.string("hello")), LoadPlan.of(1));
        ProducerRecord<byte[], byte[]> record = source.record(id(9), 0);
        assertEquals("hello", text(record.value()));
        List<Header> headers = StreamSupport.stream(record.headers().spliterator(), false).toList();
        assertEquals(List.of(RecordStamp.HEADER), headers.stream().map(Header::key).toList());
        assertEquals(Optional.of(id(9)), RecordStamp.read(headers.getFirst().value()));
        assertEquals(RecordStamp.crc(record.value(), 0), RecordStamp.checksum(headers.getFirst().value()));
        assertEquals(RecordStamp.crc(record.value(), 0), source.checksum());
    }

    @Test
    void withTheStampOffATypedRecordIsExactlyWhatWasTyped() throws ComposeException {
        RecordSource source = RecordSource.of(PLAIN, LoadPlan.of(1), false, () -> 0);
        assertFalse(source.record(id(0), 0).headers().iterator().hasNext());
    }

    @Test
    void nullIsToldFromEmpty() throws ComposeException {
        Payload empty = Payload.string("");
        Payload switchedOff = new Payload(PayloadType.INT, "not looked at", true);
        ProducerRecord<byte[], byte[]> record = source(
                draft(empty, switchedOff, new DraftHeader("a", Payload.NULL), new DraftHeader("a", empty)),
                LoadPlan.of(1))
                .record(id(0), 0);
        assertEquals(0, record.key().length);
        assertNull(record.value(), "a tombstone");
        List<Header> headers = StreamSupport.stream(record.headers().spliterator(), false).toList();
        assertNull(headers.get(0).value());
        assertEquals(0, headers.get(1).value().length);
        assertEquals("a", headers.get(1).key());
        assertEquals(0, RecordStamp.checksum(headers.get(2).value()), "the checksum of null");
    }

    @Test
    void keyValueAndHeadersShareWhatIsDrawn() throws ComposeException {
        RecordSource source = source(
                draft(Payload.string("${uuid}"), Payload.string("${uuid} ${n}"),
                        new DraftHeader("id", Payload.string("${uuid}"))),
                LoadPlan.of(3));
        ProducerRecord<byte[], byte[]> record = source.record(id(17), 2);
        String uuid = text(record.key());
        assertEquals(uuid + " 2", text(record.value()), "${n} is the place in the action, not the record's number");
        assertEquals(uuid, text(record.headers().lastHeader("id").value()));
    }

    @Test
    void keysAreSpreadEvenly() throws ComposeException {
        RecordSource source = source(PLAIN, random(20, 10, 99));
        Map<String, Integer> counts = new HashMap<>();
        for (long n = 0; n < 100_000; n++) {
            counts.merge(text(source.record(id(n), n).key()), 1, Integer::sum);
        }
        assertEquals(10, counts.size());
        counts.forEach((key, count) -> assertTrue(Math.abs(count - 10_000) < 500, key + ": " + count));
    }

    @Test
    void theSameSeedRepeatsKeysAndValuesExactly() throws ComposeException {
        RecordSource one = source(PLAIN, random(200, 5, 1));
        RecordSource again = source(PLAIN, random(200, 5, 1));
        RecordSource other = source(PLAIN, random(200, 5, 2));
        int differ = 0;
        for (long n = 0; n < 200; n++) {
            ProducerRecord<byte[], byte[]> record = one.record(id(n), n);
            assertArrayEquals(record.value(), again.record(id(n), n).value());
            assertArrayEquals(record.key(), again.record(id(n), n).key());
            differ += java.util.Arrays.equals(record.value(), other.record(id(n), n).value()) ? 0 : 1;
        }
        assertEquals(200, differ);
    }

    @Test
    void partitionAndTimestampAreForcedOrLeftToTheClient() throws ComposeException {
        RecordDraft forced = new RecordDraft("orders", Payload.NULL, Payload.string("v"), List.of(), OptionalInt.of(4),
                OptionalLong.of(77));
        assertEquals(4, source(forced, LoadPlan.of(1)).record(id(0), 0).partition());
        assertEquals(77, source(forced, random(50, 0, 0)).record(id(0), 0).timestamp());
        assertNull(source(PLAIN, LoadPlan.of(1)).record(id(0), 0).partition());
        assertNull(source(PLAIN, LoadPlan.of(1)).record(id(0), 0).timestamp());
    }

    @Test
    void whatIsWrongIsToldUnderItsField() {
        Payload bad = new Payload(PayloadType.INT, "x", false);
        Payload good = Payload.string("v");
        assertField(Field.KEY, draft(bad, good));
        assertField(Field.VALUE, draft(good, bad));
        assertField(Field.VALUE, draft(good, Payload.string("${nonsense}")));
        assertField(Field.HEADERS, draft(good, good, new DraftHeader("h", bad)));
        assertField(Field.HEADERS, draft(good, good, new DraftHeader("", good)));
        assertField(Field.HEADERS, draft(good, good, new DraftHeader(RecordStamp.HEADER, good)));
        assertField(Field.TOPIC,
                new RecordDraft(" ", good, good, List.of(), OptionalInt.empty(), OptionalLong.empty()));
        assertField(Field.PARTITION,
                new RecordDraft("t", good, good, List.of(), OptionalInt.of(-1), OptionalLong.empty()));
        assertField(Field.TIMESTAMP,
                new RecordDraft("t", good, good, List.of(), OptionalInt.empty(), OptionalLong.of(-1)));
    }

    private static void assertField(Field field, RecordDraft draft) {
        ComposeException e = assertThrows(ComposeException.class, () -> source(draft, LoadPlan.of(1)));
        assertEquals(field, e.field());
        assertFalse(e.getMessage().contains("Exception"), e.getMessage());
    }

    @Test
    void aTextThatOnlyALaterRecordGetsWrongIsToldThen() throws ComposeException {
        RecordSource source = source(draft(Payload.NULL, new Payload(PayloadType.INT, "${pick 1|2|three}", false)),
                new LoadPlan(OptionalLong.empty(), 0, OptionalInt.empty(), 0, 4, 1));
        int refused = 0;
        for (long n = 0; n < 100; n++) {
            try {
                source.record(id(n), n);
            } catch (IllegalArgumentException e) {
                assertTrue(e.getMessage().contains("three"), e.getMessage());
                refused++;
            }
        }
        assertTrue(refused > 10 && refused < 60, "refused " + refused);
    }
}
