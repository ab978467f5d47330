package ackscope.core.fault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.audit.AuditReport;
import ackscope.core.audit.Verdict;
import ackscope.core.compose.RecordStamp;
import ackscope.core.fault.Recipes.Recipe;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * An independent reading of a topic by Kafka's own console consumer, in a JVM of its own. It prints each record's offset, and the value's
 * bytes as text of one byte a character, from which the numbers are taken. It waits 8 s for more, so only some recipes are read so.
 */
final class ConsoleReading {
    /** Duplicates, disorder, loss with acks=0 and with acks=1, and failed records that are there: how those recipes' names begin. */
    static final List<String> RECIPES = List.of("three answers dropped with a reset, idempotence off",
            "requests swallowed, idempotence off, 5 in flight", "acks=0, requests blackholed",
            "acks=1, replication stalled", "retries=0, answer dropped");

    private static final String TOOL = "org.apache.kafka.tools.consumer.ConsoleConsumer";
    private static final int RUNS_LAST_BYTE = 7;
    private static final String END = "|~ackscope~|";

    private final List<Line> lines;

    /** A record as the console consumer printed it. */
    private record Line(long offset, long number) {
    }

    private ConsoleReading(List<Line> lines) {
        this.lines = lines;
    }

    static boolean concerns(Recipe recipe) {
        return RECIPES.stream().anyMatch(recipe.name()::startsWith);
    }

    /** Reads all of a topic of generated records; takes some ten seconds. */
    static ConsoleReading of(String topic, Map<String, Object> clientProperties) throws IOException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m", "-Dfile.encoding=ISO-8859-1", "-Dstdout.encoding=ISO-8859-1", "-cp",
                System.getProperty("java.class.path"), TOOL, "--bootstrap-server",
                String.valueOf(clientProperties.get("bootstrap.servers")), "--topic", topic, "--from-beginning",
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
        return new ConsoleReading(Stream.of(all.toString().split(Pattern.quote(END), -1))
                .filter(line -> line.startsWith("Offset:")).map(ConsoleReading::line).toList());
    }

    private static Line line(String printed) {
        int tab = printed.indexOf('\t');
        byte[] value = printed.substring(tab + 1).getBytes(StandardCharsets.ISO_8859_1);
        assertTrue(RecordStamp.is(value) && value[RUNS_LAST_BYTE] != 0, printed);
        return new Line(Long.parseLong(printed.substring("Offset:".length(), tab)), RecordStamp.number(value));
    }

    /** That an audit of the same topic says what this reading shows, and that there was something to say. */
    void assertSays(AuditReport audit, Result result) {
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
        audit.offenders().stream().filter(o -> o.verdict() == Verdict.DUPLICATED)
                .forEach(o -> assertEquals(offsets(o.record().number()), o.found(), o::toString));
        assertTrue(!audit.clean(), () -> "nothing was wrong: " + audit.counts());
    }

    private List<Long> offsets(long number) {
        return lines.stream().filter(l -> l.number() == number).map(Line::offset).sorted().toList();
    }

    @Override
    public String toString() {
        return lines.size() + " lines on the console";
    }
}
