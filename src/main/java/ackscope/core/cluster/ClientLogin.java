package ackscope.core.cluster;

import java.util.Map;

/** What has to be done about a client's log-in before the client is made, whoever makes it and wherever its settings were typed. */
public final class ClientLogin {
    private ClientLogin() {
    }

    /**
     * Allows the places that tokens come from in this JVM, and looks whether the log-in is whole. May read files; any thread, but not that
     * of JavaFX.
     *
     * @param clientProperties all that the client gets
     * @throws org.apache.kafka.common.KafkaException when it cannot log in with them; says why
     */
    public static void prepare(Map<String, Object> clientProperties) {
        TokenSources.allow(clientProperties);
        Logins.check(clientProperties);
    }
}
