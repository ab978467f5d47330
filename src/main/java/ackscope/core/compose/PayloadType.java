package ackscope.core.compose;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * How typed text becomes bytes. Numbers are big-endian and UUIDs are text, as Kafka's own serializers write them
 * ({@code IntegerSerializer}, {@code LongSerializer}, {@code DoubleSerializer}, {@code UUIDSerializer}).
 */
public enum PayloadType {
    STRING("String"), JSON("JSON"), INT("int"), LONG("long"), DOUBLE("double"), UUID("UUID"), BASE64("base64"), HEX(
            "hex bytes");

    private static final ObjectMapper STRICT = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final String label;

    PayloadType(String label) {
        this.label = label;
    }

    /** Its name on screen. */
    public String label() {
        return label;
    }

    @Override
    public String toString() {
        return label;
    }

    /**
     * Turns text into bytes.
     *
     * @throws IllegalArgumentException with words for a person when the text is not of this type
     */
    public byte[] bytes(String text) {
        return switch (this) {
            case STRING -> text.getBytes(StandardCharsets.UTF_8);
            case JSON -> json(text);
            case INT -> ByteBuffer.allocate(4)
                    .putInt(number(text, "a whole number from -2147483648 to 2147483647", Integer::parseInt)).array();
            case LONG ->
                ByteBuffer.allocate(8).putLong(number(text, "a whole number of 64 bits", Long::parseLong)).array();
            case DOUBLE ->
                ByteBuffer.allocate(8).putDouble(number(text, "a number such as 12.5", Double::parseDouble)).array();
            case UUID -> uuid(text);
            case BASE64 -> base64(text);
            case HEX -> hex(text);
        };
    }

    private static byte[] json(String text) {
        try {
            if (STRICT.readTree(text).isMissingNode()) {
                throw new IllegalArgumentException(
                        "This is not JSON: it is empty. Type a JSON value, or choose String.");
            }
            return text.getBytes(StandardCharsets.UTF_8);
        } catch (JacksonException e) {
            String where = e.getLocation() == null
                    ? ""
                    : " (line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ")";
            throw new IllegalArgumentException(
                    "This is not JSON" + where + ": " + plain(e.getOriginalMessage()), e);
        }
    }

    /** The parser's words without what it says about its source, on one line. */
    private static String plain(String message) {
        String line = message.lines().findFirst().orElse(message);
        for (String tail : List.of(" (for ", " [Source", "; expected", " at [Source")) {
            int end = line.indexOf(tail);
            line = end < 0 ? line : line.substring(0, end);
        }
        return line.endsWith(".") ? line : line + ".";
    }

    private interface Parser<T> {
        T parse(String text);
    }

    private static <T> T number(String text, String expected, Parser<T> parser) {
        try {
            return parser.parse(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not " + expected + ".", e);
        }
    }

    private static byte[] uuid(String text) {
        String stripped = text.strip();
        if (!stripped.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is not a UUID such as 123e4567-e89b-12d3-a456-426614174000.");
        }
        return java.util.UUID.fromString(stripped).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] base64(String text) {
        String plain = checked(text, "[A-Za-z0-9+/=\\s]*", "base64: only A-Z a-z 0-9 + / and = belong in it")
                .replaceAll("\\s", "");
        try {
            return Base64.getDecoder().decode(plain);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "This is not base64: its end is missing or does not fit. Four characters make three bytes, = fills the last four up.",
                    e);
        }
    }

    private static byte[] hex(String text) {
        String digits = checked(text, "[0-9a-fA-F\\s]*", "hex: only 0-9 and a-f belong in it").replaceAll("\\s", "");
        if (digits.length() % 2 != 0) {
            throw new IllegalArgumentException(
                    "Hex bytes come in pairs of digits; this has " + digits.length() + " digits.");
        }
        return HexFormat.of().parseHex(digits);
    }

    private static String checked(String text, String pattern, String words) {
        if (!text.matches(pattern)) {
            throw new IllegalArgumentException("This is not " + words + ".");
        }
        return text;
    }
}
