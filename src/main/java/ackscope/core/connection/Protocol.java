package ackscope.core.connection;

import ackscope.core.connection.Speech.Language;
import ackscope.core.connection.Speech.LogIn;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.Locale;
import java.util.Map;

/** Finds out what speaks at a port, and whether it is what {@code security.protocol} says. Blocks for some seconds at most. */
final class Protocol {
    private static final String NOT_KAFKA = "Look up the port of a Kafka listener, often 9092, or 9093 with TLS.";

    private final InetSocketAddress address;
    private final String said;
    private final boolean sasl;
    private final boolean tls;
    private final String mechanism;
    private final boolean hasCertificate;

    /** @param properties of the client, with every value in its place; without them it speaks PLAINTEXT */
    Protocol(InetSocketAddress address, Map<String, String> properties) {
        this.address = address;
        said = properties.getOrDefault("security.protocol", "PLAINTEXT").toUpperCase(Locale.ROOT);
        sasl = said.startsWith("SASL_");
        tls = said.endsWith("SSL");
        mechanism = properties.getOrDefault("sasl.mechanism", "GSSAPI");
        hasCertificate = properties.keySet().stream().anyMatch(name -> name.startsWith("ssl.keystore."));
    }

    Finding find() throws IOException {
        return tls ? encrypted() : plain();
    }

    private Finding plain() throws IOException {
        Language language;
        LogIn logIn = LogIn.UNKNOWN;
        try (Socket socket = connect()) {
            Speech speech = new Speech(socket);
            language = speech.kafka();
            if (language == Language.KAFKA) {
                logIn = speech.logIn(mechanism);
            }
        }
        return switch (language) {
            case KAFKA -> kafka(logIn, "Kafka without encryption");
            case HTTP -> http("HTTP");
            case TLS -> wantsTls();
            case CLOSED, SILENT, OTHER -> speaksHttp() ? http("HTTP") : greets() ? wantsTls() : other(language);
        };
    }

    private boolean greets() throws IOException {
        try (TlsGreeting greeting = TlsGreeting.to(address)) {
            return greeting.isTls();
        }
    }

    /** Asked only where neither Kafka nor TLS was found, on a connection of its own: a small server may serve one at a time. */
    private boolean speaksHttp() throws IOException {
        try (Socket socket = connect()) {
            return new Speech(socket).http(address.getHostString()) == Language.HTTP;
        }
    }

    private Finding encrypted() throws IOException {
        try (TlsGreeting greeting = TlsGreeting.to(address)) {
            if (greeting.isTls()) {
                return greeting.socket().isPresent()
                        ? inside(greeting)
                        : closed("This port speaks TLS, and the handshake failed (" + greeting.words() + ")", greeting,
                                "; else check ssl.enabled.protocols and ssl.cipher.suites");
            }
        }
        if (speaksHttp()) {
            return http("HTTP");
        }
        try (Socket socket = connect()) {
            Speech speech = new Speech(socket);
            Language language = speech.kafka();
            if (language == Language.KAFKA) {
                String without = speech.logIn(mechanism).mechanisms().isEmpty() ? "PLAINTEXT" : "SASL_PLAINTEXT";
                return Finding.failed("This port speaks Kafka without TLS, and security.protocol is " + said + ".",
                        "Set security.protocol to " + without + ", or use the port of the encrypted listener.");
            }
            return other(language);
        }
    }

    private Finding inside(TlsGreeting greeting) throws IOException {
        Speech speech = new Speech(greeting.socket().orElseThrow());
        Language language = speech.kafka();
        return switch (language) {
            case KAFKA -> kafka(speech.logIn(mechanism), "Kafka with " + greeting.words());
            case HTTP -> http("HTTPS");
            case TLS, CLOSED, SILENT, OTHER -> closed(greeting.words() + "; then "
                    + (language == Language.CLOSED
                            ? "the connection was closed"
                            : "nothing that is Kafka was answered"),
                    greeting, "");
        };
    }

    /** The greeting shows no certificate; where one is wanted, that is how it ends. Kafka's client judges, in the next step. */
    private Finding closed(String found, TlsGreeting greeting, String orElse) {
        if (greeting.asked() && hasCertificate) {
            return Finding.unknown(found + ". The broker asks for a certificate of the client, which the next step"
                    + " shows.", "");
        }
        return greeting.asked()
                ? Finding.remark(found + ". The broker asks for a certificate of the client, and none is given.",
                        "Give one by ssl.keystore.location and ssl.keystore.password" + orElse + ".")
                : Finding.remark(found + ".", "The next step tries with all that the client has" + orElse + ".");
    }

    private Finding kafka(LogIn logIn, String found) {
        if (logIn.known() && !sasl && !logIn.mechanisms().isEmpty()) {
            return Finding.failed("This port wants a log-in (" + String.join(", ", logIn.mechanisms())
                    + "), and security.protocol is " + said + ".",
                    "Set security.protocol to SASL_" + said + ", with sasl.mechanism and sasl.jaas.config.");
        }
        if (logIn.known() && sasl && logIn.mechanisms().isEmpty()) {
            return Finding.failed("This port takes no log-in, and security.protocol is " + said + ".",
                    "Set security.protocol to " + said.substring("SASL_".length())
                            + ", or use the port of the listener that logs in.");
        }
        if (logIn.known() && sasl && !logIn.mechanisms().contains(mechanism)) {
            return Finding.failed("This port logs in by " + String.join(", ", logIn.mechanisms())
                    + ", and sasl.mechanism is " + mechanism + ".",
                    "Set sasl.mechanism to one of those, with a sasl.jaas.config that fits it.");
        }
        return Finding.passed(found + (sasl && logIn.known() ? "; logs in by " + mechanism : "") + ".");
    }

    private static Finding other(Language language) {
        String what = switch (language) {
            case CLOSED -> "The connection was closed instead of an answer, to Kafka, to TLS and to HTTP.";
            case SILENT -> "The port takes connections and answers nothing: neither to Kafka, nor to TLS, nor to HTTP.";
            case KAFKA, HTTP, TLS, OTHER -> "Something answers at this port, but it is not Kafka.";
        };
        return Finding.failed(what, language == Language.OTHER
                ? NOT_KAFKA
                : "The broker may be paused, starting or overloaded, or something in between takes the connection. "
                        + NOT_KAFKA);
    }

    private Finding http(String protocol) {
        return Finding.failed("This port speaks " + protocol + ", not Kafka: a web server or a REST service is there.",
                NOT_KAFKA);
    }

    private Finding wantsTls() {
        return Finding.failed("This port speaks TLS, and security.protocol is " + said + ".",
                "Set security.protocol to " + (sasl ? "SASL_SSL" : "SSL (SASL_SSL with a log-in)")
                        + ", or use the port of the listener without encryption.");
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        socket.connect(address, Reach.CONNECT_MS);
        return socket;
    }
}
