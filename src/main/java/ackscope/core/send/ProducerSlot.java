package ackscope.core.send;

import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.metrics.ClientMetrics;
import ackscope.core.wire.WireSums;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * The one place where a producer is opened and closed, and the sums of what the run's producers counted. Settings may be asked for and
 * figures read by any thread; opening and closing is the sending thread's, save the last close.
 */
final class ProducerSlot {
    private final Function<Map<String, Object>, Producer<byte[], byte[]>> factory;
    private final SendClock clock;
    private final StopSwitch stops;
    private final Consumer<LabEvent> events;
    private final List<Life> lives;
    private final AtomicReference<Wanted> settings = new AtomicReference<>(new Wanted(Map.of(), 0));

    private final Map<Client, WireSums> clients = new HashMap<>();

    private volatile OpenProducer open;
    private volatile Witness wire = Witness.NONE;
    private ClientMetrics earlier = ClientMetrics.NONE;
    private int openedVersion;
    private int generation;
    private long firstNumber;

    /** The settings that were asked for last; each change has the next version. */
    private record Wanted(Map<String, Object> map, int version) {
    }

    /** A client on the wire that it was opened on. */
    private record Client(Witness wire, String id) {
        WireSums sums() {
            return wire.sums(id);
        }
    }

    /** Is told of each producer's life. By the thread that opens or closes it. */
    interface Life {
        /** It is made; if it has a transactional.id, the coordinator is asked next. */
        default void opening(OpenProducer producer) {
        }

        /** It can be used. */
        default void opened(OpenProducer producer) {
        }

        /** It is closed; what it did not report is marked so after this. */
        void ended(Run run);
    }

    /** @param lives told in this order */
    ProducerSlot(Function<Map<String, Object>, Producer<byte[], byte[]>> factory, SendClock clock, StopSwitch stops,
            Consumer<LabEvent> events, List<? extends Life> lives) {
        this.factory = factory;
        this.lives = List.copyOf(lives);
        this.clock = clock;
        this.stops = stops;
        this.events = events;
    }

    /** Asks for settings; says whether they differ from those asked for before. */
    boolean want(Map<String, Object> producerSettings) {
        Map<String, Object> copy = Map.copyOf(producerSettings);
        Wanted before = settings.getAndUpdate(
                now -> copy.equals(now.map()) ? now : new Wanted(copy, now.version() + 1));
        return !copy.equals(before.map());
    }

    /** Whether a producer is open whose settings are no longer those asked for. */
    boolean outdated() {
        return open != null && settings.get().version() != openedVersion;
    }

    /** Whether the settings asked for last make a transactional producer. */
    boolean wantsTransactions() {
        return !String.valueOf(settings.get().map().getOrDefault(ProducerConfig.TRANSACTIONAL_ID_CONFIG, "")).isEmpty();
    }

    boolean isOpen() {
        return open != null;
    }

    /** The open producer, opened with the settings asked for last if there is none. */
    OpenProducer producer(Run run) {
        OpenProducer now = open;
        return now != null ? now : open(run);
    }

