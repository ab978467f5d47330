package ackscope;

import java.util.List;

/** How the app's own JVM is started: the heap's bound, and leave for JavaFX to load its libraries. The pom says the same for `mvn`. */
final class JvmFlags {
    static final List<String> APP = List.of("-Xmx512m", "--enable-native-access=ALL-UNNAMED");

    private JvmFlags() {
    }
}
