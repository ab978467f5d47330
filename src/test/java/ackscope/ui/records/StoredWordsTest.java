package ackscope.ui.records;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.Topics.Header;
import ackscope.core.cluster.Topics.StoredRecord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record read back, in words. */
class StoredWordsTest {
    @Test
    void textIsShownAsTextAndTheRestAsHex() {
        assertEquals("grüße", StoredWords.bytes("grüße".getBytes(StandardCharsets.UTF_8)));
        assertEquals("00 00 01 ff (4 bytes)", StoredWords.bytes(new byte[]{0, 0, 1, -1}));
    }

    @Test
    void nullIsToldFromEmpty() {
        assertEquals("null", StoredWords.bytes(null));
        assertEquals("empty", StoredWords.bytes(new byte[0]));
    }

    @Test
    void placeKeyValueAndHeadersAreThere() {
        String words = StoredWords.of(
                new StoredRecord(3, 42, 0, "k".getBytes(StandardCharsets.UTF_8), null, List.of(new Header("h", null))));
        assertTrue(words.contains("partition 3, offset 42"), words);
        assertTrue(words.contains("value  null"), words);
        assertTrue(words.contains("header h = null"), words);
    }
}
