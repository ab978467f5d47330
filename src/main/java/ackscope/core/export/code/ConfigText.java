package ackscope.core.export.code;

import ackscope.core.settings.Keys;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.LinkedHashMap;
import java.util.Map;

/** Settings as configuration files. */
final class ConfigText {
    /** What Spring Boot has names of its own for; the rest goes under {@code properties}. */
    private static final Map<String, String> SPRING = Map.of(Keys.ACKS, "acks", Keys.RETRIES, "retries",
            Keys.BATCH_SIZE, "batch-size", Keys.BUFFER_MEMORY, "buffer-memory", Keys.COMPRESSION, "compression-type",
            "client.id", "client-id", Keys.TRANSACTIONAL_ID, "transaction-id-prefix");

    private ConfigText() {
    }

    /** As {@code java.util.Properties} reads it. */
    static String properties(CodeInput input) {
        StringBuilder text = new StringBuilder("# Settings of a Kafka producer that are not its defaults.\n");
        Map<String, String> all = new LinkedHashMap<>(input.named());
        all.put("key.serializer", Kind.of(input.draft().key().type()).serializerClass());
        all.put("value.serializer", Kind.of(input.draft().value().type()).serializerClass());
        all.forEach((name, value) -> text.append(name).append('=').append(escaped(value)).append('\n'));
        return text.toString();
    }

    private static String escaped(String value) {
        StringBuilder text = new StringBuilder();
        value.chars().forEach(c -> text.append(switch (c) {
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\f' -> "\\f";
            case ' ' -> text.isEmpty() ? "\\ " : " ";
            default -> c < 0x20 || c > 0x7e ? String.format("\\u%04x", c) : Character.toString(c);
        }));
        return text.toString();
    }

    /** As Spring Boot reads it; its serializers are those that the record needs. */
    static String spring(CodeInput input) {
        Map<String, String> named = new LinkedHashMap<>(input.named());
        StringBuilder text = new StringBuilder("# Spring Boot with spring-kafka.\nspring:\n  kafka:\n");
        text.append("    bootstrap-servers: ").append(quoted(named.remove("bootstrap.servers")))
                .append("\n    producer:\n");
        text.append("      key-serializer: ").append(Kind.of(input.draft().key().type()).serializerClass())
                .append("\n      value-serializer: ").append(Kind.of(input.draft().value().type()).serializerClass())
                .append('\n');
        named.forEach((name, value) -> {
            if (SPRING.containsKey(name)) {
                text.append("      ").append(SPRING.get(name)).append(": ").append(quoted(value)).append('\n');
            }
        });
        named.keySet().removeAll(SPRING.keySet());
        if (!named.isEmpty()) {
            text.append("      properties:\n");
            named.forEach((name, value) -> text.append("        ").append(quoted("[" + name + "]")).append(": ")
                    .append(quoted(value)).append('\n'));
        }
        return text.toString();
    }

    /** A JSON string is one of YAML. */
    private static String quoted(String value) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(value)) + '"';
    }
}
