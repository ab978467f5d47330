package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AotCacheTest {
    @TempDir
    private Path folder;

    private AotCache cache(String jdk, List<String> flags, List<String> jars) {
        return AotCache.of(folder, jdk, flags, jars);
    }

    @Test
    void isNamedByEverythingItWasMadeFrom() {
        AotCache cache = cache("25.0.3", List.of("-Xmx1g"), List.of("a.jar 10 1", "b.jar 20 2"));

        assertEquals(cache, cache("25.0.3", List.of("-Xmx1g"), List.of("a.jar 10 1", "b.jar 20 2")));
        assertNotEquals(cache, cache("25.0.4", List.of("-Xmx1g"), List.of("a.jar 10 1", "b.jar 20 2")));
        assertNotEquals(cache, cache("25.0.3", List.of("-Xmx2g"), List.of("a.jar 10 1", "b.jar 20 2")));
        assertNotEquals(cache, cache("25.0.3", List.of("-Xmx1g"), List.of("a.jar 10 1", "b.jar 20 3")));
        assertNotEquals(cache, cache("25.0.3", List.of("-Xmx1g"), List.of("b.jar 20 2", "a.jar 10 1")));
        assertNotEquals(cache, cache("25.0.3", List.of("-Xmx1g", "a.jar 10 1"), List.of("b.jar 20 2")));
    }

    @Test
    void isUsedOnlyWhenItIsThere() throws IOException {
        AotCache cache = cache("25", List.of(), List.of());
        assertEquals(Optional.empty(), cache.ready());

        Files.writeString(cache.temporary(), "made");
        assertEquals(Optional.empty(), cache.ready());
        cache.take(cache.temporary());

        assertEquals(Optional.of(cache.file()), cache.ready());
        assertEquals("made", Files.readString(cache.file()));
    }

    @Test
    void aNewOneRemovesAllButTheLastUsed() throws IOException {
        AotCache old = made("21", 1_000);
        AotCache used = made("22", 2_000);
        AotCache older = made("23", 500);
        assertTrue(used.ready().isPresent());

        AotCache cache = cache("25", List.of(), List.of());
        Files.writeString(cache.temporary(), "new");
        cache.take(cache.temporary());

        assertTrue(Files.exists(cache.file()) && Files.exists(used.file()));
        assertTrue(Files.notExists(old.file()) && Files.notExists(older.file()));
    }

    @Test
    void whatACrashLeftUnfinishedIsRemovedToo() throws IOException {
        Path left = Files.writeString(folder.resolve("brokers-0123.aot.77.tmp"), "half");
        Files.setLastModifiedTime(left, FileTime.fromMillis(1_000));
        Path other = Files.writeString(folder.resolve("notes.tmp"), "not ours");
        Files.setLastModifiedTime(other, FileTime.fromMillis(1_000));

        AotCache cache = cache("25", List.of(), List.of());
        Files.writeString(cache.temporary(), "new");
        cache.take(cache.temporary());

        assertTrue(Files.notExists(left) && Files.exists(other));
    }

    @Test
    void nothingOfTheMakingStaysBehind() throws IOException {
        AotCache cache = cache("25", List.of(), List.of());
        Files.writeString(cache.temporary(), "new");
        cache.take(cache.temporary());

        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(cache.file()), files.toList());
        }
    }

    @Test
    void onePackagedIsTakenOnlyWhereItIsNamedAndThere() throws IOException {
        Path there = Files.writeString(folder.resolve("packaged.aot"), "made");

        assertEquals(Optional.of(new AotCache(there)), AotCache.shipped(Optional.of(there.toString())));
        assertEquals(Optional.empty(), AotCache.shipped(Optional.of(folder.resolve("missing.aot").toString())));
        assertEquals(Optional.empty(), AotCache.shipped(Optional.of(folder.toString())));
        assertEquals(Optional.empty(), AotCache.shipped(Optional.of("")));
        assertEquals(Optional.empty(), AotCache.shipped(Optional.empty()));
    }

    private AotCache made(String jdk, long timeMs) throws IOException {
        AotCache cache = cache(jdk, List.of(), List.of());
        Files.writeString(cache.file(), jdk);
        Files.setLastModifiedTime(cache.file(), FileTime.fromMillis(timeMs));
        return cache;
    }
}
