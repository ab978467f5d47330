package ackscope.core.cluster;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.config.types.Password;
import org.apache.kafka.common.security.JaasContext;
import org.apache.kafka.common.security.plain.PlainLoginModule;
import org.apache.kafka.common.security.scram.ScramLoginModule;

/**
 * Finds a log-in by user and password that lacks one of them. Kafka's client takes it, cannot make a connection with it, and goes on trying
 * until the time is over, so that it would look like a cluster that does not answer ({@code SaslClientAuthenticator}). Any thread.
 */
final class Logins {
    private static final String JAAS = "sasl.jaas.config";
    private static final List<String> OURS = List.of(PlainLoginModule.class.getName(),
            ScramLoginModule.class.getName());

    private Logins() {
    }

    /**
     * Looks at a client's properties; what the client itself refuses is left to it.
     *
     * @throws ConfigException when the user or the password is missing
     */
    static void check(Map<String, Object> clientProperties) {
        String protocol = String.valueOf(clientProperties.get("security.protocol")).toUpperCase(Locale.ROOT);
        if (!protocol.startsWith("SASL_") || !clientProperties.containsKey(JAAS)
                || clientProperties.containsKey("sasl.client.callback.handler.class")) {
            return;
        }
        for (AppConfigurationEntry entry : entries(ClientValues.read(clientProperties).get(JAAS))) {
            for (String option : List.of("username", "password")) {
                if (OURS.contains(entry.getLoginModuleName()) && entry.getOptions().get(option) == null) {
                    throw new ConfigException(JAAS + " has no " + option);
                }
            }
        }
    }

    private static List<AppConfigurationEntry> entries(String jaas) {
        try {
            return JaasContext.loadClientContext(Map.of(JAAS, new Password(jaas))).configurationEntries();
        } catch (IllegalArgumentException _) {
            // The client will say so.
            return List.of();
        }
    }
}
