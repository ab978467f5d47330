package ackscope.core.transaction;

import ackscope.core.compose.RecordStamp;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** A record in a few words: the number that the app gave it, then key and value as far as they are text. */
final class RowText {
    private static final int LONGEST = 48;

    private RowText() {
    }

    static String of(ConsumerRecord<byte[], byte[]> record) {
        Header header = record.headers().lastHeader(RecordStamp.HEADER);
        byte[] value = record.value();
        String number = RecordStamp.read(header == null ? value : header.value()).map(id -> "#" + id.number() + "  ")
                .orElse("");
        if (header == null && !number.isEmpty()) {
            return number + value.length + " bytes";
        }
        String key = record.key() == null ? "" : printable(record.key()) + " → ";
        return number + key + (value == null ? "null" : printable(value));
    }

    private static String printable(byte[] bytes) {
        String text = new String(bytes, 0, Math.min(bytes.length, 4 * LONGEST), StandardCharsets.UTF_8);
        StringBuilder shown = new StringBuilder();
        text.codePoints().limit(LONGEST)
                .forEach(c -> shown.appendCodePoint(Character.isISOControl(c) || c == 0xFFFD ? '·' : c));
        return text.codePointCount(0, text.length()) > LONGEST ? shown + "…" : shown.toString();
    }
}
