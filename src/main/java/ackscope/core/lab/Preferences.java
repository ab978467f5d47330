package ackscope.core.lab;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;

/**
 * What the window remembers. Absent fields read as defaults, unknown ones are ignored, so that older and newer files load.
 *
 * @param version  of the file's format
 * @param theme    "light", "dark" or "system"
 * @param window   x, y, width, height in logical pixels, and 1 when maximized; empty before the first close
 * @param dividers positions of split panes by name, 0 to 1
 * @param settings producer settings as typed; no secrets
 * @param columns  widths of the result table's columns by title, logical pixels
 * @param options  what panels keep besides, by a dotted name of each panel's own; a panel passes over what it cannot read, so that an
 *                 option that was dropped or changed its meaning costs no more than itself
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Preferences(int version, String theme, List<Double> window, Map<String, List<Double>> dividers,
        Map<String, String> settings, Map<String, Double> columns, Map<String, String> options) {

    /** What a new user gets. */
    public static final Preferences DEFAULTS = new Preferences(1, "system", List.of(), Map.of(), Map.of(), Map.of(),
            Map.of());

    public Preferences {
        version = version == 0 ? 1 : version;
        theme = theme == null ? "system" : theme;
        window = window == null ? List.of() : List.copyOf(window);
        dividers = dividers == null ? Map.of() : Map.copyOf(dividers);
        settings = settings == null ? Map.of() : Map.copyOf(settings);
        columns = columns == null ? Map.of() : Map.copyOf(columns);
        options = options == null ? Map.of() : Map.copyOf(options);
    }
}
