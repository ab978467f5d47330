package ackscope.core.send;

import ackscope.core.event.Ending;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.TransactionEvent;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * The transaction that a send action has open, if any. It ends in one of three ways: committed, aborted, or in doubt, when a commit got
 * no answer; after the last one, and after an abort that failed, the producer is of no more use. For the sending thread. Source:
 * {@code TransactionManager}, its table of states.
 */
final class SendTransaction {
    private final Run run;
    private final OpenProducer producer;
    private final StopSwitch stops;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private long records;
    private long failures;

    /** How a transaction ended, as far as it matters for what may follow. */
    enum End {
        /** The producer can go on. */
        USABLE,
        /** The producer must be replaced. */
        BROKEN,
        /** A newer producer took the transactional.id: a new one here would only take it back. */
        FENCED
    }

    SendTransaction(Run run, OpenProducer producer, StopSwitch stops, SendClock clock, Consumer<LabEvent> events) {
        this.run = run;
        this.producer = producer;
        this.stops = stops;
        this.clock = clock;
        this.events = events;
    }

    /** Counts a record that is about to be sent, after beginning the transaction if it is the first. */
    void record() {
        if (records == 0) {
            producer.producer().beginTransaction();
            run.transactionBegan();
            events.accept(new TransactionEvent.Begun(producer.transactionalId(), clock.ms()));
        }
        records++;
    }

    /** A record failed within {@code send()}: the transaction will be aborted. */
    void failed() {
        failures++;
    }

    /** Whether it should be ended before another record. */
    boolean due(int perTransaction) {
        return records >= perTransaction || failures > 0;
    }

    /** Ends it, if one is open. */
    End end() {
        if (records == 0) {
            return End.USABLE;
        }
        if (stops.cancelled()) {
            return aborted(
                    "it was cancelled. Nothing waited for the abort: readers see it when a producer with this id opens again, or"
                            + " transaction.timeout.ms passes",
                    End.BROKEN);
        }
        if (failures > 0) {
            return abort(failures == 1 ? "one of its records failed" : failures + " of its records failed", false);
        }
        try {
            commit();
        } catch (TimeoutException e) {
            return doubt("the coordinator did not answer the commit within max.block.ms, asked twice");
        } catch (InterruptException e) {
            return doubt("it was cancelled while the commit was on its way");
        } catch (KafkaException | IllegalStateException e) {
            return abort("the commit failed: " + Words.of(e), fenced(e));
        }
        events.accept(new TransactionEvent.Committed(producer.transactionalId(), records, clock.ms()));
        reset(Ending.COMMITTED);
        return End.USABLE;
    }

    /** A wait that ran out is repeated once, because after it only the same call may follow. */
    private void commit() {
        try {
            stops.await(producer.producer()::commitTransaction);
        } catch (TimeoutException e) {
            stops.await(producer.producer()::commitTransaction);
        }
    }

    private End abort(String why, boolean fenced) {
        if (fenced) {
            return aborted(why, End.FENCED);
        }
        try {
            stops.await(producer.producer()::abortTransaction);
            return aborted(why, End.USABLE);
        } catch (KafkaException | IllegalStateException e) {
            return aborted(why + ", and it could not be aborted (" + Words.of(e)
                    + "): the coordinator will abort it when it times out", fenced(e) ? End.FENCED : End.BROKEN);
        }
    }

    private End aborted(String why, End end) {
        events.accept(new TransactionEvent.Aborted(producer.transactionalId(), records, why, clock.ms()));
        reset(Ending.ABORTED);
        return end;
    }

    private End doubt(String why) {
        events.accept(new LogEvent(LogEvent.Level.ERROR,
                "Whether the transaction of " + records + " records was committed is not known: "
                        + why + ". Read the topic with read_committed to find out.",
                clock.ms()));
        reset(Ending.IN_DOUBT);
        return End.BROKEN;
    }

    private void reset(Ending ending) {
        run.transactionEnded(ending);
        records = 0;
        failures = 0;
    }

    private static boolean fenced(Throwable e) {
        for (Throwable t = e; t != null; t = t.getCause()) {
            if (t instanceof ProducerFencedException) {
                return true;
            }
        }
        return false;
    }
}
