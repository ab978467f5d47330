package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProxyTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int LIMIT_MS = 10_000;

    private ServerSocket broker;
    private Proxy proxy;

    @BeforeEach
    void open() throws IOException {
        broker = new ServerSocket(0, 50, LOOPBACK);
        broker.setSoTimeout(LIMIT_MS);
        proxy = new Proxy("test", Interference.Kind.CLIENT, 1, new Wire());
        proxy.target(broker.getLocalPort());
    }

    @AfterEach
    void close() throws IOException {
        proxy.close();
        broker.close();
    }

    @Test
    void passesBothDirectionsUnchanged() throws Exception {
        byte[] request = frame(900_000, 1);
        byte[] response = frame(3_000_000, 2);
        try (Socket client = connect(); Socket node = broker.accept()) {
            CompletableFuture<byte[]> seen = CompletableFuture.supplyAsync(() -> echo(node, request.length, response));
            client.getOutputStream().write(request);
            assertArrayEquals(response, client.getInputStream().readNBytes(response.length));
            assertArrayEquals(request, seen.get(LIMIT_MS, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void aSmallFrameArrivesInOneReadHoweverItWasWritten() throws Exception {
        byte[] request = frame(5_000, 3);
        try (Socket client = connect(); Socket node = broker.accept()) {
            client.setTcpNoDelay(true);
            client.getOutputStream().write(request, 0, 4);
            client.getOutputStream().write(request, 4, 1_000);
            client.getOutputStream().write(request, 1_004, request.length - 1_004);
            assertEquals(request.length, node.getInputStream().read(new byte[100_000]));
        }
    }

    @Test
    void theEndOfOneSideIsTheEndForTheOther() throws Exception {
        try (Socket client = connect(); Socket node = broker.accept()) {
            node.getOutputStream().write(frame(100, 4));
            end(node);
            assertEquals(104, client.getInputStream().readNBytes(104).length);
            assertEquals(-1, client.getInputStream().read());
        }
    }

    @Test
    void aHalfReceivedFrameStillPassesAtTheEnd() throws Exception {
        try (Socket client = connect(); Socket node = broker.accept()) {
            node.getOutputStream().write(frame(1_000, 5), 0, 500);
            end(node);
            assertEquals(500, client.getInputStream().readAllBytes().length);
        }
    }

    @Test
    void aResetIsHandedOnAsOne() throws Exception {
        try (Socket client = connect(); Socket node = broker.accept()) {
            node.setSoLinger(true, 0);
            end(node);
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
    }

    @Test
    void aDeadNodeResetsTheClient() throws Exception {
        broker.close();
        try (Socket client = connect()) {
            assertThrows(SocketException.class, () -> client.getInputStream().read());
        }
    }

    @Test
    void newConnectionsGoToTheNewTarget() throws Exception {
        try (ServerSocket restarted = new ServerSocket(0, 50, LOOPBACK)) {
            restarted.setSoTimeout(LIMIT_MS);
            proxy.target(restarted.getLocalPort());
            try (Socket client = connect(); Socket node = restarted.accept()) {
                node.getOutputStream().write(frame(10, 6));
                assertEquals(14, client.getInputStream().readNBytes(14).length);
            }
        }
    }

    @Test
    void aReceiverThatDoesNotReadHoldsTheSenderBack() throws Exception {
        try (Socket client = connect(); Socket node = broker.accept()) {
            AtomicLong written = new AtomicLong();
            CountDownLatch ended = new CountDownLatch(1);
            Thread writer = Thread.ofPlatform().daemon().start(() -> write(client, written, ended));
            long before = -1;
            while (written.get() != before) {
                before = written.get();
                writer.join(200);
            }
            assertTrue(writer.isAlive() && before < 64 << 20, "took " + before + " bytes that nobody read");
            end(node);
            assertTrue(ended.await(LIMIT_MS, TimeUnit.MILLISECONDS));
        }
    }

    @Test
    void closingEndsLinksAndGivesThePortBack() throws Exception {
        try (Socket client = connect(); Socket node = broker.accept()) {
            proxy.close();
            assertThrows(SocketException.class, () -> client.getInputStream().read());
            assertThrows(SocketException.class, () -> node.getInputStream().read());
            assertThrows(ConnectException.class, this::connect);
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(LOOPBACK, proxy.port());
        socket.setSoTimeout(LIMIT_MS);
        return socket;
    }

    private static void end(Socket side) throws IOException {
        side.close();
    }

    private static byte[] echo(Socket node, int expected, byte[] response) {
        try {
            InputStream in = node.getInputStream();
            byte[] request = in.readNBytes(expected);
            node.getOutputStream().write(response);
            return request;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Socket client, AtomicLong written, CountDownLatch ended) {
        try {
            byte[] frame = frame(1 << 20, 7);
            while (true) {
                client.getOutputStream().write(frame);
                written.addAndGet(frame.length);
            }
        } catch (IOException _) {
            ended.countDown();
        }
    }

    private static byte[] frame(int body, long seed) {
        byte[] frame = new byte[4 + body];
        new Random(seed).nextBytes(frame);
        ByteBuffer.wrap(frame).putInt(0, body);
        return frame;
    }
}
