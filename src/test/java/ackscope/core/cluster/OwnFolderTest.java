package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class OwnFolderTest {
    private static final String ME = System.getProperty("user.name");

    @TempDir
    private Path shared;

    private static String rights(Path folder) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder));
    }

    @Test
    void itIsMadeForTheUserAloneAndFoundAgain() throws IOException {
        Path made = new OwnFolder(shared, ME).path();
        assertEquals(shared.resolve("ackscope-" + ME), made);
        assertEquals("rwx------", rights(made));
        assertEquals(made, new OwnFolder(shared, ME).path());
    }

    @Test
    void oneThatWasOpenToOthersIsClosed() throws IOException {
        Path open = Files.createDirectory(shared.resolve("ackscope-" + ME));
        Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertEquals(open, new OwnFolder(shared, ME).path());
        assertEquals("rwx------", rights(open));
    }

    @Test
    void aLinkThatSomebodyPutThereIsNotFollowed() throws IOException {
        Path elsewhere = Files.createDirectory(shared.resolve("elsewhere"));
        Path link = Files.createSymbolicLink(shared.resolve("ackscope-" + ME), elsewhere);
        Path made = new OwnFolder(shared, ME).path();
        assertNotEquals(link, made);
        assertTrue(Files.isDirectory(made));
        assertEquals("rwx------", rights(made));
    }
}
