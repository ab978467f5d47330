package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HostTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();

    @Test
    void keepsCachesWhereEachSystemKeepsThem() {
        assertEquals(HOME.resolve(".cache/ackscope"), cache("Linux", Map.of()));
        assertEquals(HOME.resolve("Library/Caches/ackscope"), cache("Mac OS X", Map.of()));
        assertEquals(HOME.resolve("AppData/Local/ackscope/cache"), cache("Windows 11", Map.of()));
    }

    @Test
    void followsTheEnvironment() {
        Path elsewhere = Path.of("elsewhere").toAbsolutePath();
        assertEquals(elsewhere.resolve("ackscope"),
                cache("Linux", Map.of("XDG_CACHE_HOME", elsewhere.toString())));
        assertEquals(HOME.resolve(".cache/ackscope"), cache("Linux", Map.of("XDG_CACHE_HOME", "relative")));
    }

    private static Path cache(String os, Map<String, String> environment) {
        return new Host(os, environment, HOME).cacheFolder();
    }
}
