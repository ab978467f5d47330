package ackscope.core.run;

import ackscope.core.audit.AuditReport;
import ackscope.core.secret.Secrets;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * {@link RunRecord} as JSON text. What has no value is {@code null} there; what is not known is passed over, so that a
 * file written by a later version of the same format loads.
 */
public final class RunJson {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).addModule(numbers()).build();

    private RunJson() {
    }

    /** The run as text, one line for each of its parts. */
    public static String text(RunRecord run) {
        return written(run);
    }

    /** Both runs and what follows. */
    public static String text(RunComparison pair) {
        return written(new Both(RunRecord.VERSION, pair.conclusion(), pair.settings(), pair.verdicts(), pair.a(),
                pair.b()));
    }

    private record Both(int version, String conclusion, List<Plain.Difference> settings,
            List<RunComparison.VerdictRow> verdicts, RunRecord first, RunRecord second) {
    }

    private static String written(Object value) {
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(value) + "\n";
        } catch (IOException e) {
            throw new IllegalStateException("a run cannot be written as JSON", e);
        }
    }

    /**
     * The run in a text.
     *
     * @throws NewerFormat when it was written by a later version of the app
     * @throws IOException when it is no run
     */
    public static RunRecord read(String text) throws IOException {
        JsonNode tree = JSON.readTree(text);
        if (tree == null || !tree.isObject()) {
            throw new IOException("it holds no run");
        }
        int version = tree.path("version").asInt(0);
        if (version > RunRecord.VERSION) {
            throw new NewerFormat(version);
        }
        if (version < 1) {
            throw new IOException("it does not say its version");
        }
        return as(tree, RunRecord.class);
    }

    private static <T> T as(JsonNode tree, Class<T> type) throws IOException {
        try {
            return JSON.treeToValue(tree, type);
        } catch (RuntimeException e) {
            throw new IOException("it lacks something: " + Secrets.said(e), e);
        }
    }

    /** A file of a format that this version of the app does not know. */
    static final class NewerFormat extends IOException {
        private static final long serialVersionUID = 1L;

        NewerFormat(int version) {
            super("its format is version " + version + ", and this version of Ackscope knows " + RunRecord.VERSION);
        }
    }

    static final class OfAudit extends StdConverter<Optional<AuditReport>, AuditReport> {
        @Override
        public AuditReport convert(Optional<AuditReport> audit) {
            return audit.orElse(null);
        }
    }

    static final class ToAudit extends StdConverter<AuditReport, Optional<AuditReport>> {
        @Override
        public Optional<AuditReport> convert(AuditReport audit) {
            return Optional.ofNullable(audit);
        }
    }

    /** JSON has no NaN: a figure without a value is null. */
    private static SimpleModule numbers() {
        return new SimpleModule().addSerializer(double.class, new WriteNumber())
                .addSerializer(Double.class, new WriteNumber()).addDeserializer(double.class, new ReadNumber());
    }

    private static final class WriteNumber extends StdSerializer<Double> {
        private static final long serialVersionUID = 1L;

        WriteNumber() {
            super(Double.class);
        }

        @Override
        public void serialize(Double value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (!Double.isFinite(value)) {
                out.writeNull();
            } else if (value == Math.rint(value) && Math.abs(value) < 1e15) {
                out.writeNumber(value.longValue());
            } else {
                out.writeNumber(value);
            }
        }
    }

    private static final class ReadNumber extends StdDeserializer<Double> {
        private static final long serialVersionUID = 1L;

        ReadNumber() {
            super(double.class);
        }

        @Override
        public Double deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return in.getValueAsDouble(Double.NaN);
        }

        @Override
        public Double getNullValue(DeserializationContext context) {
            return Double.NaN;
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Double.NaN;
        }
    }
}
