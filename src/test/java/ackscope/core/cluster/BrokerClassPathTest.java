package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokerClassPathTest {
    @TempDir
    private Path folder;

    @Test
    void putsJarsFirstAndClassesLastAndLeavesTheWindowOut() throws IOException {
        Path classes = Files.createDirectories(folder.resolve("classes"));
        Path main = classes.resolve("ackscope/core/cluster/BrokerMain.class");
        Files.createDirectories(main.getParent());
        Files.writeString(main, "");
        Path other = Files.createDirectories(folder.resolve("test-classes"));
        Path kafka = jar("kafka_2.13-4.4.0.jar");
        Path window = jar("javafx-controls-26.0.2.jar");
        Path scala = jar("scala-library-2.13.18.jar");

        BrokerClassPath path = BrokerClassPath.of(
                join(other, classes, kafka, window, scala, folder.resolve("missing.jar")));

        assertEquals(List.of(kafka, scala), path.jars());
        assertEquals(Optional.of(classes), path.classes());
        assertEquals(join(kafka, scala, classes), path.all());
        assertEquals(join(kafka, scala), path.jarsOnly());
    }

    @Test
    void aRewrittenJarHasAnotherFingerprint() throws IOException {
        Path jar = jar("kafka.jar");
        List<String> before = BrokerClassPath.of(jar.toString()).fingerprints();
        Files.writeString(jar, "more");

        assertNotEquals(before, BrokerClassPath.of(jar.toString()).fingerprints());
    }

    @Test
    void thisProcessHasAllThatANodeNeeds() {
        BrokerClassPath path = BrokerClassPath.current();

        for (String needed : List.of("kafka_2.13-", "kafka-server-4", "scala-library-", "log4j-slf4j-impl-",
                "HdrHistogram-")) {
            assertTrue(path.jars().stream().anyMatch(j -> j.getFileName().toString().startsWith(needed)), needed);
        }
        assertTrue(path.jars().stream().noneMatch(j -> j.getFileName().toString().startsWith("javafx")));
    }

    /** So that both take one AOT cache. */
    @Test
    void nodesOfATestRunFromTheSameJarsAsNodesOfTheApp() throws IOException {
        String launcher = Files.readString(Path.of("target", "ackscope"));
        String classPath = launcher.replaceAll("(?s).* -cp \"([^\"]*)\".*", "$1");

        assertEquals(BrokerClassPath.of(classPath).jars(), BrokerClassPath.current().jars());
    }

    private Path jar(String name) throws IOException {
        return Files.writeString(folder.resolve(name), "");
    }

    private static String join(Path... entries) {
        return String.join(File.pathSeparator, List.of(entries).stream().map(Path::toString).toList());
    }
}
