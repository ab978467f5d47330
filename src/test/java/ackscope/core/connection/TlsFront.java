package ackscope.core.connection;

import ackscope.core.cluster.Certificates;
import ackscope.core.cluster.PortFront;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** TLS in front of a port of a real broker: with a certificate for 127.0.0.1 that signs itself. */
final class TlsFront implements AutoCloseable {
    private final PortFront front;
    private final Path store;

    /** @param target the broker, host:port */
    TlsFront(Path folder, InetSocketAddress target) throws Exception {
        store = Certificates.keys(folder, "broker", "lab.example");
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(Certificates.read(store), Certificates.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        front = new PortFront(context.getServerSocketFactory().createServerSocket(), target);
    }

    String servers() {
        return front.servers();
    }

    /** Holds the certificate, and may serve as a trust store. */
    Path store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        front.close();
    }
}
