package ackscope.core.compose;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import ackscope.core.event.RecordId;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordStampTest {

    @Test
    void whatIsWrittenIsReadBack() {
        Random random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            RecordId id = new RecordId(random.nextInt() >>> 1, random.nextLong() >>> 1, random.nextInt(1 << 16));
            int checksum = random.nextInt();
            byte[] bytes = new byte[RecordStamp.LENGTH + random.nextInt(5)];
            RecordStamp.write(bytes, id, checksum);
            assertEquals(Optional.of(id), RecordStamp.read(bytes));
            assertEquals(checksum, RecordStamp.checksum(bytes));
        }
    }

    @Test
    void bytesThatAreNoStampHaveNoId() {
        assertEquals(Optional.empty(), RecordStamp.read(null));
        assertEquals(Optional.empty(), RecordStamp.read(new byte[RecordStamp.LENGTH - 1]));
        assertEquals(Optional.empty(),
                RecordStamp.read("just a value of a person".getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    }

    @Test
    void theChecksumIsCrc32cAndTellsEveryFlippedBit() {
        // The check value of CRC-32C for "123456789".
        assertEquals(0xE3069283,
                RecordStamp.crc("--123456789".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 2));
        assertEquals(0, RecordStamp.crc(null, 0));
        byte[] value = new byte[64];
        new Random(1).nextBytes(value);
        int whole = RecordStamp.crc(value, 0);
        for (int bit = 0; bit < 512; bit++) {
            value[bit / 8] ^= (byte) (1 << bit % 8);
            assertNotEquals(whole, RecordStamp.crc(value, 0));
            value[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }
}
