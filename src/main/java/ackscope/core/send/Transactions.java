package ackscope.core.send;

import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.transaction.Call;
import ackscope.core.transaction.TransactionBoard;
import ackscope.core.transaction.TransactionView;
import ackscope.core.transaction.Trouble;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/**
 * The engine's transactions: begun, committed and aborted by a person, or by a load. What is sent while a person has one open joins it.
 * The public methods return at once, and any thread may call them; what they ask is done by the sending thread, in the order of asking, and
 * {@link #view} tells what became of it. A call that the client would refuse is not made, and the event log says why.
 */
public final class Transactions implements ProducerSlot.Life {
    private static final String NO_ID = "The producer has no transactional.id. Set one in the delivery settings; then begin.";

    private final SendEngine engine;
    private final StopSwitch stops;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final TransactionBoard board;
    private volatile Optional<Owned> current = Optional.empty();
    private volatile boolean held;

    private record Owned(OpenProducer producer, SendTransaction transaction) {
    }

    Transactions(SendEngine engine, StopSwitch stops, SendClock clock, Consumer<LabEvent> events) {
        this.engine = engine;
        this.stops = stops;
        this.clock = clock;
        this.events = events;
        board = new TransactionBoard(clock::ms);
    }

    /** The transactional producer and its open transaction as they are now. */
    public TransactionView view() {
        return board.view();
    }

    /** Begins a transaction, with a new producer if none is open. It is open until {@link #commit} or {@link #abort}. */
    public void begin() {
        engine.ask(() -> perform(Call.BEGIN, this::beginNow));
    }

    /** Commits the open transaction. */
    public void commit() {
        engine.ask(() -> perform(Call.COMMIT, this::commitNow));
    }

    /** Aborts the open transaction. */
    public void abort() {
        engine.ask(() -> perform(Call.ABORT, this::abortNow));
    }

    /** Closes a producer that can do nothing more, or that waits in vain, and opens another with the same transactional.id. */
    public void replace() {
        engine.ask(() -> perform(Call.REPLACE, this::replaceNow));
    }

    private void perform(Call call, Runnable todo) {
        String obstacle = stops.stopping() ? "It was stopped before it began." : board.obstacle(call);
        if (!obstacle.isEmpty()) {
            say(LogEvent.Level.WARNING, "Not done: " + call.word() + ". " + obstacle);
            return;
        }
        try {
            todo.run();
        } catch (InterruptException e) {
            lost("it was cancelled while the " + call.word() + " was on its way");
            engine.closeProducer();
        }
        engine.closeIfOutdated();
    }

    private void beginNow() {
        try {
            engine.goOn();
            OpenProducer producer = engine.producer();
            if (producer.transactional()) {
                of(engine.run(), producer).begin(true);
                held = true;
            } else {
                refused(NO_ID);
            }
        } catch (InterruptException e) {
            refused("It was cancelled while it waited for the coordinator.");
        } catch (KafkaException | IllegalStateException e) {
            if (current.isPresent()) {
                explain(board.callFailed(e, Call.BEGIN));
            }
            refused(Words.of(e));
        }
    }

    private void refused(String why) {
        board.said("not begun: " + why);
        say(LogEvent.Level.ERROR, "No transaction was begun. " + why);
    }

    private void commitNow() {
        opened().commit().ifPresentOrElse(trouble -> {
            if (trouble.kind() == Trouble.Kind.FATAL) {
                lost("the commit failed: " + trouble.words());
            }
            explain(trouble);
        }, () -> held = false);
    }

    private void abortNow() {
        opened().abort("it was asked for", true).ifPresentOrElse(trouble -> {
            if (trouble.kind() == Trouble.Kind.FATAL) {
                lost("the abort was refused: " + trouble.words());
            }
            explain(trouble);
        }, () -> held = false);
    }

    private void replaceNow() {
        lost("the producer was closed before the end of it was known");
        engine.closeNow();
        try {
            if (!engine.producer().transactional()) {
                say(LogEvent.Level.INFO, "The new producer has no transactional.id: the settings have none any more.");
            }
        } catch (InterruptException e) {
            board.said("not opened: it was cancelled.");
        } catch (KafkaException | IllegalStateException e) {
            board.said("not opened: " + Words.of(e));
            say(LogEvent.Level.ERROR, "The producer could not be opened anew: " + Words.of(e));
        }
    }

    private SendTransaction opened() {
        return current.orElseThrow().transaction();
    }

    private void explain(Trouble trouble) {
        say(LogEvent.Level.ERROR, "Transaction: " + trouble.words() + " " + switch (trouble.kind()) {
            case REPEAT -> "Only the same call may follow: repeat it.";
            case ABORTABLE -> "Abort it; then the producer can go on.";
            case FATAL -> "Close the producer and open it anew.";
        });
    }

    private void lost(String why) {
        held = false;
        current.ifPresent(now -> now.transaction().lost(why));
    }

    /** Sending broke off in a way that nobody foresaw: what is open would stay so. Sending thread. */
    void abandon() {
        if (current.filter(now -> now.transaction().isOpen()).isPresent()) {
            engine.closeProducer();
        }
    }

    /** Whether a person has a transaction open. */
    boolean held() {
        return held;
    }

    /** Why no record can join the transaction that a person has open, in words, or "". */
    String obstacle() {
        return held ? board.obstacle(Call.SEND) : "";
    }

    /** The transactions of this producer. Sending thread. */
    SendTransaction of(Run run, OpenProducer producer) {
        Optional<Owned> now = current;
        if (now.isEmpty() || now.get().producer() != producer) {
            now = Optional.of(new Owned(producer, new SendTransaction(run, producer, stops, clock, events, board)));
            current = now;
        }
        return now.get().transaction();
    }

    @Override
    public void opening(OpenProducer producer) {
        if (producer.transactional()) {
            board.initializing(producer.transactionalId(), producer.transactionTimeoutMs(), producer.maxBlockMs());
        }
    }

    @Override
    public void opened(OpenProducer producer) {
        if (producer.transactional()) {
            board.ready();
        }
    }

    @Override
    public void ended(Run run) {
        lost("the producer was closed in the middle of it");
        current = Optional.empty();
        board.closed();
    }

    private void say(LogEvent.Level level, String text) {
        events.accept(new LogEvent(level, text, clock.ms()));
    }
}
