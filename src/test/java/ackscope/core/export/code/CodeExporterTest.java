package ackscope.core.export.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.settings.ProducerSettings;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.Yaml;

/** What is written out, and what is not. That it compiles and sends is for the compilers and brokers to show. */
class CodeExporterTest {
    private static final String HARD_SETTING = " a=b # c: \"d\" \\ \t\u00fc ";

    private static CodeInput input(Map<String, String> settings, RecordDraft draft) {
        return new CodeInput("127.0.0.1:9092", ProducerSettings.of(settings), draft, 1_784_116_800_000L, false);
    }

    private static String text(CodeTarget target, Map<String, String> settings) {
        return CodeExporter.text(target, input(settings, Drafts.plain("orders")));
    }

    @ParameterizedTest
    @EnumSource
    void noSecretIsWritten(CodeTarget target) {
        String text = text(target, Map.of("sasl.jaas.config", "password=\"hunter2\"", "ssl.key.password", "hunter2",
                "security.protocol", "SASL_SSL", "sasl.oauthbearer.token.endpoint.url", "https://u:hunter2@h/token"));
        assertFalse(text.contains("hunter2"), text);
        assertTrue(text.contains("<sasl.oauthbearer.token.endpoint.url>"), text);
        assertTrue(text.contains("<sasl.jaas.config>") && text.contains("<ssl.key.password>"), text);
        assertTrue(text.contains("SASL_SSL"), text);
    }

    @ParameterizedTest
    @EnumSource
    void onlyWhatIsNotTheDefaultIsNamedSaveWhatKafkasRulesAskFor(CodeTarget target) {
        String text = text(target, Map.of("batch.size", "16384", "linger.ms", "20", "acks", "all",
                "bootstrap.servers", "elsewhere:1"));
        assertFalse(text.contains("batch.size") || text.contains("batch-size"), text);
        assertFalse(text.contains("elsewhere"), text);
        assertTrue(text.contains("linger.ms"), text);
        assertTrue(text.contains("acks"), text);
    }

    @ParameterizedTest
    @EnumSource(value = CodeTarget.class, mode = EnumSource.Mode.MATCH_ANY, names = {"JAVA|SCALA|KOTLIN|CLOJURE"})
    void aProgramWithTransactionsCommitsAndOneWithoutDoesNot(CodeTarget target) {
        assertTrue(text(target, Map.of("transactional.id", "tx")).contains("commitTransaction"));
        assertFalse(text(target, Map.of()).contains("ransaction"));
        assertFalse(text(target, Map.of()).contains("{{"));
        assertFalse(text(target, Map.of("transactional.id", "tx")).contains("{{"));
    }

    @ParameterizedTest
    @EnumSource
    void thatTheLabsAddressesDieWithTheAppIsSaid(CodeTarget target) {
        RecordDraft draft = Drafts.plain("orders");
        CodeInput lab = new CodeInput("127.0.0.1:33489", ProducerSettings.DEFAULTS, draft, 0, true);
        assertTrue(CodeExporter.text(target, lab).contains("lives only as long as the app"));
        assertFalse(CodeExporter.text(target, input(Map.of(), draft)).contains("as long as the app"));
    }

    @ParameterizedTest
    @EnumSource(value = CodeTarget.class, mode = EnumSource.Mode.MATCH_ANY, names = {"JAVA|SCALA|KOTLIN|CLOJURE"})
    void aProgramSaysWhichClientItNeedsBeforeAllElse(CodeTarget target) {
        String head = text(target, Map.of()).lines().limit(2).collect(Collectors.joining("\n"));
        assertTrue(head.matches("(?s).*kafka-clients[^\\n]*\\d+\\.\\d+\\.\\d+.*"), head);
    }

