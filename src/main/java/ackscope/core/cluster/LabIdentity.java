package ackscope.core.cluster;

import java.security.SecureRandom;
import java.util.HexFormat;
import org.apache.kafka.common.Uuid;

/**
 * What all nodes of one lab cluster have in common.
 *
 * @param clusterId      Kafka's id of the cluster
 * @param controllerId   the controller's node id, above every broker's
 * @param controllerPort the port of the proxy before the controller
 * @param brokerPassword of {@code User:broker}, whom no rule hits
 * @param clientPassword of {@link #CLIENT_USER}, on the SECURE listener
 */
record LabIdentity(String clusterId, int controllerId, int controllerPort, String brokerPassword,
        String clientPassword) {
    static final String BROKER_USER = "broker";
    static final String CLIENT_USER = "ackscope";

    /** A new cluster with passwords of its own. */
    static LabIdentity random(int controllerId, int controllerPort) {
        return new LabIdentity(Uuid.randomUuid().toString(), controllerId, controllerPort, secret(), secret());
    }

    private static String secret() {
        byte[] bytes = new byte[12];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** A {@code sasl.jaas.config} for a client that logs in as this user. */
    static String login(String user, String password) {
        return "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"" + user + "\" password=\""
                + password + "\";";
    }
}
