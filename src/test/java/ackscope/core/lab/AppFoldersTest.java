package ackscope.core.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppFoldersTest {
    private static final Path HOME = Path.of("/home/ada");
    @TempDir
    private Path folder;

    @Test
    void linuxFollowsTheXdgDirectories() {
        assertEquals(
                new AppFolders(HOME.resolve(".config/ackscope"), HOME.resolve(".local/share/ackscope"),
                        HOME.resolve(".cache/ackscope")),
                AppFolders.of(Map.of(), HOME, "Linux"));
        assertEquals(new AppFolders(Path.of("/c/ackscope"), Path.of("/d/ackscope"), Path.of("/e/ackscope")),
                AppFolders.of(Map.of("XDG_CONFIG_HOME", "/c", "XDG_DATA_HOME", "/d", "XDG_CACHE_HOME", "/e"), HOME,
                        "Linux"));
    }

    @Test
    void aRelativeOrEmptyDirectoryIsIgnoredAsXdgAsks() {
        assertEquals(AppFolders.of(Map.of(), HOME, "Linux"),
                AppFolders.of(Map.of("XDG_CONFIG_HOME", "here", "XDG_DATA_HOME", ""), HOME, "Linux"));
    }

    @Test
    void windowsAndMacHaveTheirOwnPlaces() {
        AppFolders windows = AppFolders.of(Map.of("APPDATA", "/roaming", "LOCALAPPDATA", "/local"), HOME, "Windows 11");
        assertEquals(new AppFolders(Path.of("/roaming/ackscope"), Path.of("/local/ackscope"),
                Path.of("/local/ackscope/cache")), windows);
        assertEquals(HOME.resolve("AppData/Roaming/ackscope"),
                AppFolders.of(Map.of("APPDATA", ""), HOME, "Windows 11").config());
        assertEquals(HOME.resolve("Library/Caches/ackscope"), AppFolders.of(Map.of(), HOME, "Mac OS X").cache());
    }

    @Test
    void oldRunsGoSaveTheLatestAndThoseOfALivingProcess() throws IOException {
        AppFolders folders = AppFolders.under(folder);
        Path runs = folders.data().resolve("runs");
        long nobody = Long.MAX_VALUE;
        for (long at = 1001; at < 1006; at++) {
            Path old = Files.createDirectories(runs.resolve(at + "-" + nobody + "-x"));
            Files.writeString(old.resolve("ledger-0000"), "x");
        }
        Path mine = folders.newRunsFolder(1000);
        folders.pruneRuns(2);
        try (Stream<Path> all = Files.list(runs)) {
            assertEquals(Set.of(mine.getFileName().toString(), "1005-" + nobody + "-x", "1004-" + nobody + "-x"),
                    all.map(p -> p.getFileName().toString()).collect(Collectors.toSet()));
        }
    }
}
