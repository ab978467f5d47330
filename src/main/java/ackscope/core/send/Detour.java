package ackscope.core.send;

import ackscope.core.breaker.BreakerGate;
import ackscope.core.breaker.BreakerSettings;
import ackscope.core.breaker.BreakerView;
import ackscope.core.breaker.Held;
import ackscope.core.breaker.Outbox;
import ackscope.core.compose.RecordStamp;
import ackscope.core.event.BreakerEvent.State;
import ackscope.core.event.Certainty;
import ackscope.core.event.FailureKind;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * The way of records that the circuit breaker turns away: into the outbox, and from there to the producer when it lets them. A replay
 * keeps the record's number and raises its resend. A record of an earlier run, or left by an earlier process, has no number in this
 * run's ledger: it gets the next one, with resend 1, and is replayed only when a person asks for it, because the cluster may be another.
 *
 * <p>Replays go in the order of keeping, but records that are sent meanwhile do not wait behind them. A replay that fails in a way that
 * another may not goes back to its old place; there is no limit to how often, because the breaker opens when most of them fail.
 *
 * <p>Keeping and replaying is the sending thread's, the rest any thread's.
 */
final class Detour implements ProducerSlot.Life {
    /** Up to this many replays are announced one by one. */
    private static final int ANNOUNCED = 100;
    private static final long LONGEST_PARK_NANOS = 20_000_000;
    private static final long REPORT_LOOK_NANOS = 2_000_000;
    private static final double SECOND = 1e9;
    private static final String REPLAY_OBSTACLE = "The outbox cannot be replayed by a producer with a transactional.id: its records were"
            + " not sent as part of a transaction. Clear transactional.id, then replay.";

    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final BreakerGate gate;
    private final Outbox outbox;
    private volatile Plan plan = Plan.NONE;
    private long nextNanos;

    /**
     * What is to be replayed.
     *
     * @param upTo    lines of the outbox up to this one; 0 for none, MAX for whatever comes
     * @param earlier also what is of earlier runs
     * @param rate    records/s, 0 for as fast as it goes
     */
    private record Plan(long upTo, boolean earlier, double rate) {
        static final Plan NONE = new Plan(0, false, 0);
    }

    /** What one step did. */
    enum Step {
        /** Nothing was due. */
        NOTHING,
        /** A record was given to the producer. */
        GAVE,
        /** The producer is closed: it was of no use any more. */
        BROKEN
    }

    Detour(Path outboxFolder, SendClock clock, Consumer<LabEvent> events, boolean ownThread) {
        this.clock = clock;
        this.events = events;
        gate = new BreakerGate(clock::nanos, clock::ms, events);
        outbox = new Outbox(outboxFolder, clock::ms, events, ownThread);
    }

    BreakerGate gate() {
        return gate;
    }

    Outbox outbox() {
        return outbox;
    }

    void set(BreakerSettings settings) {
        gate.set(settings);
        outbox.limit(settings);
        if (!settings.replayOnClose() && plan.upTo() == Long.MAX_VALUE) {
            plan = Plan.NONE;
        } else if (settings.replayOnClose() && outbox.waiting(false) > 0) {
            replayByItself(settings);
        }
    }

    BreakerView view(boolean inTheWay) {
        return outbox.view(inTheWay ? gate.view() : BreakerView.OFF);
    }

    /** Plans a replay of everything that is in the outbox now; false if what earlier processes left is not read yet: ask again then. */
    boolean ask(double rate) {
        boolean ready = outbox.ready();
        plan = new Plan(Math.max(plan.upTo(), outbox.lastLine()), true, rate);
        return ready;
    }

    private void replayByItself(BreakerSettings settings) {
        Plan now = plan;
        if (now.upTo() != Long.MAX_VALUE) {
            plan = new Plan(Long.MAX_VALUE, now.earlier(), now.upTo() == 0 ? settings.replayPerSecond() : now.rate());
        }
    }

    /** Plans no replay. Returns whether there was one to be done. */
    boolean pause() {
        boolean was = pending();
        plan = Plan.NONE;
        return was;
    }

    /** Whether records wait that are to be replayed. */
    boolean pending() {
        Plan now = plan;
        return now.upTo() > 0 && outbox.next(now.upTo(), now.earlier()).isPresent();
    }

    /** Whether there is a replay that is not over: records wait, or are on their way and may come back. */
    boolean underWay() {
        return plan.upTo() > 0 && (pending() || outbox.anyOut());
    }

