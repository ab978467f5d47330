package ackscope.core.export.code;

import ackscope.core.compose.Payload;
import ackscope.core.compose.PayloadType;
import ackscope.core.compose.RecordDraft.DraftHeader;
import ackscope.core.settings.Keys;
import ackscope.core.settings.ProducerSetting;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Command lines for the tools that come with Kafka 4 (KIP-1147 named their options anew), for a POSIX shell. What a tool cannot do is said
 * in the text. Sources: {@code LineMessageReader}, {@code ProducerPerformance}.
 */
final class ToolCommand {
    private static final String HEAD = "#!/bin/sh\n# Needs the bin folder of Apache Kafka 4.2 or newer in the PATH.\n";
    /** The first one can be seen, unlike the tool's own, a tab. */
    private static final List<String> SEPARATORS = List.of("|", "::", "~~", "^^^", "\t");
    /** The tool has defaults of its own for these, which are not the client's: in {@code ConsoleProducerOptions} of 4.3. */
    private static final List<String> OTHERWISE = List.of("retries", "linger.ms", "request.timeout.ms", "max.block.ms",
            "send.buffer.bytes");
    private static final Set<String> CODECS = Set.of("gzip", "snappy", "lz4", "zstd");
    private static final String NULL = "<null>";
    private static final int RECORDS = 100_000;

    private ToolCommand() {
    }

    /** Sends the record as a line of text. */
    static String consoleProducer(CodeInput input) {
        List<String> lacks = lacks(input);
        Payload key = input.key();
        Payload value = input.value();
        List<DraftHeader> headers = input.headers().stream().filter(h -> plain(h.value())).toList();
        StringBuilder line = new StringBuilder();
        List<String> reader = new ArrayList<>();
        if (!headers.isEmpty()) {
            String text = headers.stream().map(h -> h.name() + ":" + text(h.value())).collect(Collectors.joining(","));
            String delimiter = separator(text, "headers");
            line.append(text).append(delimiter);
            reader.add("parse.headers=true");
            reader.add("headers.delimiter=" + delimiter);
        }
        if (!key.isNull()) {
            String separator = separator(text(key), "key");
            line.append(text(key)).append(separator);
            reader.add("parse.key=true");
            reader.add("key.separator=" + separator);
        }
        if (value.isNull() || headers.stream().anyMatch(h -> h.value().isNull())) {
            reader.add("null.marker=" + NULL);
        }
        line.append(text(value));
        return HEAD + ConfigText.addresses(input)
                + lacks.stream().map(w -> "# " + w + "\n").collect(Collectors.joining()) + "printf '%s\\n' "
                + quoted(line.toString()) + " |\n  kafka-console-producer.sh --bootstrap-server "
                + quoted(input.bootstrap()) + " --topic " + quoted(input.draft().topic())
                + options("--reader-property", reader) + compression(input)
                + options("--command-property", own(input)) + "\n";
    }

    private static String separator(String text, String what) {
        return SEPARATORS.stream().filter(s -> !text.contains(s)).findFirst().orElseThrow(() -> new CodeException(
                "The " + what + " cannot be told from what follows, for every separator is in there. Choose another"
                        + " target."));
    }

    /** An option's own default goes over the property. */
    private static String compression(CodeInput input) {
        return input.settings().get(Keys.COMPRESSION).filter(CODECS::contains)
                .map(codec -> " \\\n  --compression-codec " + codec).orElse("");
    }

    /** Settings of the console, also where they are the client's defaults and the tool has others. */
    private static List<String> own(CodeInput input) {
        Map<String, String> all = new LinkedHashMap<>(properties(input));
        all.remove(Keys.COMPRESSION);
        OTHERWISE.forEach(name -> all.computeIfAbsent(name,
                key -> input.settings().get(key).or(() -> ProducerSetting.named(key).map(ProducerSetting::defaultText))
                        .orElseThrow()));
        return all.entrySet().stream().map(Map.Entry::toString).toList();
    }

    private static List<String> lacks(CodeInput input) {
        List<String> lacks = new ArrayList<>();
        lacks.add(
                "Left alone this tool waits up to 1 s for a batch and tries 3 times; it is told the console's settings.");
        if (!plain(input.key()) || !plain(input.value())) {
            lacks.add("It sends text only, so a key or value of another type goes as its text.");
        }
        if (input.value().text().contains("\n") && input.value().type() != PayloadType.JSON) {
            lacks.add("A line break ends a record, so each line of the value becomes one.");
        }
        if (input.draft().partition().isPresent() || input.draft().timestampMs().isPresent()) {
            lacks.add("It cannot choose a partition or a time.");
        }
        if (input.headers().stream().anyMatch(h -> !plain(h.value()))) {
            lacks.add("Headers that are not text are left out.");
        }
        if (input.transactional()) {
            lacks.add("It knows no transactions, so transactional.id is left out.");
        }
        return lacks;
    }

    private static boolean plain(Payload payload) {
        return payload.isNull() || Kind.of(payload.type()) == Kind.TEXT;
    }

    private static String text(Payload payload) {
        return payload.isNull()
                ? NULL
                : payload.type() == PayloadType.JSON ? onOneLine(payload.text()) : payload.text();
    }

    private static String onOneLine(String json) {
        if (!json.contains("\n")) {
            return json;
        }
        try {
            return new ObjectMapper().readTree(json).toString();
        } catch (JacksonException e) {
            throw new CodeException("The value is not JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Sends many records of the value's size. */
    static String perfTest(CodeInput input) {
        Payload value = input.value();
        int size = value.isNull() ? 1 : Math.max(1, value.type().bytes(value.text()).length);
        String transactions = input.transactional()
                ? " \\\n  --transactional-id " + quoted(input.settings().get(Keys.TRANSACTIONAL_ID).orElseThrow())
                        + " --transaction-duration-ms 1000"
                : "";
        return HEAD + ConfigText.addresses(input) + "# " + RECORDS
                + " records with values of the same size as the composed one, as fast as it goes."
                + "\nkafka-producer-perf-test.sh --bootstrap-server " + quoted(input.bootstrap()) + " --topic "
                + quoted(input.draft().topic()) + " \\\n  --num-records " + RECORDS + " --record-size " + size
                + " --throughput -1" + transactions
                // Given twice, this option would count but once: it takes all its values together.
                + (properties(input).isEmpty() ? "" : " \\\n  --command-property")
                + properties(input).entrySet().stream().map(p -> " \\\n    " + quoted(p.toString()))
                        .collect(Collectors.joining())
                + "\n";
    }

    private static Map<String, String> properties(CodeInput input) {
        Map<String, String> all = new LinkedHashMap<>(input.named());
        all.keySet().removeAll(List.of("bootstrap.servers", Keys.TRANSACTIONAL_ID));
        return all;
    }

    private static String options(String name, List<String> values) {
        return values.stream().map(v -> " \\\n  " + name + " " + quoted(v)).collect(Collectors.joining());
    }

    /** Nothing has a meaning within single quotes but the quote itself. */
    private static String quoted(String text) {
        return text.matches("[\\w./:=,@+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
