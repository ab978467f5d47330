package ackscope.core.send;

import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.RecordSource;
import ackscope.core.compose.RecordStamp;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import ackscope.core.event.TransactionEvent;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * One send action: one record, many, or a load, at its pace, in transactions when the producer has a transactional.id. Runs on the
 * sending thread.
 */
final class SendAction {
    /** A load stops when less than this is left on the brokers' disk, bytes. */
    static final long DISK_LIMIT = 2L << 30;
    /** Up to this many records are announced one by one when they are sent. */
    private static final int ANNOUNCED = 100;
    private static final long CHECK_NANOS = 250_000_000;
    private static final long LONGEST_PARK_NANOS = 20_000_000;
    private static final long SECOND = 1_000_000_000;

    private final SendEngine engine;
    private final RecordSource source;
    private final LoadPlan plan;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final LongSupplier freeBytes;
    private final Run run;
    private final Thread sender = Thread.currentThread();
    private long sent;
    private long failures;

    SendAction(SendEngine engine, RecordSource source, SendClock clock, Consumer<LabEvent> events,
            LongSupplier freeBytes) {
        this.engine = engine;
        this.source = source;
        this.plan = source.plan();
        this.clock = clock;
        this.events = events;
        this.freeBytes = freeBytes;
        this.run = engine.run();
    }

    /** Sends until done or stopped; returns why it ended early, or "". */
    String perform() {
        OpenProducer producer = engine.producer();
        engine.phase(Progress.Phase.SENDING);
        long start = clock.nanos();
        long nextCheck = start;
        long inTransaction = 0;
        while (!engine.stopping() && (plan.count().isEmpty() || sent < plan.count().getAsLong())) {
            long now = clock.nanos();
            if (now - nextCheck >= 0) {
                nextCheck = now + CHECK_NANOS;
                engine.done(sent);
                if (freeBytes.getAsLong() < DISK_LIMIT) {
                    commit(producer, inTransaction);
                    return "less than 2 GB are left on the disk that the brokers write to. Free some, or send smaller records.";
                }
            }
            if (engine.settingsChanged()) {
                commit(producer, inTransaction);
                inTransaction = 0;
                engine.producer();
                start = clock.nanos() - paced(sent);
            }
            producer = engine.producer();
            long ahead = start + paced(sent) - now;
            if (ahead > 0) {
                clock.park(Math.min(ahead, LONGEST_PARK_NANOS));
                continue;
            }
            if (ahead < -SECOND && plan.ratePerSecond() > 0) {
                // A wait of more than a second is not made up for by a burst that nobody asked for.
                start = now - paced(sent);
            }
            if (producer.transactional() && inTransaction == 0) {
                producer.producer().beginTransaction();
                events.accept(new TransactionEvent.Begun(producer.transactionalId(), clock.ms()));
            }
            sendOne(producer);
            inTransaction++;
            if (producer.transactional() && (inTransaction >= plan.perTransaction() || failures > 0)) {
                commit(producer, inTransaction);
                inTransaction = 0;
            }
        }
        engine.done(sent);
        commit(producer, inTransaction);
        return "";
    }

    /** When record {@code n} is due, ns after the start. */
    private long paced(long n) {
        return plan.ratePerSecond() == 0 ? 0 : (long) (n * (SECOND / plan.ratePerSecond()));
    }

    private void sendOne(OpenProducer producer) {
        long number = run.size();
        RecordId id = new RecordId(run.id(), number, 0);
        Delivery delivery = new Delivery(producer, number, clock.nanos());
        try {
            ProducerRecord<byte[], byte[]> record = source.record(id, sent);
            run.opened(number, delivery.startNanos, RecordStamp.crc(record.value(), 0));
            if (sent < ANNOUNCED && plan.count().orElse(Long.MAX_VALUE) <= ANNOUNCED) {
                events.accept(new RecordEvent.Sent(id, record.topic(),
                        record.partition() == null ? -1 : record.partition(), clock.ms()));
            }
            sent++;
            engine.inSend(true);
            Future<RecordMetadata> _ = producer.producer().send(record, delivery);
        } catch (RuntimeException e) {
            if (run.size() == number) {
                run.opened(number, delivery.startNanos, 0);
                sent++;
            }
            delivery.thrown(e);
        } finally {
            engine.inSend(false);
        }
    }

    private void commit(OpenProducer producer, long records) {
        if (!producer.transactional() || records == 0) {
            return;
        }
        String problem = "";
        if (engine.cancelled()) {
            problem = "it was cancelled";
        } else if (failures > 0) {
            problem = failures + " of its records failed";
        } else {
            try {
                committed(producer);
                events.accept(new TransactionEvent.Committed(producer.transactionalId(), records, clock.ms()));
                return;
            } catch (KafkaException e) {
                problem = "the commit failed: " + SendEngine.words(e);
            }
        }
        failures = 0;
        try {
            producer.producer().abortTransaction();
            events.accept(new TransactionEvent.Aborted(producer.transactionalId(), records, problem, clock.ms()));
        } catch (KafkaException | IllegalStateException e) {
            events.accept(new TransactionEvent.Aborted(producer.transactionalId(), records,
                    problem + ", and it could not be aborted (" + SendEngine.words(e)
                            + "): the coordinator will abort it when it times out; a new producer opens",
                    clock.ms()));
            engine.closeProducer(Duration.ZERO);
        }
    }

    /** Commits; a wait that ran out is repeated once, because after it only the same call may follow. */
    private static void committed(OpenProducer producer) {
        try {
            producer.producer().commitTransaction();
        } catch (TimeoutException e) {
            producer.producer().commitTransaction();
        }
    }

    /** What becomes of one record. Called on the producer's I/O thread, or within {@code send()} on the sending thread. */
    private final class Delivery implements Callback {
        private final OpenProducer producer;
        private final long number;
        private final long startNanos;

        Delivery(OpenProducer producer, long number, long startNanos) {
            this.producer = producer;
            this.number = number;
            this.startNanos = startNanos;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception exception) {
            long took = clock.nanos() - startNanos;
            if (exception == null) {
                run.acked(metadata.topic(), number, metadata.partition(), metadata.hasOffset() ? metadata.offset() : -1,
                        took, clock.ms());
            } else {
                failed(exception, metadata == null ? -1 : metadata.partition(), took);
            }
        }

        void thrown(RuntimeException e) {
            failed(e, -1, clock.nanos() - startNanos);
        }

        private void failed(Exception exception, int partition, long took) {
            boolean inSend = Thread.currentThread() == sender;
            boolean retried = !inSend && producer.retries().retriedSince(source.topic(), partition, startNanos);
            FailureClassifier.Where where = new FailureClassifier.Where(inSend, producer.acksNone(), retried);
            run.failed(source.topic(), number, partition, FailureClassifier.classify(exception, where), took);
            if (inSend) {
                failures++;
            }
        }
    }
}
