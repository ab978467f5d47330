package ackscope.core.cluster;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ahead-of-time cache of the nodes' JVMs (JEP 483, 514): half the processor time of a start. A file named by a digest of everything
 * that it was made from, so that a cache of another JDK, other flags or other jars is never taken.
 *
 * @param file where it is, or will be
 */
record AotCache(Path file) {
    private static final String PREFIX = "brokers-";
    private static final String SUFFIX = ".aot";
    private static final String UNFINISHED = ".tmp";
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final int KEPT = 2;

    /**
     * @param folder       the user's cache folder
     * @param jdk          names the runtime
     * @param flags        of the nodes' JVMs
     * @param fingerprints of the jars
     */
    static AotCache of(Path folder, String jdk, List<String> flags, List<String> fingerprints) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            Stream.of(List.of(jdk), flags, fingerprints).flatMap(part -> Stream.concat(part.stream(), Stream.of("--")))
                    .forEach(line -> digest.update((line + "\n").getBytes(StandardCharsets.UTF_8)));
            String name = HexFormat.of().formatHex(digest.digest(), 0, 10);
            return new AotCache(folder.resolve(PREFIX + name + SUFFIX));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /**
     * The one that a package brings along, where it does; the JVM refuses it if the jars are not those that it was made from.
     *
     * @param named what {@link LabOptions#SHIPPED_CACHE} says
     */
    static Optional<AotCache> shipped(Optional<String> named) {
        return named.filter(name -> !name.isEmpty()).map(Path::of).filter(Files::isRegularFile).map(AotCache::new);
    }

    /** The file to run with, if it was made already; its time is renewed, so that the ones in use are the youngest. */
    Optional<Path> ready() {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException _) {
            // A cache on a read-only disk serves as well.
        }
        return Optional.of(file);
    }

    /** A name beside the file to write to first; no two processes share it. */
    Path temporary() {
        return file.resolveSibling(file.getFileName() + "." + ProcessHandle.current().pid() + UNFINISHED);
    }

    /** Puts a finished cache in its place and removes what older runs left: all but the last used ones. */
    void take(Path finished) throws IOException {
        Files.move(finished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        for (Path old : there(SUFFIX).stream().sorted(Comparator.comparing(AotCache::time).reversed()).skip(KEPT)
                .toList()) {
            Files.deleteIfExists(old);
        }
        for (Path unfinished : there(UNFINISHED)) {
            if (time(unfinished).isBefore(Instant.now().minus(ABANDONED))) {
                Files.deleteIfExists(unfinished);
            }
        }
    }

    private List<Path> there(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(file.getParent())) {
            return files.filter(f -> f.getFileName().toString().startsWith(PREFIX))
                    .filter(f -> f.getFileName().toString().endsWith(suffix)).toList();
        }
    }

    private static Instant time(Path cache) {
        try {
            return Files.getLastModifiedTime(cache).toInstant();
        } catch (IOException _) {
            return Instant.EPOCH;
        }
    }
}
