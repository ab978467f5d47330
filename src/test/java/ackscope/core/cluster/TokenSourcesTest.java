package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The properties of this JVM that tell Kafka's client which token endpoints and files it may use. */
final class TokenSourcesTest {
    private static final String URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";

    @TempDir
    private Path folder;
    private String urls;
    private String files;

    @BeforeEach
    void keep() {
        urls = System.getProperty(URLS, "");
        files = System.getProperty(FILES, "");
        System.setProperty(URLS, "https://given.example/token");
        System.clearProperty(FILES);
    }

    @AfterEach
    void restore() {
        System.setProperty(URLS, urls);
        System.setProperty(FILES, files);
    }

    private static void allow(Map<String, Object> properties) {
        Map<String, Object> all = new java.util.HashMap<>(properties);
        all.put("bootstrap.servers", "127.0.0.1:1");
        TokenSources.allow(all);
    }

    @Test
    void whatConnectionsNameIsAddedToWhatWasAllowed() {
        allow(Map.of("sasl.oauthbearer.token.endpoint.url", "https://a.example/token",
                "sasl.oauthbearer.jwks.endpoint.url", " https://a.example/keys "));
        allow(Map.of("sasl.oauthbearer.token.endpoint.url", "https://b.example/token"));
        allow(Map.of("sasl.oauthbearer.token.endpoint.url", "https://a.example/token"));

        assertEquals(
                "https://given.example/token,https://a.example/token,https://a.example/keys,https://b.example/token",
                System.getProperty(URLS));
    }

    @Test
    void filesAreAllowedByTheirWholePath() {
        allow(Map.of("sasl.oauthbearer.assertion.private.key.file", "key.pem"));

        assertEquals(new File("key.pem").getAbsolutePath(), System.getProperty(FILES));
    }

    @Test
    void aValueThatIsKeptElsewhereIsReadAsTheClientReadsIt() throws IOException {
        Path kept = Files.writeString(folder.resolve("kept.properties"), "url=https://kept.example/token\n");
        allow(Map.of("config.providers", "file", "config.providers.file.class",
                "org.apache.kafka.common.config.provider.FileConfigProvider", "sasl.oauthbearer.token.endpoint.url",
                "${file:" + kept + ":url}"));

        assertTrue(System.getProperty(URLS).endsWith(",https://kept.example/token"), System.getProperty(URLS));
    }

    @Test
    void whatCannotBeAllowedIsSaid() {
        String words = assertThrows(ConfigException.class,
                () -> allow(Map.of("sasl.oauthbearer.token.endpoint.url", "https://a.example/t?x=1,2"))).getMessage();

        assertTrue(words.contains("comma") && words.contains("%2C"), words);
        assertEquals("https://given.example/token", System.getProperty(URLS));
    }
}
