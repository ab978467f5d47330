package ackscope.core.send;

import ackscope.core.breaker.BreakerGate;
import ackscope.core.compose.LoadPlan;
import ackscope.core.compose.RecordSource;
import ackscope.core.event.LabEvent;
import ackscope.core.event.LogEvent;
import ackscope.core.event.RecordEvent;
import ackscope.core.event.RecordId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

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
    private static final long SHORTEST_PARK_NANOS = 1_000_000;
    private static final long SECOND = 1_000_000_000;

    private final SendEngine engine;
    private final Run run;
    private final RecordSource source;
    private final LoadPlan plan;
    private final StopSwitch stops;
    private final SendClock clock;
    private final Consumer<LabEvent> events;
    private final LongSupplier freeBytes;
    private final Detour detour;
    private final Handover handover;
    private final boolean announced;
    private OpenProducer producer;
    private LoadTransactions transaction;
    private Handover.Reports reports = Handover.Reports.NONE;
    private long sent;
    private String problem = "";

    SendAction(SendEngine engine, Run run, RecordSource source, StopSwitch stops, SendClock clock,
            Consumer<LabEvent> events, LongSupplier freeBytes, Detour detour) {
        this.engine = engine;
        this.run = run;
        this.source = source;
        this.plan = source.plan();
        this.stops = stops;
        this.clock = clock;
        this.events = events;
        this.freeBytes = freeBytes;
        this.detour = detour;
        handover = new Handover(run, stops, clock, detour);
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
            replay();
            long ahead = start + paced(sent) - now;
            if (ahead > 0) {
                clock.park(Math.min(ahead, Math.max(SHORTEST_PARK_NANOS, detour.waitNanos())));
                continue;
            }
            if (ahead < -SECOND && plan.ratePerSecond() > 0) {
                // A wait of more than a second is not made up for by a burst that nobody asked for.
                start = now - paced(sent);
            }
            if (producer.transactional()) {
                problem = engine.transactions().obstacle();
                if (!problem.isEmpty()) {
                    break;
                }
                transaction.record();
                sendOne(now);
                if (transaction.due()) {
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
        run.stretch(source.topic(), producer.terms(), source.stamped());
        SendTransaction own = engine.transactions().of(run, producer);
        transaction = new LoadTransactions(own, stops, plan, transaction == null ? 0 : transaction.begun());
        reports = producer.transactional() ? own : Handover.Reports.NONE;
        if (producer.transactional() && detour.gate().on()) {
            events.accept(new LogEvent(LogEvent.Level.WARNING, engine.breakerObstacle(), clock.ms()));
        }
    }

    /** The outbox is replayed beside a load that has no end. */
    private void replay() {
        switch (detour.replay(engine, run, producer, handover)) {
            case NOTHING -> {
            }
            case GAVE -> run.stretch(source.topic(), producer.terms(), source.stamped());
            case BROKEN -> open();
        }
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
        RecordId id = new RecordId(run.id(), run.size(), 0);
        long ticket = producer.transactional() ? BreakerGate.UNJUDGED : detour.pass();
        Handover.Slip slip = new Handover.Slip(id, source.topic(), announced, ticket, Optional.empty(), now,
                reports);
        ProducerRecord<byte[], byte[]> record;
        try {
            record = source.record(id, sent);
        } catch (IllegalArgumentException e) {
            run.opened(id.number(), now, 0);
            sent++;
            handover.refused(producer, e, slip);
            return;
        }
        if (ticket == BreakerGate.REFUSED) {
            problem = detour.keep(run, id, record, source.checksum(), now);
            sent = run.size() > id.number() ? sent + 1 : sent;
            return;
        }
        run.opened(id.number(), now, source.checksum());
        if (announced) {
            int partition = record.partition() == null ? -1 : record.partition();
            events.accept(new RecordEvent.Sent(id, record.topic(), partition, clock.ms()));
        }
        sent++;
        Optional<RuntimeException> broken = handover.give(producer, record, slip);
        if (broken.isPresent() && !producer.transactional()) {
            engine.closeProducer();
            problem = "the producer can no longer be used: " + Words.of(broken.get())
                    + " The next records get a new one.";
        }
    }
}
