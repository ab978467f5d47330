package ackscope.core.cluster;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.util.HashMap;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What Kafka's clients throw, in words that say what to change: as thrown by the real client where it can be made to. */
final class AdminErrorsTest {
    @TempDir
    private Path folder;

    private static String made(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(properties);
        all.putIfAbsent("bootstrap.servers", "127.0.0.1:1");
        return AdminErrors.words(assertThrows(RuntimeException.class,
                () -> AdminClients.create(all, 100, 100).close()));
    }

    private static void says(String words, String... parts) {
        for (String part : parts) {
            assertTrue(words.contains(part), words);
        }
    }

    @Test
    void aClientThatCannotBeMadeSaysWhatToChange() throws IOException {
        says(made(Map.of("security.protocol", "SSL", "ssl.truststore.location", "/no/such.jks")),
                "there is no file /no/such.jks", "Correct the path");
        says(made(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN")), "no log-in", "sasl.jaas.config");
        says(made(Map.of("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.jaas.config", "user u")),
                "the log-in in sasl.jaas.config cannot be used", "semicolon");
        says(made(Map.of("bootstrap.servers", "no-such-host.invalid:9092")), "none of the bootstrap servers' names");
        Path pem = Files.writeString(folder.resolve("trust.pem"), "this is no certificate");
        says(made(Map.of("security.protocol", "SSL", "ssl.truststore.type", "PEM", "ssl.truststore.location",
                pem.toString())), "certificate or key cannot be read");
    }

    @Test
    void whatTlsRefusesIsToldApart() {
        Map<String, String> told = Map.of(
                "PKIX path building failed: unable to find valid certification path to requested target",
                "trust store",
                "No subject alternative DNS name matching kafka found.", "another name",
                "Received fatal alert: certificate_required", "ssl.keystore.location",
                "PKIX path validation failed: validity check failed", "out of date",
                "Unsupported or unrecognized SSL message", "does not speak TLS");
        told.forEach((said, words) -> says(AdminErrors.words(new SslAuthenticationException("SSL handshake failed",
                (SSLHandshakeException) new SSLHandshakeException(said).initCause(new CertificateException(said)))),
                words));
    }

    @Test
    void aMechanismThatTheClusterDoesNotTakeIsNamed() {
        says(AdminErrors.words(new UnsupportedSaslMechanismException("enabled mechanisms are [SCRAM-SHA-512]")),
                "SCRAM-SHA-512", "sasl.mechanism");
    }
}
