package ackscope.bench;

import java.util.ArrayList;
import java.util.List;

/** JVM flags for a window: on the display that is there, or without one on JavaFX's headless platform. */
final class WindowFlags {
    private WindowFlags() {
    }

    static List<String> flags() {
        List<String> flags = new ArrayList<>(List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED"));
        if (!display()) {
            flags.addAll(List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        return flags;
    }

    /** Which of the two, for the report. */
    static String words() {
        return display() ? "on a display" : "headless platform, software rendering";
    }

    private static boolean display() {
        String display = System.getenv("DISPLAY");
        return !System.getProperty("os.name").contains("Linux") || (display != null && !display.isEmpty());
    }
}
