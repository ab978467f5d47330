package ackscope.core.settings;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Kafka's {@code .properties} files, in UTF-8: settings in and out. */
public final class SettingsFile {
    private SettingsFile() {
    }

    /**
     * What was read.
     *
     * @param entries how many settings
     * @param notes   what is odd, each with its line
     */
    public record Loaded(ProducerSettings settings, int entries, List<Note> notes) {
    }

    /** Something odd in a line, counted from 1. */
    public record Note(int line, String message) {
        @Override
        public String toString() {
            return "line " + line + ": " + message;
        }
    }

    /**
     * Reads settings. An entry that is no entry is left out, and one that the client would refuse is kept, so that it can be put right on
     * screen; both are noted.
     *
     * @throws SettingsException when the file cannot be read
     */
    public static Loaded read(Path file) {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new SettingsException(file + " is not a text file in UTF-8, so nothing was loaded.", e);
        } catch (IOException e) {
            throw new SettingsException(file + " could not be read: " + SafeFile.reason(e) + ".", e);
        }
        return parse(text);
    }

    /**
     * Writes what was typed.
     *
     * @param withSecrets whether passwords and keys go into the file, in the open
     * @throws SettingsException when the file cannot be written
     */
    public static void write(Path file, ProducerSettings settings, boolean withSecrets) {
        ProducerSettings written = withSecrets ? settings : settings.withoutSecrets();
        StringBuilder text = new StringBuilder("# Kafka producer settings, written by Ackscope\n");
        written.asMap()
                .forEach((key, value) -> text.append(PropertiesText.line(key, value)).append('\n'));
        int left = settings.asMap().size() - written.asMap().size();
        if (left > 0) {
            text.append("# ").append(left).append(left == 1 ? " secret is" : " secrets are").append(" left out\n");
        }
        try {
            SafeFile.write(file, text.toString());
        } catch (IOException e) {
            throw new SettingsException(
                    "The settings could not be written to " + file + ": " + SafeFile.reason(e) + ".", e);
        }
    }

    static Loaded parse(String text) {
        Map<String, String> values = new TreeMap<>();
        Map<String, Integer> seen = new HashMap<>();
        List<Note> notes = new ArrayList<>();
        for (PropertiesText.Line line : PropertiesText.lines(text)) {
            switch (line) {
                case PropertiesText.Broken broken ->
                    notes.add(new Note(broken.number(), "left out, because " + broken.why()));
                case PropertiesText.Entry entry -> take(entry, values, seen, notes);
            }
        }
        return new Loaded(ProducerSettings.of(values), values.size(), List.copyOf(notes));
    }

    private static void take(PropertiesText.Entry entry, Map<String, String> values, Map<String, Integer> seen,
            List<Note> notes) {
        int line = entry.number();
        Integer earlier = seen.put(entry.key(), line);
        if (earlier != null) {
            notes.add(new Note(line, entry.key() + " was set in line " + earlier + " already; this one counts"));
        }
        values.put(entry.key(), entry.value());
        ProducerSetting.named(entry.key()).ifPresentOrElse(
                s -> s.refusal(entry.value()).ifPresent(_ -> notes.add(new Note(line, s.name() + " "
                        + s.wants(entry.value())))),
                () -> notes.add(new Note(line, "the producer knows no setting " + entry.key())));
    }
}
