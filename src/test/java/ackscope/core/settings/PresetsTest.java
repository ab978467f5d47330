package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets that come with the app, and a person's own. */
final class PresetsTest {
    @TempDir
    Path folder;

    @Test
    void builtInPresetsHaveNoProblemAndSayWhenToUseThem() {
        List<Preset> builtIn = Presets.builtIn();
        assertEquals(8, builtIn.size());
        assertEquals(ProducerSettings.DEFAULTS, builtIn.getFirst().settings());
        for (Preset preset : builtIn) {
            assertEquals(List.of(),
                    new SettingsRules().check(preset.settings()).stream().filter(p -> !preset.name().startsWith(
                            "Ordered") || p.isError()).toList(),
                    preset.name());
            assertTrue(preset.description().length() > 40, preset.name());
        }
    }

    @Test
    void anOwnPresetIsThereAfterARestartWithoutItsSecrets() {
        ProducerSettings settings = ProducerSettings.of(Map.of("linger.ms", "9", "ssl.key.password", "s3cret"));
        new Presets(folder).save(new Preset("Mine", "for me", false, settings));
        Presets.Loaded loaded = new Presets(folder).load();
        assertEquals(new Preset("Mine", "for me", false, settings.without("ssl.key.password")),
                loaded.presets().getLast());
        assertEquals(Optional.empty(), loaded.notice());
    }

    @Test
    void savingUnderTheSameNameReplacesAndDeletingForgets() {
        Presets presets = new Presets(folder);
        presets.save(new Preset("Mine", "", false, ProducerSettings.DEFAULTS));
        presets.save(new Preset("mine", "new", false, ProducerSettings.DEFAULTS.with("acks", "1")));
        assertEquals(Presets.builtIn().size() + 1, presets.load().presets().size());
        presets.delete("mine");
        assertEquals(Presets.builtIn(), presets.load().presets());
    }

    @Test
    void aDamagedFileIsKeptAsideAndSaidSo() throws IOException {
        Path file = Files.writeString(folder.resolve("presets.json"), "{ not json");
        Presets.Loaded loaded = new Presets(folder).load();
        assertEquals(Presets.builtIn(), loaded.presets());
        assertTrue(loaded.notice().orElseThrow().contains("presets.json.damaged"), loaded.notice()::toString);
        assertEquals("{ not json", Files.readString(folder.resolve("presets.json.damaged")));
        assertFalse(Files.exists(file));
        assertEquals(Optional.empty(), new Presets(folder).load().notice());
    }

    @Test
    void aFileWithoutPresetsIsDamagedToo() throws IOException {
        Files.writeString(folder.resolve("presets.json"),
                "{\"presets\":[{\"name\":\"x\",\"settings\":{\"acks\":null}}]}");
        assertTrue(new Presets(folder).load().notice().isPresent());
        Files.writeString(folder.resolve("presets.json"), "");
        assertTrue(new Presets(folder).load().notice().isPresent());
        assertTrue(Files.exists(folder.resolve("presets.json.damaged-2")));
    }

    @Test
    void theNameOfABuiltInPresetIsTaken() {
        SettingsException e = assertThrows(SettingsException.class,
                () -> new Presets(folder).save(new Preset("safe", "",
                        false, ProducerSettings.DEFAULTS)));
        assertTrue(e.getMessage().contains("Choose another"));
    }

    @Test
    void aFolderThatCannotBeWrittenIsSaid() throws IOException {
        Path inTheWay = Files.writeString(folder.resolve("file"), "");
        SettingsException e = assertThrows(SettingsException.class,
                () -> new Presets(inTheWay).save(new Preset("Mine", "",
                        false, ProducerSettings.DEFAULTS)));
        assertTrue(e.getMessage().contains("could not be saved"), e.getMessage());
        assertEquals(List.of("file"), List.of(folder.toFile().list()));
    }
}