    /** How long to wait at most before the next {@link #replay}, ns. */
    long waitNanos() {
        return pending() && gate.passable()
                ? Math.clamp(nextNanos - clock.nanos(), 0, LONGEST_PARK_NANOS)
                : LONGEST_PARK_NANOS;
    }

    /**
     * The ticket of a new record, or {@link BreakerGate#REFUSED}. The tries of a half open breaker are made with the outbox's records if
     * they are to be replayed: they go back when they fail, while a new record would be reported failed.
     */
    long pass() {
        return gate.on() && gate.state() != State.CLOSED && pending() ? BreakerGate.REFUSED : gate.tryPass();
    }

    /**
     * Keeps a record with the next number of the run, instead of sending it.
     *
     * @return why it was not kept and sending must end, or ""; it has a number only if it was kept, or the disk failed at the last moment
     */
    String keep(Run run, RecordId id, ProducerRecord<byte[], byte[]> record, int checksum, long now) {
        Optional<Outbox.Draft> draft;
        try {
            draft = outbox.draft(record, id);
        } catch (IOException e) {
            return "the circuit breaker is open and the outbox cannot be opened: " + e.getMessage();
        }
        if (draft.isEmpty()) {
            return outbox.fullWords();
        }
        run.opened(id.number(), now, checksum);
        try {
            outbox.keep(draft.get());
        } catch (IOException e) {
            String why = "the circuit breaker is open and the outbox cannot be written: " + e.getMessage();
            run.failed(record.topic(), id, -1, new Cause(FailureKind.REFUSED, e.getClass().getSimpleName(), "Not sent: "
                    + why, Certainty.NO, "no producer had it"), false, 0);
            return why;
        }
        run.held(id.number());
        BreakerSettings settings = gate.settings();
        if (settings.replayOnClose()) {
            replayByItself(settings);
        }
        return "";
    }

    /** Gives the next record from the outbox to the producer if one is due and the breaker lets it. */
    Step replay(SendEngine engine, Run run, OpenProducer producer, Handover handover) {
        Plan now = plan;
        if (now.upTo() == 0) {
            return Step.NOTHING;
        }
        long nanos = clock.nanos();
        if (producer.transactional() || nanos - nextNanos < 0 || !gate.passable()) {
            return Step.NOTHING;
        }
        Optional<Held> next = outbox.next(now.upTo(), now.earlier());
        if (next.isEmpty()) {
            return Step.NOTHING;
        }
        long ticket = gate.tryPass();
        if (ticket == BreakerGate.REFUSED) {
            return Step.NOTHING;
        }
        // At most one look's worth of records makes up for a late look.
        nextNanos = Math.max(nextNanos, nanos - LONGEST_PARK_NANOS)
                + (now.rate() == 0 ? 0 : (long) (SECOND / now.rate()));
        try {
            return give(engine, run, producer, handover, next.get(), ticket, nanos);
        } catch (IOException e) {
            gate.left(ticket);
            pause();
            say(LogEvent.Level.ERROR, "The replay stopped: the outbox cannot be read or written: " + e.getMessage());
            return Step.NOTHING;
        }
    }

    /** Replays while there is nothing else to do, until it is stopped or every replay has its report. */
    void whileIdle(SendEngine engine, Run run, StopSwitch stops, BooleanSupplier idle, boolean transactional) {
        if (transactional) {
            pause();
            say(LogEvent.Level.WARNING, REPLAY_OBSTACLE);
        }
        Handover handover = new Handover(run, stops, clock, this);
        while (idle.getAsBoolean() && underWay() && !stops.stopping()) {
            if (replay(engine, run, engine.producer(), handover) == Step.NOTHING) {
                clock.park(Math.max(REPORT_LOOK_NANOS, waitNanos()));
            }
        }
        if (stops.stopping() && !stops.ended() && pause()) {
            say(LogEvent.Level.INFO, "The replay is stopped. What it did not reach stays in the outbox.");
        }
    }

