package ackscope.core.cluster;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What differs between systems.
 *
 * @param os          {@code os.name}
 * @param environment the process's environment
 * @param home        the user's home folder
 */
record Host(String os, Map<String, String> environment, Path home) {

    static Host current() {
        return new Host(System.getProperty("os.name"), System.getenv(), Path.of(System.getProperty("user.home")));
    }

    boolean windows() {
        return os.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private boolean mac() {
        return os.toLowerCase(Locale.ROOT).startsWith("mac");
    }

    /** Where this app may keep what it can make again. */
    Path cacheFolder() {
        if (windows()) {
            return set("LOCALAPPDATA").orElse(home.resolve("AppData").resolve("Local")).resolve("ackscope")
                    .resolve("cache");
        }
        if (mac()) {
            return home.resolve("Library").resolve("Caches").resolve("ackscope");
        }
        return set("XDG_CACHE_HOME").orElse(home.resolve(".cache")).resolve("ackscope");
    }

    /** A folder named by the environment; the XDG specification says that a relative one is to be ignored. */
    private Optional<Path> set(String variable) {
        return Optional.ofNullable(environment.get(variable)).filter(v -> !v.isBlank()).map(Path::of)
                .filter(Path::isAbsolute);
    }

    /** The {@code java} program of a runtime. */
    Path java(Path javaHome) {
        return javaHome.resolve("bin").resolve(windows() ? "java.exe" : "java");
    }
}
