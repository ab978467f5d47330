package ackscope.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A fresh JVM with this build's class path, whose standard output is read line by line. */
final class Child {
    private Child() {
    }

    /** Flags that both sides of a comparison get. */
    static final List<String> FLAGS = List.of("-Xmx512m", "-XX:+UseG1GC", "--enable-native-access=ALL-UNNAMED");

    /**
     * Runs a main class to its end.
     *
     * @param enough   ends it early at the first line for which this holds
     * @param limitMs  how long it may take
     * @return what it printed
     * @throws IOException if it failed or took too long
     */
    static List<String> run(List<String> flags, String main, List<String> arguments, Predicate<String> enough,
            long limitMs) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        Thread limit = Thread.ofVirtual().start(() -> {
            try {
                if (!process.waitFor(limitMs, TimeUnit.MILLISECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        List<String> lines = new ArrayList<>();
        boolean ended = false;
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                lines.add(line);
                if (!ended && enough.test(line)) {
                    ended = true;
                    process.destroy();
                }
            }
            int code = process.waitFor();
            if (code != 0 && !ended) {
                throw new IOException(main + " ended with " + code + " after printing:\n" + String.join("\n", lines));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            limit.interrupt();
            process.destroyForcibly();
        }
        return lines;
    }
}
