package ackscope.core.connection;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLException;

/**
 * Asks whoever is at the other end of a socket whether it speaks Kafka, with the two requests that every broker takes before a log-in:
 * ApiVersions v0 and SaslHandshake v1 (Kafka protocol guide). They are written by hand, since a client would not tell what else answered.
 */
final class Speech {
    private static final int ANSWER_MS = 4_000;
    private static final int LARGEST = 1 << 20;
    private static final short API_VERSIONS = 18;
    private static final short SASL_HANDSHAKE = 17;
    private static final int ILLEGAL_SASL_STATE = 34;
    private static final byte TLS_ALERT = 0x15;
    private static final byte TLS_HANDSHAKE = 0x16;

    private final Socket socket;

    /** What answered. */
    enum Language {
        KAFKA, HTTP, TLS,
        /** The connection was closed instead of an answer. */
        CLOSED,
        /** Nothing in time. */
        SILENT, OTHER
    }

    /**
     * Whether a listener logs in by SASL.
     *
     * @param known      whether it told
     * @param mechanisms that it takes; none where it does not log in
     */
    record LogIn(boolean known, List<String> mechanisms) {
        static final LogIn UNKNOWN = new LogIn(false, List.of());
    }

    /** @param socket connected; whoever opened it closes it */
    Speech(Socket socket) throws IOException {
        this.socket = socket;
        socket.setSoTimeout(ANSWER_MS);
    }

    Language kafka() throws IOException {
        try {
            return kind(ask(API_VERSIONS, (short) 0, "", 1), 1);
        } catch (SocketTimeoutException _) {
            return Language.SILENT;
        } catch (EOFException | SocketException | SSLException _) {
            return Language.CLOSED;
        }
    }

    /** Asks for a log-in by a mechanism, and goes no further; only after {@link #kafka} found Kafka. */
    LogIn logIn(String mechanism) {
        try {
            byte[] answer = ask(SASL_HANDSHAKE, (short) 1, mechanism, 2);
            if (kind(answer, 2) != Language.KAFKA) {
                return LogIn.UNKNOWN;
            }
            ByteBuffer body = ByteBuffer.wrap(answer, 8, answer.length - 8);
            if (body.getShort() == ILLEGAL_SASL_STATE) {
                return new LogIn(true, List.of());
            }
            List<String> mechanisms = new ArrayList<>();
            for (int left = body.getInt(); left > 0; left--) {
                byte[] name = new byte[body.getShort()];
                body.get(name);
                mechanisms.add(new String(name, StandardCharsets.UTF_8));
            }
            return new LogIn(true, List.copyOf(mechanisms));
        } catch (IOException | RuntimeException _) {
            return LogIn.UNKNOWN;
        }
    }

    Language http(String host) throws IOException {
        try {
            socket.getOutputStream().write(("HEAD / HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            return kind(start(), -1);
        } catch (SocketTimeoutException _) {
            return Language.SILENT;
        } catch (EOFException | SocketException | SSLException _) {
            return Language.CLOSED;
        }
    }

    private byte[] ask(short api, short version, String text, int correlation) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeShort(api);
        out.writeShort(version);
        out.writeInt(correlation);
        writeText(out, "ackscope-connection-test");
        if (!text.isEmpty()) {
            writeText(out, text);
        }
        socket.getOutputStream().write(ByteBuffer.allocate(4 + bytes.size()).putInt(bytes.size())
                .put(bytes.toByteArray()).array());
        return start();
    }

    private static void writeText(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeShort(utf8.length);
        out.write(utf8);
    }

    /** The whole answer where it may be Kafka's, else its first bytes. */
    private byte[] start() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] head = in.readNBytes(4);
        if (head.length < 4) {
            throw new EOFException();
        }
        int size = ByteBuffer.wrap(head).getInt();
        byte[] rest = size < 4 || size > LARGEST ? new byte[4] : in.readNBytes(size);
        return ByteBuffer.allocate(4 + rest.length).put(head).put(rest).array();
    }

    private static Language kind(byte[] answer, int correlation) {
        if (new String(answer, 0, 4, StandardCharsets.US_ASCII).equals("HTTP")) {
            return Language.HTTP;
        }
        if ((answer[0] == TLS_ALERT || answer[0] == TLS_HANDSHAKE) && answer[1] == 3) {
            return Language.TLS;
        }
        ByteBuffer whole = ByteBuffer.wrap(answer);
        return answer.length >= 8 && whole.getInt() == answer.length - 4 && whole.getInt() == correlation
                ? Language.KAFKA
                : Language.OTHER;
    }
}
