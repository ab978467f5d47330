package ackscope.core.scenario;

import ackscope.core.compose.ComposeException;
import ackscope.core.compose.RecordSource;
import ackscope.core.run.Workload;
import ackscope.core.send.Outcome;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.settings.EffectiveSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** What a play asks the engine to send, and how far that is. For one thread. */
final class Sending {
    private static final long LIMIT_MS = 60_000;

    private final Venue venue;
    private final SendEngine engine;
    private final String topic;
    private final Patience patience;
    private final List<Asked> asked = new ArrayList<>();
    private CompletableFuture<Void> done = CompletableFuture.completedFuture(null);
    private long warm;
    private double seconds;

    /** A workload and the number of its first record. */
    private record Asked(Workload load, long first) {
    }

    Sending(Venue venue, String topic, Patience patience) {
        this.venue = venue;
        this.engine = venue.engine();
        this.topic = topic;
        this.patience = patience;
    }

    /** Asks for a workload; returns at once. */
    void send(Workload load, boolean warmUp) {
        send(load, warmUp, 0);
    }

    private void send(Workload load, boolean warmUp, long from) {
        try {
            RecordSource source = new Workload(load.key(), load.value(), load.headers(), load.partition(),
                    load.timestampMs(), load.count(), load.ratePerSecond(), load.randomBytes(), load.keySpread(),
                    load.seed(), load.perTransaction(), load.abortEvery(), load.from() + from)
                    .source(topic, true, System::currentTimeMillis);
            asked.add(new Asked(load, asked.isEmpty() ? 0 : asked.getLast().first() + asked.getLast().load().count()));
            seconds += load.ratePerSecond() > 0 ? load.count() / load.ratePerSecond() : 0;
            venue.send(source, warmUp);
            done = engine.caughtUp();
        } catch (ComposeException e) {
            throw new ScenarioException("It cannot begin: " + e.getMessage(), e);
        }
    }

    /** What was sent so far only warmed the producer up. */
    void warmed() {
        warm = engine.totals().sent();
        asked.clear();
    }

    /** Records given to {@code send()} without the warm-up. */
    long sent() {
        return engine.totals().sent() - warm;
    }

    long failed() {
        return engine.totals().failed();
    }

    /** Whether everything asked for was given to {@code send()}, or never will be. */
    boolean given() {
        return done.isDone();
    }

    /** Whether everything asked for has its report, save what waits in the outbox. */
    boolean reported() {
        return done.isDone() && !engine.progress().busy() && engine.totals().waiting() == 0;
    }

    /** How long the reports may take, ms. */
    long limitMs(EffectiveSettings effective) {
        return (long) (seconds * 2_000) + effective.deliveryTimeoutMs() + LIMIT_MS;
    }

    /**
     * Sends again, as new records with the same content, what was reported failed of all that was asked for. Everything must have its report.
     */
    void again(EffectiveSettings effective) {
        patience.until("the reports", limitMs(effective), this::reported);
        Run run = engine.run();
        List<Asked> before = List.copyOf(asked);
        for (Asked one : before) {
            long first = warm + one.first();
            long next = Math.min(first + one.load().count(), run.size());
            long from = -1;
            for (long number = first; number <= next; number++) {
                boolean failed = number < next && run.read(number).outcome() == Outcome.FAILED;
                if (failed && from < 0) {
                    from = number;
                } else if (!failed && from >= 0) {
                    send(one.load().times(number - from), false, from - first);
                    from = -1;
                }
            }
        }
    }
}
