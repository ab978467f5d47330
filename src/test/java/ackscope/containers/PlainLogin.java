package ackscope.containers;

import java.util.Map;

/** Logging in by SASL PLAIN, as Kafka's configuration spells it. */
final class PlainLogin {
    private static final String MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule";

    private PlainLogin() {
    }

    /** A broker's users: each option {@code user_NAME} is a password. */
    static String jaas(String option, String value) {
        return MODULE + " required " + option + "=\"" + value + "\";";
    }

    /** What a client needs. */
    static Map<String, Object> client(String user, String password) {
        return Map.of("security.protocol", "SASL_PLAINTEXT", "sasl.mechanism", "PLAIN", "sasl.jaas.config",
                MODULE + " required username=\"" + user + "\" password=\"" + password + "\";");
    }
}
