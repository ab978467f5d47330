package ackscope.core.export.code;

import ackscope.core.settings.Keys;
import ackscope.core.settings.PropertiesText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

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
        StringBuilder text = new StringBuilder("# Settings of a Kafka producer that are not its defaults.\n")
                .append(addresses(input));
        Map<String, String> all = new LinkedHashMap<>(input.named());
        all.put("key.serializer", Kind.of(input.draft().key().type()).serializerClass());
        all.put("value.serializer", Kind.of(input.draft().value().type()).serializerClass());
        all.forEach((name, value) -> text.append(ascii(PropertiesText.line(name, value))).append('\n'));
        return text.toString();
    }

    static String addresses(CodeInput input) {
        return input.aboutAddresses().stream().map(line -> "# " + line + "\n").collect(Collectors.joining());
    }

    /** Who reads a properties file as bytes takes them for Latin-1, as Kafka's tools do. */
    private static String ascii(String line) {
        StringBuilder text = new StringBuilder();
        line.chars().forEach(c -> text.append(c > '~' ? String.format("\\u%04x", c) : Character.toString(c)));
        return text.toString();
    }

    /** As Spring Boot reads it; its serializers are those that the record needs. */
    static String spring(CodeInput input) {
        Map<String, String> named = new LinkedHashMap<>(input.named());
        StringBuilder text = new StringBuilder("# Spring Boot with spring-kafka.\n").append(addresses(input))
                .append("spring:\n  kafka:\n");
        text.append("    bootstrap-servers: ").append(Dialect.json(named.remove("bootstrap.servers")))
                .append("\n    producer:\n");
        text.append("      key-serializer: ").append(Kind.of(input.draft().key().type()).serializerClass())
                .append("\n      value-serializer: ").append(Kind.of(input.draft().value().type()).serializerClass())
                .append('\n');
        named.forEach((name, value) -> {
            if (SPRING.containsKey(name)) {
                text.append("      ").append(SPRING.get(name)).append(": ").append(Dialect.json(value)).append('\n');
            }
        });
        named.keySet().removeAll(SPRING.keySet());
        if (!named.isEmpty()) {
            text.append("      properties:\n");
            named.forEach((name, value) -> text.append("        ").append(Dialect.json("[" + name + "]")).append(": ")
                    .append(Dialect.json(value)).append('\n'));
        }
        return text.toString();
    }
}