    private OpenProducer open(Run run) {
        Wanted wanted = settings.get();
        Map<String, Object> map = new HashMap<>(wanted.map());
        generation++;
        map.putIfAbsent(ProducerConfig.CLIENT_ID_CONFIG, "ackscope-" + run.ordinal() + "-" + generation);
        // Another one makes every send fail, which is what a fault that sets it is for.
        map.putIfAbsent(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        map.putIfAbsent(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        ProducerConfig config = new ProducerConfig(map);
        RetryLog retries = new RetryLog(String.valueOf(map.get(ProducerConfig.CLIENT_ID_CONFIG)), clock);
        Witness now = wire;
        OpenProducer next;
        try {
            next = new OpenProducer(generation, factory.apply(map), config, retries, now);
        } catch (RuntimeException e) {
            retries.close();
            throw e;
        }
        synchronized (this) {
            clients.computeIfAbsent(new Client(now, next.terms().clientId()), Client::sums);
            open = next;
            openedVersion = wanted.version();
            firstNumber = run.size();
        }
        run.sentBy(SentBy.of(generation, firstNumber, clock.ms(), config));
        lives.forEach(life -> life.opening(next));
        if (next.transactional()) {
            try {
                stops.await(next.producer()::initTransactions);
            } catch (RuntimeException e) {
                close(run, Duration.ZERO);
                throw e;
            }
        }
        lives.forEach(life -> life.opened(next));
        return next;
    }

    /**
     * Closes the producer when there is one: waits up to {@code limit}, or until cancelled, for what is on its way; what has no report
     * then is marked so. Sending thread.
     */
    void close(Run run, Duration limit) {
        OpenProducer producer = open;
        if (producer == null) {
            return;
        }
        try {
            stops.await(() -> producer.close(stops.cancelled() ? Duration.ZERO : limit));
        } catch (InterruptException e) {
            closeNow(producer);
        } catch (KafkaException e) {
            say("The producer did not close as it should: " + Words.of(e));
        }
        settle(run, producer);
    }

    /** The last close, when the sending thread ended or does not end. */
    void closeFromOutside(Run run, Duration limit) {
        OpenProducer producer = open;
        if (producer == null) {
            return;
        }
        try {
            producer.close(limit);
        } catch (InterruptException e) {
            // The caller is in a hurry; the mark is set again, so that it can see it.
            closeNow(producer);
            Thread.currentThread().interrupt();
        } catch (KafkaException e) {
            say("The producer did not close as it should: " + Words.of(e));
        }
        settle(run, producer);
    }

    /** An interrupted close leaves the client's I/O thread at work; this one waits for its last callbacks. */
    private void closeNow(OpenProducer producer) {
        Thread.interrupted();
        try {
            producer.close(Duration.ZERO);
        } catch (KafkaException e) {
            say("The producer did not close as it should: " + Words.of(e));
        }
    }

    private void settle(Run run, OpenProducer producer) {
        synchronized (this) {
            if (open != producer) {
                return;
            }
            earlier = producer.metrics(earlier).totalsAlone();
            open = null;
        }
        producer.retries().flush().forEach(events);
        lives.forEach(life -> life.ended(run));
        List<LabEvent> none = run.unreported(firstNumber, "the producer ended before any report", producer.wire());
        none.forEach(events);
    }

    /** What the producers of this run counted. */
    synchronized ClientMetrics metrics() {
        OpenProducer producer = open;
        return producer == null ? earlier : producer.metrics(earlier);
    }

    /** What the wire counted of this run's producers; also of a closed one it may still count what is on its way. */
    synchronized WireSums wireSums() {
        WireSums all = WireSums.NONE;
        for (Map.Entry<Client, WireSums> client : clients.entrySet()) {
            all = all.plus(client.getKey().sums().since(client.getValue()));
        }
        return all;
    }

    Witness wire() {
        return wire;
    }

    /** The wire of the producers that are opened from now on. */
    void watch(Witness next) {
        wire = next;
    }

    /** Forgets what closed producers counted. */
    synchronized void forget() {
        earlier = ClientMetrics.NONE;
        clients.clear();
    }

    /** Retries heard of since the last flush. */
    void flush() {
        OpenProducer producer = open;
        if (producer != null) {
            producer.retries().flush().forEach(events);
        }
    }

    /** What the open producer allows for a delivery, ms; 0 if none is open. */
    long deliveryTimeoutMs() {
        OpenProducer producer = open;
        return producer == null ? 0 : producer.deliveryTimeoutMs();
    }

    /** How long a producer needs at most to report everything that it was given: delivery.timeout.ms and a little more. */
    Duration drainLimit() {
        OpenProducer producer = open;
        return producer == null ? Duration.ZERO : Duration.ofMillis(producer.deliveryTimeoutMs() + 5000);
    }

    private void say(String text) {
        events.accept(new LogEvent(LogEvent.Level.WARNING, text, clock.ms()));
    }
}
