package ackscope.core.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.settings.SettingsFile.Note;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kafka's .properties files, in and out. */
final class SettingsFileTest {
    @TempDir
    Path folder;

    @Test
    void anythingWrittenIsReadBackTheSameByUsAndByTheJdk() throws IOException {
        Random random = new Random(11);
        String letters = "ab \\\t\n\r\f=:#!\u00e9\u4e2d\u0001\u2028\"'.,";
        for (int round = 0; round < 500; round++) {
            Map<String, String> map = new HashMap<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                map.put("k" + word(random, letters), word(random, letters));
            }
            Path file = folder.resolve("some.properties");
            SettingsFile.write(file, ProducerSettings.of(map), true);
            assertEquals(map, SettingsFile.read(file).settings().asMap());
            Properties jdk = new Properties();
            try (Reader in = Files.newBufferedReader(file)) {
                jdk.load(in);
            }
            assertEquals(map, jdk);
        }
    }

    @Test
    void badEntriesAreNamedByLine() {
        SettingsFile.Loaded loaded = SettingsFile.parse("""
                # a comment
                acks = all

                linger.ms = soon
                retries=1\\
                   0
                acks=1
                client.id=\\uXYZ
                =nothing
                group.id: g
                """);
        assertEquals(Map.of("acks", "1", "linger.ms", "soon", "retries", "10", "group.id", "g"),
                loaded.settings().asMap());
        assertEquals(List.of(new Note(4, "linger.ms does not take \"soon\", only at least 0"), new Note(7,
                "acks was set in line 2 already; this one counts"),
                new Note(8,
                        "left out, because \\u is not followed by four hexadecimal digits"),
                new Note(9,
                        "left out, because there is no name before the value"),
                new Note(10,
                        "the producer knows no setting group.id")),
                loaded.notes());
    }

    @Test
    void secretsAreWrittenOnlyWhenAsked() throws IOException {
        ProducerSettings settings = ProducerSettings.of(Map.of("acks", "all", "sasl.jaas.config", "s3cret"));
        Path file = folder.resolve("p.properties");
        SettingsFile.write(file, settings, false);
        assertTrue(
                !Files.readString(file).contains("s3cret") && Files.readString(file).contains("1 secret is left out"));
        SettingsFile.write(file, settings, true);
        assertEquals(settings, SettingsFile.read(file).settings());
    }

    @Test
    void aFileThatCannotBeReadIsSaid() throws IOException {
        assertTrue(assertThrows(SettingsException.class, () -> SettingsFile.read(folder.resolve("none"))).getMessage()
                .contains(
                        "no such file"));
        Path binary = Files.write(folder.resolve("binary"), new byte[]{(byte) 0xff, (byte) 0xfe, 0});
        assertTrue(
                assertThrows(SettingsException.class, () -> SettingsFile.read(binary)).getMessage().contains("UTF-8"));
    }

    private static String word(Random random, String letters) {
        StringBuilder word = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
