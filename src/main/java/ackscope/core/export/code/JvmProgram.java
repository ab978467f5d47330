package ackscope.core.export.code;

import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft.DraftHeader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerConfig;

/** Fills the templates of one language ({@code assets/snippets}) with a record and settings. */
final class JvmProgram {
    private static final Pattern HOLE = Pattern.compile("\\{\\{(\\w+)}}");
    private static final String CLIENTS = "org.apache.kafka.clients.producer.";
    private static final String ERRORS = "org.apache.kafka.common.errors.";
    private static final List<String> ALWAYS = List.of("java.time.Duration", CLIENTS + "KafkaProducer",
            CLIENTS + "ProducerRecord", "org.apache.kafka.common.KafkaException");
    private static final List<String> OF_TRANSACTIONS = List.of(CLIENTS + "Producer",
            ERRORS + "ClusterAuthorizationException", ERRORS + "InvalidPidMappingException",
            ERRORS + "ProducerFencedException", ERRORS + "TimeoutException",
            ERRORS + "TransactionalIdAuthorizationException", ERRORS + "UnsupportedVersionException");

    private final Dialect dialect;
    private final CodeInput input;

    JvmProgram(Dialect dialect, CodeInput input) {
        this.dialect = dialect;
        this.input = input;
    }

    String text() {
        Payload key = input.key();
        Payload value = input.value();
        Kind keyKind = Kind.of(key.type());
        Kind valueKind = Kind.of(value.type());
        String sort = dialect.file() + (input.transactional() ? "-transaction" : "-plain");
        Map<String, String> holes = new HashMap<>();
        holes.put("imports", dialect.imports(imports(keyKind, valueKind)));
        holes.put("note", input.templated() ? ". Templates are filled in as for the first record" : "");
        holes.put("version", version());
        holes.put("addresses",
                input.aboutAddresses().stream().map(dialect::comment).collect(Collectors.joining("\n")));
        holes.put("settings", dialect.settings(input.named()));
        holes.put("topic", dialect.string(input.draft().topic()));
        holes.put("partition", input.draft().partition().isPresent()
                ? dialect.number(Kind.INT, Integer.toString(input.draft().partition().getAsInt()))
                : dialect.nothing());
        holes.put("timestamp", input.draft().timestampMs().isPresent()
                ? dialect.number(Kind.LONG, Long.toString(input.draft().timestampMs().getAsLong()))
                : dialect.nothing());
        holes.put("keyType", dialect.type(keyKind));
        holes.put("valueType", dialect.type(valueKind));
        holes.put("keyNull", key.isNull() ? "?" : "");
        holes.put("valueNull", value.isNull() ? "?" : "");
        holes.put("key", dialect.value(key));
        holes.put("value", dialect.value(value));
        holes.put("keySerializer", keyKind.serializer());
        holes.put("valueSerializer", valueKind.serializer());
        holes.put("headers", headers());
        holes.put("send", template(sort));
        holes.put("methods", template(sort + "-methods"));
        return fill(template(dialect.file()), holes) + "\n";
    }

    private String headers() {
        StringBuilder lines = new StringBuilder();
        for (DraftHeader header : input.headers()) {
            lines.append(dialect.header(dialect.string(header.name()), dialect.bytes(header.value()))).append('\n');
        }
        return lines.toString().stripTrailing();
    }

    private Set<String> imports(Kind key, Kind value) {
        Set<String> names = new TreeSet<>(ALWAYS);
        if (input.transactional()) {
            names.addAll(OF_TRANSACTIONS);
        } else {
            names.add(ERRORS + "RetriableException");
        }
        names.addAll(List.of(key.serializerClass(), value.serializerClass()));
        Stream.of(input.key(), input.value()).filter(p -> !p.isNull()).map(p -> Kind.of(p.type()).needs())
                .filter(n -> !n.isEmpty()).forEach(names::add);
        // A type is named also where its value is null.
        Stream.of(key, value).filter(k -> k == Kind.UUID && dialect != Dialect.CLOJURE)
                .forEach(k -> names.add(k.needs()));
        for (DraftHeader header : input.headers()) {
            if (!header.value().isNull()) {
                boolean text = Kind.of(header.value().type()) == Kind.TEXT;
                if (!text || dialect != Dialect.KOTLIN) {
                    names.add(text ? "java.nio.charset.StandardCharsets" : "java.util.HexFormat");
                }
            }
        }
        if (dialect == Dialect.CLOJURE) {
            names.addAll(List.of(CLIENTS + "Callback", "java.util.Map"));
        } else {
            names.addAll(List.of(CLIENTS + "Producer", "java.util.Properties",
                    "java.util.concurrent.atomic.AtomicReference"));
        }
        if (dialect == Dialect.KOTLIN) {
            names.add("kotlin.system.exitProcess");
        }
        return names;
    }

    /** A line that is nothing but a hole which nothing fills goes away. */
    private static String fill(String template, Map<String, String> holes) {
        StringBuilder text = new StringBuilder();
        for (String line : template.lines().toList()) {
            Matcher hole = HOLE.matcher(line);
            String filled = hole.replaceAll(m -> Matcher.quoteReplacement(holes.get(m.group(1))));
            if (!(filled.isEmpty() && !line.isEmpty())) {
                text.append(filled).append('\n');
            }
        }
        return text.toString().stripTrailing();
    }

    /** Of the client that this app sends with. */
    private static String version() {
        Properties told = new Properties();
        try (InputStream in = ProducerConfig.class.getResourceAsStream("/kafka/kafka-version.properties")) {
            told.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return told.getProperty("version");
    }

    private static String template(String name) {
        try (InputStream in = JvmProgram.class.getResourceAsStream("/assets/snippets/" + name + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).stripTrailing();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
