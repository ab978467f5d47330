package ackscope.core.transaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.Producer;

/**
 * A producer in a process of its own is killed in the middle of a transaction. Nobody ends it, so the last stable offset stands still and
 * read_committed gets nothing more of the partition, until a producer of the same transactional.id opens or the coordinator's time is up.
 */
final class KilledProducer implements Experiment {
    private static final int TIMEOUT_MS = 60_000;
    private static final int OPEN = 5;
    private static final int LATER = 3;
    private static final long HELD_MS = 1_500;
    private static final List<String> FLAGS = List.of("-Xmx96m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData", "-Djava.awt.headless=true");
    /** Options that a user set for other programs. */
    private static final Set<String> FOREIGN_OPTIONS = Set.of("JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS",
            "_JAVA_OPTIONS", "JDK_AOT_VM_OPTIONS");

    @Override
    public String title() {
        return "Producer killed in mid-transaction";
    }

    @Override
    public String about() {
        return "A real child process begins a transaction and is killed with -9. Readers of committed records are held back at the last"
                + " stable offset, until the next producer of this transactional.id calls initTransactions.";
    }

    @Override
    public String run(Stage stage) throws Exception {
        long from = stage.log().end();
        long[] last = {0};
        Process[] child = {null};
        try {
            stage.step("A producer in a process of its own begins a transaction", () -> {
                child[0] = start(stage);
                last[0] = awaitOpen(child[0]);
                return OPEN + " records up to offset " + last[0] + ", process " + child[0].pid();
            });
            stage.step("It is killed (-9)", () -> {
                child[0].destroyForcibly();
                stage.must(child[0].waitFor(5, TimeUnit.SECONDS), "Process " + child[0].pid() + " did not end.");
                return "ended with " + child[0].exitValue();
            });
        } finally {
            if (child[0] != null) {
                child[0].destroyForcibly();
            }
        }
        stage.step("Another producer, without transactions, writes " + LATER + " records behind them", () -> {
            last[0] = stage.send(stage.plain(), "later", LATER);
            return "acknowledged up to offset " + last[0];
        });
        long[] held = {0};
        stage.step("Readers of committed records are held back", () -> {
            TimeUnit.MILLISECONDS.sleep(HELD_MS);
            long stable = stage.log().lastStable();
            held[0] = last[0] + 1 - stable;
            List<String> committed = stage.log().committed(from);
            stage.must(stable <= last[0] && committed.isEmpty(), "read_committed was given " + committed + ".");
            return "last stable offset " + stable + ", end " + stage.log().end() + ": " + held[0]
                    + " offsets held back, "
                    + stage.log().all(from).size() + " records seen by read_uncommitted, none by read_committed";
        });
        long[] released = {0};
        stage.step("The next producer of this transactional.id calls initTransactions", () -> {
            Producer<byte[], byte[]> next = stage.transactional(TIMEOUT_MS);
            long before = System.nanoTime();
            next.initTransactions();
            stage.awaitStable(last[0]);
            released[0] = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
            List<String> committed = stage.log().committed(from);
            stage.must(committed.size() == LATER && committed.getFirst().startsWith("later"),
                    "read_committed was given " + committed + ".");
            return "released after " + released[0] + " ms: read_committed was given " + committed;
        });
        return held[0] + " offsets were held back while nobody ended the transaction, also " + LATER
                + " records that had nothing to do with it. The next initTransactions aborted it and released them after "
                + released[0] + " ms.";
    }

    private static Process start(Stage stage) throws IOException {
        List<String> arguments = List.of(stage.topic(), Integer.toString(Stage.PARTITION), stage.key(), "open",
                Integer.toString(OPEN));
        ProcessBuilder builder = new ProcessBuilder();
        builder.command().add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        builder.command().addAll(FLAGS);
        builder.command().addAll(
                List.of("-cp", System.getProperty("java.class.path"), ChildProducer.class.getName()));
        builder.command().addAll(arguments);
        builder.environment().keySet().removeAll(FOREIGN_OPTIONS);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        Process child = builder.start();
        Writer input = child.outputWriter(StandardCharsets.UTF_8);
        for (Map.Entry<String, Object> setting : ClientConfig
                .producer(stage.clientProperties(), stage.id(), TIMEOUT_MS).entrySet()) {
            input.write(setting.getKey() + "=" + String.valueOf(setting.getValue()).replace('\n', ' ') + "\n");
        }
        input.write("\n");
        input.flush();
        return child;
    }

    private static long awaitOpen(Process child) throws Exception {
        CompletableFuture<Long> open = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
                for (String line = out.readLine(); line != null; line = out.readLine()) {
                    if (line.startsWith(ChildProducer.SAYS)) {
                        open.complete(Long.valueOf(line.substring(ChildProducer.SAYS.length())));
                    }
                }
                open.completeExceptionally(
                        new UnexpectedResult("The child process ended before its transaction was open."));
            } catch (IOException e) {
                open.completeExceptionally(e);
            }
        });
        return open.get(Stage.LIMIT_MS, TimeUnit.MILLISECONDS);
    }
}
