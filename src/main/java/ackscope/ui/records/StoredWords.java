package ackscope.ui.records;

import ackscope.core.cluster.Topics.Header;
import ackscope.core.cluster.Topics.StoredRecord;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;

/** A record read back from the log, in words. */
final class StoredWords {
    private static final int LONGEST = 2_000;

    private StoredWords() {
    }

    static String of(StoredRecord record) {
        List<Header> headers = record.headers();
        return "In the log at partition " + record.partition() + ", offset " + record.offset() + ", "
                + Instant.ofEpochMilli(record.timestampMs()) + "\nkey    "
                + bytes(record.key()) + "\nvalue  " + bytes(record.value()) + (headers.isEmpty()
                        ? ""
                        : "\n" + headers.stream().map(h -> "header " + h.name() + " = " + bytes(h.value()))
                                .collect(Collectors.joining("\n")));
    }

    /** Text where it is text, hex where it is not. */
    static String bytes(byte[] bytes) {
        if (bytes == null) {
            return "null";
        }
        if (bytes.length == 0) {
            return "empty";
        }
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return hex(bytes);
        }
        boolean control = text.chars().anyMatch(c -> c < ' ' && c != '\n' && c != '\t' && c != '\r');
        return control
                ? hex(bytes)
                : text.length() > LONGEST ? text.substring(0, LONGEST) + " … (" + bytes.length + " bytes)" : text;
    }

    private static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, 64);
        return HexFormat.ofDelimiter(" ").formatHex(bytes, 0, shown) + (shown < bytes.length ? " …" : "") + " ("
                + bytes.length + " bytes)";
    }
}
