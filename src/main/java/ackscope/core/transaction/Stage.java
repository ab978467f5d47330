package ackscope.core.transaction;

import ackscope.core.secret.Secrets;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * What one experiment works with: a partition of the topic, producers that are closed with it, the partition's log, and the steps that are
 * told as they are done. For the experiment's thread. No wait is longer than {@value #LIMIT_MS} ms.
 */
final class Stage implements AutoCloseable {
    static final long LIMIT_MS = 30_000;
    private static final long LOOK_MS = 40;
    /** Where all its records go. */
    static final int PARTITION = 0;

    private final Map<String, Object> clientProperties;
    private final String topic;
    private final String name;
    private final Consumer<List<ExperimentView.Step>> told;
    private final List<ExperimentView.Step> steps = new ArrayList<>();
    private final List<Producer<byte[], byte[]>> producers = new ArrayList<>();
    private final PartitionLog log;
    private final String key;

    /**
     * @param name distinct for each experiment: its transactional.id; up to the last '-' also its records' key
     * @param told gets the steps whenever one begins or ends
     */
    Stage(Map<String, Object> clientProperties, String topic, String name,
            Consumer<List<ExperimentView.Step>> told) {
        this.clientProperties = clientProperties;
        this.topic = topic;
        this.name = name;
        this.told = told;
        // Short, because a person reads it: among the records from one offset on it tells the experiment's own.
        key = name.substring(0, Math.max(1, name.lastIndexOf('-')));
        log = new PartitionLog(clientProperties, topic, PARTITION, key);
    }

    Map<String, Object> clientProperties() {
        return clientProperties;
    }

    String topic() {
        return topic;
    }

    /** The transactional.id of this experiment. */
    String id() {
        return name;
    }

    /** The key of this experiment's records. */
    String key() {
        return key;
    }

    /** What the partition holds. */
    PartitionLog log() {
        return log;
    }

    /** Does a step that gives its result in words. */
    void step(String what, Callable<String> todo) throws Exception {
        steps.add(new ExperimentView.Step(what, "", -1));
        told.accept(List.copyOf(steps));
        long before = System.nanoTime();
        String result = todo.call();
        steps.set(steps.size() - 1,
                new ExperimentView.Step(what, result, TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before)));
        told.accept(List.copyOf(steps));
    }

    /** A producer of this experiment's transactional.id, not initialised yet. */
    Producer<byte[], byte[]> transactional(int timeoutMs) {
        return opened(ClientConfig.producer(clientProperties, id(), timeoutMs));
    }

    /** A producer without transactions. */
    Producer<byte[], byte[]> plain() {
        return opened(ClientConfig.producer(clientProperties, "", 0));
    }

    private Producer<byte[], byte[]> opened(Map<String, Object> config) {
        Producer<byte[], byte[]> producer = new KafkaProducer<>(config, new ByteArraySerializer(),
                new ByteArraySerializer());
        producers.add(producer);
        return producer;
    }

    ProducerRecord<byte[], byte[]> record(String value) {
        return new ProducerRecord<>(topic, PARTITION, key.getBytes(StandardCharsets.UTF_8),
                value.getBytes(StandardCharsets.UTF_8));
    }

    /** Sends a record and waits for its offset. */
    long send(Producer<byte[], byte[]> producer, String value) throws Exception {
        return await(producer.send(record(value)));
    }

    /** Sends records and waits for the last one's offset. */
    long send(Producer<byte[], byte[]> producer, String value, int count) throws Exception {
        long last = -1;
        for (int i = 1; i <= count; i++) {
            last = send(producer, value + " " + i);
        }
        return last;
    }

    private static long await(Future<RecordMetadata> report) throws Exception {
        try {
            return report.get(LIMIT_MS, TimeUnit.MILLISECONDS).offset();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof KafkaException cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Calls what must throw this, or something caused by it; returns its name with the time it took. */
    String expect(Class<? extends KafkaException> type, Callable<?> call) throws Exception {
        long before = System.nanoTime();
        try {
            Object _ = call.call();
        } catch (KafkaException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (type.isInstance(t)) {
                    return type.getSimpleName() + " after "
                            + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before) + " ms";
                }
            }
            throw new UnexpectedResult("It threw " + e.getClass().getSimpleName() + " (" + Secrets.said(e)
                    + ") instead of " + type.getSimpleName() + ".", e);
        }
        throw new UnexpectedResult("It went well instead of throwing " + type.getSimpleName() + ".");
    }

    /** Says it if it does not hold. */
    void must(boolean holds, String otherwise) throws UnexpectedResult {
        if (!holds) {
            throw new UnexpectedResult(otherwise);
        }
    }

    /** Waits until read_committed may read beyond an offset; returns how long that took, ms. */
    long awaitStable(long offset) throws Exception {
        long before = System.nanoTime();
        long limit = before + TimeUnit.MILLISECONDS.toNanos(LIMIT_MS);
        while (log.lastStable() <= offset) {
            if (System.nanoTime() - limit > 0) {
                throw new TimeoutException("The last stable offset stayed at or below " + offset + " for "
                        + LIMIT_MS / 1000 + " s.");
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MS);
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - before);
    }

    @Override
    public void close() {
        // A close that is interrupted would leave the client's thread at work.
        boolean cancelled = Thread.interrupted();
        for (Producer<byte[], byte[]> producer : producers) {
            producer.close(Duration.ZERO);
        }
        log.close();
        if (cancelled) {
            Thread.currentThread().interrupt();
        }
    }
}
