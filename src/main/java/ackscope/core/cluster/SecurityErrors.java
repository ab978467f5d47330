package ackscope.core.cluster;

import static ackscope.core.cluster.AdminErrors.said;

import ackscope.core.cluster.AdminErrors.Trouble;
import java.nio.file.NoSuchFileException;
import java.security.UnrecoverableKeyException;
import java.security.cert.CertificateException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.security.auth.login.LoginException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.IllegalSaslStateException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/** What Kafka's clients throw about TLS and log-ins, in words. The texts looked for are those of the JDK's TLS and of Kafka's clients. */
final class SecurityErrors {
    private SecurityErrors() {
    }

    /** Who is at the other end was not believed, or did not believe us. */
    static Trouble refused(AuthenticationException e) {
        return switch (e) {
            case SslAuthenticationException tls -> tls(tls);
            case UnsupportedSaslMechanismException m -> new Trouble(
                    "the cluster does not take this way of logging in (" + said(m) + ")",
                    "Set sasl.mechanism to one that it takes.");
            case IllegalSaslStateException _ -> new Trouble("this port takes no log-ins",
                    "Set security.protocol to PLAINTEXT, or to SSL where it is encrypted; or use the port of the listener"
                            + " that logs in.");
            case SaslAuthenticationException s -> new Trouble("the cluster did not accept the log-in (" + said(s) + ")",
                    "Check sasl.mechanism, and user and password in sasl.jaas.config.");
            default -> new Trouble("the cluster did not accept the log-in (" + said(e) + ")",
                    "Check the security settings.");
        };
    }

    private static Trouble tls(SslAuthenticationException e) {
        List<String> all = causes(e).map(AdminErrors::said).toList();
        String deepest = all.getLast();
        String text = String.join(" ", all).toLowerCase(Locale.ROOT);
        if (text.contains("unable to find valid certification path")) {
            return new Trouble("the broker's certificate is not trusted (" + deepest + ")",
                    "Put the authority that signed it into the trust store: ssl.truststore.location, with"
                            + " ssl.truststore.type=PEM for a .pem file.");
        }
        if (text.contains("expired") || text.contains("validity check failed")) {
            return new Trouble("a certificate is out of date (" + deepest + ")",
                    "Renew it, or set this machine's clock right.");
        }
        if (text.contains("subject alternative") || text.contains("no name matching")) {
            return new Trouble("the broker's certificate is for another name (" + deepest + ")",
                    "Use a name in the bootstrap servers that the certificate holds.");
        }
        // A client that has none for the authorities that the broker named sends none, whatever its key store holds.
        if (text.contains("certificate_required")) {
            return new Trouble("the broker wants a certificate of this client and got none (" + deepest + ")",
                    "Give one by ssl.keystore.location and ssl.keystore.password. If they are given, the certificate"
                            + " there is of an authority that the broker does not take.");
        }
        if (text.contains("bad_certificate")
                || text.contains("unknown_ca") || text.contains("certificate_unknown")) {
            return new Trouble("the broker did not accept this client's certificate (" + deepest + ")",
                    "Give one that the cluster trusts: ssl.keystore.location and its password.");
        }
        if (text.contains("unrecognized ssl message") || text.contains("plaintext connection")) {
            return new Trouble("this port does not speak TLS",
                    "Set security.protocol to PLAINTEXT or SASL_PLAINTEXT, or use the port of the encrypted listener.");
        }
        if (text.contains("handshake_failure")) {
            return new Trouble("the TLS handshake failed (" + deepest + ")",
                    "By TLS 1.2 a broker says so that wants a certificate of this client and gets none: give one by"
                            + " ssl.keystore.location. Else compare ssl.enabled.protocols and ssl.cipher.suites with the"
                            + " broker's.");
        }
        return new Trouble("the TLS handshake failed (" + deepest + ")",
                "Check the trust store, the key store and the host name.");
    }

    /**
     * Whether a log-in was or may have been refused, so that another with the same words would be, too, and might lock the account. One that is written
     * down wrong was not: nobody has heard of it.
     */
    static boolean login(Throwable thrown) {
        return causes(thrown).anyMatch(cause -> cause instanceof SaslAuthenticationException
                || (cause instanceof LoginException login && LoginErrors.mayBeRefused(login)));
    }

    /** What keeps a client from being made; empty when it is something else. */
    static Optional<Trouble> unusable(Throwable thrown) {
        List<Throwable> all = causes(thrown).toList();
        // First, as the trace in such a message may name anything.
        Optional<Trouble> login = all.stream().anyMatch(LoginException.class::isInstance)
                ? LoginErrors.of(all)
                : Optional.empty();
        if (login.isPresent()) {
            return login;
        }
        for (Throwable cause : all) {
            if (cause instanceof NoSuchFileException file) {
                return Optional.of(new Trouble("there is no file " + file.getFile(),
                        "Correct the path in the client properties; a path from / on is surest."));
            }
            if (cause instanceof UnrecoverableKeyException || said(cause).contains("password was incorrect")
                    || said(cause).contains("keystore was tampered with")) {
                return Optional.of(new Trouble("the password of the trust store or of the key store is wrong",
                        "Check ssl.truststore.password, ssl.keystore.password and ssl.key.password."));
            }
            if (cause instanceof CertificateException || said(cause).contains("PEM")) {
                return Optional.of(new Trouble("a certificate or key cannot be read (" + said(cause) + ")",
                        "Check the files, and ssl.truststore.type and ssl.keystore.type."));
            }
        }
        return LoginErrors.of(all);
    }

    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
