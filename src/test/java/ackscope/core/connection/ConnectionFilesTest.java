package ackscope.core.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Connections on disk: kept whole, and secrets only where that was asked for. */
final class ConnectionFilesTest {
    private static final String SECRET = "hunter2";

    @TempDir
    private Path folder;

    private ConnectionFiles files() {
        return new ConnectionFiles(folder.resolve("config"));
    }

    private Path file(String name) {
        return folder.resolve("config").resolve(name);
    }

    static Connection connection(String id, boolean remember) {
        return new Connection(id, "Staging " + id, ConnectionColour.RED, "kafka:9093",
                new TreeMap<>(Map.of("security.protocol", "SASL_SSL", "sasl.jaas.config", "x password=" + SECRET + ";",
                        "ssl.key.password", SECRET, "sasl.oauthbearer.token.endpoint.url",
                        "https://app:" + SECRET + "@login.example.com/token")),
                "orders", remember, true);
    }

    @Test
    void nothingIsThereAtFirst() {
        assertEquals(new ConnectionFiles.Loaded(List.of(), List.of()), files().load());
    }

    @Test
    void secretsStayOutOfEveryFileUnlessTheyAreToBeRemembered() throws IOException {
        files().save(connection("a", false));
        Connection read = files().load().connections().getFirst();
        assertEquals("", read.properties().get("sasl.jaas.config"), "known to be missing");
        assertEquals("", read.properties().get("ssl.key.password"));
        assertEquals("", read.properties().get("sasl.oauthbearer.token.endpoint.url"));
        assertEquals("SASL_SSL", read.properties().get("security.protocol"));
        files().save(read);
        assertEquals(read, files().load().connections().getFirst(), "what is missing stays known as missing");
        assertEquals(Optional.empty(), holder());
    }

    private Optional<Path> holder() throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("config"))) {
            return all.filter(p -> {
                try {
                    return Files.readString(p).contains(SECRET);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }).findFirst();
        }
    }

    @Test
    void rememberedSecretsAreInAFileOfTheOwnersAlone() throws IOException {
        files().save(connection("a", true));
        assertEquals(connection("a", true), files().load().connections().getFirst());
        assertEquals(Optional.of(file("connection-secrets.json")), holder());
        Assumptions.assumeTrue(posix(), "no modes on this file system");
        assertEquals("rw-------", PosixFilePermissions
                .toString(Files.getPosixFilePermissions(file("connection-secrets.json"))));
    }

    private boolean posix() {
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void noLongerRememberedIsGone() throws IOException {
        files().save(connection("a", true));
        files().save(connection("b", true));
        files().save(connection("a", false));
        assertEquals(connection("b", true), files().load().connections().getLast());
        assertEquals("", files().load().connections().getFirst().properties().get("ssl.key.password"));
        files().delete("b");
        assertEquals(Optional.empty(), holder());
        assertFalse(Files.exists(file("connection-secrets.json")));
    }

    @Test
    void othersMayNotReadTheSecretsFileForLong() throws IOException {
        Assumptions.assumeTrue(posix(), "no modes on this file system");
        files().save(connection("a", true));
        Path secrets = file("connection-secrets.json");
        Files.setPosixFilePermissions(secrets, PosixFilePermissions.fromString("rw-r--r--"));
        ConnectionFiles.Loaded loaded = files().load();
        assertTrue(loaded.notices().getFirst().contains("Others could read"), loaded.notices()::toString);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secrets)));
        assertEquals(connection("a", true), loaded.connections().getFirst());
    }

    @Test
    void damagedFilesAreSetAsideAndToldWithoutWhatIsInThem() throws IOException {
        Random random = new Random(3);
        files().save(connection("a", true));
        String good = Files.readString(file("connections.json"));
        String goodSecrets = Files.readString(file("connection-secrets.json"));
        for (int round = 0; round < 60; round++) {
            boolean secrets = random.nextBoolean();
            Path hit = file(secrets ? "connection-secrets.json" : "connections.json");
            String whole = secrets ? goodSecrets : good;
            Files.writeString(file("connections.json"), good);
            Files.writeString(file("connection-secrets.json"), goodSecrets);
            String cut = whole.substring(0, random.nextInt(whole.length() - 2));
            Files.writeString(hit, cut);
            ConnectionFiles.Loaded loaded = files().load();
            assertEquals(1, loaded.notices().stream()
                    .filter(n -> n.contains(hit.toString()) && n.contains("could not be read")).count(),
                    loaded.notices()::toString);
            assertFalse(loaded.notices().toString().contains(SECRET), loaded.notices()::toString);
            assertEquals(secrets ? 1 : 0, loaded.connections().size());
            assertTrue(kept(cut), "the damaged text is still there");
        }
    }

    @Test
    void damagedSecretsAreKnownUntilTheyAreDeleted() throws IOException {
        assertEquals(List.of(), files().damagedSecrets(), "not even the folder is there");
        files().save(connection("a", true));
        Path secrets = file("connection-secrets.json");
        for (int n = 0; n < 2; n++) {
            Files.writeString(secrets, "{\"version\":1,\"secrets\":{\"a\":{\"ssl.key.password\":\"" + SECRET);
            files().load();
        }
        files().save(connection("a", false));
        files().delete("a");
        assertEquals(List.of(file("connection-secrets.json.damaged"), file("connection-secrets.json.damaged-2")),
                files().damagedSecrets());
        files().deleteDamagedSecrets(files().damagedSecrets());
        assertEquals(List.of(), files().damagedSecrets());
        assertEquals(Optional.empty(), holder());
    }

    private boolean kept(String text) throws IOException {
        try (Stream<Path> all = Files.list(folder.resolve("config"))) {
            return all.filter(p -> p.getFileName().toString().contains(".damaged")).anyMatch(p -> {
                try {
                    return Files.readString(p).equals(text);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
        }
    }

    @Test
    void aFileOfANewerAppIsNotWrittenOver() throws IOException {
        Files.createDirectories(folder.resolve("config"));
        Files.writeString(file("connections.json"), "{\"version\":99,\"connections\":[]}");
        List<String> notices = files().save(connection("a", false));
        assertTrue(notices.getFirst().contains("newer"), notices::toString);
        assertTrue(kept("{\"version\":99,\"connections\":[]}"));
        assertEquals(1, files().load().connections().size());
    }

    @Test
    void whatCannotBeWrittenIsSaidAndNothingElseIsTouched() throws IOException {
        Files.writeString(folder.resolve("config"), "a file where the folder should be");
        for (boolean remember : new boolean[]{false, true}) {
            ConnectionException e = assertThrows(ConnectionException.class,
                    () -> files().save(connection("b", remember)));
            assertTrue(e.getMessage().contains("nothing is saved"), e::getMessage);
            assertFalse(e.getMessage().contains(SECRET), e::getMessage);
        }
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("config")), all.toList());
        }
    }

    @Test
    void aConnectionNeverSpellsItsSecrets() {
        assertFalse(connection("a", true).toString().contains(SECRET));
    }
}
