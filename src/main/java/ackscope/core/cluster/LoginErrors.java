package ackscope.core.cluster;

import static ackscope.core.cluster.AdminErrors.said;

import ackscope.core.cluster.AdminErrors.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.security.auth.login.AccountException;
import javax.security.auth.login.CredentialException;
import javax.security.auth.login.FailedLoginException;
import javax.security.auth.login.LoginException;

/**
 * A log-in that came to nothing before any broker heard of it, in words: because of how it is written down, or because somebody who was
 * asked refused it. The texts looked for are those of Kafka's client ({@code JaasConfig}, {@code JaasContext}, {@code AbstractLogin},
 * {@code KerberosLogin}) and of the JDK ({@code LoginContext}, {@code Krb5LoginModule}).
 */
final class LoginErrors {
    private static final Pattern NO_MODULE = Pattern.compile("No LoginModule found for (\\S+)");
    private static final String NO_PASSWORD = "being asked for a password";
    /** A KDC knows no such user (6), has locked it (18) or its password (23), or found the password wrong. */
    private static final Pattern KDC_REFUSED = Pattern.compile("\\((?:6|18|23|24|31)\\)|Checksum failed");

    private LoginErrors() {
    }

    /** Whether somebody who was asked refused the user or the secret, so that asking again the same way will not help. */
    static boolean refused(LoginException e) {
        if (TokenErrors.of(e).isPresent()) {
            return TokenErrors.refused(said(e));
        }
        return e instanceof FailedLoginException || e instanceof AccountException || e instanceof CredentialException
                || (byKerberos(e) && KDC_REFUSED.matcher(said(e)).find());
    }

    /**
     * Whether the same log-in had better wait before it is tried again, as the account might be locked: it was refused, or a login module
     * that is not known here failed and does not say why.
     */
    static boolean mayBeRefused(LoginException e) {
        String said = said(e);
        boolean known = TokenErrors.of(e).isPresent() || byKerberos(e) || NO_MODULE.matcher(said).find()
                || said.contains(NO_PASSWORD) || said.contains("\n") || byKafka(e);
        return refused(e) || !known;
    }

    /** What is wrong with a log-in; empty when none of these says it. */
    static Optional<Trouble> of(List<Throwable> causes) {
        return causes.stream().flatMap(cause -> of(cause).stream()).findFirst();
    }

    private static Optional<Trouble> of(Throwable cause) {
        String said = said(cause);
        if (cause instanceof LoginException e) {
            return Optional.of(TokenErrors.of(e).orElseGet(() -> module(e)));
        }
        if (said.contains("'KafkaClient' entry")) {
            return Optional.of(new Trouble("there is no log-in among the client properties",
                    "Add sasl.jaas.config with user and password."));
        }
        if (said.contains("No serviceName defined")) {
            return Optional.of(new Trouble("there is no sasl.kerberos.service.name among the client properties",
                    "Set it to the first part of the brokers' principals; most often that is kafka."));
        }
        return said.contains("JAAS") || said.startsWith("Login module ") || said.contains("allowed.login.modules")
                ? Optional.of(new Trouble("the log-in in sasl.jaas.config cannot be used (" + said + ")",
                        "Write it on one line, ended by a semicolon:"
                                + " org.apache.kafka.common.security.plain.PlainLoginModule required username=\"…\""
                                + " password=\"…\";"))
                : Optional.empty();
    }

    private static Trouble module(LoginException e) {
        // The login context puts the whole trace of what it did not expect into its message.
        String said = said(e).lines().findFirst().orElse("");
        if (refused(e)) {
            return new Trouble("the log-in was refused before any broker was asked (" + said + ")",
                    "Check the user and the password or key in sasl.jaas.config.");
        }
        Matcher missing = NO_MODULE.matcher(said);
        if (missing.find()) {
            return new Trouble("there is no login module " + missing.group(1),
                    "Correct the name at the beginning of sasl.jaas.config.");
        }
        if (said.contains(NO_PASSWORD)) {
            return new Trouble("the log-in needs a key or a password and finds none",
                    "Check the options in sasl.jaas.config: with a keyTab, that the file is there, can be read and holds"
                            + " this principal.");
        }
        return byKerberos(e)
                ? new Trouble("the log-in by Kerberos did not come about (" + said + ")",
                        "Check the realm in krb5.conf, and that its KDC can be reached from here.")
                : new Trouble("the log-in in sasl.jaas.config cannot be used (" + said + ")",
                        "Check the login module's name and its options there.");
    }

    /** Kafka's own modules ask nobody but a token endpoint. */
    private static boolean byKafka(LoginException e) {
        return e.getStackTrace().length > 0 && e.getStackTrace()[0].getClassName().startsWith("org.apache.kafka.");
    }

    private static boolean byKerberos(LoginException e) {
        return e.getCause() != null && e.getCause().getClass().getName().startsWith("sun.security.krb5.");
    }
}
