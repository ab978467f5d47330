package ackscope.core.connection;

import ackscope.core.cluster.Certificates;
import ackscope.core.wire.Loopback;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** TLS in front of a port of a real broker: with a certificate for 127.0.0.1 that signs itself. */
final class TlsFront implements AutoCloseable {
    private final SSLServerSocket server;
    private final Queue<Socket> open = new ConcurrentLinkedQueue<>();
    private final Path store;

    /** @param target the broker, host:port */
    TlsFront(Path folder, InetSocketAddress target) throws Exception {
        store = Certificates.keys(folder, "broker", "lab.example");
        KeyStore keys = Certificates.read(store);
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, Certificates.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        server = (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
        server.bind(Loopback.at(0));
        Thread.ofPlatform().daemon().name("tls-front").start(() -> accept(target));
    }

    private void accept(InetSocketAddress target) {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket broker = new Socket(target.getHostString(), target.getPort());
                open.add(client);
                open.add(broker);
                pump(client, broker);
                pump(broker, client);
            } catch (IOException _) {
                // The test is over.
            }
        }
    }

    private static void pump(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from; to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException _) {
                // One side went; both are closed.
            }
        });
    }

    String servers() {
        return Loopback.HOST + ":" + server.getLocalPort();
    }

    /** Holds the certificate, and may serve as a trust store. */
    Path store() {
        return store;
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket socket : open) {
            socket.close();
        }
    }
}
