package ackscope.core.send;

import ackscope.core.event.Ending;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.TransactionEvent;
import ackscope.core.transaction.Call;
import ackscope.core.transaction.TransactionBoard;
import ackscope.core.transaction.Trouble;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The transactions of one producer, one after the other: begins and ends them, and tells the run, the board and the event log. However one
 * ends, the run knows; also when the producer is closed in its middle. For the sending thread, save what reports say. Source:
 * {@code TransactionManager}, its table of states.
 */
final class SendTransaction implements Handover.Reports {
    private final Run run;
    private final OpenProducer producer;
    private final StopSwitch stops;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final TransactionBoard board;
    private volatile boolean open;
    private boolean commitUnanswered;
    private long records;
    private long failures;

    SendTransaction(Run run, OpenProducer producer, StopSwitch stops, SendClock clock, Consumer<LabEvent> events,
            TransactionBoard board) {
        this.run = run;
        this.producer = producer;
        this.stops = stops;
        this.clock = clock;
        this.events = events;
        this.board = board;
    }

    boolean isOpen() {
        return open;
    }

    /** Records that were sent in the open one. */
    long records() {
        return records;
    }

    /** Records of the open one that failed within {@code send()}. */
    long failures() {
        return failures;
    }

    /** @param byHand a person began it */
    void begin(boolean byHand) {
        producer.producer().beginTransaction();
        open = true;
        commitUnanswered = false;
        records = 0;
        failures = 0;
        run.transactionBegan();
        board.began(byHand);
        events.accept(new TransactionEvent.Begun(producer.transactionalId(), clock.ms()));
    }

    /** Counts a record that is about to be sent. */
    void record() {
        records++;
        board.sent();
    }

    @Override
    public void failedHere() {
        failures++;
    }

    @Override
    public void acked(String topic, int partition) {
        board.acked(topic, partition);
    }

    @Override
    public void failed(Exception exception) {
        board.recordFailed(exception);
    }

    /**
     * Commits; returns what went wrong. Nothing ends when something did. Unless the client refused by itself, because of what failed
     * before, the coordinator may have been asked: then a failure does not say that it was not committed. A client that is fenced in its
     * second try may have committed with the first.
     */
    Optional<Trouble> commit() {
        boolean unanswered = commitUnanswered;
        boolean asks = !board.state().failed();
        commitUnanswered |= asks;
        board.calling(Call.COMMIT);
        try {
            stops.await(producer.producer()::commitTransaction);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            Trouble trouble = board.callFailed(e, Call.COMMIT);
            commitUnanswered = unanswered || (asks && trouble.kind() != Trouble.Kind.ABORTABLE);
            return Optional.of(trouble);
        }
        events.accept(new TransactionEvent.Committed(producer.transactionalId(), records, clock.ms()));
        board.ended("committed, " + words());
        end(Ending.COMMITTED);
        return Optional.empty();
    }

    /** Waits until every record has its report. */
    void flush() {
        stops.await(producer.producer()::flush);
    }

    /**
     * Aborts; returns what went wrong. Nothing ends when something did.
     *
     * @param why   in words
     * @param asked it is what somebody wanted
     */
    Optional<Trouble> abort(String why, boolean asked) {
        board.calling(Call.ABORT);
        try {
            stops.await(producer.producer()::abortTransaction);
        } catch (InterruptException e) {
            throw e;
        } catch (KafkaException | IllegalStateException e) {
            return Optional.of(board.callFailed(e, Call.ABORT));
        }
        tell(why, asked);
        board.ended("aborted, " + words());
        end(Ending.ABORTED);
        return Optional.empty();
    }

    /** The producer can do nothing more for the open transaction: what follows for its records from what was asked before. */
    synchronized void lost(String why) {
        if (!open) {
            return;
        }
        if (commitUnanswered) {
            events.accept(new LogEvent(LogEvent.Level.ERROR, "Whether the transaction of " + words()
                    + " was committed is not known: " + why + ". Read the topic with read_committed to find out.",
                    clock.ms()));
            board.over("in doubt, " + words());
            end(Ending.IN_DOUBT);
        } else {
            tell(why, false);
            board.over("aborted, " + words());
            end(Ending.ABORTED);
        }
    }

    private String words() {
        return records + (records == 1 ? " record" : " records");
    }

    private void tell(String why, boolean asked) {
        events.accept(
                new TransactionEvent.Aborted(producer.transactionalId(), records, why, asked, clock.ms()));
    }

    private synchronized void end(Ending ending) {
        if (!open) {
            return;
        }
        run.transactionEnded(ending);
        open = false;
        records = 0;
        failures = 0;
    }
}
