package ackscope.core.transaction;

import ackscope.core.secret.Secrets;
import ackscope.core.transaction.ReadersView.State;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Two readers of one topic, side by side: one is given everything, the other only what was committed. On a thread of their own, which
 * rests while nobody looks. All methods but {@link #close} return at once; any thread may call them.
 */
public final class Readers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Readers.class);
    private static final long AGAIN_MS = 1_000;
    private static final long REST_MS = 60_000;
    private static final long CLOSE_LIMIT_MS = 700;

    private final Supplier<Map<String, Object>> clientProperties;
    private final BiFunction<Map<String, Object>, String, Consumer<byte[], byte[]>> factory;
    private final Thread thread = Thread.ofPlatform().name("ackscope-readers").daemon().unstarted(this::loop);
    private final Semaphore bell = new Semaphore(0);
    private volatile ReadersView view = ReadersView.NONE;
    private volatile Wish wish = new Wish("", false, false, false, 0);
    private boolean started;

    /**
     * What is asked of the thread.
     *
     * @param generation another one means to begin anew
     */
    private record Wish(String topic, boolean looked, boolean paused, boolean ended, int generation) {
        boolean rests() {
            return !looked || paused || topic.isEmpty();
        }
    }

    /** @param clientProperties how to reach the cluster in use; empty while there is none */
    public Readers(Supplier<Map<String, Object>> clientProperties) {
        this(clientProperties, Readers::consumer);
    }

    Readers(Supplier<Map<String, Object>> clientProperties,
            BiFunction<Map<String, Object>, String, Consumer<byte[], byte[]>> factory) {
        this.clientProperties = clientProperties;
        this.factory = factory;
    }

    private static Consumer<byte[], byte[]> consumer(Map<String, Object> clientProperties, String isolation) {
        return new KafkaConsumer<>(ClientConfig.consumer(clientProperties, isolation), new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    /** What they have now. */
    public ReadersView view() {
        return view;
    }

    /** Reads this topic from now on, from a little before its end; "" for none. */
    public void read(String topic) {
        wish(w -> topic.equals(w.topic())
                ? w
                : new Wish(topic, w.looked(), w.paused(), w.ended(), w.generation() + 1));
    }

    /** Begins anew, also with the cluster that is in use by now. */
    public void restart() {
        wish(w -> new Wish(w.topic(), w.looked(), w.paused(), w.ended(), w.generation() + 1));
    }

    /** Whether anybody looks; while nobody does, nothing is read. */
    public void looked(boolean now) {
        wish(w -> new Wish(w.topic(), now, w.paused(), w.ended(), w.generation()));
    }

    /** Holds both readers, or lets them go on. */
    public void pause(boolean now) {
        wish(w -> new Wish(w.topic(), w.looked(), now, w.ended(), w.generation()));
    }

    private synchronized void wish(UnaryOperator<Wish> change) {
        Wish next = change.apply(wish);
        if (next.equals(wish)) {
            return;
        }
        wish = next;
        if (!started && !next.ended() && !next.rests()) {
            started = true;
            thread.start();
        }
        bell.release();
    }

    private void loop() {
        Optional<ReaderPair> pair = Optional.empty();
        int generation = wish.generation();
        while (!wish.ended()) {
            Wish now = wish;
            try {
                if (generation != now.generation()) {
                    generation = now.generation();
                    pair.ifPresent(ReaderPair::close);
                    pair = Optional.empty();
                    view = ReadersView.NONE;
                }
                if (now.rests()) {
                    held(now);
                    rest(REST_MS);
                } else {
                    pair = Optional.of(turn(pair, now.topic()));
                }
            } catch (InterruptedException | InterruptException e) {
                // Only close interrupts.
                break;
            } catch (KafkaException | IllegalStateException e) {
                pair.ifPresent(ReaderPair::close);
                pair = Optional.empty();
                failed(now.topic(), e);
            }
        }
        pair.ifPresent(ReaderPair::close);
    }

    private void held(Wish now) {
        if (now.paused() && view.state() == State.READING) {
            view = new ReadersView(view.topic(), State.PAUSED, "", view.uncommitted(), view.committed(), view.marks(),
                    view.skipped());
        }
    }

    private ReaderPair turn(Optional<ReaderPair> open, String topic) {
        ReaderPair pair = open.orElseGet(() -> open(topic));
        try {
            pair.turn();
        } catch (KafkaException | IllegalStateException e) {
            pair.close();
            throw e;
        }
        view = pair.view();
        return pair;
    }

    private ReaderPair open(String topic) {
        Map<String, Object> properties = clientProperties.get();
        if (properties.isEmpty()) {
            throw new IllegalStateException("there is no cluster to read from yet");
        }
        view = new ReadersView(topic, State.STARTING, "", List.of(), List.of(), List.of(), 0);
        Consumer<byte[], byte[]> all = factory.apply(properties, "read_uncommitted");
        return new ReaderPair(all, factory.apply(properties, "read_committed"), topic);
    }

    private void failed(String topic, RuntimeException e) {
        LOG.info("the readers begin anew: {}", e.toString());
        view = new ReadersView(topic, State.STARTING, "The topic " + topic + " cannot be read at the moment: "
                + Secrets.said(e) + ". It is tried again every second.", List.of(), List.of(), List.of(), 0);
        try {
            rest(AGAIN_MS);
        } catch (InterruptedException end) {
            // Only close interrupts, and it says so as well.
            Thread.currentThread().interrupt();
        }
    }

    /** Until something else is asked, or the time is over. */
    private void rest(long limitMs) throws InterruptedException {
        if (bell.tryAcquire(limitMs, TimeUnit.MILLISECONDS)) {
            bell.drainPermits();
        }
    }

    /** Ends both; waits 0.7 s at most. */
    @Override
    public void close() {
        wish(w -> new Wish(w.topic(), false, w.paused(), true, w.generation()));
        thread.interrupt();
        try {
            thread.join(CLOSE_LIMIT_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
