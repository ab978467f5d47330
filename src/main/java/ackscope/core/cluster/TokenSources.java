package ackscope.core.cluster;

import java.io.File;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.config.ConfigException;

/**
 * Where OAUTHBEARER takes tokens from. Kafka's client asks no address and reads no file for them that two properties of the JVM do not
 * name ({@code ConfigurationUtils}; they are meant for servers that are configured by strangers). Here the person at the window chose
 * them, so they are added to what these properties hold already. Any thread.
 */
final class TokenSources {
    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";
    private static final String ALLOWED_FILES = "org.apache.kafka.sasl.oauthbearer.allowed.files";
    private static final String PREFIX = "sasl.oauthbearer.";
    private static final List<String> URLS = List.of(PREFIX + "token.endpoint.url", PREFIX + "jwks.endpoint.url");
    private static final List<String> FILES = List.of(PREFIX + "assertion.file", PREFIX + "assertion.private.key.file",
            PREFIX + "assertion.template.file");

    private TokenSources() {
    }

    /**
     * Allows what a client's properties name.
     *
     * @throws ConfigException when one cannot be named in such a property
     */
    static void allow(Map<String, Object> clientProperties) {
        if (clientProperties.keySet().stream().noneMatch(name -> name.startsWith(PREFIX))) {
            return;
        }
        Map<String, String> values = ClientValues.read(clientProperties);
        URLS.forEach(name -> add(ALLOWED_URLS, name, values.getOrDefault(name, "").strip()));
        for (String name : FILES) {
            String file = values.getOrDefault(name, "").strip();
            add(ALLOWED_FILES, name, file.isEmpty() ? "" : new File(file).getAbsolutePath());
        }
    }

    private static synchronized void add(String property, String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        if (value.contains(",")) {
            throw new ConfigException(name + " has a comma, and Kafka's client can be allowed nothing with one. "
                    + (property.equals(ALLOWED_URLS) ? "Write it as %2C" : "Use a file whose path has none"));
        }
        Set<String> all = new LinkedHashSet<>();
        for (String allowed : System.getProperty(property, "").split(",", -1)) {
            if (!allowed.isBlank()) {
                all.add(allowed.strip());
            }
        }
        if (all.add(value)) {
            System.setProperty(property, String.join(",", all));
        }
    }
}
