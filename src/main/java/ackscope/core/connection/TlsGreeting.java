package ackscope.core.connection;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedKeyManager;
import javax.net.ssl.X509TrustManager;

/**
 * A TLS handshake that only sees whether TLS is spoken and what the certificate says. It trusts everybody, so nothing secret is ever sent
 * over it: whether the certificate is to be trusted is Kafka's client to decide, in the next step.
 */
final class TlsGreeting implements AutoCloseable {
    private static final int ANSWER_MS = 4_000;

    private final boolean tls;
    private final boolean asked;
    private final String words;
    private final Optional<SSLSocket> socket;

    private TlsGreeting(boolean tls, boolean asked, String words, Optional<SSLSocket> socket) {
        this.tls = tls;
        this.asked = asked;
        this.words = words;
        this.socket = socket;
    }

    static TlsGreeting to(InetSocketAddress address) throws IOException {
        SSLSocket socket = null;
        HasNoCertificate keys = new HasNoCertificate();
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[]{keys}, new TrustManager[]{new TrustsForALook()}, null);
            Socket plain = new Socket();
            plain.connect(address, Reach.CONNECT_MS);
            plain.setSoTimeout(ANSWER_MS);
            socket = (SSLSocket) context.getSocketFactory().createSocket(plain, address.getHostString(),
                    address.getPort(), true);
            socket.startHandshake();
            return new TlsGreeting(true, keys.asked, words(socket.getSession()), Optional.of(socket));
        } catch (SSLException e) {
            close(socket);
            String message = String.valueOf(e.getMessage());
            // Whoever speaks no TLS closes the connection, or answers what is no message of TLS.
            boolean spoken = message.contains("fatal alert")
                    || (e instanceof SSLHandshakeException && !message.contains("terminated"));
            return new TlsGreeting(spoken, keys.asked, message, Optional.empty());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (IOException e) {
            close(socket);
            return new TlsGreeting(false, false, String.valueOf(e.getMessage()), Optional.empty());
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

    /** Whether a certificate of the client was asked for; none was given. */
    boolean asked() {
        return asked;
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

    /** Has no certificate to show, and knows whether it was asked for one. Belongs to the thread of the handshake. */
    private static final class HasNoCertificate extends X509ExtendedKeyManager {
        private boolean asked;

        @Override
        public String chooseClientAlias(String[] keyTypes, Principal[] issuers, Socket socket) {
            asked = true;
            return null;
        }

        @Override
        public String[] getClientAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String[] getServerAliases(String keyType, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public String chooseServerAlias(String keyType, Principal[] issuers, Socket socket) {
            return null;
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return new X509Certificate[0];
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return null;
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
