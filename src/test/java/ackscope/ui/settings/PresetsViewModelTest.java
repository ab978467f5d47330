package ackscope.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.Preset;
import ackscope.core.settings.Presets;
import ackscope.core.settings.ProducerSettings;
import ackscope.ui.base.Background;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Presets and files without a window. */
final class PresetsViewModelTest {
    @TempDir
    Path folder;

    @Test
    void aSavedPresetIsOfferedAndHandedOn() {
        PresetsViewModel model = model();
        List<Preset> saved = new ArrayList<>();
        model.save(" Mine ", "for me", ProducerSettings.DEFAULTS.with("linger.ms", "9").with("ssl.key.password", "s"),
                saved::add);
        assertEquals("Mine", model.all().getLast().name());
        assertEquals(model.all().getLast(), saved.getFirst());
        assertEquals("Preset Mine is saved, without passwords and keys.", model.messageProperty().get());
        model.delete(saved.getFirst());
        assertEquals(Presets.builtIn(), model.all());
    }

    @Test
    void aNameThatIsTakenIsSaidInWords() {
        PresetsViewModel model = model();
        model.save("Safe", "", ProducerSettings.DEFAULTS, _ -> {
            throw new AssertionError("saved");
        });
        assertTrue(model.messageProperty().get().contains("built-in preset"), model.messageProperty().get());
    }

    @Test
    void aFileGoesOutAndIn() {
        PresetsViewModel model = model();
        ProducerSettings settings = ProducerSettings.DEFAULTS.with("linger.ms", "9");
        Path file = folder.resolve("p.properties");
        model.write(file, settings, false);
        List<ProducerSettings> loaded = new ArrayList<>();
        model.load(file, loaded::add);
        assertEquals(List.of(settings), loaded);
        assertEquals("1 setting loaded from p.properties.", model.messageProperty().get());
    }

    @Test
    void oddLinesAreSaidWithTheirNumber() throws IOException {
        PresetsViewModel model = model();
        model.load(Files.writeString(folder.resolve("p.properties"), "acks=all\nlinger.ms=soon\n"), _ -> {
        });
        assertTrue(model.messageProperty().get().contains("line 2: linger.ms does not take"),
                model.messageProperty().get());
    }

    @Test
    void aMissingFileIsSaid() {
        PresetsViewModel model = model();
        model.load(folder.resolve("none.properties"), _ -> {
            throw new AssertionError("loaded");
        });
        assertTrue(model.messageProperty().get().contains("could not be read: there is no such file"));
    }

    @Test
    void aDamagedPresetsFileIsSaidAtTheStart() throws IOException {
        Files.writeString(folder.resolve("presets.json"), "?");
        assertTrue(model().messageProperty().get().contains("kept as presets.json.damaged"));
    }

    private PresetsViewModel model() {
        return new PresetsViewModel(new Presets(folder), Background.sameThread());
    }
}
