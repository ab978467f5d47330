package ackscope.core.settings;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The presets: those that come with the app, and a person's own in {@code presets.json} of the folder handed in. Passwords and keys are
 * never part of a preset. Every call reads or writes a small file, so none belongs on the FX thread; safe for any thread.
 */
public final class Presets {
    private static final String BUILT_IN = "/assets/presets/built-in.json";
    private static final ObjectMapper JSON = JsonMapper.builder().disable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;

    /** @param folder the user's own; made when something is first saved */
    public Presets(Path folder) {
        file = folder.resolve("presets.json");
    }

    /**
     * What there is to choose from.
     *
     * @param presets built-in ones first
     * @param notice  a sentence for a person when the file of own presets could not be read
     */
    public record Loaded(List<Preset> presets, Optional<String> notice) {
    }

    private record Entry(String name, String description, SortedMap<String, String> settings) {
        Preset toPreset(boolean builtIn) {
            return new Preset(Objects.requireNonNull(name, "a preset has no name"),
                    Objects.requireNonNullElse(description, ""),
                    builtIn,
                    ProducerSettings.of(Objects.requireNonNullElse(settings, java.util.Collections.emptySortedMap())));
        }
    }

    private record Content(int version, List<Entry> presets) {
    }

    /** Those that come with the app, the client's own defaults first. */
    public static List<Preset> builtIn() {
        try (InputStream in = Presets.class.getResourceAsStream(BUILT_IN)) {
            return presets(JSON.readValue(Objects.requireNonNull(in, BUILT_IN), Content.class), true);
        } catch (IOException e) {
            throw new IllegalStateException("the app's own presets cannot be read: " + BUILT_IN, e);
        }
    }

    /** All presets. A file that makes no sense is kept aside under another name, and the notice says so. */
    public synchronized Loaded load() {
        List<Preset> all = new ArrayList<>(builtIn());
        try {
            all.addAll(own());
            return new Loaded(List.copyOf(all), Optional.empty());
        } catch (IOException | RuntimeException e) {
            return new Loaded(List.copyOf(all), Optional.of(setAside(e)));
        }
    }

    /**
     * Keeps a preset of one's own, over one of the same name.
     *
     * @throws SettingsException when the name is taken by a built-in one, or the file cannot be written
     */
    public synchronized void save(Preset preset) {
        if (preset.name().isBlank()) {
            throw new SettingsException("The preset has no name yet. Give it one.");
        }
        if (builtIn().stream().anyMatch(p -> p.name().equalsIgnoreCase(preset.name().strip()))) {
            throw new SettingsException(
                    "\"" + preset.name().strip() + "\" is the name of a built-in preset. Choose another.");
        }
        List<Preset> own = ownOrSetAside();
        own.removeIf(p -> p.name().equalsIgnoreCase(preset.name().strip()));
        own.add(new Preset(preset.name().strip(), preset.description().strip(), false,
                preset.settings().withoutSecrets()));
        write(own);
    }

    /** Forgets one of a person's own presets. */
    public synchronized void delete(String name) {
        List<Preset> own = ownOrSetAside();
        if (own.removeIf(p -> p.name().equals(name))) {
            write(own);
        }
    }

    private List<Preset> ownOrSetAside() {
        try {
            return new ArrayList<>(own());
        } catch (IOException | RuntimeException e) {
            setAside(e);
            return new ArrayList<>();
        }
    }

    private List<Preset> own() throws IOException {
        try {
            return presets(JSON.readValue(Files.readString(file), Content.class), false);
        } catch (NoSuchFileException _) {
            return List.of();
        }
    }

    private static List<Preset> presets(Content content, boolean builtIn) {
        return Objects.requireNonNull(content.presets(), "no presets in the file").stream()
                .map(e -> e.toPreset(builtIn))
                .toList();
    }

    private void write(List<Preset> own) {
        List<Entry> entries = own.stream().map(p -> new Entry(p.name(), p.description(), p.settings().asMap()))
                .toList();
        try {
            SafeFile.write(file,
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(new Content(1, entries)) + "\n");
        } catch (IOException e) {
            throw new SettingsException("The presets could not be saved in " + file + ": " + SafeFile.reason(e)
                    + ". The one on screen still works; make room or allow writing there, then save again.", e);
        }
    }

    private String setAside(Exception cause) {
        String why = "Your own presets in " + file + " could not be read, so only the built-in ones are offered. ";
        if (cause instanceof IOException io && !(cause instanceof com.fasterxml.jackson.core.JacksonException)) {
            return why + "Reason: " + SafeFile.reason(io) + ".";
        }
        try {
            return why + "The damaged file is kept as " + SafeFile.setAside(file).getFileName() + ".";
        } catch (IOException e) {
            return why + "It could not be moved aside either: " + SafeFile.reason(e) + ".";
        }
    }

}
