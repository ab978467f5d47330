package ackscope.core.export.code;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.Payload;
import ackscope.core.compose.RecordDraft;
import ackscope.core.settings.Preset;
import ackscope.core.settings.Presets;
import ackscope.core.settings.ProducerSettings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is written out for every preset and every sort of record compiles with its language's own compiler, and one of each, run as it is,
 * leaves in the log exactly the bytes that this app would send.
 */
@ExtendWith(SharedLab.Extension.class)
class CodeExportIT {
    private static final long LIMIT_S = 150;
    private static final String CLIENT = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(p -> p.matches(".*/(kafka-clients|slf4j-api|lz4-java|snappy-java|zstd-jni)-[^/]*jar"))
            .reduce((a, b) -> a + File.pathSeparator + b).orElseThrow();

    @TempDir
    private Path folder;
    private SharedLab lab;
    private String topic;

    @BeforeEach
    void open(SharedLab shared) {
        lab = shared;
        topic = lab.topic(1, 3, 2);
    }

    private CodeInput input(Map<String, String> settings, RecordDraft draft) {
        return new CodeInput(String.valueOf(lab.clientProperties().get("bootstrap.servers")),
                ProducerSettings.of(settings), draft, System.currentTimeMillis(), true);
    }

    /** The hardest record as it is, the presets, then every other sort of record. */
    private List<CodeInput> inputs() {
        List<CodeInput> all = new ArrayList<>();
        all.add(input(Map.of(), Drafts.all(topic).getFirst()));
        all.add(input(Map.of("transactional.id", "exported-" + topic), Drafts.plain(topic)));
        for (Preset preset : Presets.builtIn()) {
            all.add(input(preset.settings().asMap(), Drafts.plain(topic)));
        }
        Drafts.all(topic).stream().skip(1).forEach(draft -> all.add(input(Map.of(), draft)));
        return all;
    }

    /** Writes every program into a package of its own, so that all are compiled in one call. */
    private List<String> write(CodeTarget target, String packageEnd) throws IOException {
        List<String> files = new ArrayList<>();
        List<CodeInput> inputs = inputs();
        for (int i = 0; i < inputs.size(); i++) {
            Path file = Files.createDirectories(folder.resolve("p" + i)).resolve(target.fileName());
            Files.writeString(file, "package p" + i + packageEnd + CodeExporter.text(target, inputs.get(i)));
            files.add(file.toString());
        }
        return files;
    }

    private static String compilers(String language) {
        Path jars = Path.of("target", "compilers", language).toAbsolutePath();
        assertTrue(Files.isDirectory(jars), "no compiler in " + jars);
        return jars + File.separator + "*";
    }

    private String java(String classPath, String main, String... arguments) throws Exception {
        return java(Map.of(), classPath, main, List.of(arguments));
    }

