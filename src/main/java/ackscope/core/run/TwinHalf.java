package ackscope.core.run;

import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.LabCluster;
import ackscope.core.cluster.Topics;
import ackscope.core.compose.ComposeException;
import ackscope.core.compose.RecordSource;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultBoard;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.Trigger;
import ackscope.core.metrics.MetricsSampler;
import ackscope.core.metrics.RunTotals;
import ackscope.core.run.RunRecord.RunTopic;
import ackscope.core.run.TwinPlan.Step;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.send.SendLedger;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * One half of a twin run until its producer is closed: makes the topic, sends, and sets the faults at their records and times. Heals and
 * reads nothing. For one thread.
 */
final class TwinHalf {
    private static final long LIMIT_MS = 60_000;
    private static final int MAX_MESSAGE_BYTES = 1_048_588;

    private final LabCluster cluster;
    private final FaultBoard faults;
    private final TwinPlan plan;
    private final String topic;
    private final Patience patience;
    private final FaultCatalogue catalogue = new FaultCatalogue();
    private final RunLog log = new RunLog();

    /** Told what is done, and how much of this half's sending is over, from 0 to 1. */
    @FunctionalInterface
    interface Told {
        void of(String words, double share);
    }

    /**
     * The half when its producer is closed.
     *
     * @param untilMs when that was, ms since the epoch
     */
    record Over(Run run, RunTotals totals, RunLog log, long untilMs, SendEngine engine) implements AutoCloseable {
        @Override
        public void close() {
            engine.close();
        }
    }

    /** @param topic to be made */
    TwinHalf(LabCluster cluster, FaultBoard faults, TwinPlan plan, String topic, Patience patience) {
        this.cluster = cluster;
        this.faults = faults;
        this.plan = plan;
        this.topic = topic;
        this.patience = patience;
    }

