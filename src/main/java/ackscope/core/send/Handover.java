package ackscope.core.send;

import ackscope.core.breaker.BreakerGate;
import ackscope.core.breaker.Held;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.RecordId;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;

/**
 * Gives records to the producer, and reports what becomes of each: to the run, to the circuit breaker, and to the outbox if it came from
 * there. Giving is the sending thread's, which made it; reports come on the producer's I/O thread, or within {@code send()}.
 */
final class Handover {
    private final Run run;
    private final StopSwitch stops;
    private final SendClock clock;
    private final Detour detour;
    private final Thread sender = Thread.currentThread();
    private boolean inSend;

    /**
     * A record on its way.
     *
     * @param announced whether it was announced when it was sent
     * @param ticket    the breaker's
     * @param held      where it is in the outbox, if it is a replay
     * @param nanos     when it was given, on the clock
     * @param reports   who else is told
     */
    record Slip(RecordId id, String topic, boolean announced, long ticket, Optional<Held> held, long nanos,
            Reports reports) {
    }

    /** Is told what became of a record. On the producer's I/O thread, or within {@code send()}. */
    interface Reports {
        /** Nobody. */
        Reports NONE = new Reports() {
        };

        /** Acknowledged. */
        default void acked(String topic, int partition) {
        }

        /** Reported failed. */
        default void failed(Exception exception) {
        }

        /** It failed within {@code send()}, and not because somebody stopped it; after {@link #failed}. */
        default void failedHere() {
        }
    }

    Handover(Run run, StopSwitch stops, SendClock clock, Detour detour) {
        this.run = run;
        this.stops = stops;
        this.clock = clock;
        this.detour = detour;
    }

    /** Calls {@code send()}. Returns what it threw if the producer is of no use after it. */
    Optional<RuntimeException> give(OpenProducer producer, ProducerRecord<byte[], byte[]> record, Slip slip) {
        Delivery delivery = new Delivery(producer, slip);
        RuntimeException thrown = null;
        long before = clock.nanos();
        inSend = true;
        run.enters(slip.id().number());
        stops.enterSend();
        try {
            Future<RecordMetadata> _ = producer.producer().send(record, delivery);
        } catch (RuntimeException e) {
            thrown = e;
            run.ways().threw();
        } finally {
            stops.leaveSend();
            inSend = false;
        }
        run.blocked(slip.id().number(), clock.nanos() - before);
        if (thrown == null) {
            return Optional.empty();
        }
        delivery.refused(thrown);
        return fatal(thrown) ? Optional.of(thrown) : Optional.empty();
    }

    /** A record that could not be made, so that it never got as far as the producer. */
    void refused(OpenProducer producer, RuntimeException e, Slip slip) {
        new Delivery(producer, slip).refused(e);
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
        private final Slip slip;

        Delivery(OpenProducer producer, Slip slip) {
            this.producer = producer;
            this.slip = slip;
        }

        @Override
        public void onCompletion(RecordMetadata metadata, Exception exception) {
            run.ways().calledBack();
            long took = clock.nanos() - slip.nanos();
            if (exception == null) {
                run.acked(slip.topic(), slip.id(), metadata.partition(), metadata.hasOffset() ? metadata.offset() : -1,
                        producer.acksNone(), slip.announced(), took);
                detour.gate().succeeded(slip.ticket(), took);
                slip.held().ifPresent(detour::delivered);
                slip.reports().acked(slip.topic(), metadata.partition());
            } else {
                failed(exception, metadata == null ? -1 : metadata.partition(), took,
                        Thread.currentThread() == sender && inSend);
            }
        }

        /** The record never got as far as a callback. */
        void refused(RuntimeException e) {
            failed(e, -1, clock.nanos() - slip.nanos(), true);
        }

        private void failed(Exception exception, int partition, long took, boolean here) {
            boolean retried = !here && producer.retries().retriedSince(slip.topic(), partition, slip.nanos());
            Cause told = FailureClassifier.classify(exception,
                    new FailureClassifier.Where(here, producer.acksNone(), producer.acksAll(), retried));
            Cause cause = here
                    ? told
                    : WireVerdict.correct(told, producer.wire().tries(slip.id(), slip.topic(), partition,
                            producer.terms().clientId()));
            if (slip.ticket() != BreakerGate.UNJUDGED) {
                detour.gate().failed(slip.ticket(), cause.kind(), took);
            }
            if (slip.held().isEmpty()) {
                run.failed(slip.topic(), slip.id(), partition, cause, slip.announced(), took);
            } else if (!detour.goesBack(run, slip.held().get(), slip.id(), cause)) {
                run.failed(slip.topic(), slip.id(), partition, afterReplays(cause, slip.held().get()),
                        slip.announced(), took);
            }
            slip.reports().failed(exception);
            if (here && cause.kind() != FailureKind.CANCELLED) {
                slip.reports().failedHere();
            }
        }

        /** The cause tells of the last replay only. */
        private Cause afterReplays(Cause cause, Held held) {
            return cause.certainty() == Certainty.NO && detour.mayBeWritten(held)
                    ? new Cause(cause.kind(), cause.error(), cause.message(), Certainty.MAYBE,
                            "an earlier replay of it may have been written")
                    : cause;
        }
    }
}
