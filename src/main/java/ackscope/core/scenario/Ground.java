package ackscope.core.scenario;

import ackscope.core.breaker.BreakerSettings;
import ackscope.core.cluster.Cluster;
import ackscope.core.cluster.ClusterView;
import ackscope.core.cluster.Topics;
import ackscope.core.fault.Fault;
import ackscope.core.fault.FaultCatalogue;
import ackscope.core.fault.FaultContext;
import ackscope.core.fault.FaultException;
import ackscope.core.fault.Trigger;
import ackscope.core.send.Run;
import ackscope.core.send.SendEngine;
import ackscope.core.settings.EffectiveSettings;
import ackscope.core.settings.ProducerSettings;
import ackscope.core.settings.SettingsException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * What a play stands on: a whole cluster, a run and a topic of its own, its own settings, and the faults that can be set there. Closing it
 * leaves nothing of the play behind. Blocks, with a limit on every wait. For one thread, once.
 */
public final class Ground implements AutoCloseable {
    private static final long LIMIT_MS = 60_000;
    /** How long a producer may go on reporting after everything was healed. */
    private static final long LAST_REPORTS_MS = 6_000;
    private static final int MAX_MESSAGE_BYTES = 1_048_588;

    private final Venue venue;
    private final Patience patience;
    private final Consumer<String> told;
    private final FaultCatalogue catalogue = new FaultCatalogue();
    private final SendEngine engine;
    private Optional<Run> own = Optional.empty();
    private boolean over;

    /** @param told what is done, in a few words */
    public Ground(Venue venue, Patience patience, Consumer<String> told) {
        this.venue = venue;
        this.patience = patience;
        this.told = told;
        engine = venue.engine();
    }

    /** Heals everything. */
    public void makeWhole() {
        told.accept("the cluster is made whole");
        venue.faults().healAll(words -> {
            patience.check();
            told.accept("healing: " + words);
        });
    }

    /** What the console sent before belongs to a run of its own. */
    public void beginRun() {
        Future<?> asked = engine.caughtUp();
        patience.until("what was asked of the engine before", LIMIT_MS * 3, asked::isDone);
        Run before = engine.run();
        if (before.size() > 0 || engine.over()) {
            engine.newRun();
            patience.until("the run before to end", LIMIT_MS * 3, () -> engine.run() != before);
        }
        own = Optional.of(engine.run());
    }

    /** Makes a topic, watches it, and waits until all of its replicas are in sync. */
    public void makeTopic(String topic, Scenario.Shape shape) {
        told.accept("the topic " + topic + " is made");
        Cluster cluster = venue.cluster();
        cluster.topics().create(new Topics.NewTopic(topic, shape.partitions(), shape.replication(), shape.minInsync(),
                MAX_MESSAGE_BYTES));
        cluster.watch(topic);
        patience.until("every replica of the new topic to be in sync", LIMIT_MS, () -> {
            ClusterView view = cluster.view();
            return view.topic().equals(topic) && view.partitions().size() == shape.partitions()
                    && view.partitions().stream()
                            .allMatch(p -> p.leader() >= 0 && p.isr().size() == shape.replication());
        });
    }

    /**
     * Takes producer settings as typed, to send to a topic with.
     *
     * @param breaker stands in front of the producer
     * @throws ScenarioException in words when the client does not take them
     */
    public EffectiveSettings use(String topic, Scenario.Shape shape, Map<String, String> typed,
            BreakerSettings breaker) {
        try {
            EffectiveSettings effective = EffectiveSettings.of(ProducerSettings.of(typed));
            venue.use(new PlayTerms(topic, shape, effective, breaker));
            return effective;
        } catch (SettingsException e) {
            throw new ScenarioException("It cannot begin: " + e.getMessage(), e);
        }
    }

    /** The first partition of the watched topic. */
    ClusterView.Partition partition() {
        return venue.cluster().view().partitions().stream().findFirst()
                .orElseThrow(() -> new ScenarioException("The cluster does not tell of the topic's partitions."));
    }

    /**
     * A fault of the catalogue for the topic as it is now; it is not set yet.
     *
     * @param values by parameter; {@link Scenario#LEADER} and {@link Scenario#FOLLOWER} stand for brokers of the first partition
     */
    public Fault fault(String kind, Map<String, String> values, Trigger trigger, long deliveryTimeoutMs,
            int minInsync) {
        ClusterView.Partition partition = partition();
        String follower = partition.replicas().stream().filter(id -> id != partition.leader()).findFirst()
                .map(String::valueOf).orElse("");
        ClusterView view = venue.cluster().view();
        List<ClusterView.Node> nodes = view.nodes();
        FaultContext context = new FaultContext(view.topic(), nodes.stream().filter(n -> !n.controller())
                .map(ClusterView.Node::id).toList(), nodes.getLast().id(), partition.leader(), partition.replicas(),
                deliveryTimeoutMs, minInsync);
        return catalogue.find(kind)
                .orElseThrow(() -> new ScenarioException("There is no fault '" + kind + "' in the catalogue."))
                .build(context, StepForm.placed(values, Integer.toString(partition.leader()), follower), trigger);
    }

    /** The play went to its end: its run is over, and an audit has made the cluster whole. */
    void over() {
        over = true;
    }

    /**
     * Stops what is being sent, heals everything, ends the run and throws away what only that run kept in the outbox, and gives the venue
     * its own settings back. What the producer still has is reported after the healing, so that ending makes no failures of its own.
     *
     * @throws FaultException in words when something cannot be healed; the venue has its settings back all the same
     */
    @Override
    public void close() {
        try {
            if (!over) {
                own.ifPresent(_ -> engine.stop());
                venue.faults().healAll(words -> told.accept("healing: " + words));
                own.ifPresent(run -> new Patience(() -> false).orGoOn(LAST_REPORTS_MS, () -> run.inFlight() == 0));
            }
        } finally {
            own.ifPresent(this::end);
            venue.restore();
        }
    }

    /** What the console sends next is none of this run's, and what it replays neither. */
    private void end(Run run) {
        venue.cleansUp(run);
        if (!over) {
            engine.cancel();
        }
        engine.discardKept(run);
        engine.endRun();
    }
}
