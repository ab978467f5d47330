package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.core.cluster.SharedLab;
import ackscope.core.compose.RecordStamp;
import ackscope.core.fault.Recipes.Recipe;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Audits beside an independent reading of the same topics by Kafka's own console consumer, in a JVM of its own. It prints each record's
 * offset, and the value's bytes as text of one byte a character, from which the numbers are taken.
 */
@ExtendWith(SharedLab.Extension.class)
class AuditConsoleIT {
    private static final String TOOL = "org.apache.kafka.tools.consumer.ConsoleConsumer";
    private static final int RUNS_LAST_BYTE = 7;
    private static final String END = "|~ackscope~|";

    private final SharedLab lab;

    @TempDir
    private Path folder;

    AuditConsoleIT(SharedLab lab) {
        this.lab = lab;
    }

    /** Duplicates, disorder, loss with acks=0 and with acks=1, and failed records that are there. */
    static Stream<Recipe> five() {
        return Recipes.all().stream().filter(r -> Stream.of("three answers dropped with a reset, idempotence off",
                "requests swallowed, idempotence off, 5 in flight", "acks=0, requests blackholed",
                "acks=1, replication stalled",
                "retries=0, answer dropped").anyMatch(r.name()::startsWith));
    }

    /** A record as the console consumer printed it. */
    private record Line(long offset, long number) {
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("five")
    void agreesWithKafkasOwnConsoleConsumer(Recipe recipe, TestReporter reporter) throws IOException {
        try (Stand stand = new Stand(lab, folder, true)) {
            Result result = recipe.cook().apply(stand);
            AuditReport audit = stand.audit();
            List<Line> lines = read(stand.topicName());
            reporter.publishEntry("console", recipe + ": " + lines.size() + " lines, " + audit.counts());
            Set<Long> distinct = new HashSet<>();
            Set<Long> twice = new HashSet<>();
            long late = 0;
            long highest = -1;
            for (Line line : lines) {
                if (distinct.add(line.number())) {
                    late += line.number() < highest ? 1 : 0;
                } else {
                    twice.add(line.number());
                }
                highest = Math.max(highest, line.number());
            }
            assertEquals(lines.size(), audit.copies());
            assertEquals(twice.size(), audit.count(Verdict.DUPLICATED));
            assertEquals(late, audit.count(Verdict.REORDERED));
            assertEquals(result.acked().stream().filter(n -> !distinct.contains(n)).count(), audit.count(Verdict.LOST));
            assertEquals(result.failed().stream().filter(distinct::contains).count(),
                    audit.count(Verdict.WRITTEN_THOUGH_FAILED));
            audit.offenders().stream().filter(o -> o.verdict() == Verdict.DUPLICATED).forEach(o -> assertEquals(
                    lines.stream().filter(l -> l.number() == o.record().number()).map(Line::offset).sorted().toList(),
                    o.found(), o::toString));
            assertTrue(!audit.clean(), () -> "nothing was wrong: " + audit.counts());
        }
    }

    private List<Line> read(String topic) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-Dfile.encoding=ISO-8859-1", "-Dstdout.encoding=ISO-8859-1", "-cp",
                System.getProperty("java.class.path"), TOOL, "--bootstrap-server",
                String.valueOf(lab.clientProperties().get("bootstrap.servers")), "--topic", topic, "--from-beginning",
                "--timeout-ms", "8000", "--formatter-property", "print.offset=true", "--formatter-property",
                "line.separator=" + END).redirectErrorStream(false).redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        StringBuilder all = new StringBuilder();
        try (BufferedReader out = process.inputReader(StandardCharsets.ISO_8859_1)) {
            for (int c = out.read(); c >= 0; c = out.read()) {
                all.append((char) c);
            }
        } finally {
            process.destroyForcibly();
        }
        List<Line> lines = new ArrayList<>();
        for (String line : all.toString().split(Pattern.quote(END), -1)) {
            if (line.startsWith("Offset:")) {
                int tab = line.indexOf('\t');
                byte[] value = line.substring(tab + 1).getBytes(StandardCharsets.ISO_8859_1);
                assertTrue(RecordStamp.is(value) && value[RUNS_LAST_BYTE] != 0, line);
                lines.add(new Line(Long.parseLong(line.substring("Offset:".length(), tab)), RecordStamp.number(value)));
            }
        }
        return lines;
    }
}
