package ackscope.core.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Where the app keeps its files, by the system's own rules (XDG base directories on Linux).
 *
 * @param config preferences and the person's own presets
 * @param data   runs, and the outbox
 * @param cache  what can be made again
 */
public record AppFolders(Path config, Path data, Path cache) {
    private static final String NAME = "ackscope";

    /**
     * The folders of this user.
     *
     * @param environment the process's environment
     * @param home        the user's home folder
     * @param system      {@code os.name}
     */
    public static AppFolders of(Map<String, String> environment, Path home, String system) {
        String os = system.toLowerCase(Locale.ROOT);
        if (os.contains("win")) {
            Path roaming = given(environment, "APPDATA", home.resolve("AppData/Roaming"));
            Path local = given(environment, "LOCALAPPDATA", home.resolve("AppData/Local"));
            return new AppFolders(roaming, local, local.resolve("cache"));
        }
        if (os.contains("mac")) {
            Path library = home.resolve("Library");
            return new AppFolders(library.resolve("Application Support").resolve(NAME),
                    library.resolve("Application Support").resolve(NAME),
                    library.resolve("Caches").resolve(NAME));
        }
        return new AppFolders(given(environment, "XDG_CONFIG_HOME", home.resolve(".config")),
                given(environment, "XDG_DATA_HOME", home.resolve(".local/share")),
                given(environment, "XDG_CACHE_HOME", home.resolve(".cache")));
    }

    /** The folders of the user who runs this process. */
    public static AppFolders ofThisUser() {
        return of(System.getenv(), Path.of(System.getProperty("user.home")), System.getProperty("os.name"));
    }

    private static Path given(Map<String, String> environment, String name, Path fallback) {
        String value = environment.getOrDefault(name, "");
        return (value.isEmpty() || !Path.of(value).isAbsolute() ? fallback : Path.of(value)).resolve(NAME);
    }

    /** What the circuit breaker turned away; shared by this user's processes and never pruned. */
    public Path outbox() {
        return data.resolve("outbox");
    }

    /** A new folder for the runs of this process. */
    public Path newRunsFolder(long nowMs) throws IOException {
        Path runs = data.resolve("runs");
        Files.createDirectories(runs);
        return Files.createTempDirectory(runs, nowMs + "-" + ProcessHandle.current().pid() + "-");
    }

    /** Removes older runs beyond the last {@code kept}, but none of a process that lives. Slow: not for the FX thread. */
    public void pruneRuns(int kept) throws IOException {
        OldFolders.prune(data.resolve("runs"), kept);
    }

    /** What is kept of runs that are over; apart from the folders that they work in, which are pruned. */
    public Path records() {
        return data.resolve("run-records");
    }

    /** What went wrong in the app itself. */
    public Path log() {
        return data.resolve("log").resolve("ackscope.log");
    }

    /** The person's own scenarios, one file each. */
    public Path scenarios() {
        return data.resolve("scenarios");
    }

    /** Folders of their own below one, for measuring: nothing of the person's is read or written. */
    public static AppFolders under(Path folder) {
        return new AppFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("cache"));
    }
}
