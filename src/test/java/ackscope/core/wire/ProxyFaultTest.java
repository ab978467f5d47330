package ackscope.core.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ackscope.core.event.Attempt.Heard;
import ackscope.core.event.Certainty;
import ackscope.core.event.RecordId;
import ackscope.core.event.Tries;
import ackscope.core.wire.Interference.Action;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.compress.Compression;
import org.apache.kafka.common.protocol.Errors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every action on real loopback connections; time moves only when the test moves it. */
class ProxyFaultTest {
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final int LIMIT_MS = 20_000;

    private final AtomicLong nanos = new AtomicLong();
    private final Script faults = new Script();
    private Wire wire;
    private ServerSocket broker;
    private Proxy proxy;
    private Socket client;
    private Socket node;

    @BeforeEach
    void open() throws IOException {
        wire = new Wire(new WireClock(() -> nanos.get() / 1000, nanos::get));
        wire.names().learn(Frames.TOPIC_ID, Frames.TOPIC);
        wire.interfere(faults);
        broker = new ServerSocket(0, 50, LOOPBACK);
        broker.setSoTimeout(LIMIT_MS);
        proxy = new Proxy("fault-test", Interference.Kind.CLIENT, 2, wire);
        proxy.target(broker.getLocalPort());
        client = new Socket(LOOPBACK, proxy.port());
        client.setSoTimeout(LIMIT_MS);
        node = broker.accept();
        node.setSoTimeout(LIMIT_MS);
    }

    /** Nothing is left behind, whatever the test did. */
    @AfterEach
    void close() throws IOException {
        client.close();
        node.close();
        proxy.close();
        wire.close();
        broker.close();
        until("every thread of the proxy to end", () -> Thread.getAllStackTraces().keySet().stream()
                .noneMatch(t -> t.getName().startsWith("ackscope-proxy-fault-test")));
        assertEquals(0, proxy.links());
    }

    private static void until(String what, BooleanSupplier holds) {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(LIMIT_MS);
        while (!holds.getAsBoolean()) {
            assertTrue(System.nanoTime() < deadline, "waited in vain for " + what);
            Thread.onSpinWait();
        }
    }

    private void ask(byte[] frame) throws IOException {
        int before = faults.asked().size();
        client.getOutputStream().write(frame);
        until("the frame to be decided about", () -> faults.asked().size() > before);
    }

    /** A node answers only what reached it; that a frame was decided about is earlier than that. */
    private void reach(byte[] frame) throws IOException {
        ask(frame);
        assertArrives(frame, node);
    }

    private void answer(byte[] frame) throws IOException {
        int before = faults.asked().size();
        node.getOutputStream().write(frame);
        until("the answer to be decided about", () -> faults.asked().size() > before);
    }

    private void assertArrives(byte[] frame, Socket at) throws IOException {
        assertArrayEquals(frame, at.getInputStream().readNBytes(frame.length));
    }

