package ackscope.core.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
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
                .forEach((key, value) -> text.append(escaped(key, true)).append('=').append(escaped(value, false))
                        .append('\n'));
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
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i + 1;
            StringBuilder entry = new StringBuilder(lines[i]);
            if (isBlankOrComment(lines[i])) {
                continue;
            }
            while (continues(lines[i]) && i + 1 < lines.length) {
                entry.append('\n').append(lines[++i]);
            }
            read(entry.toString(), first, values, seen, notes);
        }
        return new Loaded(ProducerSettings.of(values), values.size(), List.copyOf(notes));
    }

    private static void read(String entry, int line, Map<String, String> values, Map<String, Integer> seen,
            List<Note> notes) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(entry));
        } catch (IOException | IllegalArgumentException _) {
            notes.add(new Note(line, "left out, because \\u is not followed by four hexadecimal digits"));
            return;
        }
        for (String key : one.stringPropertyNames()) {
            String value = one.getProperty(key);
            if (key.isBlank()) {
                notes.add(new Note(line, "left out, because there is no name before the value"));
                continue;
            }
            Integer earlier = seen.put(key, line);
            if (earlier != null) {
                notes.add(new Note(line, key + " was set in line " + earlier + " already; this one counts"));
            }
            values.put(key, value);
            ProducerSetting.named(key).ifPresentOrElse(
                    s -> s.refusal(value).ifPresent(_ -> notes.add(new Note(line, refusal(s, value)))),
                    () -> notes.add(new Note(line, "the producer knows no setting " + key)));
        }
    }

    private static String refusal(ProducerSetting setting, String value) {
        return setting.name() + " does not take " + (setting.secret() ? "this value" : "\"" + value + "\"")
                + (setting.allowed().isEmpty() ? "" : ", only " + setting.allowed());
    }

    private static boolean isBlankOrComment(String line) {
        String text = line.strip();
        return text.isEmpty() || text.startsWith("#") || text.startsWith("!");
    }

    private static boolean continues(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static String escaped(String text, boolean key) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                case '\f' -> out.append("\\f");
                case ' ' -> out.append(key || i == 0 ? "\\ " : " ");
                case '=', ':', '#', '!' -> out.append(key ? "\\" + c : String.valueOf(c));
                default -> out.append(c < ' ' || c == '\u0085' || c == '\u2028' || c == '\u2029'
                        ? String.format("\\u%04x", (int) c)
                        : String.valueOf(c));
            }
        }
        return out.toString();
    }
}
