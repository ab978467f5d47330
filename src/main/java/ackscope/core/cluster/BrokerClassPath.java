package ackscope.core.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What nodes run from: the app's own jars without those of the window and of tests, jars first and the folder of compiled classes last.
 * An AOT cache is made from jars alone, and holds for every class path that begins with them.
 *
 * @param jars    in the order of the app's class path
 * @param classes the folder that holds this app's classes, where they are not in one of the jars
 */
record BrokerClassPath(List<Path> jars, Optional<Path> classes) {
    private static final List<String> NOT_FOR_NODES = List.of("javafx-", "controlsfx-", "atlantafx-", "ikonli-",
            "richtextfx-", "reactfx-", "undofx-", "flowless-", "wellbehavedfx-", "resilience4j-",
            "picocli-", "kafka-tools-4", "junit-", "testfx-", "archunit-", "opentest4j-", "apiguardian-", "jspecify-",
            "hamcrest-", "assertj-", "org.osgi.", "testcontainers-", "docker-java-", "duct-tape-", "jna-",
            "annotations-17", "json-schema-validator-", "itu-", "snakeyaml-",
            "commons-compress-", "commons-codec-", "commons-io-", "commons-lang3-", "surefire-", "failsafe-");

    /** What this process runs from. */
    static BrokerClassPath current() {
        return of(System.getProperty("java.class.path"));
    }

    /** @param classPath entries with the system's separator between them */
    static BrokerClassPath of(String classPath) {
        List<Path> entries = Stream.of(classPath.split(File.pathSeparator)).filter(e -> !e.isEmpty()).map(Path::of)
                .map(Path::toAbsolutePath).distinct().toList();
        List<Path> jars = entries.stream().filter(Files::isRegularFile)
                .filter(jar -> NOT_FOR_NODES.stream().noneMatch(jar.getFileName().toString()::startsWith)).toList();
        String main = BrokerMain.class.getName().replace('.', '/') + ".class";
        return new BrokerClassPath(jars,
                entries.stream().filter(e -> Files.isRegularFile(e.resolve(main))).findFirst());
    }

    /** As {@code -cp} takes it. */
    String all() {
        return join(Stream.concat(jars.stream(), classes.stream()));
    }

    /** The jars alone, as {@code -cp} takes them. */
    String jarsOnly() {
        return join(jars.stream());
    }

    private static String join(Stream<Path> entries) {
        return String.join(File.pathSeparator, entries.map(Path::toString).toList());
    }

    /** Path, size and time of every jar: a cache made from other files than these ran stale code once. */
    List<String> fingerprints() {
        return jars.stream().map(BrokerClassPath::fingerprint).toList();
    }

    private static String fingerprint(Path jar) {
        try {
            return jar + " " + Files.size(jar) + " " + Files.getLastModifiedTime(jar).toMillis();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
