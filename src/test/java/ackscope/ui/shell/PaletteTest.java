package ackscope.ui.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.connection.ConnectionColour;
import ackscope.ui.base.Assets;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two palettes: the same names, and text that can be read on what it is put on. */
class PaletteTest {
    private static final Pattern COLOUR = Pattern.compile("(-(?:ack|color)-[a-z-]+):\\s*([^;]+);");

    @Test
    void bothPalettesDefineTheSameNames() {
        assertEquals(palette("light").keySet(), palette("dark").keySet());
    }

    @ParameterizedTest
    @CsvSource({"light,#ffffff,#f6f8fa", "dark,#0d1117,#161b22"})
    void textIsReadableOnEveryFillItIsUsedOn(String theme, String page, String raised) {
        Map<String, Color> palette = palette(theme);
        for (String outcome : new String[]{"acked", "retrying", "failed", "unknown"}) {
            Color text = palette.get("-ack-" + outcome);
            readable(theme + " " + outcome + " on the page", text, Color.web(page));
            readable(theme + " " + outcome + " on a raised surface", text, Color.web(raised));
            readable(theme + " " + outcome + " on its own tint", text, palette.get("-ack-" + outcome + "-muted"));
            readable(theme + " " + outcome + " on a selected row", text, palette.get("-ack-select"));
        }
        readable(theme + " badge", palette.get("-ack-fault-text"), palette.get("-ack-fault-fill"));
        for (ConnectionColour colour : ConnectionColour.values()) {
            readable(theme + " frame of a cluster", palette.get("-ack-cluster-text"),
                    palette.get("-ack-cluster-" + colour.word()));
        }
        readable(theme + " heading", palette.get("-ack-fg-emphasis"), palette.get("-ack-select"));
    }

    private static void readable(String what, Color text, Color fill) {
        double a = luminance(text) + 0.05;
        double b = luminance(fill) + 0.05;
        double contrast = Math.max(a, b) / Math.min(a, b);
        assertTrue(contrast >= 4.5, () -> what + ": contrast is " + contrast);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double v) {
        return v <= 0.04045 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> palette(String theme) {
        try (InputStream in = Assets.open("css/" + theme + ".css")) {
            Matcher m = COLOUR.matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            Map<String, Color> found = new TreeMap<>();
            while (m.find()) {
                found.put(m.group(1), Color.web(m.group(2).strip()));
            }
            return found;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
