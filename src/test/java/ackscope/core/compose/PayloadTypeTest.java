package ackscope.core.compose;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.apache.kafka.common.serialization.DoubleSerializer;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.serialization.UUIDSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PayloadTypeTest {

    @Test
    void numbersStringsAndUuidsAreWhatKafkasSerializersWrite() {
        Random random = new Random(11);
        try (IntegerSerializer ints = new IntegerSerializer();
                LongSerializer longs = new LongSerializer();
                DoubleSerializer doubles = new DoubleSerializer();
                StringSerializer strings = new StringSerializer();
                UUIDSerializer uuids = new UUIDSerializer()) {
            for (int i = 0; i < 1000; i++) {
                int n = random.nextInt();
                long l = random.nextLong();
                double d = random.nextGaussian() * 1e9;
                java.util.UUID uuid = new java.util.UUID(random.nextLong(), random.nextLong());
                assertArrayEquals(ints.serialize("", n), PayloadType.INT.bytes(" " + n + "\n"));
                assertArrayEquals(longs.serialize("", l), PayloadType.LONG.bytes("" + l));
                assertArrayEquals(doubles.serialize("", d), PayloadType.DOUBLE.bytes("" + d));
                assertArrayEquals(uuids.serialize("", uuid), PayloadType.UUID.bytes(uuid.toString()));
            }
            assertArrayEquals(strings.serialize("", " größe \n"), PayloadType.STRING.bytes(" größe \n"));
        }
    }

    @Test
    void jsonIsSentAsTyped() {
        String typed = "{ \"a\" : [1, null, \"ü\"] }\n";
        assertArrayEquals(typed.getBytes(StandardCharsets.UTF_8), PayloadType.JSON.bytes(typed));
    }

    @Test
    void base64AndHexIgnoreSpaces() {
        assertArrayEquals(new byte[]{1, 2, 3, 4}, PayloadType.BASE64.bytes("AQID\nBA=="));
        assertArrayEquals(new byte[]{0, (byte) 0xFF, 0x1a}, PayloadType.HEX.bytes("00 fF\n1A"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {"INT;2147483648;whole number from -2147483648", "INT;1.0;whole number",
            "LONG;9223372036854775808;64 bits", "LONG;'';64 bits", "DOUBLE;twelve;such as 12.5",
            "UUID;1-2-3-4-5;not a UUID", "UUID;123e4567-e89b-12d3-a456-42661417400;not a UUID", "HEX;abc;3 digits",
            "HEX;0x1f;only 0-9 and a-f", "BASE64;A;end is missing",
            "BASE64;ab$d;only A-Z a-z", "JSON;{\"a\":};line 1, column", "JSON;{} {};line 1, column",
            "JSON;'';it is empty", "JSON;{a:1};not JSON"})
    void whatIsNotOfTheTypeIsToldInWords(PayloadType type, String text, String words) {
        String message = assertThrows(IllegalArgumentException.class, () -> type.bytes(text)).getMessage();
        assertTrue(message.contains(words), message);
        assertFalse(message.contains("Exception"), message);
        assertEquals(message.indexOf("This is not"), message.lastIndexOf("This is not"), "said once: " + message);
    }

    @ParameterizedTest
    @EnumSource(names = {"STRING", "BASE64", "HEX"})
    void anEmptyTextIsNoBytesAndNotNull(PayloadType type) {
        assertEquals(0, type.bytes("").length);
    }
}