    private Step give(SendEngine engine, Run run, OpenProducer producer, Handover handover, Held held, long ticket,
            long nanos) throws IOException {
        boolean ours = held.ofThisRun();
        ProducerRecord<byte[], byte[]> kept = outbox.read(held);
        RecordId id = ours
                ? new RecordId(run.id(), held.id().number(), held.id().resend() + 1)
                : new RecordId(run.id(), run.size(), 1);
        boolean announced = outbox.waiting(true) <= ANNOUNCED;
        ProducerRecord<byte[], byte[]> record = outbox.handOut(held, kept, id);
        try {
            if (ours) {
                run.given(id.number(), nanos);
            } else {
                run.stretch(record.topic(), producer.terms(),
                        RecordStamp.read(RecordStamp.of(record.headers(), record.value())).equals(Optional.of(id)));
                run.opened(id.number(), nanos, Outbox.checksum(held, kept));
            }
        } catch (RuntimeException e) {
            gate.left(ticket);
            outbox.back(held, false);
            throw e;
        }
        if (announced) {
            int partition = record.partition() == null ? -1 : record.partition();
            events.accept(new RecordEvent.Sent(id, record.topic(), partition, clock.ms()));
        }
        Optional<RuntimeException> broken = handover.give(producer, record,
                new Handover.Slip(id, record.topic(), announced, ticket, Optional.of(held), nanos,
                        Handover.Reports.NONE));
        if (broken.isEmpty()) {
            return Step.GAVE;
        }
        pause();
        engine.closeProducer();
        say(LogEvent.Level.ERROR, "The replay stopped: the producer can no longer be used: " + Words.of(broken.get()));
        return Step.BROKEN;
    }

    /** A replayed record has been acknowledged. I/O thread. */
    void delivered(Held held) {
        outbox.done(held);
    }

    /**
     * What becomes of a record whose replay failed: back into the outbox if another replay may do better. Else it leaves the outbox, and
     * must be reported failed.
     */
    boolean goesBack(Run run, Held held, RecordId as, Cause cause) {
        boolean again = switch (cause.kind()) {
            case BUFFER_EXHAUSTED, NO_METADATA, EXPIRED_QUEUED, EXPIRED, RETRIES_USED_UP, DISCARDED, GIVEN_UP,
                    CANCELLED ->
                true;
            case SERIALIZATION, TOO_LARGE, REFUSED, NOT_RETRIABLE -> false;
        };
        if (!again) {
            outbox.done(held);
            return false;
        }
        if (outbox.isOut(held, as)) {
            // First the ledger: once it is back in the outbox, the sending thread may hand it out again.
            run.held(as.number());
            outbox.back(held, cause.certainty() != Certainty.NO);
        }
        // It failed because somebody closed the producer or its credentials do not hold, not because of the cluster's state.
        if (cause.kind() == FailureKind.GIVEN_UP && pause()) {
            say(LogEvent.Level.WARNING, "The replay stopped, and its records wait in the outbox: " + cause.message());
        }
        return true;
    }

    boolean mayBeWritten(Held held) {
        return outbox.mayBeWritten(held);
    }

    /** The producer is closed: what it did not report of the outbox's records waits there again. */
    @Override
    public void ended(Run run) {
        gate.producerEnded();
        outbox.allBack().forEach(held -> run.held(held.id().number()));
    }

    /** A run ended: what is in the outbox is of an earlier run from now on. */
    void runEnded(int run) {
        plan = Plan.NONE;
        int left = outbox.waiting(false);
        outbox.runEnded();
        if (left > 0) {
            say(LogEvent.Level.WARNING, left + (left == 1 ? " record" : " records") + " of run " + run
                    + " stay in the outbox. Replayed later, they get numbers of the run then.");
        }
    }

    /** Throws away what waits. */
    void discard(Run run) {
        List<Held> all = outbox.waiting();
        discard(run, all);
        say(LogEvent.Level.INFO, all.isEmpty()
                ? "There is nothing to discard: the outbox is empty."
                : all.size() + (all.size() == 1 ? " record was" : " records were") + " thrown away from the outbox.");
    }

    /** Throws away what waits and was first kept in this run. */
    void discardKept(Run run) {
        List<Held> all = outbox.waiting().stream().filter(held -> held.ofThisRun() && held.keptIn() == run.id())
                .toList();
        discard(run, all);
        if (!all.isEmpty()) {
            say(LogEvent.Level.INFO, all.size() + (all.size() == 1 ? " record" : " records") + " of run "
                    + run.ordinal() + (all.size() == 1 ? " was" : " were")
                    + " thrown away from the outbox, for what sent them is over.");
        }
    }

    private void discard(Run run, List<Held> all) {
        for (Held held : all) {
            boolean maybe = outbox.mayBeWritten(held);
            outbox.done(held);
            if (held.ofThisRun()) {
                run.failed(run.topic(held.id().number()), held.id(), -1,
                        new Cause(maybe ? FailureKind.GIVEN_UP : FailureKind.CANCELLED, "Discarded",
                                "It was thrown away while it waited in the outbox.",
                                maybe ? Certainty.MAYBE : Certainty.NO,
                                maybe ? "a replay of it may have been written" : "no producer had it"),
                        false, 0);
            }
        }
    }

    private void say(LogEvent.Level level, String text) {
        events.accept(new LogEvent(level, text, clock.ms()));
    }
}
