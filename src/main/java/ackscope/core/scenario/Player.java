package ackscope.core.scenario;

import ackscope.core.audit.AuditReport;
import ackscope.core.breaker.BreakerSettings;
import ackscope.core.cluster.LabCluster;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.Workload;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.send.SendLedger;
import ackscope.core.settings.EffectiveSettings;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One half of a scenario from a whole cluster to an audited run: makes the topic, sends, does the steps, waits for the reports, audits and
 * measures. The cluster is whole and the venue's settings are as before when it is over, also after a cancel. For one thread, once.
 */
final class Player {
    private static final long LIMIT_MS = 60_000;
    /** An outbox that is not empty after this stays so. */
    private static final long OUTBOX_MS = 20_000;

    private final Venue venue;
    private final Scenario scenario;
    private final Map<String, String> typed;
    private final String topic;
    private final Consumer<ScenarioProgress> progress;
    private final BooleanSupplier cancelled;
    private final Patience patience;
    private final Ground ground;
    private final SendEngine engine;
    private final Sending sending;
    private double share;

    /**
     * @param typed    producer settings of this half
     * @param topic    to be made
     * @param progress told what is done, in a few words, with the share of this half
     */
    Player(Venue venue, Scenario scenario, Map<String, String> typed, String topic,
            Consumer<ScenarioProgress> progress, BooleanSupplier cancelled) {
        this.venue = venue;
        this.scenario = scenario;
        this.typed = typed;
        this.topic = topic;
        this.progress = progress;
        this.cancelled = cancelled;
        this.engine = venue.engine();
        this.patience = new Patience(cancelled);
        this.ground = new Ground(venue, patience, this::told);
        this.sending = new Sending(venue, topic, patience);
    }

    /**
     * Plays.
     *
     * @param expected of this half
     */
    Played play(List<Expectation> expected) {
        long began = System.nanoTime();
        try (ground) {
            ground.makeWhole();
            ground.beginRun();
            ground.makeTopic(topic, scenario.topic());
            EffectiveSettings effective = ground.use(topic, scenario.topic(), typed,
                    scenario.breaker().orElse(BreakerSettings.DEFAULTS));
            long warm = warmUp();
            RunTotals before = engine.totals();
            // What earlier runs left in the outbox is none of this play's business.
            long keptBefore = engine.breaker().held();
            Run run = engine.run();
            share = 0.3;
            Performance performance = new Performance(venue, ground, scenario, effective, sending, patience,
                    this::told);
            performance.perform();
            share = 0.6;
            told("waiting for the last reports");
            patience.until("the last reports", sending.limitMs(effective), sending::reported);
            if (scenario.breaker().isPresent()) {
                patience.orGoOn(OUTBOX_MS, () -> engine.breaker().held() <= keptBefore);
            }
            RunTotals totals = engine.totals();
            Measuring measuring = new Measuring(run, topic, warm);
            measuring.breaker(engine.breaker(), keptBefore);
            long splits = engine.clientMetrics().batchSplitTotal();
            share = 0.8;
            AuditReport audit = venue.audit(this::told, cancelled);
            ground.over();
            // What was left open is reported when the producer closes.
            RunTotals last = engine.run() == run ? engine.totals() : totals;
            measuring.totals(before, last, splits);
            measuring.audit(audit);
            measuring.ledger(last.sent());
            measuring.happenings(venue.happenings(run.startedMs(), run.endedMs()));
            if (venue.cluster() instanceof LabCluster lab) {
                measuring.wire(lab);
            }
            performance.callErrors().forEach(error -> measuring.count(Quantity.CALL_ERRORS, error));
            measuring.put(Quantity.SHOWN, performance.shown());
            Measured measured = measuring.measured();
            return new Played(topic, typed, last, measured,
                    expected.stream().map(e -> new Played.Check(e, measured.of(e))).toList(), audit,
                    performance.troubles(), TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
        }
    }

    private void told(String words) {
        progress.accept(new ScenarioProgress(words, share));
    }

    /** One record with its own acknowledgement; in a transaction of its own where there are any. Returns how many were sent. */
    private long warmUp() {
        if (!scenario.warmUp()) {
            return 0;
        }
        told("one record warms the producer up");
        sending.send(scenario.load().orElseGet(() -> Workload.random(1, 0, 100, scenario.seed())).times(1), true);
        patience.until("the first record to be acknowledged", LIMIT_MS, () -> engine.totals().acked() == 1);
        patience.until("the producer to be ready", LIMIT_MS, sending::reported);
        SendLedger.Entry first = engine.run().read(0);
        patience.until("the first record to be replicated", LIMIT_MS, () -> venue.cluster().topics()
                .read(topic, first.partition(), Math.max(0, first.offset())).isPresent());
        sending.warmed();
        return 1;
    }
}
