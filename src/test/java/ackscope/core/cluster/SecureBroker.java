package ackscope.core.cluster;

import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Random;

/**
 * A real broker of its own with two listeners as other people's clusters have them: one by TLS that takes nobody without a certificate,
 * one that logs in by OAUTHBEARER with tokens that an issuer signed. Tests alone use it.
 */
public final class SecureBroker implements AutoCloseable {
    private static final long START_LIMIT_MS = 90_000;
    private static final String OAUTH = "listener.name.secure.oauthbearer.";

    private final LabFolder folder;
    private final BrokerProcess process;
    private final int tls;
    private final int tokens;

    /**
     * Starts it and waits until it is up.
     *
     * @param keys    its key store, of {@link Certificates}
     * @param trusted the trust store with the certificates of its clients
     * @param issuer  whose tokens it takes
     */
    public SecureBroker(Path keys, Path trusted, TokenIssuer issuer) throws IOException {
        folder = LabFolder.create(Path.of("target", "lab").toAbsolutePath());
        Ports ports = new Ports(new Random());
        LabIdentity identity = LabIdentity.random(1, ports.next());
        int direct = ports.next();
        tls = ports.next();
        tokens = ports.next();
        Path node = Files.createDirectories(folder.node(1));
        NodeFormat.format(identity, 1, node);
        Properties p = BrokerConfig.alone(identity, node, tls);
        String listeners = "CLIENT://" + Loopback.HOST + ":" + tls + ",SECURE://" + Loopback.HOST + ":" + tokens
                + ",DIRECT://" + Loopback.HOST + ":" + direct;
        p.setProperty("listeners", listeners + ",CONTROLLER://" + Loopback.HOST + ":" + identity.controllerPort());
        p.setProperty("advertised.listeners", listeners);
        p.setProperty("listener.security.protocol.map",
                "CLIENT:SSL,SECURE:SASL_PLAINTEXT,DIRECT:PLAINTEXT,CONTROLLER:SASL_PLAINTEXT");
        p.setProperty("inter.broker.listener.name", "DIRECT");
        ssl(p, keys, trusted);
        p.setProperty("listener.name.secure.sasl.enabled.mechanisms", "OAUTHBEARER");
        issuer.brokerProperties().forEach((name, value) -> p.setProperty(OAUTH + name, value));
        Path properties = node.resolve("server.properties");
        try (OutputStream out = Files.newOutputStream(properties)) {
            p.store(out, null);
        }
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(new BrokerCommand(java, folder.path()).node(node,
                BrokerClassPath.current(), Optional.empty(), properties));
        command.add(1, "-Dorg.apache.kafka.sasl.oauthbearer.allowed.urls=" + issuer.keysUrl());
        Path log = node.resolve("node.log");
        process = BrokerProcess.start(command, log);
        folder.note(process.pid());
        try {
            SharedLab.await("the broker, " + log, START_LIMIT_MS, () -> {
                if (!process.alive()) {
                    throw new AssertionError(StartFailure.tail(log));
                }
                return answers(tls) && answers(tokens);
            });
        } catch (AssertionError e) {
            close();
            throw e;
        }
    }

    private static void ssl(Properties p, Path keys, Path trusted) {
        Map.of("keystore", keys, "truststore", trusted).forEach((store, file) -> {
            p.setProperty("listener.name.client.ssl." + store + ".location", file.toString());
            p.setProperty("listener.name.client.ssl." + store + ".type", "PKCS12");
            p.setProperty("listener.name.client.ssl." + store + ".password", Certificates.PASSWORD);
        });
        p.setProperty("listener.name.client.ssl.client.auth", "required");
    }

    private static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(Loopback.at(port), 200);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    /** Bootstrap servers of the listener that wants certificates. */
    public String tls() {
        return Loopback.HOST + ":" + tls;
    }

    /** Bootstrap servers of the listener that takes tokens. */
    public String tokens() {
        return Loopback.HOST + ":" + tokens;
    }

    @Override
    public void close() {
        process.kill();
        process.ended(5_000);
        LabFolder.remove(folder.path());
    }
}
