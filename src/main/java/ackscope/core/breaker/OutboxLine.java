package ackscope.core.breaker;

import ackscope.core.event.RecordId;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * One line of the outbox's file, a JSON object with a line feed. Either a record, with its bytes as base64 and {@code line} counted up
 * through the file's life; or {@code {"given":n}}, line n was handed to a producer; or {@code {"gone":n}}, line n has its report.
 */
sealed interface OutboxLine {

    /** A record as it was kept, at {@code keptMs} ms since the epoch. */
    record Kept(long line, RecordId id, long keptMs,
            ProducerRecord<byte[], byte[]> record) implements OutboxLine {
    }

    /** The line was handed to a producer. */
    record Given(long line) implements OutboxLine {
    }

    /** The line has its report. */
    record Gone(long line) implements OutboxLine {
    }

    /** Reads and writes lines. */
    final class Codec {
        private static final ObjectMapper JSON = new ObjectMapper();

        private Codec() {
        }

        static byte[] write(OutboxLine line) {
            ByteArrayOutputStream out = new ByteArrayOutputStream(256);
            try (JsonGenerator json = JSON.createGenerator(out)) {
                json.writeStartObject();
                switch (line) {
                    case Kept kept -> record(json, kept);
                    case Given given -> json.writeNumberField("given", given.line());
                    case Gone gone -> json.writeNumberField("gone", gone.line());
                }
                json.writeEndObject();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            out.write('\n');
            return out.toByteArray();
        }

        private static void record(JsonGenerator json, Kept kept) throws IOException {
            ProducerRecord<byte[], byte[]> record = kept.record();
            json.writeNumberField("line", kept.line());
            json.writeNumberField("run", kept.id().run());
            json.writeNumberField("number", kept.id().number());
            json.writeNumberField("resend", kept.id().resend());
            json.writeNumberField("when", kept.keptMs());
            json.writeStringField("topic", record.topic());
            if (record.partition() != null) {
                json.writeNumberField("partition", record.partition());
            }
            if (record.timestamp() != null) {
                json.writeNumberField("timestamp", record.timestamp());
            }
            bytes(json, "key", record.key());
            bytes(json, "value", record.value());
            json.writeArrayFieldStart("headers");
            for (Header header : record.headers()) {
                json.writeStartObject();
                json.writeStringField("name", header.key());
                bytes(json, "value", header.value());
                json.writeEndObject();
            }
            json.writeEndArray();
        }

        /** Null is left out, so that it is told from empty. */
        private static void bytes(JsonGenerator json, String name, byte[] value) throws IOException {
            if (value != null) {
                json.writeBinaryField(name, value);
            }
        }

        /** @throws IOException if it is not a whole line of these */
        static OutboxLine read(byte[] line) throws IOException {
            JsonNode node = JSON.readTree(line);
            if (node == null || !node.isObject()) {
                throw new IOException("not an object");
            }
            if (node.has("given")) {
                return new Given(number(node, "given"));
            }
            if (node.has("gone")) {
                return new Gone(number(node, "gone"));
            }
            List<Header> headers = new ArrayList<>();
            for (JsonNode header : node.withArray("headers")) {
                headers.add(new RecordHeader(text(header, "name"), bytes(header, "value")));
            }
            try {
                return new Kept(number(node, "line"),
                        new RecordId((int) number(node, "run"), number(node, "number"), (int) number(node, "resend")),
                        number(node, "when"),
                        new ProducerRecord<>(text(node, "topic"),
                                node.has("partition") ? (int) number(node, "partition") : null,
                                node.has("timestamp") ? number(node, "timestamp") : null, bytes(node, "key"),
                                bytes(node, "value"), headers));
            } catch (IllegalArgumentException e) {
                throw new IOException(e.getMessage(), e);
            }
        }

        private static long number(JsonNode node, String name) throws IOException {
            JsonNode field = node.path(name);
            if (!field.canConvertToLong()) {
                throw new IOException("no " + name);
            }
            return field.longValue();
        }

        private static String text(JsonNode node, String name) throws IOException {
            JsonNode field = node.path(name);
            if (!field.isTextual()) {
                throw new IOException("no " + name);
            }
            return field.textValue();
        }

        private static byte[] bytes(JsonNode node, String name) throws IOException {
            return node.has(name) ? node.get(name).binaryValue() : null;
        }
    }
}