    private String java(Map<String, String> environment, String classPath, String main, List<String> arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(javaProgram(), "-Xmx768m", "-XX:TieredStopAtLevel=1",
                "-Dfile.encoding=UTF-8", "-Dstdout.encoding=UTF-8", "-cp", classPath, main));
        command.addAll(arguments);
        return run(environment, command);
    }

    private static String javaProgram() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private String run(Map<String, String> environment, List<String> command) throws Exception {
        Path out = Files.createTempFile(folder, "out", ".txt");
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try {
            assertTrue(process.waitFor(LIMIT_S, TimeUnit.SECONDS), () -> "no end after " + LIMIT_S + " s: " + command);
        } finally {
            process.destroyForcibly();
        }
        String said = Files.readString(out);
        assertEquals(0, process.exitValue(), () -> command.getFirst() + " said: " + said);
        return said;
    }

    private static String path(String... parts) {
        return String.join(File.pathSeparator, parts);
    }

    @Test
    void java(TestReporter reporter) throws Exception {
        String classes = folder.resolve("classes").toString();
        List<String> arguments = new ArrayList<>(List.of("-Xlint:all", "-Werror", "-cp", CLIENT, "-d", classes));
        arguments.addAll(write(CodeTarget.JAVA, ";\n"));
        run(Map.of(), Stream.concat(Stream.of(Path.of(System.getProperty("java.home"), "bin", "javac").toString()),
                arguments.stream()).toList());
        sends(reporter, "Java", number -> java(path(classes, CLIENT), "p" + number + ".SendRecord"));
    }

    @Test
    void kotlin(TestReporter reporter) throws Exception {
        String classes = folder.resolve("classes").toString();
        List<String> arguments = new ArrayList<>(List.of("-no-stdlib", "-no-reflect", "-Werror", "-cp",
                path(CLIENT, jar("kotlin", "kotlin-stdlib")), "-d", classes));
        arguments.addAll(write(CodeTarget.KOTLIN, "\n"));
        java(compilers("kotlin"), "org.jetbrains.kotlin.cli.jvm.K2JVMCompiler", arguments.toArray(String[]::new));
        sends(reporter, "Kotlin", number -> java(path(classes, CLIENT, jar("kotlin", "kotlin-stdlib")),
                "p" + number + ".SendRecordKt"));
    }

    @Test
    void scala(TestReporter reporter) throws Exception {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        String library = path(jar("scala", "scala3-library_3"), jar("scala", "scala-library"));
        List<String> arguments = new ArrayList<>(
                List.of("-Werror", "-deprecation", "-classpath", path(CLIENT, library), "-d", classes.toString()));
        arguments.addAll(write(CodeTarget.SCALA, "\n"));
        java(compilers("scala"), "dotty.tools.dotc.Main", arguments.toArray(String[]::new));
        sends(reporter, "Scala",
                number -> java(path(classes.toString(), CLIENT, library), "p" + number + ".sendRecord"));
    }

    @Test
    void clojure(TestReporter reporter) throws Exception {
        List<CodeInput> inputs = inputs();
        StringBuilder load = new StringBuilder("(set! *warn-on-reflection* true)");
        for (int i = 0; i < inputs.size(); i++) {
            Path file = Files.createDirectories(folder.resolve("p" + i)).resolve(CodeTarget.CLOJURE.fileName());
            Files.writeString(file, CodeExporter.text(CodeTarget.CLOJURE, inputs.get(i)));
            load.append(" (load-file \"").append(file).append("\")");
        }
        String said = java(path(CLIENT, compilers("clojure")), "clojure.main", "-e", load.toString());
        assertTrue(!said.contains("warning"), said);
        sends(reporter, "Clojure", number -> java(
                path(folder.resolve("p" + number).toString(), CLIENT, compilers("clojure")), "clojure.main", "-m",
                "send-record"));
    }

    private static String jar(String language, String name) throws IOException {
        try (Stream<Path> jars = Files.list(Path.of("target", "compilers", language).toAbsolutePath())) {
            return jars.filter(p -> p.getFileName().toString().matches(name + "-[\\d.]+\\.jar")).findFirst()
                    .orElseThrow(() -> new IOException("no jar of " + name)).toString();
        }
    }

    private interface Program {
        String run(int number) throws Exception;
    }

    /** Runs the first two, which send the hardest record, and a plain one in a transaction. */
    private void sends(TestReporter reporter, String language, Program program) throws Exception {
        String first = program.run(0);
        told(reporter, language, first);
        assertTrue(first.contains("acknowledged: " + topic + "-0@0"), first);
        String second = program.run(1);
        told(reporter, language + ", in a transaction", second);
        assertTrue(second.contains("committed"), second);
        List<ConsumerRecord<byte[], byte[]>> log = log(2);
        RecordDraft hard = Drafts.all(topic).getFirst();
        assertSame(hard, log.getFirst());
        assertEquals(hard.timestampMs().orElseThrow(), log.getFirst().timestamp());
        assertSame(Drafts.plain(topic), log.getLast());
    }

    /** For the log of the build too. */
    private static void told(TestReporter reporter, String program, String said) {
        reporter.publishEntry(program, said.strip());
        System.out.println("EXPORTED PROGRAM " + program + " SAID\n" + said.strip().indent(2).stripTrailing());
    }

    @Test
    void theConsoleProducersCommand(TestReporter reporter) throws Exception {
        RecordDraft draft = new RecordDraft(topic, Drafts.string("it's $HOME `ls` \\ | key"),
                Drafts.string("it's \"so\" $HOME ${x} `ls` \\n %s \u20ac"),
                List.of(new RecordDraft.DraftHeader("trace", Payload.string("a'b"))), OptionalInt.empty(),
                OptionalLong.empty());
        CodeInput input = input(Map.of("acks", "all", "client.id", "it's me", "compression.type", "gzip"), draft);
        String said = tool(CodeTarget.CONSOLE_PRODUCER, input, "-Dlog4j2.configurationFile=" + logsToConsole());
        List<String> used = said.lines().map(String::strip).filter(line -> line.matches(
                "(retries|linger.ms|request.timeout.ms|max.block.ms|send.buffer.bytes|compression.type) = .*"))
                .toList();
        told(reporter, "console producer, whose settings were", String.join("\n", used));
        assertEquals(Set.of("retries = 2147483647", "linger.ms = 5", "request.timeout.ms = 30000",
                "max.block.ms = 60000", "send.buffer.bytes = 131072", "compression.type = gzip"), Set.copyOf(used),
                "what the console would use, and not what the tool has by itself");
        List<ConsumerRecord<byte[], byte[]>> log = log(1);
        assertSame(draft, log.getFirst());
    }

    @Test
    void thePerformanceTestsCommand(TestReporter reporter) throws Exception {
        CodeInput input = input(Map.of("acks", "1", "enable.idempotence", "false", "linger.ms", "5"),
                Drafts.plain(topic));
        String said = tool(CodeTarget.PERF_TEST, input);
        told(reporter, "performance test", said.lines().reduce((a, b) -> b).orElse(""));
        assertTrue(said.contains("100000 records sent"), said);
    }

    /** A producer logs the settings that it was opened with. */
    private Path logsToConsole() throws IOException {
        return Files.writeString(folder.resolve("log4j2.properties"), """
                appender.c.type = Console
                appender.c.name = C
                appender.c.layout.type = PatternLayout
                appender.c.layout.pattern = %m%n
                rootLogger.level = INFO
                rootLogger.appenderRef.c.ref = C
                """);
    }

    /** Runs a command line with the tools of the class path in place of an installed Kafka's. */
    private String tool(CodeTarget target, CodeInput input, String... options) throws Exception {
        Map<String, String> tools = new HashMap<>(Map.of("kafka-console-producer.sh", "ConsoleProducer",
                "kafka-producer-perf-test.sh", "ProducerPerformance"));
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (Map.Entry<String, String> tool : tools.entrySet()) {
            Path script = bin.resolve(tool.getKey());
            Files.writeString(script,
                    "#!/bin/sh\nexec \"" + javaProgram() + "\" -Dfile.encoding=UTF-8 " + String.join(" ", options)
                            + " -cp \""
                            + System.getProperty("java.class.path") + "\" org.apache.kafka.tools." + tool.getValue()
                            + " \"$@\"\n");
            assertTrue(script.toFile().setExecutable(true));
        }
        Path file = folder.resolve(target.fileName());
        Files.writeString(file, CodeExporter.text(target, input));
        return run(Map.of("PATH", path(bin.toString(), System.getenv("PATH")), "LC_ALL", "C.UTF-8"),
                List.of("sh", file.toString()));
    }

    private void assertSame(RecordDraft draft, ConsumerRecord<byte[], byte[]> record) {
        assertArrayEquals(bytes(draft.key()), record.key());
        assertArrayEquals(bytes(draft.value()), record.value());
        List<Header> headers = List.of(record.headers().toArray());
        assertEquals(draft.headers().stream().map(RecordDraft.DraftHeader::name).toList(),
                headers.stream().map(Header::key).toList());
        for (int i = 0; i < headers.size(); i++) {
            assertArrayEquals(bytes(draft.headers().get(i).value()), headers.get(i).value());
        }
    }

    private static byte[] bytes(Payload payload) {
        return payload.isNull() ? null : payload.type().bytes(payload.text().replace("$${", "${"));
    }

    /** What read_committed shows; a commit returns before its marker is in the log. */
    private List<ConsumerRecord<byte[], byte[]>> log(int expected) {
        Map<String, Object> config = new HashMap<>(lab.clientProperties());
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            TopicPartition place = new TopicPartition(topic, 0);
            consumer.assign(List.of(place));
            consumer.seekToBeginning(List.of(place));
            SharedLab.await(expected + " records in the log", 30_000, () -> {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
                return all.size() >= expected;
            });
        }
        assertEquals(expected, all.size());
        return all;
    }
}
