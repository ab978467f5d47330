package ackscope.core.settings;

import java.util.Locale;
import java.util.function.Consumer;

/** What {@code ProducerConfig} asks of a login, and what is missing for one. */
final class SaslRules implements Rule {
    private static final String MECHANISM = "sasl.mechanism";

    @Override
    public void check(Reading r, Consumer<Problem> found) {
        String protocol = r.text("security.protocol");
        if (!protocol.toUpperCase(Locale.ROOT).startsWith("SASL_")) {
            return;
        }
        if (r.text(MECHANISM).isEmpty()) {
            found.accept(Problem.error(MECHANISM, "With " + protocol
                    + " the client must know how to log in, by PLAIN or SCRAM-SHA-512 for example.",
                    Remedy.unset(MECHANISM)));
        } else if (!r.isSet("sasl.jaas.config") && System.getProperty("java.security.auth.login.config") == null) {
            found.accept(Problem.warning("security.protocol",
                    "There is no login here (sasl.jaas.config). Without one among the cluster's own properties the client"
                            + " cannot start."));
        }
    }
}
