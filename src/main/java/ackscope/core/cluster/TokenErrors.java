package ackscope.core.cluster;

import ackscope.core.cluster.AdminErrors.Trouble;
import ackscope.core.secret.Secrets;
import java.util.List;
import java.util.Optional;
import javax.security.auth.login.LoginException;

/** A log-in by OAUTHBEARER that ended before any broker heard of it, in words. The texts looked for are those of Kafka's client. */
final class TokenErrors {
    private static final String ENDPOINT = "sasl.oauthbearer.token.endpoint.url";

    private static final String EXCEPTION = "Exception: ";

    private TokenErrors() {
    }

    /** What went wrong with the token; empty when the log-in was none by token. */
    static Optional<Trouble> of(LoginException e) {
        // The login context puts the whole trace of what it met into its message.
        String trace = Secrets.message(e);
        if (!trace.contains("oauthbearer")) {
            return Optional.empty();
        }
        String said = said(trace);
        return Optional.of(refused(trace)
                ? new Trouble("the token endpoint gave no token (" + said + ")",
                        "Check the client's id and secret in sasl.jaas.config, the scope, and " + ENDPOINT + ".")
                : new Trouble("no token could be had for the log-in (" + said + ")",
                        "Check " + ENDPOINT
                                + " and that it can be reached from here; for https its certificate has to be"
                                + " trusted."));
    }

    /** Whether it was a matter of who asked, so that asking again the same way will not help. */
    static boolean refused(String trace) {
        return List.of("400", "401", "403").stream().anyMatch(code -> trace.contains("response code " + code));
    }

    private static String said(String trace) {
        String first = trace.lines().findFirst().orElse("");
        int named = first.lastIndexOf(EXCEPTION);
        String words = named < 0 ? first : first.substring(named + EXCEPTION.length());
        return words.replace(
                " was encountered reading the token endpoint response; will not attempt further retries",
                "");
    }
}