    /**
     * Sends everything and closes the producer; the engine stays for its ledger. When it fails nothing stays open.
     *
     * @param engine with nothing sent yet
     */
    Over run(SendEngine engine, SortedMap<String, String> settings, Told told) {
        ScheduledExecutorService ticker = Executors
                .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("ackscope-twin").factory());
        AtomicReference<RunTotals> ended = new AtomicReference<>();
        Run run = engine.run();
        try (ticker) {
            makeTopic(told);
            engine.whenRunEnds((_, totals) -> ended.compareAndSet(null, totals));
            EffectiveSettings effective = use(engine, settings);
            MetricsSampler sampler = new MetricsSampler(() -> run.id(), engine::totals, engine::clientMetrics,
                    run::latencyUs, System::currentTimeMillis);
            ScheduledFuture<?> sampling = ticker.scheduleAtFixedRate(() -> {
                engine.flush();
                sampler.turn().ifPresent(log::sampled);
            }, 0, MetricsSampler.PERIOD_MS, TimeUnit.MILLISECONDS);
            send(engine, effective, told);
            told.of("the producer closes", 0.95);
            sampler.turn().ifPresent(log::sampled);
            sampling.cancel(false);
            engine.newRun();
            patience.until("the producer to close", effective.deliveryTimeoutMs() + LIMIT_MS,
                    () -> ended.get() != null);
            return new Over(run, ended.get(), log, System.currentTimeMillis(), engine);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private void makeTopic(Told told) {
        TwinPlan.Shape shape = plan.topic();
        told.of("the topic " + topic + " is made", 0);
        cluster.topics().create(new Topics.NewTopic(topic, shape.partitions(), shape.replication(), shape.minInsync(),
                MAX_MESSAGE_BYTES));
        log.topic(new RunTopic(topic, shape.partitions(), shape.replication(), shape.minInsync()));
        cluster.watch(topic);
        patience.until("every replica of the new topic to be in sync", LIMIT_MS, () -> {
            ClusterView view = cluster.view();
            return view.topic().equals(topic) && view.partitions().size() == shape.partitions()
                    && view.partitions().stream()
                            .allMatch(p -> p.leader() >= 0 && p.isr().size() == shape.replication());
        });
    }

    private EffectiveSettings use(SendEngine engine, SortedMap<String, String> settings) {
        try {
            EffectiveSettings effective = EffectiveSettings.of(ProducerSettings.of(settings));
            Map<String, Object> all = new HashMap<>(effective.clientMap());
            all.putAll(cluster.clientProperties());
            // A client of its own, so that what the wire counts is this half's alone.
            all.put("client.id", topic);
            engine.use(all);
            return effective;
        } catch (SettingsException e) {
            throw new RunException("The twin run cannot begin: " + e.getMessage(), e);
        }
    }

    private void send(SendEngine engine, EffectiveSettings effective, Told told) {
        long warm = 0;
        if (plan.warmUp()) {
            told.of("one record warms the producer up", 0.1);
            ask(engine, plan.load().times(1), true);
            patience.until("the first record to be acknowledged", LIMIT_MS, () -> engine.totals().acked() == 1);
            SendLedger.Entry first = engine.run().read(0);
            patience.until("the first record to be replicated", LIMIT_MS, () -> cluster.topics()
                    .read(topic, first.partition(), Math.max(0, first.offset())).isPresent());
            warm = 1;
        }
        long first = warm;
        List<Step> steps = plan.steps();
        int done = 0;
        while (done < steps.size() && steps.get(done).at().records() == 0 && steps.get(done).at().ms() == 0) {
            perform(steps.get(done++), told);
        }
        told.of("sending " + plan.load().words(), 0.3);
        long began = System.nanoTime();
        ask(engine, plan.load(), false);
        for (Step step : steps.subList(done, steps.size())) {
            patience.until("record " + step.at().records() + " to be sent", loadLimitMs(effective),
                    () -> engine.totals().sent() >= first + step.at().records() || over(engine, first));
            patience.pass(step.at().records() == 0 ? began : System.nanoTime(), step.at().ms());
            perform(step, told);
        }
        told.of("waiting for the last reports", 0.7);
        patience.until("the last reports", loadLimitMs(effective), () -> over(engine, first));
        if (!engine.progress().problem().isEmpty()) {
            throw new RunException("The twin run ended early: " + engine.progress().problem());
        }
    }

    private boolean over(SendEngine engine, long warm) {
        return engine.totals().sent() >= warm && !engine.progress().busy() && asked(engine, warm)
                && engine.totals().open() == 0;
    }

    /** Whether the load itself was begun: the engine is idle between the warm-up and it, too. */
    private boolean asked(SendEngine engine, long warm) {
        return engine.totals().sent() > warm || !engine.progress().problem().isEmpty();
    }

    private long loadLimitMs(EffectiveSettings effective) {
        Workload load = plan.load();
        double seconds = load.ratePerSecond() > 0 ? load.count() / load.ratePerSecond() : 0;
        return (long) (seconds * 2_000) + effective.deliveryTimeoutMs() + LIMIT_MS;
    }

    private void ask(SendEngine engine, Workload load, boolean warmUp) {
        try {
            RecordSource source = load.source(topic, true, System::currentTimeMillis);
            log.began(source, System.currentTimeMillis(), warmUp);
            engine.send(source);
        } catch (ComposeException e) {
            throw new RunException("The twin run cannot begin: " + e.getMessage(), e);
        }
    }

    private void perform(Step step, Told told) {
        ClusterView.Partition before = cluster.view().partitions().getFirst();
        Map<String, String> values = new HashMap<>();
        step.values().forEach((key, value) -> values.put(key, broker(value, before)));
        Trigger trigger = step.lastsMs() < 0 ? Trigger.NOW : Trigger.lasting(step.lastsMs());
        Fault fault = catalogue.find(step.fault())
                .orElseThrow(() -> new RunException("There is no fault '" + step.fault() + "' in the catalogue."))
                .build(context(before), values, trigger);
        told.of(fault.label().title(), 0.5);
        faults.inject(fault);
        switch (step.until()) {
            case NOTHING -> {
                // The next step has a time of its own.
            }
            case ANOTHER_LEADER -> awaitPartition("another leader", told,
                    p -> p.leader() >= 0 && p.leader() != before.leader());
            case SMALLER_ISR -> awaitPartition("a smaller ISR", told, p -> p.isr().size() < before.isr().size());
        }
    }

    private void awaitPartition(String what, Told told, Predicate<ClusterView.Partition> holds) {
        told.of("waiting for " + what, 0.6);
        patience.until(what, LIMIT_MS,
                () -> cluster.view().topic().equals(topic)
                        && cluster.view().partitions().stream().findFirst().filter(holds).isPresent());
    }

    private static String broker(String value, ClusterView.Partition partition) {
        return switch (value) {
            case TwinPlan.LEADER -> Integer.toString(partition.leader());
            case TwinPlan.FOLLOWER -> partition.replicas().stream().filter(id -> id != partition.leader()).findFirst()
                    .map(String::valueOf)
                    .orElseThrow(() -> new RunException("The twin run's topic has no follower to break. Give it more"
                            + " replicas."));
            default -> value;
        };
    }

    private FaultContext context(ClusterView.Partition partition) {
        List<ClusterView.Node> nodes = cluster.view().nodes();
        return new FaultContext(topic, nodes.stream().filter(n -> !n.controller()).map(ClusterView.Node::id).toList(),
                nodes.getLast().id(), partition.leader(), partition.replicas(), LIMIT_MS, plan.topic().minInsync());
    }
}
