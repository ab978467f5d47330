package ackscope.core.send;

import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;

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
    private final Run run;
    private final RecordSource source;
    private final LoadPlan plan;
    private final StopSwitch stops;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final LongSupplier freeBytes;
    private final Thread sender = Thread.currentThread();
    private final boolean announced;
    private OpenProducer producer;
    private SendTransaction transaction;
    private boolean inSend;
    private long sent;
    private String problem = "";

    SendAction(SendEngine engine, Run run, RecordSource source, StopSwitch stops, SendClock clock,
            Consumer<LabEvent> events, LongSupplier freeBytes) {
        this.engine = engine;
        this.run = run;
        this.source = source;
        this.plan = source.plan();
        this.stops = stops;
        this.clock = clock;
        this.events = events;
        this.freeBytes = freeBytes;
        announced = plan.count().orElse(Long.MAX_VALUE) <= ANNOUNCED;
    }

    /** Sends until done or stopped; returns why it ended early, or "". */
    String perform() {
        open();
        engine.phase(Progress.Phase.SENDING);
        long count = plan.count().orElse(Long.MAX_VALUE);
        long start = clock.nanos();
        long nextCheck = start;
        while (sent < count && problem.isEmpty() && !stops.stopping()) {
            long now = clock.nanos();
            if (now - nextCheck >= 0) {
                nextCheck = now + CHECK_NANOS;
                engine.done(sent);
                if (freeBytes.getAsLong() < DISK_LIMIT) {
                    problem = "less than 2 GB are left on the disk that the brokers write to. Free some, or send smaller records.";
                    break;
                }
            }
            if (engine.settingsChanged()) {
                endTransaction();
                open();
                start = clock.nanos() - paced(sent);
                continue;
            }
            long ahead = start + paced(sent) - now;
            if (ahead > 0) {
                clock.park(Math.min(ahead, LONGEST_PARK_NANOS));
                continue;
            }
            if (ahead < -SECOND && plan.ratePerSecond() > 0) {
                // A wait of more than a second is not made up for by a burst that nobody asked for.
                start = now - paced(sent);
            }
            if (producer.transactional()) {
                transaction.record();
                sendOne(now);
                if (transaction.due(plan.perTransaction())) {
                    endTransaction();
                }
            } else {
                sendOne(now);
            }
        }
        engine.done(sent);
        endTransaction();
        return problem;
    }

    private void open() {
        producer = engine.producer();
        run.stretch(source.topic(), producer.terms());
        transaction = new SendTransaction(producer, stops, clock, events);
    }

    /** After a transaction that could not be ended, the action goes on with a new producer, unless a newer one elsewhere has its id. */
    private void endTransaction() {
        switch (transaction.end()) {
            case USABLE -> {
            }
            case BROKEN -> {
                engine.closeProducer();
                if (sent < plan.count().orElse(Long.MAX_VALUE) && problem.isEmpty() && !stops.stopping()) {
                    open();
                }
            }
            case FENCED -> {
                engine.closeProducer();
                problem = "another producer with the transactional.id " + producer.transactionalId()
                        + " took over. End that one, or choose another id.";
            }
        }
    }

    /** When record {@code n} is due, ns after the start. */
    private long paced(long n) {
        return plan.ratePerSecond() == 0 ? 0 : (long) (n * (SECOND / plan.ratePerSecond()));
    }

    private void sendOne(long now) {
        long number = run.size();
        RecordId id = new RecordId(run.id(), number, 0);
        Delivery delivery = new Delivery(producer, number, now);
        ProducerRecord<byte[], byte[]> record;
        try {
            record = source.record(id, sent);
        } catch (IllegalArgumentException e) {
            run.opened(number, now, 0);
            sent++;
            delivery.refused(e);
            return;
        }
        run.opened(number, now, source.checksum());
        if (announced) {
            int partition = record.partition() == null ? -1 : record.partition();
            events.accept(new RecordEvent.Sent(id, record.topic(), partition, clock.ms()));
        }
        sent++;
        RuntimeException thrown = null;
        long before = clock.nanos();
        inSend = true;
        stops.enterSend();
        try {
            Future<RecordMetadata> _ = producer.producer().send(record, delivery);
        } catch (RuntimeException e) {
            thrown = e;
        } finally {
            stops.leaveSend();
            inSend = false;
        }
        run.blocked(number, clock.nanos() - before);
        if (thrown != null) {
            delivery.refused(thrown);
            if (!producer.transactional() && fatal(thrown)) {
                engine.closeProducer();
                problem = "the producer can no longer be used: " + Words.of(thrown)
                        + " The next records get a new one.";
            }
        }
    }

    /** Whether what {@code send()} threw is about the producer, not about the record or an interrupt. */
    private static boolean fatal(RuntimeException thrown) {
        return switch (thrown) {
            case SerializationException _,InterruptException _ -> false;
            case KafkaException _,IllegalStateException _ -> true;
            default -> false;
        };
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
                        producer.acksNone(), announced, took);
            } else {
                failed(exception, metadata == null ? -1 : metadata.partition(), took,
                        Thread.currentThread() == sender && inSend);
            }
        }

        /** The record never got as far as a callback. */
        void refused(RuntimeException e) {
            failed(e, -1, clock.nanos() - startNanos, true);
        }

        private void failed(Exception exception, int partition, long took, boolean here) {
            boolean retried = !here && producer.retries().retriedSince(source.topic(), partition, startNanos);
            Cause told = FailureClassifier.classify(exception,
                    new FailureClassifier.Where(here, producer.acksNone(), producer.acksAll(), retried));
            Cause cause = here
                    ? told
                    : WireVerdict.correct(told, engine.wire().tries(new RecordId(run.id(), number, 0),
                            source.topic(), partition, producer.terms().clientId()));
            run.failed(source.topic(), number, partition, cause, announced, took);
            if (here && cause.kind() != FailureKind.CANCELLED) {
                transaction.failed();
            }
        }
    }
}