    private void pass(long ms) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(ms));
        wire.faultsChanged();
    }

    private void end(long fault) {
        faults.end(fault);
        wire.faultsChanged();
    }

    @Test
    void delayedFramesKeepTheirDistance() throws Exception {
        faults.strike(2, Interference.Frame::request, new Action.Delay(100));
        byte[] first = Frames.other(1, 50);
        byte[] second = Frames.other(2, 60);
        ask(first);
        pass(40);
        ask(second);
        pass(59);
        assertEquals(0, node.getInputStream().available());
        pass(1);
        assertArrives(first, node);
        pass(39);
        assertEquals(0, node.getInputStream().available(), "it came 40 ms later");
        pass(1);
        assertArrives(second, node);
    }

    @Test
    void whatComesBehindAHeldFrameWaitsWithIt() throws Exception {
        long hold = faults.strike(1, Interference.Frame::request, new Action.Hold());
        byte[] held = Frames.other(1, 50);
        byte[] behind = Frames.other(2, 60);
        ask(held);
        ask(behind);
        pass(100_000);
        assertEquals(0, node.getInputStream().available());
        end(hold);
        assertArrives(held, node);
        assertArrives(behind, node);
    }

    @Test
    void whatIsHeldForANodeThatEndedIsDropped() throws Exception {
        faults.strike(1, Interference.Frame::request, new Action.Hold());
        ask(Frames.produce(1, -1, 0, 3));
        proxy.dropHeld();
        assertThrows(SocketException.class, () -> client.getInputStream().read());
        assertThrows(SocketException.class, () -> node.getInputStream().read());
        until("the end to be noted", () -> wire.attempts().sums(Frames.CLIENT).open() == 0);
    }

    @Test
    void whatIsHeldStillArrivesAfterTheSenderHasEnded() throws Exception {
        long hold = faults.strike(1, Interference.Frame::request, new Action.Hold());
        byte[] held = Frames.other(1, 50);
        ask(held);
        client.shutdownOutput();
        end(hold);
        assertArrives(held, node);
        assertEquals(-1, node.getInputStream().read());
    }

    @Test
    void aDelayedRequestMayStillBeWrittenHoweverTheClientReports() throws Exception {
        faults.strike(1, Interference.Frame::request, new Action.Delay(5_000));
        ask(Frames.produce(1, -1, 0, 3));
        until("the request to wait", () -> tries(1).count() == 1);
        assertEquals(Certainty.MAYBE, tries(1).written(), tries(1)::reason);
        client.shutdownOutput();
        until("the end to be noted", () -> wire.attempts().sums(Frames.CLIENT).open() == 0);
        assertEquals(Certainty.MAYBE, tries(1).written(), tries(1)::reason);
        pass(5_000);
        assertArrives(Frames.produce(1, -1, 0, 3), node);
    }

    private Tries tries(long number) {
        return wire.attempts().tries(new RecordId(1, number, 0), Frames.TOPIC, 0, Frames.CLIENT);
    }

    @Test
    void answersHeldForAClientThatLeftKeepNoConnection() throws Exception {
        faults.strike(1, frame -> !frame.request(), new Action.Hold());
        byte[] asked = Frames.other(1, 50);
        client.getOutputStream().write(asked);
        assertArrives(asked, node);
        answer(Frames.otherAnswer(1, 10));
        client.close();
        assertEquals(-1, node.getInputStream().read());
        node.close();
        until("the connection to end", () -> proxy.links() == 0);
    }

    @Test
    void slowedFramesTakeTheTimeThatTheirBytesTake() throws Exception {
        faults.strike(1, Interference.Frame::request, new Action.Throttle(1_000));
        byte[] slow = Frames.other(1, 484);
        ask(slow);
        long there = 0;
        long tookMs = 0;
        while (there < slow.length) {
            pass(10);
            tookMs += 10;
            there += node.getInputStream().skip(node.getInputStream().available());
            assertTrue(there <= tookMs, there + " bytes after " + tookMs + " ms");
        }
    }

    @Test
    void aSwallowedRequestTakesAllLaterOnesAlongAndEndsInAReset() throws Exception {
        long swallow = faults.strike(1, Interference.Frame::request, new Action.Swallow());
        ask(Frames.produce(1, -1, 0, 3));
        client.getOutputStream().write(Frames.produce(2, -1, 3, 3));
        until("both to be seen", () -> wire.attempts().sums(Frames.CLIENT).sent() == 6);
        assertEquals(0, node.getInputStream().available());
        assertEquals(6, wire.attempts().sums(Frames.CLIENT).open());
        end(swallow);
        assertThrows(SocketException.class, () -> client.getInputStream().read());
        until("the end to be noted", () -> wire.attempts().sums(Frames.CLIENT).open() == 0);
    }

    @Test
    void aSwallowedAnswerTakesAllLaterOnesAlong() throws Exception {
        long swallow = faults.strike(1, f -> !f.request(), new Action.Swallow());
        reach(Frames.other(1, 10));
        reach(Frames.other(2, 10));
        answer(Frames.otherAnswer(1, 10));
        node.getOutputStream().write(Frames.otherAnswer(2, 10));
        node.shutdownOutput();
        assertEquals(-1, client.getInputStream().read(), "nothing before the end of the connection");
        faults.end(swallow);
    }

    @Test
    void aResetDropsTheFrameAndLetsThoseBeforeItArrive() throws Exception {
        faults.strike(1, f -> f.correlationId() == 2, new Action.Reset());
        byte[] first = Frames.other(1, 50);
        client.getOutputStream().write(ByteBuffer.allocate(500).put(first).put(Frames.other(2, 50)).array());
        assertArrives(first, node);
        assertThrows(SocketException.class, () -> node.getInputStream().read());
        assertThrows(SocketException.class, () -> client.getInputStream().read());
    }

    @Test
    void aMadeAnswerWaitsForItsTurn() throws Exception {
        faults.strike(1, f -> f.request() && f.correlationId() == 2, new Action.Answer("NOT_LEADER_OR_FOLLOWER"));
        byte[] first = Frames.produce(1, -1, 0, 3);
        byte[] third = Frames.produce(3, -1, 6, 3);
        ask(first);
        ask(Frames.produce(2, -1, 3, 3));
        ask(third);
        assertArrives(first, node);
        assertArrives(third, node);
        assertEquals(0, client.getInputStream().available());
        byte[] one = Frames.answer(1, 0, Errors.NONE, 0);
        byte[] three = Frames.answer(3, 0, Errors.NONE, 3);
        node.getOutputStream().write(ByteBuffer.allocate(one.length + three.length).put(one).put(three).array());
        assertArrives(one, client);
        assertArrives(Frames.answer(2, 0, Errors.NOT_LEADER_OR_FOLLOWER, -1), client);
        assertArrives(three, client);
        assertEquals(new WireSums(9, 0, 6, 3, 3, 0, 0), wire.attempts().sums(Frames.CLIENT));
    }

    @Test
    void aReplacedAnswerKeepsItsPlace() throws Exception {
        faults.strike(1, f -> !f.request() && f.correlationId() == 1, new Action.Answer("REQUEST_TIMED_OUT"));
        reach(Frames.produce(1, -1, 0, 3));
        reach(Frames.other(2, 10));
        answer(Frames.answer(1, 0, Errors.NONE, 44));
        answer(Frames.otherAnswer(2, 10));
        assertArrives(Frames.answer(1, 0, Errors.REQUEST_TIMED_OUT, -1), client);
        assertArrives(Frames.otherAnswer(2, 10), client);
    }

    @Test
    void whereNoAnswerIsDueNoneIsMade() throws Exception {
        faults.strike(1, Interference.Frame::request, new Action.Answer("NOT_LEADER_OR_FOLLOWER"));
        byte[] request = Frames.produce(1, 0, 0, 3);
        ask(request);
        assertArrives(request, node);
        byte[] next = Frames.other(2, 10);
        ask(next);
        assertArrives(next, node);
        node.getOutputStream().write(Frames.otherAnswer(2, 10));
        assertArrives(Frames.otherAnswer(2, 10), client);
    }

    @Test
    void bytesThatAreNotKafkasPassUntouchedAndCanBeHeld() throws Exception {
        long hold = faults.strike(1, f -> f.apiKey() == -1, new Action.Hold());
        byte[] noise = "GET / HTTP/1.1\r\n\r\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
        noise[0] = -1;
        ask(noise);
        assertEquals(0, node.getInputStream().available());
        end(hold);
        assertArrives(noise, node);
    }

    @Test
    void aLargeProduceRequestIsReadWholeAndPassesUnchanged() throws Exception {
        byte[] large = Frames.produce(Frames.VERSION, 1, -1, 0,
                Frames.batch(Compression.NONE, 7, 0, 0, 0, 30_000));
        assertTrue(large.length > 1 << 20);
        CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> read(node, large.length));
        client.getOutputStream().write(large);
        assertArrayEquals(large, arrived.get(LIMIT_MS, TimeUnit.MILLISECONDS));
        assertEquals(30_000, wire.attempts().sums(Frames.CLIENT).sent());
    }

    @Test
    void requestsThatWereTamperedWithPassByteForByte() throws Exception {
        Random random = new Random(31);
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        for (int i = 0; i < 400; i++) {
            byte[] frame = Frames.produce(i, random.nextInt(3) - 1, i, 1 + random.nextInt(20));
            for (int change = random.nextInt(4); change >= 0; change--) {
                frame[4 + random.nextInt(frame.length - 4)] ^= (byte) (1 << random.nextInt(8));
            }
            stream.writeBytes(frame);
        }
        CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> read(node, stream.size()));
        client.getOutputStream().write(stream.toByteArray());
        assertArrayEquals(stream.toByteArray(), arrived.get(LIMIT_MS, TimeUnit.MILLISECONDS));
    }

    @Test
    void aRequestTooLargeToBeReadWholePassesInPiecesAndIsCounted() throws Exception {
        ByteBuffer frame = ByteBuffer.allocate(20 << 20).put(Frames.produce(1, -1, 0, 1)).rewind();
        frame.putInt(0, frame.capacity() - 4);
        CompletableFuture<byte[]> arrived = CompletableFuture.supplyAsync(() -> read(node, frame.capacity()));
        client.getOutputStream().write(frame.array());
        assertArrayEquals(frame.array(), arrived.get(LIMIT_MS, TimeUnit.MILLISECONDS));
        assertEquals(1, wire.attempts().sums(Frames.CLIENT).notUnderstood());
        assertFalse(wire.attempts().tries(new RecordId(1, 0, 0), Frames.TOPIC, 0, Frames.CLIENT).known());
    }

    private static byte[] read(Socket from, int bytes) {
        try {
            return from.getInputStream().readNBytes(bytes);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFullLineHoldsTheSenderBackAndLosesNothing() throws Exception {
        long hold = faults.strike(Integer.MAX_VALUE, Interference.Frame::request, new Action.Hold());
        byte[] frame = Frames.other(1, 1 << 20);
        int frames = 40;
        AtomicLong written = new AtomicLong();
        Thread writer = Thread.ofPlatform().daemon().start(() -> {
            try {
                for (int i = 0; i < frames; i++) {
                    client.getOutputStream().write(frame);
                    written.incrementAndGet();
                }
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        long before = -1;
        while (written.get() != before) {
            before = written.get();
            writer.join(300);
        }
        assertTrue(writer.isAlive() && before >= 16, "took " + before + " MiB");
        end(hold);
        for (int i = 0; i < frames; i++) {
            assertArrives(frame, node);
        }
    }

    @Test
    void refusedConnectionsAreResetThoseOpenAndThoseToCome() throws Exception {
        proxy.refuse(true);
        assertThrows(SocketException.class, () -> client.getInputStream().read());
        assertThrows(IOException.class, () -> {
            try (Socket another = new Socket(LOOPBACK, proxy.port())) {
                another.setSoTimeout(LIMIT_MS);
                another.getInputStream().read();
                another.getOutputStream().write(1);
                another.getInputStream().read();
            }
        });
        proxy.refuse(false);
        try (Socket again = new Socket(LOOPBACK, proxy.port()); Socket accepted = broker.accept()) {
            again.getOutputStream().write(Frames.other(1, 10));
            assertArrives(Frames.other(1, 10), accepted);
        }
    }

    @Test
    void aDroppedAnswerIsRememberedAsSaidAndNotHeard() throws Exception {
        faults.strike(1, f -> !f.request(), new Action.Reset());
        reach(Frames.produce(1, -1, 0, 3));
        node.getOutputStream().write(Frames.answer(1, 0, Errors.NONE, 7));
        assertThrows(SocketException.class, () -> client.getInputStream().read());
        until("the life to end", () -> wire.attempts().lives(new RecordId(1, 0, 0), Frames.TOPIC, 0).stream()
                .anyMatch(l -> l.latest().heard() == Heard.NOTHING && l.latest().said().toString().contains("NONE")));
    }
}
