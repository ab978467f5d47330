package ackscope.core.settings;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** The text of a {@code .properties} file, entry by entry, by the rules of {@link Properties} and with the lines that they begin in. */
public final class PropertiesText {
    private PropertiesText() {
    }

    /** What begins in a line. */
    public sealed interface Line permits Entry, Broken {
        /** Counted from 1. */
        int number();
    }

    /** A setting; its value may be empty. */
    public record Entry(int number, String key, String value) implements Line {
        /** Without the value, which may be a password. */
        @Override
        public String toString() {
            return number + ": " + key;
        }
    }

    /**
     * Something that is no setting.
     *
     * @param why in words, to follow "because"
     */
    public record Broken(int number, String why) implements Line {
    }

    /** Everything in a text that is neither blank nor a comment. */
    public static List<Line> lines(String text) {
        List<Line> found = new ArrayList<>();
        String[] lines = text.split("\\R", -1);
        for (int i = 0; i < lines.length; i++) {
            int first = i + 1;
            if (isBlankOrComment(lines[i])) {
                continue;
            }
            StringBuilder entry = new StringBuilder(lines[i]);
            while (continues(lines[i]) && i + 1 < lines.length) {
                entry.append('\n').append(lines[++i]);
            }
            read(entry.toString(), first, found);
        }
        return List.copyOf(found);
    }

    private static void read(String entry, int line, List<Line> found) {
        Properties one = new Properties();
        try {
            one.load(new StringReader(entry));
        } catch (IOException | IllegalArgumentException _) {
            found.add(new Broken(line, "\\u is not followed by four hexadecimal digits"));
            return;
        }
        for (String key : one.stringPropertyNames()) {
            found.add(key.isBlank()
                    ? new Broken(line, "there is no name before the value")
                    : new Entry(line, key, one.getProperty(key)));
        }
    }

    /** An entry as it stands in a file, without a line end. */
    public static String line(String key, String value) {
        return escaped(key, true) + "=" + escaped(value, false);
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
