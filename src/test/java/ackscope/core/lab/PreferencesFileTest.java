package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferencesFileTest {
    @TempDir
    private Path folder;
    private final List<String> trouble = new ArrayList<>();

    private PreferencesFile file() {
        return new PreferencesFile(folder.resolve("config"), trouble::add);
    }

    private Path path() throws IOException {
        return Files.createDirectories(folder.resolve("config")).resolve("preferences.json");
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        Preferences saved = new Preferences(1, "dark", List.of(1.0, 2.0, 1440.0, 900.0), Map.of("main", List.of(0.25)),
                Map.of("acks", "all"), Map.of("records.offset", 80.0), Map.of("alerts.notify", "false"));
        file().save(saved);
        assertEquals(saved, file().load());
        try (var files = Files.list(folder.resolve("config"))) {
            assertEquals(1, files.count(), "nothing is left beside it");
        }
        assertEquals(List.of(), trouble);
    }

    @Test
    void withoutAFileThereAreDefaultsAndNoFuss() {
        assertEquals(Preferences.DEFAULTS, file().load());
        assertEquals(List.of(), trouble);
    }

    @Test
    void fieldsThatAreUnknownOrAbsentDoNoHarm() throws IOException {
        Files.writeString(path(), "{\"theme\":\"light\",\"fromTheFuture\":{\"a\":1}}");
        assertEquals(new Preferences(1, "light", List.of(), Map.of(), Map.of(), Map.of(), Map.of()), file().load());
        assertEquals(List.of(), trouble);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{\"theme\":", "null", "[]", "{\"window\":[null]}", "{\"window\":\"wide\"}",
            "{\"options\":{\"a\":null}}",
            "\0\0\0\0"})
    void aDamagedFileIsKeptAsideAndSaidSo(String content) throws IOException {
        Files.writeString(path(), content);
        assertEquals(Preferences.DEFAULTS, file().load());
        assertEquals(content, Files.readString(path().resolveSibling("preferences.json.damaged")));
        assertFalse(Files.exists(path()));
        assertEquals(1, trouble.size());
        assertTrue(
                trouble.getFirst().contains("preferences.json.damaged")
                        && trouble.getFirst().contains("defaults are used"),
                trouble.getFirst());
        file().save(Preferences.DEFAULTS);
        assertEquals(Preferences.DEFAULTS, file().load());
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaidSoAndTheAppGoesOn() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        file().save(Preferences.DEFAULTS);
        assertEquals(1, trouble.size());
        assertTrue(trouble.getFirst().contains("could not be saved") && trouble.getFirst().contains("is in the way"),
                trouble.getFirst());
    }

    @Test
    void aSaveThatFailsLeavesTheOldFileAndNoHalfOne() throws IOException {
        Files.createDirectories(path().resolve("in-the-way"));
        file().save(Preferences.DEFAULTS);
        assertEquals(1, trouble.size());
        assertFalse(Files.exists(path().resolveSibling("preferences.json.new")));
        assertTrue(Files.isDirectory(path()));
    }
}
