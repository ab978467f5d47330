package ackscope.core.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A TLS handshake that only sees whether TLS is spoken and what the certificate says. It trusts everybody, so nothing secret is ever sent
 * over it: whether the certificate is to be trusted is Kafka's client to decide, in the next step.
 */
final class TlsGreeting implements AutoCloseable {
    private static final int ANSWER_MS = 4_000;

    private final boolean tls;
    private final String words;
    private final Optional<SSLSocket> socket;

    private TlsGreeting(boolean tls, String words, Optional<SSLSocket> socket) {
        this.tls = tls;
        this.words = words;
        this.socket = socket;
    }

    static TlsGreeting to(InetSocketAddress address) throws IOException {
        SSLSocket socket = null;
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[]{new TrustsForALook()}, null);
            Socket plain = new Socket();
            plain.connect(address, Reach.CONNECT_MS);
            plain.setSoTimeout(ANSWER_MS);
            socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHostString(),
                    address.getPort(), true);
            socket.startHandshake();
            return new TlsGreeting(true, words(socket.getSession()), Optional.of(socket));
        } catch (SSLException e) {
            close(socket);
            String message = String.valueOf(e.getMessage());
            // Whoever speaks no TLS closes the connection, or answers what is no message of TLS.
            boolean spoken = message.contains("fatal alert")
                    || (e instanceof SSLHandshakeException && !message.contains("terminated"));
            return new TlsGreeting(spoken, message, Optional.empty());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (IOException e) {
            close(socket);
            return new TlsGreeting(false, String.valueOf(e.getMessage()), Optional.empty());
        }
    }

    private static void close(SSLSocket socket) throws IOException {
        if (socket != null) {
            socket.close();
        }
    }

    private static String words(SSLSession session) throws SSLException {
        Certificate certificate = session.getPeerCertificates()[0];
        return session.getProtocol().replace("TLSv", "TLS ") + (certificate instanceof X509Certificate x
                ? ", certificate of " + x.getSubjectX500Principal().getName() + ", valid until "
                        + x.getNotAfter().toInstant().toString().substring(0, 10)
                : "");
    }

    /** Whether TLS is spoken there, even if the handshake failed. */
    boolean isTls() {
        return tls;
    }

    /** Protocol version and certificate, or why the handshake failed. */
    String words() {
        return words;
    }

    /** Open after a good handshake. */
    Optional<SSLSocket> socket() {
        return socket;
    }

    @Override
    public void close() throws IOException {
        if (socket.isPresent()) {
            socket.get().close();
        }
    }

    /** Trusts everybody, for nothing is sent. */
    private static final class TrustsForALook implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {
            // Nobody connects to us.
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {
            // Kafka's client checks it in the next step.
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
