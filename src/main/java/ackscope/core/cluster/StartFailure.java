package ackscope.core.cluster;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Says in words why a node's process ended at its start, from its exit code and the end of its log. */
final class StartFailure {
    private static final int TAIL_BYTES = 16 * 1024;

    private record Cause(List<String> signs, String words) {
    }

    private static final List<Cause> CAUSES = List.of(
            new Cause(List.of("could not reserve enough space", "insufficient memory", "cannot allocate memory",
                    "outofmemoryerror", "error='not enough space'"),
                    "there is not enough free memory (the four nodes need about 600 MB). Close other programs, then"
                            + " start the lab again"),
            new Cause(List.of("address already in use", "failed to bind"),
                    "another program took its port in the meantime. Start the lab again; it takes other ports each"
                            + " time"),
            new Cause(List.of("no space left on device", "disk quota exceeded"),
                    "the disk is full. Make room in the temporary folder, then start the lab again"),
            new Cause(List.of("unsupportedclassversionerror", "unrecognized vm option", "unrecognized option",
                    "could not create the java virtual machine", "could not find or load main class",
                    "error occurred during initialization of vm"),
                    "the Java runtime at " + System.getProperty("java.home")
                            + " cannot run it. Start the app with a JDK 25"),
            new Cause(List.of("permission denied", "read-only file system"),
                    "its files cannot be written. Check the rights of the temporary folder, then start the lab again"));

    private StartFailure() {
    }

    /**
     * One sentence or two for a person.
     *
     * @param node     the node in words ("broker 2")
     * @param exitCode of its process
     * @param log      the end of its log
     */
    static String explain(String node, int exitCode, String log, Path logFile) {
        String lower = log.toLowerCase(Locale.ROOT);
        String why = CAUSES.stream().filter(c -> c.signs().stream().anyMatch(lower::contains)).findFirst()
                .map(Cause::words).orElseGet(() -> unknown(exitCode));
        return capital(node) + " failed to start: " + why + ". Its log: " + logFile;
    }

    private static String unknown(int exitCode) {
        if (exitCode == 137 || exitCode == 9) {
            return "it was killed from outside, most often by the system because memory ran out. Close other programs,"
                    + " then start the lab again";
        }
        return "its process ended with exit code " + exitCode + ". The end of its log tells more; start the lab again";
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The end of a log file; "" when it cannot be read. */
    static String tail(Path logFile) {
        try (RandomAccessFile file = new RandomAccessFile(logFile.toFile(), "r")) {
            long from = Math.max(0, file.length() - TAIL_BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