    @Test
    void theConsoleProducerIsToldWhatTheConsoleWouldUseWhereItHasDefaultsOfItsOwn() {
        String plain = text(CodeTarget.CONSOLE_PRODUCER, Map.of());
        for (String setting : List.of("retries=2147483647", "linger.ms=5", "request.timeout.ms=30000",
                "max.block.ms=60000", "send.buffer.bytes=131072")) {
            assertTrue(plain.contains("--command-property " + setting), plain);
        }
        String typed = text(CodeTarget.CONSOLE_PRODUCER,
                Map.of("retries", "5", "linger.ms", "7", "compression.type", "zstd"));
        assertTrue(typed.contains("retries=5") && typed.contains("linger.ms=7"), typed);
        assertFalse(typed.contains("linger.ms=5"), typed);
        assertTrue(typed.contains("--compression-codec zstd") && !typed.contains("compression.type"), typed);
    }

    @Test
    void whatPartsKeyAndValueCanBeSeen() {
        RecordDraft draft = new RecordDraft("t", Payload.string("a|b"), Payload.string("v"),
                List.of(new RecordDraft.DraftHeader("h", Payload.string("x"))), OptionalInt.empty(),
                OptionalLong.empty());
        String text = CodeExporter.text(CodeTarget.CONSOLE_PRODUCER, input(Map.of(), draft));
        assertTrue(text.contains("'h:x|a|b::v'") && text.contains("key.separator=::"), text);
        assertTrue(text.contains("'headers.delimiter=|'"), text);
    }

    @Test
    void propertiesAreReadAsTheyWereTyped() throws IOException {
        Properties read = new Properties();
        read.load(new StringReader(text(CodeTarget.PROPERTIES, Map.of("client.id", HARD_SETTING, "acks", "1"))));
        assertEquals(Map.of("bootstrap.servers", "127.0.0.1:9092", "client.id", HARD_SETTING, "acks", "1",
                "key.serializer", "org.apache.kafka.common.serialization.StringSerializer", "value.serializer",
                "org.apache.kafka.common.serialization.StringSerializer"), read);
    }

    @Test
    void yamlHasSpringsNamesAndTheRestAsProperties() {
        Map<String, Object> read = new Yaml().load(text(CodeTarget.SPRING,
                Map.of("client.id", HARD_SETTING, "acks", "1", "linger.ms", "20", "transactional.id", "tx-")));
        Map<String, Object> producer = Map.of("key-serializer",
                "org.apache.kafka.common.serialization.StringSerializer", "value-serializer",
                "org.apache.kafka.common.serialization.StringSerializer", "acks", "1", "client-id", HARD_SETTING,
                "transaction-id-prefix", "tx-", "properties", Map.of("[linger.ms]", "20"));
        assertEquals(Map.of("spring", Map.of("kafka", Map.of("bootstrap-servers", "127.0.0.1:9092", "producer",
                producer))), read);
    }

    @Test
    void aTemplateIsFilledInAsForTheFirstRecordAndItIsSaidSo() {
        RecordDraft draft = new RecordDraft("t", Payload.string("k-${n}"), Payload.string("at ${now}"), List.of(),
                OptionalInt.empty(), OptionalLong.empty());
        String text = CodeExporter.text(CodeTarget.JAVA, input(Map.of(), draft));
        assertTrue(text.contains("\"k-0\"") && text.contains("\"at 1784116800000\""), text);
        assertTrue(text.contains("as for the first record"), text);
        assertFalse(text(CodeTarget.JAVA, Map.of()).contains("as for the first record"));
    }

    @Test
    void whatNoStringCanHoldIsRefusedInWords() {
        RecordDraft draft = new RecordDraft("t", Payload.NULL, Payload.string("\u00fc".repeat(40_000)), List.of(),
                OptionalInt.empty(), OptionalLong.empty());
        CodeException refused = assertThrows(CodeException.class,
                () -> CodeExporter.text(CodeTarget.KOTLIN, input(Map.of(), draft)));
        assertTrue(refused.getMessage().contains("65535"), refused.getMessage());
    }
}
